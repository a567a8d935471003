"""What a graph holds, in numbers."""

from __future__ import annotations

from kg.graph import run
from kg.inquiry.stored import Stored

CLASSES = (
    "fz:Report", "fz:Place", "fz:Programme", "fz:Engagement", "fz:Award", "fz:AwardOutcome", "org:FormalOrganization",
    "fz:BodyStatement", "fz:Document", "fz:DocumentStatement", "fz:Indicator", "qb:Observation", "fz:Evidence",
    "fz:PlaceChange",
)  # fmt: skip
_COUNT = "SELECT ?class (COUNT(?x) AS ?n) WHERE {{ VALUES ?class {{ {classes} }} ?x a ?class }} GROUP BY ?class"
_REPORTS = """
SELECT ?place ?year (COUNT(DISTINCT ?report) AS ?n) WHERE {
  ?report a fz:Report .
  OPTIONAL { ?report dcterms:spatial/fz:path ?place }
  OPTIONAL { ?report fz:reportYear ?year }
} GROUP BY ?place ?year ORDER BY ?place ?year"""
_NOTATIONS = """
SELECT ?notation (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a {kind} ; {predicate}/skos:notation ?notation }}
GROUP BY ?notation ORDER BY ?notation"""

Report = dict[str, str | int]


def stats(stored: Stored) -> dict[str, object]:
    """Counts of a graph.

    Keys: ``triples``; ``classes`` (local class name → number, all of :data:`CLASSES`); ``reports`` (rows of place, year
    and number); ``programmes`` and ``statuses`` (notation → number).
    """
    return {
        "triples": len(stored.store),
        "classes": _classes(stored),
        "reports": _reports(stored),
        "programmes": _notations(stored, "fz:Programme", "fz:curation"),
        "statuses": _notations(stored, "fz:Engagement", "fz:status"),
    }


def _classes(stored: Stored) -> dict[str, int]:
    rows = run(stored.store, _COUNT.format(classes=" ".join(CLASSES)), base=stored.base).rows
    counts = {iri.replace("#", "/").rpartition("/")[2]: int(number) for iri, number in rows}
    return {name: counts.get(name, 0) for name in (curie.partition(":")[2] for curie in CLASSES)}


def _reports(stored: Stored) -> list[Report]:
    rows = run(stored.store, _REPORTS, base=stored.base).rows
    return [{"place": place, "year": year, "reports": int(number)} for place, year, number in rows]


def _notations(stored: Stored, kind: str, predicate: str) -> dict[str, int]:
    query = _NOTATIONS.format(kind=kind, predicate=predicate)
    return {notation: int(number) for notation, number in run(stored.store, query, base=stored.base).rows}
