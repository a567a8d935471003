"""What the graph calls the things that tables name: the end of their IRI, by which pages link to them, and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.vocabulary import prefixes

# Tables name an award as the report wrote it, so awards are found by all of their names. Nothing here depends on the
# base of the graph: the class says what a thing is, and what follows the last "/" of its IRI is its own.
_QUERY = """
SELECT ?kind ?name ?where ?thing ?label ?en WHERE {
  { ?thing a fz:Place ; fz:path ?name . BIND("place" AS ?kind) BIND(?name AS ?label) }
  UNION {
    VALUES (?class ?kind) { (fz:Programme "programme") (fz:Award "award") }
    ?thing a ?class ; skos:prefLabel ?label ; skos:prefLabel|skos:altLabel ?name .
    FILTER(LANG(?label) = "zh" && LANG(?name) = "zh")
    OPTIONAL { ?thing skos:prefLabel ?en . FILTER(LANG(?en) = "en") }
  }
  UNION {
    ?thing a org:FormalOrganization ; rdfs:label ?name . BIND("body" AS ?kind) BIND(?name AS ?label)
    OPTIONAL { ?thing fz:jurisdiction/fz:path ?where }
  }
}"""


class Named(NamedTuple):
    """A thing of the graph: the end of its IRI after the class, its label, and its English label or ""."""

    local: str
    label: str
    en: str


#: Kind (place, programme, award, body), name as tables have it, path of the place that a body belongs to or "".
Key = tuple[str, str, str]
Names = Mapping[Key, Named]


def names(store: Any) -> Names:  # noqa: ANN401 - pyoxigraph.Store, made by the graph stage
    """Everything that a network can show, by kind and name. Of two things with one name the first by IRI is taken."""
    rows = [["" if value is None else value.value for value in row] for row in store.query(_QUERY, prefixes=prefixes())]
    found: dict[Key, Named] = {}
    # A thing is called first by its label, then by its other names, which may be the label of another.
    for kind, name, where, thing, label, en in sorted(rows, key=lambda row: (row[1] != row[4], row)):
        found.setdefault((kind, name, where), Named(thing.rpartition("/")[2], label, en))
    return found
