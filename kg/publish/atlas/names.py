"""What the numbers in the rows of a page mean: programmes, series of honours, indicators, places and their changes."""

from __future__ import annotations

from typing import Any

from kg.publish.atlas.numbers import Row, Tables, in_order, local
from kg.publish.atlas.rows import Rows
from kg.publish.html import plain


def names(rows: Rows, things: Tables) -> dict[str, list[list[Any]]]:
    """The lists that rows point into, by name. Call it when all rows have been made."""
    changes = _changes(rows, things)
    programmes = _programmes(rows, things)
    return {
        "programmes": programmes,
        "series": _series(rows, things),
        "indicators": _indicators(rows, things),
        "bodies": [
            [plain(name), rows.kinds["body", name], rows.places.of(place) if place else -1]
            for name, place in rows.bodies
        ],
        "documents": [[plain(name), rows.kinds["document", name]] for name in rows.documents],
        "changes": changes,
        "places": _places(rows, things),
        "sentences": [
            [plain(words), source, int(start or 0), int(end or 0), role]
            for words, source, start, end, role in rows.sentences
        ],
    }


def _programmes(rows: Rows, things: Tables) -> list[list[Any]]:
    """Each programme as a row.

    Id, label, English label, kind, curated (1 or 0), other names, definition zh, en, began (year, level, place),
    broader ones, predecessors (by id), titles of sources.
    """
    facts = _facts(rows.programmes, things, "programmes", named_only=False)
    names, sources = _gathered(things, "aliases", "alias"), _gathered(things, "sources", "title")
    broader, former = _gathered(things, "kin", "other", "broader"), _gathered(things, "kin", "other", "replaces")
    made = []
    for label, row in facts:
        iri = row.get("iri", "")
        kind = row.get("kind") or rows.kinds.get(("programme", label), "")
        told = [plain(row.get(column, "")) for column in ("definition", "meaning", "beganYear", "beganLevel", "beganIn")]
        kin = [[local(other) for other in gathered.get(iri, ())] for gathered in (broader, former)]
        made.append([*_head(label, row), kind, _curated(row), names.get(iri, []), *told, *kin, sources.get(iri, [])])
    return made


def _series(rows: Rows, things: Tables) -> list[list[Any]]:
    """Id, label, English label, level, curated (1 or 0), who confers it."""
    return [
        [*_head(label, row), row.get("level", ""), _curated(row), plain(row.get("by", ""))]
        for label, row in _facts(rows.series, things, "series")
    ]


def _indicators(rows: Rows, things: Tables) -> list[list[Any]]:
    """Id, label, English label, curated (1 or 0)."""
    return [[*_head(label, row), _curated(row)] for label, row in _facts(rows.indicators, things, "indicators")]


def _changes(rows: Rows, things: Tables) -> list[list[Any]]:
    """Date, kind, places before, places after, source."""
    found: dict[str, tuple[Row, dict[int, None], dict[int, None]]] = {}
    for row in in_order(things.get("changes", ()), "date", "iri", "before", "after"):
        _, before, after = found.setdefault(row["iri"], (row, {}, {}))
        before[rows.places.of(row["before"])] = None
        after[rows.places.of(row["after"])] = None
    return [
        [row["date"], row["kind"], list(before), list(after), plain(row.get("source", ""))]
        for row, before, after in found.values()
    ]


def _places(rows: Rows, things: Tables) -> list[list[Any]]:
    """Id, path, level, code, since, until, number of the place above (-1 for none); what a path names is there too."""
    facts: dict[str, Row] = {}
    for row in in_order(things.get("places", ()), "path", "until", "iri"):  # of two with one path the present one stays
        facts.setdefault(row["path"], row)
    for path in rows.places:
        parts = path.split("/")
        for size in range(len(parts) - 1, 0, -1):
            rows.places.of("/".join(parts[:size]))
    made = []
    for path in rows.places:
        row, above = facts.get(path, {}), path.rpartition("/")[0]
        told = [row.get(column, "") for column in ("level", "code", "since", "until")]
        made.append(
            [local(row.get("iri", "")) or plain(path), plain(path), *told, rows.places.of(above) if above else -1]
        )
    return made


def _facts(numbers: Any, things: Tables, name: str, *, named_only: bool = True) -> list[tuple[str, Row]]:  # noqa: ANN401
    """Label and facts of each thing by number; ``named_only`` False adds those that no row names."""
    facts = {row["label"]: row for row in in_order(things.get(name, ()), "label", "iri")}
    if not named_only:
        for label in facts:
            numbers.of(label)
    return [(label, facts.get(label, {})) for label in numbers]


def _head(label: str, row: Row) -> list[str]:
    return [local(row.get("iri", "")) or plain(label), plain(label), plain(row.get("english", ""))]


def _curated(row: Row) -> int:
    return int(row.get("curation") == "curated")


def _gathered(things: Tables, name: str, column: str, relation: str = "") -> dict[str, list[str]]:
    """IRI -> all that a query tells of it in a column, in order."""
    found: dict[str, dict[str, None]] = {}
    for row in in_order(things.get(name, ()), "iri", column):
        if not relation or row["relation"] == relation:
            found.setdefault(row["iri"], {})[plain(row[column])] = None
    return {iri: list(told) for iri, told in found.items()}
