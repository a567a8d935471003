"""What the copies of a report know of it, made one; where they contradict each other, that is told.

The rules are those of :mod:`kg.structure.claims`, over several files: of publisher, date of issue, 索引号, 文号 and address what
a page or a list says goes before what the text says, whichever copy it was found in; of two that are equal in this the one
that is kept goes first, then the others in the order given. Title, place and year are those of the one that is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Metadata, Problem
from kg.structure.claims import TEXT, Said, conflict, differ_in

_FIELDS = ("publisher", "issued", "identifier", "number", "url")


def completed(
    meta: Metadata, copies: Sequence[tuple[str, Metadata]], name: str
) -> tuple[Metadata, tuple[Problem, ...]]:
    """The metadata of a report with what its copies (name of the input, metadata) know, and a problem a contradiction.

    In ``Metadata.origins`` the name of the copy follows: ``page 发布日期 @ b.html``. Another address is no contradiction: that
    is what a copy on another site has.
    """
    known = [(meta, ""), *((other, f" @ {copy}") for copy, other in copies)]
    origins = dict(meta.origins)
    found: dict[str, str] = {}
    problems = []
    for field in ("title", "place", "year", *_FIELDS):
        said = [one for other, mark in known if (one := _said(other, field, mark))]
        if field in _FIELDS:
            said.sort(key=lambda one: one[1].partition(" @ ")[0] == TEXT)
        if not said:
            continue
        taken, *others = said
        if field in (*_FIELDS, "title"):
            found[field], origins[field] = taken
        against = next((one for one in others if _contradict(field, taken, one)), None)
        if against:
            problems.append(conflict(name, field, taken, against))
    whole = replace(
        meta, title=found.get("title", meta.title), publisher=found.get("publisher"), issued=found.get("issued"),
        identifier=found.get("identifier"), number=found.get("number"), url=found.get("url"),
        origins=tuple(sorted(origins.items())),
    )  # fmt: skip
    return whole, tuple(problems)


def _said(meta: Metadata, field: str, mark: str) -> Said | None:
    """A value as text, and its origin with the copy that it is from."""
    value = meta.place.path if field == "place" and meta.place else getattr(meta, field)
    return (str(value), dict(meta.origins).get(field, TEXT) + mark) if value else None


def _contradict(field: str, one: Said, other: Said) -> bool:
    """Whether two values cannot both be. Two pages, or two texts, tell one date; a page may be later than a signature."""
    from_text = [origin.partition(" @ ")[0] == TEXT for _, origin in (one, other)]
    if field == "issued" and from_text[0] == from_text[1]:
        return not (one[0].startswith(other[0]) or other[0].startswith(one[0]))
    return differ_in(field, one[0], other[0])
