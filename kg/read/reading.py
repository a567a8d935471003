"""One input -> Source: its bytes, their format, the reader for it, and what lies beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kg.model import Source
from kg.read import refusals
from kg.read.item import Document, Input
from kg.read.limits import MAX_TEXT
from kg.read.opening import bytes_of
from kg.read.rows import read_row
from kg.read.sniff import kind_of_bytes
from kg.read.sources import sidecar
from kg.read.text import read_text

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_input(given: Input) -> Source:
    """Read one input.

    Raises:
        InputError: one of :mod:`kg.read.refusals`; ``where`` is the input's name.
    """
    if given.row is None and given.size > MAX_TEXT:
        _check_size(given)
    data = bytes_of(given)
    if not data.strip():
        raise refusals.empty(given.name)
    document = _document(data, given)
    beside, odd = sidecar(given)
    if len(document.text) > MAX_TEXT:
        raise refusals.too_large(given.name, len(document.text), MAX_TEXT)
    text = _SURROGATE.sub("\ufffd", document.text) if not document.text.isascii() else document.text
    if not text.strip():
        raise refusals.empty(given.name)
    return Source(
        name=given.name,
        text=text,
        encoding=document.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        format=document.format,
        claims=(*given.claims, *beside, *document.claims),
        problems=tuple(replace(problem, file=given.name) for problem in (*odd, *document.problems)),
    )


def read_source(path: Path, name: str | None = None) -> Source:
    """Read one file that is neither archive nor table; :func:`read_input` for the rest."""
    size = path.stat().st_size if path.is_file() else 0
    return read_input(Input(path, name or path.name, size=size))


def _check_size(given: Input) -> None:
    """Refuse a plain text that is too large without reading it; other formats have limits of their own."""
    if not given.members and given.path.is_file():
        with given.path.open("rb") as file:
            if kind_of_bytes(file.read(4096)) in ("txt", "md"):
                raise refusals.too_large(given.name, given.size, MAX_TEXT)


def _document(data: bytes, given: Input) -> Document:
    if given.row is not None:
        return read_row(data, given.row, given.name)
    suffix = PurePosixPath(given.members[-1] if given.members else given.path.name).suffix
    kind = kind_of_bytes(data, suffix)
    if kind in ("txt", "md"):
        return read_text(data, given.name, kind)
    return _reader(kind, given.name)(data, given.name)


def _reader(kind: str, name: str) -> Callable[[bytes, str], Document]:
    """The reader of a format; its libraries are loaded now."""
    if kind == "html":
        from kg.read.web import read_page

        return read_page
    if kind == "mhtml":
        from kg.read.mail import read_mhtml

        return read_mhtml
    if kind == "pdf":
        from kg.read.pdf import read_pdf

        return read_pdf
    if kind == "docx":
        from kg.read.word import read_docx

        return read_docx
    if kind in ("doc", "rtf", "office"):
        from kg.read.office import read_office

        return read_office
    raise _refusal(kind, name)


def _refusal(kind: str, name: str) -> Exception:
    if kind == "image":
        return refusals.no_text(name, "image")
    if kind == "xlsx":
        return refusals.unsupported(name, kind, "另存为 CSV（UTF-8）", "save it as CSV (UTF-8)")
    if kind in ("7z", "rar", "gz", "bz2", "xz"):
        return refusals.unsupported(name, kind, "解压后把文件夹交给 kg build", "unpack it and give kg build the folder")
    if kind == "zip":
        return refusals.damaged(name, "zip")
    return refusals.unsupported(name, kind, "另存为 PDF、docx 或文本", "save it as PDF, docx or text")
