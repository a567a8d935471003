"""The seven tables, and the network as two more, in a folder or an archive of CSV files, or in one workbook.

CSV files are those of a build, unaltered: evidence there is the text of a report to the last character. A workbook is
for people: what looks like a formula is text in it, and characters that a sheet cannot hold are replaced.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.exchange.netfiles import edge_rows, node_rows
from kg.exchange.network import EDGE_COLUMNS, NODE_COLUMNS, network, xml_text
from kg.publish.tables import Header, Row, csv_bytes, tables

if TYPE_CHECKING:
    import pyoxigraph as ox
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from kg.triples import Triple

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that an archive can tell: no file bears the time it was made at

_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>fazhi-kg</dc:creator></cp:coreProperties>'
)

#: Rows of a sheet, the header among them (Excel specifications and limits).
SHEET_ROWS = 1_048_576
#: UTF-16 units of a cell; Excel calls a file with more damaged.
CELL_UNITS = 32_767
#: Columns whose cells are numbers; all others are text, codes and hashes above all.
NUMBERS = frozenset(("year", "start", "end", "count", "characters", "mentions", "value", "change"))
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DIGITS = 15  # of a number that a sheet keeps exactly
_FORMULA = ("=", "+", "-", "@")
# What Excel reads as an escaped character (ECMA-376-1, 22.9.2.19); its underscore is escaped in turn.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDTHS = {
    "evidence": 60, "title": 40, "iri": 24, "sha256": 16, "place": 28, "programme": 32, "award": 32, "body": 24,
    "document": 36, "indicator": 28, "source": 22, "recipient": 24, "publisher": 22, "series": 32, "concept": 24,
    "statedPlace": 28, "rule": 16, "raw": 12,
}  # fmt: skip
_WIDTH = 11


def csv_files(store: ox.Store, triples: Sequence[Triple]) -> dict[str, bytes]:
    """Name → bytes: the seven tables as a build writes them, ``nodes.csv`` and ``edges.csv``."""
    graph = network(triples)
    rows = tables(store) | {"nodes": (NODE_COLUMNS, node_rows(graph)), "edges": (EDGE_COLUMNS, edge_rows(graph))}
    return {f"{name}.csv": csv_bytes(header, body) for name, (header, body) in rows.items()}


def archive(files: dict[str, bytes]) -> bytes:
    """A zip of files: the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, data in files.items():
            out.writestr(_member(name), data, compresslevel=9)
    return made.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3  # whatever system writes it
    return info


def workbook(answers: dict[str, tuple[Header, list[Row]]], limit: int = SHEET_ROWS) -> tuple[bytes, int]:
    """A workbook with a sheet a table, and how many cells were too long for one and were cut.

    A table of more than ``limit`` rows, the header among them, goes on in a sheet called ``name 2``.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    cut = 0
    for name, (header, rows) in answers.items():
        for number, part in enumerate(_parts(rows, limit - 1), start=1):
            cut += _sheet(book.create_sheet(name if number == 1 else f"{name} {number}"), header, part)
    made = io.BytesIO()
    book.save(made)
    return _timeless(made), cut


def _parts(rows: list[Row], size: int) -> Iterator[list[Row]]:
    for at in range(0, max(len(rows), 1), size):
        yield rows[at : at + size]


def _sheet(sheet: WriteOnlyWorksheet, header: Header, rows: list[Row]) -> int:
    """Fill a sheet: the header bold, frozen, with filters. Returns the number of cells cut."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    last = get_column_letter(len(header))
    sheet.freeze_panes = "A2"
    for at, name in enumerate(header, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDTHS.get(name, _WIDTH)
    bold = Font(bold=True)
    cells = [_text_cell(sheet, name) for name in header]
    for cell in cells:
        cell.font = bold
    sheet.append(cells)
    cut = 0
    for row in rows:
        cut += sum(_units(value) > CELL_UNITS for value in row)
        sheet.append([_cell(sheet, name, value) for name, value in zip(header, row, strict=True)])
    sheet.auto_filter.ref = f"A1:{last}{len(rows) + 1}"
    return cut


def _cell(sheet: WriteOnlyWorksheet, column: str, value: str) -> WriteOnlyCell | int | Decimal | None:
    if not value:
        return None
    if column in NUMBERS and _NUMBER.fullmatch(value) and sum(map(str.isdigit, value)) <= _DIGITS:
        return Decimal(value) if "." in value else int(value)
    return _text_cell(sheet, value)


def _text_cell(sheet: WriteOnlyWorksheet, value: str) -> WriteOnlyCell:
    """A cell of text, whatever the text looks like: openpyxl would take ``=…`` for a formula and ``#N/A`` for an error."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell._value = _ESCAPE.sub("_x005F_", _shortened(xml_text(value)))  # past the guessing that cell.value does
    cell.data_type = "s"
    if value.startswith(_FORMULA):
        cell.quotePrefix = True  # text it stays, also for who edits the cell
    return cell


def _units(text: str) -> int:
    """UTF-16 units: characters, twice those beyond the basic plane."""
    return len(text) if len(text) <= CELL_UNITS // 2 else len(text.encode("utf-16-le")) // 2


def _shortened(text: str) -> str:
    if _units(text) <= CELL_UNITS:
        return text
    return text.encode("utf-16-le")[: (CELL_UNITS - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _timeless(made: io.BytesIO) -> bytes:
    """The workbook without the moments at which it and its parts were made."""
    with zipfile.ZipFile(made) as archived:
        files = {name: archived.read(name) for name in archived.namelist()}
    files["docProps/core.xml"] = _CORE
    # The list of contents comes first, as programs that read from the front expect (ECMA-376-2, 10.2).
    order = sorted(files, key=lambda name: (name != "[Content_Types].xml", not name.startswith("_rels"), name))
    return archive({name: files[name] for name in order})
