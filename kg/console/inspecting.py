"""What ``kg inspect`` shows: for people, in colour on a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.console.messages import pick, problem_line, text
from kg.console.render import as_json, problem_dict
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.inspection import Inspection, Outline

Piece = tuple[str, str]
"""A text and the style it has on a terminal ("" for none)."""

_ROLES = {"achievement": "green", "problem": "red", "plan": "cyan", "duty": "magenta", "lead": "yellow"}
_LONG = 60  # characters of a heading that are shown


def inspected(found: Sequence[Inspection]) -> list[list[Piece]]:
    """Lines for people: one report in full, of several a line each."""
    if len(found) == 1:
        return _whole(found[0])
    lines = [_short(one) for one in found]
    return [*lines, [(text("inspect-many", count=len(found)), "dim")]]


def _short(one: Inspection) -> list[Piece]:
    if not one.format:
        return [(problem_line(problem), "red") for problem in one.problems[:1]]
    meta = {key: value for key, value, _ in one.metadata}
    told = [meta.get("place", text("no-place")), meta.get("year", text("no-year")), meta.get("title", "")]
    rest = " · ".join([one.format, text("characters", count=one.characters), *told])
    flaws = [(" ! " + ", ".join(problem.code for problem in one.problems), "red")] if one.problems else []
    return [(one.name, "bold"), ("  " + rest, ""), *flaws]


def _whole(one: Inspection) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[(one.name, "bold")]]
    if one.format:
        size = text("bytes", count=one.size)
        read = [
            one.format,
            one.encoding,
            size,
            text("characters", count=one.characters),
            text("sentences", count=one.sentences),
        ]
        lines.append([("  " + " · ".join(dict.fromkeys(read)), "")])
        genre = text(f"genre:{one.genre}")
        lines.append([("  " + genre, "green" if one.genre == "report" else "bold red")])
        lines += [[], [(text("metadata"), "bold")], *map(_datum, one.metadata)]
        lines += [[], [(text("outline"), "bold")], *map(_section, one.outline)]
    lines += [[], [(text("flaws"), "bold")]]
    lines += [[(f"  {problem_line(problem)}", "red")] for problem in one.problems] or [
        [("  " + text("no-flaws"), "green")]
    ]
    return lines


def _datum(row: tuple[str, str, str]) -> list[Piece]:
    key, value, origin = row
    shown = text("from-text") if origin == "text" else origin
    return [(f"  {text(f'meta:{key}')}  ", "cyan"), (" ".join(value.split()), ""), (f"  ← {shown}", "dim")]


def _section(section: Outline) -> list[Piece]:
    concept = vocabulary().concept("role", section.role)
    heading = " ".join(section.heading.split()) or text("lead")
    cut = heading if len(heading) <= _LONG else heading[:_LONG] + "…"
    year = f" {section.year}" if section.year else ""
    role = pick(concept.zh, concept.en) + year
    return [("  " + "  " * max(0, section.level - 1) + cut, ""), (f"  {role}", _ROLES.get(section.role, "")),
            (f"  [{section.start}:{section.end}]", "dim")]  # fmt: skip


def inspected_json(found: Sequence[Inspection]) -> str:
    """The same for programs: a list with an object for each report, its text included."""
    return as_json([_object(one) for one in found])


def _object(one: Inspection) -> dict[str, object]:
    plain = asdict(one) | {"problems": [problem_dict(problem) for problem in one.problems]}
    for name in ("metadata", "claims"):
        plain[name] = [{"key": key, "value": value, "from": origin} for key, value, origin in getattr(one, name)]
    return plain
