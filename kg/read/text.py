"""Bytes of plain text -> Document, and the decoding of everything that is text."""

from __future__ import annotations

import re
import unicodedata

from kg.read import refusals
from kg.read.item import Document
from kg.read.limits import MAX_TEXT

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # which has a zero in every other byte
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_CJK = re.compile(r"[\u4e00-\u9fff]")


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by byte order mark, else strict UTF-8, else GB18030.

    GB2312 and GBK are read as GB18030, which holds both. Measured (docs of the project, charset section): this order
    was right for every declared, undeclared and wrongly declared Chinese page tried.

    Raises:
        UnicodeDecodeError: neither encoding fits.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if _damaged_utf8(data):
            raise
        return data.decode("gb18030"), "gb18030"


def lenient(data: bytes) -> str:
    """The text of bytes that may be cut within a character, or be none: to look at, not to keep."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return _cut_utf8(data)
    except UnicodeDecodeError:
        return data.decode("utf-8" if _damaged_utf8(data) else "gb18030", "replace")


def _cut_utf8(data: bytes) -> str:
    """UTF-8 whose last character may be cut off."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(data) - 4:
            raise
        return data[: error.start].decode("utf-8")


def _damaged_utf8(data: bytes) -> bool:
    """Whether all but a few bytes are UTF-8: GB18030 would make other characters of them, and nobody would notice."""
    text = data[:200_000].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(_CJK.findall(text)) > 20 * broken


def read_text(data: bytes, name: str, kind: str = "txt") -> Document:
    """Decode one plain text.

    Raises:
        InputError: with code ``file-too-large``, ``file-binary`` or ``file-encoding``.
    """
    if len(data) > MAX_TEXT:
        raise refusals.too_large(name, len(data), MAX_TEXT)
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data[:65536] and not utf16:
        raise refusals.binary(name)
    try:
        text, encoding = decode(data)
    except UnicodeDecodeError as error:
        start = data[:20_000]
        if not start.startswith(_UTF_16) and len(_CONTROL_BYTES.findall(start)) > 2 + len(start) // 100:
            raise refusals.binary(name) from error
        raise refusals.encoding(name, error.start) from error
    if _looks_binary(text, encoding):
        raise refusals.binary(name)
    return Document(text, kind, encoding)


def _looks_binary(text: str, encoding: str) -> bool:
    """Control characters do not stand in text; bytes that only GB18030 accepts must at least give common hanzi."""
    head = text[:20_000]
    if "\0" in head or len(_CONTROL.findall(head)) > 2 + len(head) // 1000:
        return True
    if encoding != "gb18030":
        return False
    strange = sum(unicodedata.category(c) in ("Co", "Cn", "Cc") and c not in "\r\n\t\u3000" for c in head)
    return len(_CJK.findall(head)) < len(head) * 0.2 or strange > len(head) * 0.02
