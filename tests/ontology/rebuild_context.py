"""Make ontology/context.jsonld from the ontology: ``python tests/ontology/rebuild_context.py`` (from the root).

It names the terms that builds write, and no others: the classes and properties spelt in kg/graph. What values a
property has comes from its range (rdfs:range, schema:rangeIncludes) in ontology/fazhi.ttl and ontology/terms.ttl.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

import pyoxigraph as ox  # noqa: E402

from kg.vocabulary import PREFIXES, VOCABULARY_BASE, ontology_folder, vocabulary  # noqa: E402

ALIASES = {"id": "@id", "type": "@type"}
VOCABULARY_PREFIX = "vocab"
_RDF = PREFIXES["rdf"]
_LANGUAGE = f"{_RDF}langString"
_NATIVE = {f"{PREFIXES['xsd']}{name}" for name in ("integer", "boolean", "string")}  # as JSON has them


def written_terms() -> set[str]:
    """The classes and properties, as prefix:name, that the modules of kg/graph write."""
    modules = sorted((ROOT / "kg" / "graph").rglob("*.py"))
    assert len(modules) > 10
    texts = {
        node.value
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    terms = {text for text in texts if _is_term(text)}
    individuals = {f"fz:{name}" for name in ("Structure",)}
    return terms - individuals


def _is_term(text: str) -> bool:
    prefix, _, local = text.partition(":")
    return prefix in PREFIXES and prefix != "xsd" and local.isalnum() and text != "rdf:type" and _defined(text)


def _defined(curie: str) -> bool:
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local in vocabulary().terms


def ranges() -> dict[str, list[str]]:
    """Property -> what its values are, of the two files of terms."""
    found: dict[str, list[str]] = {}
    for name in ("fazhi.ttl", "terms.ttl"):
        for quad in ox.parse(path=str(ontology_folder() / name), format=ox.RdfFormat.TURTLE):
            said = quad.predicate.value
            if said == f"{PREFIXES['rdfs']}range" or said.endswith("/rangeIncludes"):
                found.setdefault(quad.subject.value, []).append(quad.object.value)
            elif said == f"{_RDF}type" and quad.object.value == f"{PREFIXES['owl']}ObjectProperty":
                found.setdefault(quad.subject.value, []).append("@id")
    return found


def made() -> dict[str, object]:
    """The context as JSON."""
    terms, values = sorted(written_terms()), ranges()
    short = {term: _name(term, terms) for term in terms}
    used = {term.partition(":")[0] for term in terms} | {"xsd"}
    prefixes: dict[str, object] = {prefix: PREFIXES[prefix] for prefix in sorted(used)}
    named: dict[str, object] = {
        short[term]: _definition(term, values) for term in sorted(terms, key=lambda term: short[term]) if short[term]
    }
    clash = sorted(named.keys() & (prefixes.keys() | ALIASES.keys() | {VOCABULARY_PREFIX}))
    assert not clash, f"prefixes and terms of one name: {clash}"
    return {"@context": {**ALIASES, **prefixes, VOCABULARY_PREFIX: VOCABULARY_BASE, **named}}


def _name(term: str, terms: list[str]) -> str:
    """The local name; of two terms of one name ours has it; where two others have it (void:Dataset), neither."""
    local = term.partition(":")[2]
    same = [other for other in terms if other.partition(":")[2] == local]
    return local if same == [term] or term.startswith("fz:") else ""


def _definition(term: str, values: dict[str, list[str]]) -> object:
    prefix, _, local = term.partition(":")
    kinds = values.get(PREFIXES[prefix] + local, [])
    typed = [kind for kind in kinds if kind.startswith(PREFIXES["xsd"])]
    if local[0].isupper() or not kinds:
        return term
    if _LANGUAGE in kinds:
        return {"@id": term, "@container": "@language"}
    if typed:
        return term if typed[0] in _NATIVE else {"@id": term, "@type": f"xsd:{typed[0].removeprefix(PREFIXES['xsd'])}"}
    return {"@id": term, "@type": "@id"}


def as_bytes() -> bytes:
    """The file."""
    lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in made()["@context"].items())
    return f'{{\n "@context": {{\n{lines}\n }}\n}}\n'.encode()


if __name__ == "__main__":
    (ROOT / "ontology" / "context.jsonld").write_bytes(as_bytes())
