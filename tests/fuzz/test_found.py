"""What the fuzzing has found, made small: each broke a contract once."""

import io
import time
import zipfile

import contracts
import pytest
from invented import TITLE, report_with

from kg.gazetteer import gazetteer
from kg.mention import find_mentions
from kg.mention.awards.honours import number_of
from kg.read.body import weight
from kg.vocabulary import vocabulary

# A directory entry that asks for version 10.5 of the format, and for a method of packing that nobody has.
_ZIP = (
    b"PK\x03\x04"
    b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x00\x00\x00\x00!\x00\x89\x11\xdb^\x05\x00\x00\x00\x05\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00"
    b"\x00\x00\x00\x00\x00\x80\x01\x00\x00\x00\x00a.txtPK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x003\x00\x00\x00\x00\x00\x00\x00\x00\x00"
)


def _docx(method=None, spoilt=False):
    """A docx whose parts are packed in a way that is not known, or whose packed bytes are spoilt."""
    import docx

    document = docx.Document()
    document.add_paragraph(TITLE)
    held = io.BytesIO()
    document.save(held)
    data = bytearray(held.getvalue())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, info = archive.start_dir, archive.getinfo("word/document.xml")
        place = info.header_offset + 30 + len(info.filename)
    if spoilt:
        data[place : place + 40] = b"\xff" * 40
    if method is not None:
        data[first + 10] = method
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "codes"),
    [
        ("form-feed.html", b'<div class="footer"></div>\x0c', ["page-without-text"]),
        ("version.docx", _ZIP.replace(b"\x14\x03\x14", b"\x14\x03i"), ["file-damaged"]),
        ("method.docx", _docx(method=77), ["file-damaged"]),
        ("packed.docx", _docx(spoilt=True), ["file-damaged"]),
        ("digits.txt", (TITLE + "\n推进" + "1" * 29 + "项行动、概下。").encode(), ["built"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_is_built_or_refused(name, data, codes):
    assert contracts.tried(name, data) == codes


def test_awards_of_which_there_are_none_are_none():
    report = report_with("获评全国民主法治示范村0个，获评省级善治示范村2个。")
    found = find_mentions(report, vocabulary(), gazetteer()).awards
    assert [award.count for award in found] == [2]


def test_what_looks_like_a_number_and_is_none_is_no_count():
    assert [number_of(words) for words in ("²", "9" * 6000, "12", "３", "二十三")] == [None, None, 12, 3, 23]


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="nav"><p>甲乙。</p>' * 1500 + f"<p>{'推进依法行政，办理事项。' * 300}</p>",
        '<div class="position">' * 300 + "<p>推进依法行政，全面深化改革，办理事项一百件。</p>" * 300,
    ],
)
def test_menus_within_menus_take_time_in_proportion(markup):
    begin = time.process_time()
    contracts.tried("menus.html", f"<html><body>{markup}".encode())
    assert time.process_time() - begin < 60  # 40 s and more when each was read for itself; now below one


def test_a_run_without_a_mark_takes_time_in_proportion():
    begin = time.process_time()
    assert weight("法" * 300_000) == 0
    assert weight("法" * 300_000 + "，" + "法" * 300_000) == 300_001
    assert time.process_time() - begin < 60  # hours when each character was a start


def test_weight_counts_clauses_that_are_closed():
    assert weight("推进依法行政改革。短。首页\n推进依法行政改革，首页") == len("推进依法行政改革。") + len("推进依法行政改革，")
    assert weight("首页,新闻,公开") == 0
