"""Workbooks and CSV: the cells that were meant, as text where text is meant, the same bytes each time."""

import csv
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nasty import NAMES, TEXTS, triples_of
from openpyxl.utils.escape import unescape

from kg.exchange.network import xml_text
from kg.exchange.rdf import sorted_triples
from kg.exchange.sheets import CELL_UNITS, NUMBERS, archive, csv_files, workbook
from kg.graph import store as store_of
from kg.inquiry.stored import open_graph
from kg.publish.tables import TABLES, tables


@pytest.fixture(scope="module")
def store(built):
    return open_graph(built).store


@pytest.fixture(scope="module")
def answers(store):
    return tables(store)


def opened(answers, **limits):
    data, cut = workbook(answers, **limits)
    return openpyxl.load_workbook(io.BytesIO(data)), cut


def shown(cell):
    """What a cell shows, as the tables spell it."""
    if cell.value is None:
        return ""
    return unescape(cell.value) if cell.data_type == "s" else f"{cell.value:.15g}"


def cells(sheet):
    return [tuple(shown(cell) for cell in row) for row in sheet.iter_rows()]


def as_kept(rows):
    """Rows as a sheet keeps them."""
    return [tuple(xml_text(cell) for cell in row) for row in rows]


# --- workbooks --------------------------------------------------------------------------------------------------------


def test_every_table_is_a_sheet_with_the_same_cells(answers):
    book, cut = opened(answers)
    assert tuple(book.sheetnames) == TABLES
    assert cut == 0
    for name, (header, rows) in answers.items():
        assert rows
        assert cells(book[name]) == as_kept([header, *rows])


def test_numbers_are_numbers_and_codes_are_text(answers):
    book, _ = opened(answers)
    kinds = {}
    for sheet in book:
        header, *rows = sheet.iter_rows()
        for row in rows:
            for name, cell in zip(header, row, strict=True):
                if cell.value is not None:
                    kinds.setdefault(name.value, set()).add(cell.data_type)
    assert {name for name, kind in kinds.items() if kind == {"n"}} == NUMBERS
    assert {name for name, kind in kinds.items() if kind == {"s"}} == kinds.keys() - NUMBERS
    assert kinds["adcode"] == {"s"}


def test_header_is_bold_frozen_and_filtered(answers):
    book, _ = opened(answers)
    for sheet in book:
        assert all(cell.font.b for cell in sheet[1])
        assert not sheet["A2"].font.b
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert 5 < sheet.column_dimensions["A"].width < 80


def test_what_looks_like_a_formula_is_text():
    header = ("programme", "evidence", "value")
    rows = [(name, name, "-1.5") for name in NAMES]
    book, _ = opened({"implementations": (header, rows)})
    _, *read = book["implementations"].iter_rows()
    assert len(read) == len(NAMES)
    for name, row in zip(NAMES, read, strict=True):
        assert row[0].data_type == row[1].data_type == "s"
        assert row[0].quotePrefix == name.startswith(("=", "+", "-", "@"))
        assert (row[2].data_type, row[2].value) == ("n", -1.5)
    assert read[0][0].value == '=HYPERLINK("http://example.org","甲")'
    data, _ = workbook({"implementations": (header, rows)})
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b'<c r="A2" s="' in sheet  # the cell of the formula, with the style that keeps it text
    assert b'quotePrefix="1"' in zipfile.ZipFile(io.BytesIO(data)).read("xl/styles.xml")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=6))
def test_any_text_comes_back(rows):
    header = ("programme", "evidence", "adcode")
    book, _ = opened({"x": (header, rows)})
    assert cells(book["x"]) == as_kept([header, *rows])


@pytest.mark.parametrize("value", ["12345678901234567890", "007", "1e5", "近12", "1.", "-", "٣"])
def test_what_is_no_plain_number_stays_text(value):
    book, _ = opened({"x": (("value",), [(value,)])})
    assert (book["x"]["A2"].data_type, book["x"]["A2"].value) == ("s", value)


def test_cells_too_long_are_cut_and_counted():
    long, wide = "甲" * (CELL_UNITS + 1), "𠀀" * (CELL_UNITS // 2 + 1)
    book, cut = opened({"x": (("evidence", "raw"), [(long, "a" * CELL_UNITS), (wide, "")])})
    assert cut == 2
    assert book["x"]["A2"].value == "甲" * (CELL_UNITS - 1) + "…"
    assert book["x"]["B2"].value == "a" * CELL_UNITS
    assert book["x"]["A3"].value == "𠀀" * (CELL_UNITS // 2) + "…"


def test_a_table_too_long_for_a_sheet_goes_on_in_the_next():
    rows = [(str(number),) for number in range(10)]
    book, _ = opened({"awards": (("count",), rows), "none": (("count",), [])}, limit=5)
    assert book.sheetnames == ["awards", "awards 2", "awards 3", "none"]
    assert [row for name in book.sheetnames[:3] for row in cells(book[name])[1:]] == rows
    assert all(cells(sheet)[0] == ("count",) for sheet in book)


def test_workbooks_bear_no_time(answers, monkeypatch):
    import datetime
    import time

    first, _ = workbook(answers)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2031, 2, 3, 4, 5, 6, 0, 34, 0)))
    monkeypatch.setattr(time, "time", lambda: datetime.datetime(2031, 2, 3).timestamp())
    second, _ = workbook(answers)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in parts.read("docProps/core.xml")
        assert parts.namelist()[0] == "[Content_Types].xml"


# --- CSV --------------------------------------------------------------------------------------------------------------


def test_tables_are_those_of_the_build_unaltered(built, store):
    files = csv_files(store, sorted_triples(store))
    assert set(files) == {*(f"{name}.csv" for name in TABLES), "nodes.csv", "edges.csv"}
    for name in TABLES:
        assert files[f"{name}.csv"] == (built / "tables" / f"{name}.csv").read_bytes()
    assert all(data.startswith(b"\xef\xbb\xbf") for data in files.values())


def test_evidence_is_the_text_of_the_report_to_the_last_character():
    rows = triples_of(NAMES)
    files = csv_files(store_of(rows), rows)
    read = list(csv.DictReader(io.StringIO(files["implementations.csv"].decode("utf-8-sig"), newline="")))
    assert set(NAMES) <= {row["evidence"] for row in read}


def test_an_archive_is_the_same_each_time(store):
    files = csv_files(store, sorted_triples(store))
    made = archive(files)
    assert made == archive(files)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert parts.testzip() is None
        assert {name: parts.read(name) for name in parts.namelist()} == files
