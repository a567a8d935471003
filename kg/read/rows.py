"""Tables with a text in each row: where the rows are, and what one of them says.

A table is gone through once to note the bytes of every row; a row is then read by itself, in any process, so that a
table of a hundred thousand reports is never in memory.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Claim
from kg.read import refusals
from kg.read.item import Document, Layout, Row
from kg.read.labels import COLUMNS, RANK
from kg.read.limits import MAX_TEXT
from kg.read.sniff import header
from kg.read.text import decode

_ENCODINGS = ("utf-8", "gb18030")
csv_limit = MAX_TEXT


def rows_of(file: BinaryIO, kind: str, name: str) -> Iterator[Row]:
    """The rows of an open table, ``csv`` or ``jsonl``, from the first to the last.

    Raises:
        InputError: ``file-encoding``, or ``table-without-text``: no column holds texts.
    """
    encoding = _encoding(file, name)
    file.seek(0)
    if kind == "jsonl":
        yield from _lines(file, Layout("jsonl", encoding))
        return
    first = file.readline()
    while first and not first.strip():
        first = file.readline()
    line = first.decode(encoding).rstrip("\r\n")
    known, delimiter = header(line)
    if "text" not in known:
        raise _without_text(name)
    columns = tuple(cell.strip() for cell in next(csv.reader([line.lstrip("\ufeff")], delimiter=delimiter)))
    yield from _records(file, Layout("csv", encoding, columns, delimiter))


def _encoding(file: BinaryIO, name: str) -> str:
    """``utf-8`` or ``gb18030``, whichever all lines are."""
    head = file.read(3)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusals.encoding(name, 0)
    at = 0
    for encoding in _ENCODINGS:
        file.seek(0)
        at = 0
        try:
            for line in file:
                line.decode(encoding)
                at += len(line)
        except UnicodeDecodeError:
            continue
        return encoding
    raise refusals.encoding(name, at)


def _lines(file: BinaryIO, layout: Layout) -> Iterator[Row]:
    at = 0
    for number, line in enumerate(file, start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield Row(number, at, at + len(line), layout)
        at += len(line)


def _records(file: BinaryIO, layout: Layout) -> Iterator[Row]:
    """The records of a CSV table behind its header; a quoted cell may go over many lines."""
    csv.field_size_limit(csv_limit)
    ends = [file.tell()]

    def lines() -> Iterator[str]:
        for line in file:
            ends.append(ends[-1] + len(line))
            yield line.decode(layout.encoding)

    reader = csv.reader(lines(), delimiter=layout.delimiter)
    before = number = 0
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:  # a NUL, a carriage return: reading that row will say so
            if "field limit" in str(error):  # a quotation mark without its other: nobody knows where a row begins again
                yield Row(number + 1, ends[0], file.seek(0, io.SEEK_END), layout)
                return
            record = ["?"]
        if record is None:
            return
        start, end = ends[0], ends[reader.line_num - before]
        del ends[: reader.line_num - before]
        before = reader.line_num
        if any(cell.strip() for cell in record):
            number += 1
            yield Row(number, start, end, layout)


def read_row(data: bytes, row: Row, name: str) -> Document:
    """The report in one row: its text, and its other columns as claims.

    Raises:
        InputError: ``row-broken`` or ``file-empty``.
    """
    cells = _cells(data, row.layout, name)
    text = ""
    claims = []
    for column, value in cells.items():
        key = COLUMNS.get(column.strip().lower())
        if key == "text" and len(value) > len(text):
            text = value
        elif key and key not in ("text", "file") and value.strip():
            claims.append(Claim(key, value.strip(), f"column {column.strip()}"))
    if not text.strip():
        raise refusals.empty(name)
    claims.sort(key=lambda claim: RANK.get(claim.origin.removeprefix("column "), 0))
    return Document(text, row.layout.kind, row.layout.encoding, tuple(claims))


def _cells(data: bytes, layout: Layout, name: str) -> Mapping[str, str]:
    try:
        written = data.decode(layout.encoding).lstrip("\ufeff")
        if layout.kind == "jsonl":
            found = json.loads(written)
            return {str(key): _plain(value) for key, value in found.items()}
        csv.field_size_limit(csv_limit)
        record = next(csv.reader(io.StringIO(written, newline=""), delimiter=layout.delimiter))
    except (ValueError, csv.Error, StopIteration, AttributeError, RecursionError) as error:
        raise InputError(
            "row-broken", f"这一行读不了（{error}）", f"this row cannot be read ({error})", where=name,
            remedy_zh="检查这一行的引号和分隔符", remedy_en="check its quotation marks and delimiters",
        ) from error  # fmt: skip
    return dict(zip(layout.columns, record, strict=False))


def _plain(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _without_text(name: str) -> InputError:
    return InputError(
        "table-without-text", "表格里没有正文列（正文、内容、text、content）",
        "no column holds texts (text, content, 正文, 内容)",
        where=name, remedy_zh="给正文列起名“正文”；若这是网址清单，用 --sources 给出",
        remedy_en="name the column of the texts “text”; where this is a list of addresses, give it by --sources",
    )  # fmt: skip


def table_of(data: bytes) -> list[dict[str, str]]:
    """The rows of a small table in memory (a list of sources), by column. Raises UnicodeDecodeError, csv.Error."""
    text, _ = decode(data)
    _, delimiter = header(text.lstrip().split("\n", 1)[0])
    return [
        {str(key): value or "" for key, value in row.items() if key and isinstance(value, str)}
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]
