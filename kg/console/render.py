"""Answers as text: tab-separated, CSV, JSON, and tables for a terminal."""

from __future__ import annotations

import csv
import io
import json as json_text
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kg.console.messages import pick, text
from kg.inquiry.explain import Statement
from kg.inquiry.suggest import Thing
from kg.model import Problem
from kg.vocabulary import prefixes, vocabulary

if TYPE_CHECKING:
    from rich.table import Table


def tsv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as lines of cells with tabs between; tabs and line ends within a cell become spaces."""
    return "".join("\t".join(map(_one_line, row)) + "\n" for row in (header, *rows))


def _one_line(cell: str) -> str:
    return " ".join(cell.replace("\t", " ").splitlines())


def as_json(data: object) -> str:
    """JSON with Chinese left readable, and a line end."""
    return json_text.dumps(data, ensure_ascii=False, indent=1) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], base: str = "") -> Table:
    """A table for a terminal: numbers to the right, IRIs of the graph by their short names."""
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    body = [[shorten(cell, base) for cell in row] for row in rows]
    made = RichTable(box=box.SIMPLE_HEAD, pad_edge=False)
    for at, name in enumerate(header):
        numeric = all(_number(row[at]) for row in body)
        made.add_column(name, justify="right" if numeric and body else "left", overflow="fold")
    for row in body:
        made.add_row(*(Text(cell) for cell in row))
    return made


def _number(cell: str) -> bool:
    return not cell or cell.replace(".", "", 1).removeprefix("-").isdigit()


def shorten(iri: str, base: str) -> str:
    """An IRI as prefix and local name (``place:330105``) where the graph has a prefix for it."""
    if not base or "://" not in iri:
        return iri
    found = [(prefix, whole) for prefix, whole in prefixes(base).items() if iri.startswith(whole)]
    prefix, whole = max(found, key=lambda pair: len(pair[1]), default=("", ""))
    return f"{prefix}:{iri.removeprefix(whole)}" if whole else iri


def explained(thing: Thing | None, iri: str, found: Sequence[Statement]) -> str:
    """A thing and the sentences behind what is said of it, as plain text with a blank line between statements."""
    head = [text("thing", name=thing.shown, kind=_kind(thing.kind))] if thing else []
    blocks = ["\n".join([*head, iri, text("statements", count=len(found))])]
    return "\n\n".join([*blocks, *map(_statement, found)]) + "\n"


def _kind(name: str) -> str:
    """What a class is called, by its local name."""
    words = vocabulary()
    return pick(*words.labels[words.term(("org:" if name == "FormalOrganization" else "fz:") + name)])


def _statement(said: Statement) -> str:
    value = said.value + said.unit
    place, year = said.place or text("no-place"), said.year or text("no-year")
    parts = [said.subject, value, said.recipient, said.status_label, place, year]
    lines = [" · ".join(part for part in parts if part)]
    for one in said.sentences:
        where = f"{one.source} [{one.start}:{one.end}]"
        lines.append("  " + " · ".join(part for part in (where, one.title, one.role) if part))
        lines.append("    " + _one_line(one.text))
    return "\n".join(lines)


def explained_json(thing: Thing | None, iri: str, found: Sequence[Statement]) -> dict[str, object]:
    """The same for programs: keys ``iri``, ``kind``, ``label`` and ``statements``."""
    kind, label = (thing.kind, thing.shown) if thing else ("", "")
    return {"iri": iri, "kind": kind, "label": label, "statements": [asdict(said) for said in found]}


def objects(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[dict[str, str]]:
    """Rows as objects, for JSON."""
    return [dict(zip(header, row, strict=True)) for row in rows]


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""CSV with lines ended by \n, as programs on a pipe like it."""
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\n").writerows((header, *rows))
    return lines.getvalue()


def file_bytes(header: Sequence[str], rows: Sequence[Sequence[str]], *, json: bool) -> bytes:
    r"""Rows as a file: JSON, or CSV as spreadsheets read it (UTF-8 with BOM, \r\n)."""
    if json:
        return as_json(objects(header, rows)).encode()
    return csv_text(header, rows).replace("\n", "\r\n").encode("utf-8-sig")


def problem_dict(problem: Problem) -> dict[str, object]:
    """A problem as build.json has it."""
    return {
        "code": problem.code,
        "file": problem.file,
        "message": {"zh": problem.zh, "en": problem.en},
        "remedy": {"zh": problem.remedy_zh, "en": problem.remedy_en},
    }


def stats_tables(found: Mapping[str, Any]) -> list[tuple[str, list[str], list[list[str]]]]:
    """What :func:`kg.inquiry.stats.stats` found, as tables: title, header, rows."""
    kinds = [[text(f"class:{name}"), str(count)] for name, count in found["classes"].items()]
    reports = [[row["place"] or text("no-place"), row["year"] or text("no-year"), str(row["reports"])]
               for row in found["reports"]]  # fmt: skip
    tallies = (("stats-programmes", "curation", "programmes"), ("stats-status", "status", "statuses"))
    return [
        (text("stats-things"), [text("kind"), text("count")], [*kinds, [text("triples"), str(found["triples"])]]),
        (text("stats-reports"), [text("place"), text("year"), text("reports")], reports),
        *((text(title), [text("kind"), text("count")], _tally(scheme, found[name])) for title, scheme, name in tallies),
    ]


def _tally(scheme: str, counts: Mapping[str, int]) -> list[list[str]]:
    concepts = {notation: vocabulary().concept(scheme, notation) for notation in counts}
    return [[pick(concepts[notation].zh, concepts[notation].en), str(count)] for notation, count in counts.items()]
