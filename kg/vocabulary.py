"""The vocabulary: terms, concepts with their cue words, programmes, awards, laws and indicators, loaded from ontology/.

No other module spells an IRI: write ``vocabulary.term("fz:place")`` or ``vocabulary.concept("status", "planned")``. A
name that the ontology does not define raises, so that a spelling mistake cannot reach a graph.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from kg.errors import ConfigurationError
from kg.ids import DEFAULT_BASE
from kg.model.concept import AwardConcept, Concept, DocumentConcept, IndicatorConcept, ProgrammeConcept
from kg.nodes import Nodes, read

_DCTERMS = "http://purl.org/dc/terms/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_FZ = "https://w3id.org/fazhi/ontology#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
VOCABULARY_BASE = "https://w3id.org/fazhi/vocabulary/"

PREFIXES: dict[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": _DCTERMS,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "fz": _FZ,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": _RDFS,
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "skos": _SKOS,
    "void": "http://rdfs.org/ns/void#",
    "xsd": _XSD,
}
"""Prefixes of terms. Schemes (``status:``) and kinds of data (``place:``) are added by :func:`prefixes`."""

SCHEMES = (
    "award-level", "award-result", "body-kind", "body-relation", "curation", "document-kind", "document-relation",
    "place-change-kind", "place-level", "programme-kind", "report-kind", "role", "status",
)  # fmt: skip
"""The schemes that a graph refers to. ``rule`` is none: fz:rule is a plain string, and rule.ttl explains it to readers."""
KINDS = (
    "activity", "award", "award-outcome", "body", "body-statement", "dataset", "document", "document-statement",
    "engagement", "evidence", "file", "indicator", "observation", "place", "place-change", "programme", "report", "software",
)  # fmt: skip
"""The kinds of data nodes: one prefix each under the base."""

_DATATYPES = frozenset({"boolean", "date", "decimal", "gYear", "gYearMonth", "integer", "string"})
_LISTS = ("awards", "indicators", "laws", "programmes", "sources")
_LAW = VOCABULARY_BASE + "law"


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """All prefixes of a graph made with this base, sorted by name."""
    schemes = {scheme: f"{VOCABULARY_BASE}{scheme}/" for scheme in SCHEMES}
    kinds = {kind: f"{base}{kind}/" for kind in KINDS}
    return dict(sorted({**PREFIXES, **schemes, **kinds}.items()))


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Everything that ontology/ says, read once; see :func:`vocabulary`."""

    terms: frozenset[str]
    concepts: dict[tuple[str, str], Concept]
    labels: dict[str, tuple[str, str]] = field(repr=False)  # IRI of a term or concept -> its labels, zh and en
    programmes: tuple[ProgrammeConcept, ...]
    awards: tuple[AwardConcept, ...]
    laws: dict[str, tuple[str, str]] = field(repr=False)  # short or full name -> full name, notation of document-kind
    documents: dict[str, DocumentConcept] = field(repr=False)  # key -> every law, and every source of a programme
    indicators: tuple[IndicatorConcept, ...]
    sha256: str  # over the vocabulary files, line ends made \n

    def term(self, curie: str) -> str:
        """The IRI of a term such as ``fz:place`` or ``xsd:date``; ConfigurationError where the ontology has none."""
        prefix, _, local = curie.partition(":")
        iri = PREFIXES.get(prefix, "") + local
        if prefix == "xsd" and local in _DATATYPES:
            return iri
        if prefix not in PREFIXES or iri not in self.terms:
            raise _unknown(curie, f"术语 {curie} 不在本体里", f"the ontology defines no term {curie}")
        return iri

    def concept(self, scheme: str, notation: str) -> Concept:
        """The concept of a scheme with a notation; ConfigurationError where there is none."""
        try:
            return self.concepts[scheme, notation]
        except KeyError:
            name = f"{scheme}:{notation}"
            raise _unknown(name, f"概念 {name} 不在词表里", f"the vocabularies hold no concept {name}") from None

    def notations(self, scheme: str) -> tuple[str, ...]:
        """All notations of a scheme, sorted; ConfigurationError for an unknown scheme."""
        found = tuple(sorted(notation for name, notation in self.concepts if name == scheme))
        if not found:
            raise _unknown(scheme, f"没有词表 {scheme}", f"there is no scheme {scheme}")
        return found

    def cues(self, scheme: str, notation: str) -> tuple[str, ...]:
        """The words that point to a concept, longest first."""
        return self.concept(scheme, notation).cues

    def notation_by_cue(self, scheme: str) -> dict[str, str]:
        """Cue word -> notation, over a whole scheme, longest cue first."""
        pairs = [(cue, notation) for notation in self.notations(scheme) for cue in self.cues(scheme, notation)]
        return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _unknown(name: str, zh: str, en: str) -> ConfigurationError:
    return ConfigurationError(
        "vocabulary-unknown-name", f"{zh}。", f"{en}.", where=name,
        remedy_zh="检查拼写，或者把它加进 ontology/。", remedy_en="Check the spelling, or add it to ontology/.",
    )  # fmt: skip


