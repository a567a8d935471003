"""Bad inputs of every kind, made by code: what arrives in folders of thousands of files."""

import io
import os
import zipfile
from pathlib import Path

import tiny_pdf
from conftest import SAMPLES

GOOD = (SAMPLES / "wulin-2022.txt").read_text(encoding="utf-8")
LINE = "武林街道深化改革，推行一窗通办，全年办理事项一百二十件。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
MENU = '<li><a href="/a">政务公开</a></li><li><a href="/b">互动交流</a></li>' * 30
SIZE_OF_HUGE = 200_000_000


def zipped(members, kind=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", kind) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def pdf(pages=1, lines=20):
    """Lines of their own on every page: PDFium passes over a line that is printed twice in a row."""
    first = "2023年武林街道法治政府建设年度报告"
    words = [[f"{page}之{at}、{LINE}" for at in range(lines)] for page in range(pages)]
    words[0][0] = first
    return tiny_pdf.pdf(*([(60, 780 - 24 * at, 14, line) for at, line in enumerate(page)] for page in words))


def locked_pdf():
    """Encrypted by RC4 with an owner's and a user's password that nobody knows (ISO 32000-1, 7.6.3)."""
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'a1' * 32}>/U<{'b2' * 32}>/P -4>>/ID[<00><00>]"
    return pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock.encode())


def locked_odt():
    manifest = "<manifest><file-entry full-path='content.xml'><encryption-data/></file-entry></manifest>"
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": b"\x8a\x11", "META-INF/manifest.xml": manifest})


def good(words):
    """A report like the good one, and not the same."""
    return GOOD + f"{words}推进依法行政，全年办理事项一百二十件。\n"


def make(folder: Path) -> None:
    """Write them all into a folder, a good report among them."""
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "stump.pdf").write_bytes(pdf()[:60])
    (folder / "half.pdf").write_bytes(pdf(3).rpartition(b"startxref")[0])
    (folder / "locked.pdf").write_bytes(locked_pdf())
    (folder / "scan.pdf").write_bytes(tiny_pdf.pdf([], [], [(290, 30, 9, "3")]))
    (folder / "book.pdf").write_bytes(pdf(2001, lines=1))
    (folder / "locked.docx").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    fib = b"\xec\xa5\xc1\x00" + b"\0" * 7 + b"\x01" + b"\0" * 500
    (folder / "locked.doc").write_bytes(OLE + fib + "WordDocument".encode("utf-16-le"))
    (folder / "locked.odt").write_bytes(locked_odt())
    (folder / "half.docx").write_bytes(zipped({"word/document.xml": "<w/>" * 500})[:200])
    (folder / "big.docx").write_bytes(zipped({"word/document.xml": b"<a>" + b"x" * 70_000_000}))
    (folder / "bomb.zip").write_bytes(zipped({"a.txt": b"0" * 60_000_000}))
    (folder / "escape.zip").write_bytes(zipped({"../../escape.txt": GOOD}))
    (folder / "half.zip").write_bytes(zipped({"a.txt": GOOD})[:900])
    with (folder / "huge.txt").open("wb") as file:
        file.write(GOOD.encode())
        file.truncate(SIZE_OF_HUGE)
    (folder / "zeros.txt").write_bytes(b"\0" * 100_000)
    (folder / "menu.html").write_text(f"<html><body><ul>{MENU}</ul></body></html>", encoding="utf-8")
    (folder / "cell.jsonl").write_text('{"正文": "' + "法" * 14_000_000 + '"}\n', encoding="utf-8")
    (folder / "vanishes.txt").write_text(good("消失"), encoding="utf-8")
    (folder / "changes.csv").write_text(f'正文\n"{good("改动")}"\n', encoding="utf-8")
    (folder / "known.xyz").write_text(good("后缀"), encoding="utf-8")
    (folder / "unknown.xyz").write_bytes(bytes(range(1, 256)) * 40)
    (folder / "sheet.xlsx").write_bytes(zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}))
    (folder / "closed").mkdir()


def make_links(folder: Path) -> None:
    """A link to itself, a link to the folder that it is in, and a pipe that nobody writes to."""
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")


GBK_NAME = os.fsdecode("拱墅区.txt".encode("gbk")) if os.name == "posix" else ""


def make_gbk_name(folder: Path) -> None:
    """A report whose name was written by a system in GBK."""
    (folder / GBK_NAME).write_text(good("文件名"), encoding="utf-8")


CODES = {
    "empty.pdf": "file-empty",
    "stump.pdf": "file-damaged",
    "half.pdf": "file-cut-off",
    "locked.pdf": "file-encrypted",
    "scan.pdf": "file-no-text",
    "book.pdf": "file-too-large",
    "locked.docx": "file-encrypted",
    "locked.doc": "file-encrypted",
    "locked.odt": "file-encrypted",
    "half.docx": "file-damaged",
    "big.docx": "file-too-large",
    "bomb.zip": "archive-too-large",
    "escape.zip!/../../escape.txt": "archive-unsafe-path",
    "half.zip": "file-damaged",
    "huge.txt": "file-too-large",
    "zeros.txt": "file-binary",
    "menu.html": "page-without-text",
    "cell.jsonl#1": "file-too-large",
    "vanishes.txt": "file-unreadable",
    "changes.csv#1": "file-changed",
    "unknown.xyz": "file-binary",
    "sheet.xlsx": "format-unsupported",
    "closed": "folder-unreadable",
    "itself.txt": "file-unreadable",
    "round": "link-not-followed",
    "pipe.txt": "file-unreadable",
}
"""The code of the problem with each, by the name that it has in the problem."""
