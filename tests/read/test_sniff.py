"""What a file is, told by its bytes; names decide nothing but the kind of plain text."""

import io
import zipfile

import pytest
import tiny_pdf
from docx import Document

from kg.read import read_source
from kg.read.sniff import HEAD, header, kind_of, kind_of_bytes

PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body><p>推进法治政府建设</p></body></html>"
ROW = '{"title": "平川县", "正文": "推进法治政府建设"}\n'


def zipped(*names):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return held.getvalue()


CASES = [
    (b"%PDF-1.7\n", "pdf"), (b"\r\n%PDF-1.4", "pdf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"), (b"{\\rtf1\\ansi", "rtf"),
    (zipped("word/document.xml", "[Content_Types].xml"), "docx"), (zipped("xl/workbook.xml", "[Content_Types].xml"), "xlsx"),
    (zipped("mimetype", "content.xml"), "office"), (zipped("a.html"), "zip"), (zipped(), "zip"),
    (b"\x89PNG\r\n\x1a\n", "image"), (b"\xff\xd8\xff\xe0", "image"), (b"Rar!\x1a\x07", "rar"), (b"7z\xbc\xaf\x27\x1c", "7z"),
    (PAGE.encode(), "html"), (PAGE.encode("gb18030"), "html"), (PAGE.encode("utf-8-sig"), "html"),
    (PAGE.encode("utf-16"), "html"),
    (b"\n<!-- saved from url=(1)x -->\n<HTML>", "html"), (b'<?xml version="1.0"?>\n<html>', "html"),
    (b"<div>x</div><p>y</p>", "html"),
    (b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", "mhtml"), (b"MIME-Version: 1.0\n", "mhtml"),
    (ROW.encode(), "jsonl"), ("标题,正文\n甲,乙\n".encode(), "csv"), ("标题\t内容\n".encode("gb18030"), "csv"),
    ("平川县2023年法治政府建设年度报告\n标题,正文".encode(), "txt"), ("2023年，全文如下，正文\n".encode(), "txt"),
    (b'{"a": 1}\n', "txt"),
    ("1 < 2 且 <b>x</b>".encode(), "txt"), (b"BMW", "txt"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), CASES, ids=[f"{kind}-{at}" for at, (_, kind) in enumerate(CASES)])
def test_bytes_tell_the_format_under_any_name(data, kind):
    for suffix in (".txt", ".pdf", ".doc", ""):
        assert kind_of_bytes(data, suffix) == kind


def test_the_name_decides_between_kinds_of_text_only():
    assert kind_of(b"# x", ".md") == "md"
    assert kind_of(b"a,b\n", ".csv") == "csv"
    assert kind_of(b"%PDF-1.7", ".md") == "pdf"


def test_the_head_is_enough():
    """Characters cut in two at the end of the head do not change what it is."""
    for encoding in ("utf-8", "gb18030"):
        for cut in range(6):
            head = ("标题,正文\n甲," + "推进法治政府建设" * 1000).encode(encoding)[: HEAD - cut]
            assert kind_of(head) == "csv"


def test_columns_by_what_they_mean_and_the_delimiter():
    assert header("标题;地区;正文") == (["title", "place", "text"], ";")
    assert header("url\ttext\tnote") == (["url", "text", "note"], "\t")
    assert header("推进法治，建设政府") == ((), ",")


def test_documents_under_wrong_names(tmp_path):
    words = "推行“一窗通办”改革，办理事项1200件，群众十分满意，各项工作取得新的成效，行政执法队伍力量有待加强。"
    held = io.BytesIO()
    document = Document()
    document.add_paragraph(words)
    document.save(held)
    runs = [(72, 700, 10, words[:40]), (72, 680, 10, words[40:])]
    for name, data, kind in (("a.txt", held.getvalue(), "docx"), ("b.doc", f"<html><p>{words * 3}</p></html>".encode(), "html"),
                             ("c.html", tiny_pdf.pdf(runs), "pdf"), ("d.pdf", words.encode("gb18030"), "txt")):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        source = read_source(tmp_path / name)
        assert (source.name, source.format) == (name, kind)
        assert words[:20] in source.text
