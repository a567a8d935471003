"""The seven tables: queries of ontology/questions/tables/ on the graph, and CSV as spreadsheets read it.

The tables hold nothing that the graph does not: whoever has graph.ttl can make them again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import ConfigurationError
from kg.vocabulary import ontology_folder

Header = tuple[str, ...]
Row = tuple[str, ...]

TABLES = ("reports", "places", "implementations", "awards", "bodies", "documents", "indicators")


def tables(store: ox.Store) -> dict[str, tuple[Header, list[Row]]]:
    """Return each table by name: its header, and its rows as plain strings, "" where nothing is known.

    Raises ConfigurationError where a query is missing or wrong.
    """
    return {name: _table(store, name) for name in TABLES}


def things(store: ox.Store) -> dict[str, list[dict[str, str]]]:
    """Return what the atlas knows of places, programmes, honours and indicators: rows by the name of their query."""
    folder = ontology_folder() / "questions" / "atlas"
    answers = {path.stem: _answer(store, path) for path in sorted(folder.glob("*.rq"))}
    return {name: [dict(zip(header, row, strict=True)) for row in rows] for name, (header, rows) in answers.items()}


def _table(store: ox.Store, name: str) -> tuple[Header, list[Row]]:
    return _answer(store, ontology_folder() / "questions" / "tables" / f"{name}.rq")


def _answer(store: ox.Store, path: Path) -> tuple[Header, list[Row]]:
    try:
        solutions = store.query(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError) as error:
        raise ConfigurationError(
            "table-query-broken", f"表格查询 {path.name} 用不了：{error}", f"Cannot use {path.name}: {error}",
            where=str(path), remedy_zh="恢复这个文件。", remedy_en="Restore the file.",
        ) from error  # fmt: skip
    assert isinstance(solutions, ox.QuerySolutions)
    header = tuple(variable.value for variable in solutions.variables)
    return header, [tuple(cell(value) for value in solution) for solution in solutions]


def cell(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    """A value of an answer as a plain string: an IRI or the text of a literal, else nothing."""
    return value.value if isinstance(value, (ox.NamedNode, ox.Literal)) else ""


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    r"""Return a table as UTF-8 with a byte order mark (for spreadsheets), lines ended by \r\n (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
