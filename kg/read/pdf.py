"""A PDF -> Document: pages into lines, lines into paragraphs, without headers, footers and page numbers.

PDFium (pypdfium2) gives the characters and where they stand; their order in the file is not that of reading: a program
that takes “ and ” from another font may write them before or after the line they stand in. So every line is put together
here from the positions of its characters, see :mod:`kg.read.pdf_lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium

from kg.model import Claim, Problem
from kg.read import refusals
from kg.read.item import Document
from kg.read.limits import MAX_PAGES, MAX_TEXT
from kg.read.pdf_lines import Line, lines_of
from kg.read.pdf_text import paragraphs

_TAIL = 65536  # bytes at the end of a file among which the mark of its end is (ISO 32000-1, 7.5.5), with rubbish after it
_FEW = 12  # characters on a page: a stamp or a page number over a scan


def read_pdf(data: bytes, name: str) -> Document:
    """Read one PDF.

    Raises:
        InputError: ``file-damaged``, ``file-encrypted``, ``file-no-text`` or ``file-too-large``.
    """
    document = _opened(data, name)
    try:
        if len(document) > MAX_PAGES:
            raise refusals.too_many_pages(name, len(document), MAX_PAGES)
        pages = []
        size = 0
        for lines in _pages(document):
            pages.append(lines)
            size += sum(len(line.text) for line in lines)
            if size > MAX_TEXT:
                raise refusals.too_large(name, size, MAX_TEXT)
        title = _title(document)
    finally:
        document.close()
    bare = sum(sum(len(line.text) for line in lines) < _FEW for lines in pages)
    if not pages or bare == len(pages):
        raise refusals.no_text(name, "PDF")
    scanned, cut_off = bare > 0.2 * len(pages), b"%%EOF" not in data[-_TAIL:]
    problems = (_scanned(bare, len(pages)),) * scanned + (_cut_off(len(pages)),) * cut_off
    return Document(paragraphs(pages), "pdf", "pdf", (Claim("title", title, "pdf Title"),) if title else (), problems)


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        len(document)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise refusals.encrypted(name, "PDF") from error
        raise refusals.damaged(name, "PDF", str(error)) from error
    return document


def _pages(document: pdfium.PdfDocument) -> Iterator[list[Line]]:
    """The lines of each page; a page that cannot be loaded has none. One page is open at a time."""
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            yield []
            continue
        try:
            words = page.get_textpage()
            try:
                yield lines_of(words)
            finally:
                words.close()
        finally:
            page.close()


def _title(document: Any) -> str:  # noqa: ANN401 - pypdfium2 has no types
    """The title in the properties of the file, where it says more than a file name."""
    try:
        title = " ".join(str(document.get_metadata_value("Title")).split())
    except pdfium.PdfiumError:
        return ""
    return title if re.search("法治|依法|报告|总结", title) and not re.search(r"\.(?:docx?|wps|pdf)$", title) else ""


def _cut_off(whole: int) -> Problem:
    return Problem(
        "file-cut-off", "", f"PDF 不完整，末尾缺失；读到了 {whole} 页，可能还有别的", "the end of the PDF is missing; "
        f"{whole} pages could be read, and there may have been more",
        "重新下载", "download it again",
    )  # fmt: skip


def _scanned(bare: int, whole: int) -> Problem:
    return Problem(
        "pages-without-text", "", f"{whole} 页中有 {bare} 页没有文字（扫描图像），没有读到",
        f"{bare} of {whole} pages hold no text (scans); they were not read",
        "先做文字识别（OCR）", "run text recognition (OCR) on it first",
    )  # fmt: skip
