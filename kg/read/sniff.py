"""What bytes are, told by themselves: names lie (a .doc that is a web page, a .pdf that is an error message)."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Sequence

from kg.read.labels import COLUMNS
from kg.read.text import lenient

HEAD = 4096
"""Bytes that tell a format."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (_OLE, "doc"), (b"{\\rtf", "rtf"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!", "rar"), (b"\x1f\x8b", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ", "xz"),
    (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"BM", "bmp"), (b"II*\0", "image"),
    (b"MM\0*", "image"),
)  # fmt: skip
_MAIL = re.compile(
    rb"^(?:[A-Za-z-]+: [^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){0,12}?(?:MIME-Version:|Content-Type:\s*multipart/related)",
    re.IGNORECASE,
)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|div|table|p|h1|script)\b)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<(?:html|head|body)[\s>]|</(?:p|div|td|span|li)>", re.IGNORECASE)
_DELIMITERS = ",\t;|"


def kind_of(data: bytes, suffix: str = "") -> str:
    """The format of a file by its first bytes (:data:`HEAD` of them suffice).

    One of ``pdf docx doc rtf office zip html mhtml csv jsonl md txt``, or what is not read: ``xlsx pptx 7z rar gz bz2 xz
    image``. ``zip`` is also said of the first bytes of a docx: :func:`kind_of_zip` looks inside. The suffix (``.md``)
    decides only between kinds of plain text.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind if kind != "bmp" else _bitmap(data, suffix)
    if _MAIL.match(data.lstrip()):
        return "mhtml"
    return _kind_of_text(lenient(data[:HEAD]), suffix.lower())


def _bitmap(data: bytes, suffix: str) -> str:
    return "image" if b"\0" in data[:64] else _kind_of_text(lenient(data[:HEAD]), suffix)


def _kind_of_text(head: str, suffix: str) -> str:
    if _HTML_START.match(head) or (head.lstrip().startswith("<") and len(_HTML_TAG.findall(head)) >= 2):
        return "html"
    if len(re.findall(r"<(?:html|head|body)[\s>]", head, re.IGNORECASE)) >= 2:
        return "html"
    if head.lstrip().startswith("{") and _is_jsonl(head, suffix):
        return "jsonl"
    columns, _ = header(head.lstrip().split("\n", 1)[0].rstrip("\r"))
    if "text" in columns and (len(columns) > 1 or suffix == ".csv"):
        return "csv"
    if suffix in (".csv", ".tsv", ".jsonl"):
        return suffix[1:].replace("tsv", "csv")
    return "md" if suffix in (".md", ".markdown") else "txt"


def _is_jsonl(head: str, suffix: str) -> bool:
    """Whether the first line is an object with a text; a line that is longer than the head shows at least its keys."""
    line, ended, _ = head.lstrip().partition("\n")
    if ended:
        try:
            first = json.loads(line)
        except ValueError:
            return False
        return isinstance(first, dict) and any(COLUMNS.get(str(key).strip().lower()) == "text" for key in first)
    keys = re.findall(r'"([^"\\]{1,20})"\s*:', line)
    return suffix in (".jsonl", ".ndjson") or any(COLUMNS.get(key.lower()) == "text" for key in keys)


def header(line: str) -> tuple[Sequence[str], str]:
    """The columns of a first line, by what they mean (``text``, ``title``, …; as written where unknown), and the delimiter.

    A line in which no delimiter stands is one column.
    """
    best: tuple[Sequence[str], str] = ((), ",")
    for delimiter in _DELIMITERS:
        cells = [cell.strip().strip('"').strip().lower() for cell in line.lstrip("\ufeff").split(delimiter)]
        known = [COLUMNS.get(cell, cell) for cell in cells]
        if sum(cell in COLUMNS for cell in cells) > sum(name in COLUMNS.values() for name in best[0]):
            best = known, delimiter
    return best


def kind_of_zip(archive: zipfile.ZipFile) -> str:
    """What a zip file is: ``docx``, ``xlsx``, ``pptx``, ``office`` (OpenDocument), else ``zip``."""
    names = set(archive.namelist())
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if f"{folder}document.xml" in names or (
            "[Content_Types].xml" in names and any(n.startswith(folder) for n in names)
        ):
            return kind
    return "office" if "mimetype" in names and "content.xml" in names else "zip"


def kind_of_bytes(data: bytes, suffix: str = "") -> str:
    """The format of a whole file in memory; a damaged zip is ``zip``."""
    kind = kind_of(data[:HEAD], suffix)
    if kind != "zip":
        return kind
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return kind_of_zip(archive)
    except Exception:  # zipfile documents no list
        return "docx" if suffix.lower() == ".docx" else "zip"
