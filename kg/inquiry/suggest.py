"""What the things in a graph are called, and which of them a name means.

Names are taken as people write them: 拱墅, 拱墅区, 浙江省/杭州市/拱墅区, 330105, ``place:330105`` or an IRI. An unknown
one leads to the closest, never to a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from kg.graph import run
from kg.ids import key
from kg.inquiry.stored import Stored
from kg.vocabulary import prefixes

# A report is also called by its file, its dcterms:source; that of a programme is a document, no name.
_NAMES = """
SELECT ?thing ?class ?property ?name WHERE {
  VALUES ?class { fz:Place fz:Programme fz:Award fz:Indicator fz:Document fz:Report org:FormalOrganization }
  VALUES ?property { skos:prefLabel rdfs:label dcterms:title dcterms:source skos:altLabel fz:path fz:code }
  ?thing a ?class ; ?property ?name .
  FILTER(isLiteral(?name))
}"""
_LABELS = ("prefLabel", "label", "title")
# Endings that people leave out: 拱墅 for 拱墅区. What is left must not be a single character.
_ENDINGS = ("省", "市", "区", "县", "旗", "镇", "乡", "街道", "自治区")
# Below this likeness (2 × common characters ÷ all characters) a suggestion puzzles more than it helps; from trials with
# names of 3 to 20 characters and one to three of them wrong or missing.
_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Thing:
    """A named node: ``kind`` is the local name of its class (Place, Programme …), ``names`` all that it is called."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...]
    path: str = ""
    keys: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def shown(self) -> str:
        """The label, for a place its path, so that two 西湖区 can be told apart."""
        return self.path or self.label


def things(stored: Stored) -> tuple[Thing, ...]:
    """Everything in a graph that has a name, by kind and label."""
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    for iri, kind, predicate, name in sorted(run(stored.store, _NAMES, base=stored.base).rows):
        said = found.setdefault(iri, (_local(kind), {}))[1]
        said.setdefault(_local(predicate), []).append(name)
    made = [_thing(iri, kind, said) for iri, (kind, said) in found.items()]
    return tuple(sorted(made, key=lambda thing: (thing.kind, thing.shown, thing.iri)))


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _thing(iri: str, kind: str, said: dict[str, list[str]]) -> Thing:
    labels = [name for prop in _LABELS for name in said.get(prop, ())]
    # Of a label in two languages the Chinese one is shown: it is the one that reports and evidence use.
    label = next((name for name in labels if not name.isascii()), labels[0] if labels else iri)
    names = tuple(dict.fromkeys((label, *(name for prop in sorted(said) for name in said[prop]))))
    keys = {key(name) for name in names}
    if kind == "Place":
        keys |= {key(name.removesuffix(end)) for name in labels for end in _ENDINGS if len(name) - len(end) > 1}
    return Thing(iri, kind, label, names, next(iter(said.get("path", ())), ""), frozenset(keys))


def expand(name: str, base: str) -> str:
    """An IRI for ``<IRI>``, an IRI or a name with a prefix of the graph (``place:330105``); else the name itself."""
    bare = name.strip().removeprefix("<").removesuffix(">")
    prefix, colon, local = bare.partition(":")
    known = prefixes(base)
    return known[prefix] + local if colon and prefix in known and not local.startswith("//") else bare


def meant(name: str, among: tuple[Thing, ...], base: str) -> tuple[Thing, ...]:
    """All things that a name means: by IRI, else by exact name, else by name without marks and endings."""
    iri = expand(name, base)
    for test in (
        lambda thing: thing.iri == iri,
        lambda thing: name in thing.names,
        lambda thing: key(name) in thing.keys,
    ):
        found = tuple(thing for thing in among if test(thing))
        if found:
            return found
    return ()


def closest(name: str, among: tuple[Thing, ...], count: int = 5) -> list[str]:
    """The names most like an unknown one, best first: those that hold it, or parts of it."""
    wanted = key(name)
    scores = {thing.shown: max(_likeness(wanted, known) for known in thing.keys) for thing in among if thing.keys}
    ranked = sorted((-score, shown) for shown, score in scores.items() if score >= _ALIKE)
    return [shown for _, shown in ranked[:count]]


def _likeness(wanted: str, known: str) -> float:
    """0 to 1; a name that holds the wanted one, or lies in it, counts more than one that shares as many characters."""
    score = SequenceMatcher(None, wanted, known, autojunk=False).ratio()
    shorter = min(len(wanted), len(known))
    return max(score, 0.6 + score / 4) if shorter > 1 and (wanted in known or known in wanted) else score