def ontology_folder() -> Path:
    """Where the ontology lies: inside the installed package, or beside kg/ in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / "fazhi.ttl").is_file():
            return folder
    raise ConfigurationError(
        "ontology-missing", "找不到 ontology/ 文件夹。", "The folder ontology/ is missing.", where=str(package),
        remedy_zh="重新安装 fazhi-kg。", remedy_en="Install fazhi-kg again.",
    )  # fmt: skip


def vocabulary(programmes: bool = True) -> Vocabulary:
    """Load the vocabulary, once; with ``programmes=False`` it knows no programme.

    Raises ConfigurationError where a file is missing or wrong.
    """
    return _load(programmes)


@cache
def _load(programmes: bool) -> Vocabulary:
    folder = ontology_folder()
    lists = [name for name in _LISTS if programmes or name != "programmes"]
    files = [folder / "fazhi.ttl", folder / "terms.ttl"]
    files += [folder / "vocabularies" / f"{name}.ttl" for name in sorted((*SCHEMES, *lists))]
    nodes, total = _Ontology(), hashlib.sha256()
    for file in files:
        data = read(file)
        total.update(file.name.encode() + b"\0" + data)
        nodes.load(file, data)
    return _assemble(nodes, total.hexdigest())


class _Ontology(Nodes):
    """The statements of ontology/, with what its files have in common."""

    def of_type(self, name: str) -> list[str]:
        """The IRIs of all nodes of an fz: class, in the order of the files."""
        return [iri for iri in self.by_iri if _FZ + name in self.all(iri, _RDF_TYPE)]

    def label(self, iri: str, language: str) -> str:
        return self.one(iri, _SKOS + "prefLabel", language) or self.one(iri, _RDFS + "label", language)

    def aliases(self, iri: str) -> tuple[str, ...]:
        return self.all(iri, _SKOS + "altLabel", "zh")

    def notation(self, iri: str, predicate: str) -> str:
        """The last segment of the IRI that a property leads to: a notation, or the key of a programme."""
        return _local(self.one(iri, predicate))

    def locals(self, iri: str, predicate: str) -> tuple[str, ...]:
        """The last segments of all IRIs that a property leads to."""
        return tuple(_local(value) for value in self.all(iri, predicate))


def _local(iri: str) -> str:
    return unquote(iri.rpartition("/")[2])


def _assemble(nodes: _Ontology, sha256: str) -> Vocabulary:
    concepts = {(c.scheme, c.notation): c for iri in nodes.by_iri if (c := _concept(nodes, iri))}
    return Vocabulary(
        terms=frozenset(nodes.by_iri),
        concepts=concepts,
        labels={iri: (nodes.label(iri, "zh"), nodes.label(iri, "en")) for iri in nodes.by_iri},
        programmes=tuple(_programme(nodes, iri) for iri in nodes.of_type("Programme")),
        awards=tuple(_award(nodes, iri) for iri in nodes.of_type("Award")),
        laws=_laws(nodes),
        documents={_local(iri): _document(nodes, iri) for iri in nodes.of_type("Document")},
        indicators=tuple(_indicator(nodes, iri) for iri in nodes.of_type("Indicator")),
        sha256=sha256,
    )


def _concept(nodes: _Ontology, iri: str) -> Concept | None:
    scheme, _, notation = iri.removeprefix(VOCABULARY_BASE).rpartition("/")
    if not iri.startswith(VOCABULARY_BASE) or not notation or not scheme:
        return None
    if nodes.one(iri, _SKOS + "notation") != notation:
        raise _unknown(iri, f"{iri} 的 skos:notation 与名称不符", f"{iri} has a skos:notation unlike its name")
    cues = sorted(nodes.all(iri, _SKOS + "hiddenLabel", "zh"), key=lambda cue: (-len(cue), cue))
    return Concept(iri, scheme, notation, nodes.label(iri, "zh"), nodes.label(iri, "en"), tuple(cues))


def _programme(nodes: _Ontology, iri: str) -> ProgrammeConcept:
    zh, en = (nodes.one(iri, _SKOS + "definition", language) for language in ("zh", "en"))
    year = nodes.one(iri, _FZ + "beganYear")
    return ProgrammeConcept(
        _local(iri), nodes.label(iri, "zh"), nodes.notation(iri, _FZ + "kind"), nodes.aliases(iri),
        nodes.label(iri, "en"), zh, en, nodes.notation(iri, _SKOS + "broader") or None,
        replaces=nodes.locals(iri, _DCTERMS + "replaces"), sources=nodes.locals(iri, _DCTERMS + "source"),
        level=nodes.notation(iri, _FZ + "beganLevel"), place=nodes.notation(iri, _FZ + "beganIn") or None,
        year=int(year) if year else None,
    )  # fmt: skip


def _award(nodes: _Ontology, iri: str) -> AwardConcept:
    level, by = nodes.notation(iri, _FZ + "level"), nodes.one(iri, _FZ + "conferredBy", "zh")
    return AwardConcept(nodes.label(iri, "zh"), nodes.aliases(iri), level, nodes.label(iri, "en"), by)


def _indicator(nodes: _Ontology, iri: str) -> IndicatorConcept:
    unit = nodes.one(iri, _FZ + "unit")
    return IndicatorConcept(nodes.label(iri, "zh"), nodes.aliases(iri), unit, nodes.label(iri, "en"))


def _document(nodes: _Ontology, iri: str) -> DocumentConcept:
    title, issued = nodes.one(iri, _DCTERMS + "title", "zh"), nodes.one(iri, _DCTERMS + "issued")
    number, by = nodes.one(iri, _DCTERMS + "identifier"), nodes.one(iri, _FZ + "publisherName")
    label, kind = nodes.label(iri, "zh"), nodes.notation(iri, _FZ + "kind")
    return DocumentConcept(_local(iri), label, kind, nodes.aliases(iri), title, number, issued, by)


def _laws(nodes: _Ontology) -> dict[str, tuple[str, str]]:
    laws: dict[str, tuple[str, str]] = {}
    for iri in nodes.of_type("Document"):
        if nodes.one(iri, _SKOS + "inScheme") != _LAW:
            continue
        label, kind = nodes.label(iri, "zh"), nodes.notation(iri, _FZ + "kind")
        laws.update(dict.fromkeys((label, *nodes.aliases(iri)), (label, kind)))
    return laws
