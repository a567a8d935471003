"""A docx -> Document: paragraphs and tables in order, with the numbers that Word counts by itself.

python-docx opens the package; its ``paragraph.text`` leaves out text boxes, content controls and inserted passages, and
no library gives automatic numbers (一、（一）1.), which hold the structure of a report. So the elements of ECMA-376 part 1
section 17 are walked here: ``w:p`` is a line, ``w:tr`` a line with tabs between its cells, deleted text is left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx

from kg.model import Claim
from kg.read import refusals
from kg.read.item import Document
from kg.read.limits import MAX_FILE, MAX_RATIO, MAX_XML, MIB
from kg.read.word_numbers import Numbers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What is not of the text: deleted passages, fields' instructions, notes, the second copy of a text box.
_LEFT_OUT = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}tblPr", f"{_MC}Fallback"))
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def read_docx(data: bytes, name: str, kind: str = "docx") -> Document:
    """Read one docx.

    Raises:
        InputError: ``file-damaged``, ``file-too-large`` or ``file-no-text``.
    """
    _check(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        numbers = Numbers(_part(document, "numbering_part"), document.styles.element)
        lines = [line.rstrip() for line in _lines(body, numbers)]
    except MemoryError:
        raise
    except Exception as error:  # whatever zipfile, zlib, lxml and python-docx raise for a part that is not what it should be
        raise refusals.damaged(name, "Word", str(error)) from error
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"
    if not text.strip():
        raise refusals.no_text(name, "Word")
    return Document(text, kind, kind, _claims(document))


def _check(data: bytes, name: str) -> None:
    """Refuse a package that grows beyond reason; it is a zip file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except Exception as error:  # zipfile documents no list
        raise refusals.damaged(name, "Word", str(error)) from error
    parsed = sum(info.file_size for info in infos if info.filename.lower().endswith((".xml", ".rels")))
    if parsed > MAX_XML:
        raise refusals.too_large(name, parsed, MAX_XML)
    whole = sum(info.file_size for info in infos)
    grown = any(info.file_size > 10 * MIB and info.file_size > MAX_RATIO * max(1, info.compress_size) for info in infos)
    if whole > MAX_FILE or grown:
        raise refusals.too_large(name, whole, MAX_FILE)


def _part(document: Any, which: str) -> Any:  # noqa: ANN401 - python-docx has no types
    """The root element of a part, None where the package has none. python-docx would make an empty one."""
    reltype = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{which.removesuffix('_part')}"
    try:
        return document.part.part_related_by(reltype).element
    except (KeyError, AttributeError):
        return None


def _lines(body: Any, numbers: Numbers) -> Iterator[str]:  # noqa: ANN401
    """The lines of a body or of whatever holds paragraphs and tables."""
    for element in body:
        if element.tag == f"{W}p":
            yield from (numbers.of(element) + _text(element)).split("\n")
            yield from (line for box in _boxes(element) for line in _lines(box, numbers))
        elif element.tag == f"{W}tbl":
            yield from _table(element, numbers)
        elif element.tag not in _LEFT_OUT and len(element):  # content controls, custom XML, inserted blocks
            yield from _lines(element, numbers)


def _table(table: Any, numbers: Numbers) -> Iterator[str]:  # noqa: ANN401
    """A row is a line; one with a single cell, or with long cells, is laid-out text: its paragraphs."""
    for row in table.iter(f"{W}tr"):
        if _owner(row, f"{W}tbl") is not table:
            continue
        cells = [list(_lines(cell, numbers)) for cell in row.iter(f"{W}tc") if _owner(cell, f"{W}tr") is row]
        joined = ["".join(part.strip() for part in cell) for cell in cells]
        if len(cells) < 2 or max(map(len, joined)) > 200:
            yield from (line for cell in cells for line in cell)
        else:
            yield "\t".join(joined).strip("\t")


def _owner(element: Any, tag: str) -> Any:  # noqa: ANN401
    above = element.getparent()
    while above is not None and above.tag != tag:
        above = above.getparent()
    return above


def _text(paragraph: Any) -> str:  # noqa: ANN401
    """The text of a paragraph; a page or column break within it is none of the text."""
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _LEFT_OUT or element.tag == f"{W}txbxContent":
            continue
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in _MARKS:
            parts.append("" if element.get(f"{W}type") in ("page", "column") else _MARKS[element.tag])
        stack += reversed(element)
    return "".join(parts)


def _boxes(paragraph: Any) -> list[Any]:  # noqa: ANN401
    """The text boxes that are anchored in a paragraph, once each."""
    return [box for box in paragraph.iter(f"{W}txbxContent") if not _within(box, f"{_MC}Fallback", paragraph)
            and not _within(box, f"{W}txbxContent", paragraph)]  # fmt: skip


def _within(element: Any, tag: str, stop: Any) -> bool:  # noqa: ANN401
    above = element.getparent()
    while above is not None and above is not stop:
        if above.tag == tag:
            return True
        above = above.getparent()
    return False


def _claims(document: Any) -> tuple[Claim, ...]:  # noqa: ANN401
    """The title in the properties, where it is one of a report. Dates and authors there are those of some template."""
    try:
        title = " ".join(str(document.core_properties.title or "").split())
    except Exception:  # as above; the text is there all the same
        return ()
    return (Claim("title", title, "docx title"),) if re.search("法治|依法", title) and len(title) < 100 else ()
