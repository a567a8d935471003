"""What became of a place that somebody asks for, where there is nothing to tell of the place itself."""

from __future__ import annotations

from kg.console.messages import listed, text
from kg.gazetteer import gazetteer
from kg.graph import run
from kg.inquiry.stored import Stored
from kg.questions import bind

_SUCCESSORS = """
SELECT DISTINCT ?until ?successor WHERE {
  ?place a fz:Place ; fz:path ?path ; fz:until ?until ; dcterms:isReplacedBy/fz:path ?successor .
  VALUES ?placeName { UNDEF }
  FILTER(BOUND(?placeName) && STRENDS(CONCAT("/", ?path), CONCAT("/", ?placeName)))
} ORDER BY ?until ?successor"""


def replaced(stored: Stored, name: str) -> tuple[str, ...]:
    """A line that says what replaced a place of the graph, and when; none where nothing did.

    Args:
        stored: the graph asked.
        name: a place as questions match it: its path, or the end of one.
    """
    rows = run(stored.store, bind(_SUCCESSORS, {"place": name}), base=stored.base).rows if name else ()
    by_date: dict[str, list[str]] = {}
    for until, successor in rows:
        by_date.setdefault(until, []).append(successor)
    return tuple(
        text("replaced", place=name, date=date, places=listed(places), example=places[0])
        for date, places in by_date.items()
    )


def ended(name: str) -> tuple[str, str]:
    """In Chinese and in English, when a place that the graph does not know ended, and what replaced it; else ""."""
    known = gazetteer()
    found = known.at(name)
    if len(found) != 1 or found[0].until is None:
        return "", ""
    names = [place.name for place in known.successors(found[0])]
    into = "、".join(names), ", ".join(names)
    return (
        f"（{found[0].until} 撤销" + (f"，由{into[0]}接续" if names else "") + "）",
        f" (it ended on {found[0].until}" + (f" and became {into[1]}" if names else "") + ")",
    )
