"""Bytes of a plain text file -> Source."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from kg.errors import InputError
from kg.model import Source

# A yearly report has 5 to 40 kB, a long government work report 100 kB; two hundred of those in one file is a mistake.
MAX_BYTES = 8 * 1024 * 1024

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
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


def _damaged_utf8(data: bytes) -> bool:
    """Whether all but a few bytes are UTF-8: GB18030 would make other characters of them, and nobody would notice."""
    text = data[:200_000].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(_CJK.findall(text)) > 20 * broken


def read_source(path: Path, name: str | None = None) -> Source:
    """Read one text file.

    Raises:
        InputError: with code ``file-unreadable``, ``file-empty``, ``file-too-large``, ``file-binary`` or
            ``file-encoding``.
    """
    name = name or path.name
    data = _bytes(path, name)
    if not data.strip():
        raise InputError(
            "file-empty", "文件是空的", "the file is empty", where=name,
            remedy_zh="重新下载或另存该报告", remedy_en="download or save the report again",
        )  # fmt: skip
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if data[:4] in (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0") or (b"\0" in data[:65536] and not utf16):
        raise _binary(name)
    try:
        text, encoding = decode(data)
    except UnicodeDecodeError as error:
        raise InputError(
            "file-encoding", f"既不是 UTF-8 也不是 GB18030 文本（第 {error.start} 字节）",
            f"neither UTF-8 nor GB18030 text (byte {error.start})", where=name,
            remedy_zh="用记事本另存为 UTF-8 文本", remedy_en="save it as UTF-8 text",
        ) from error  # fmt: skip
    if _looks_binary(text, encoding):
        raise _binary(name)
    return Source(name=name, text=text, encoding=encoding, sha256=hashlib.sha256(data).hexdigest())


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise IsADirectoryError(path)
        size = path.stat().st_size
        data = b"" if size > MAX_BYTES else path.read_bytes()
    except OSError as error:
        reason = error.strerror or "not a regular file"
        raise InputError(
            "file-unreadable", f"文件读不了（{reason}）", f"the file cannot be read ({reason})", where=name,
            remedy_zh="检查文件是否存在、是否有读取权限", remedy_en="check that it exists and that you may read it",
        ) from error  # fmt: skip
    if size > MAX_BYTES:
        raise InputError(
            "file-too-large", f"文件有 {size / 1e6:.0f} MB，一份报告不会超过 {MAX_BYTES // 1024 // 1024} MiB",
            f"the file has {size / 1e6:.0f} MB; no report has more than {MAX_BYTES // 1024 // 1024} MiB", where=name,
            remedy_zh="把合并在一起的报告拆成一份一个文件", remedy_en="split it into one file a report",
        )  # fmt: skip
    return data


def _looks_binary(text: str, encoding: str) -> bool:
    """Control characters do not stand in text; bytes that only GB18030 accepts must at least give common hanzi."""
    head = text[:20_000]
    if "\0" in head or len(_CONTROL.findall(head)) > 2 + len(head) // 1000:
        return True
    if encoding != "gb18030":
        return False
    strange = sum(unicodedata.category(c) in ("Co", "Cn", "Cc") and c not in "\r\n\t\u3000" for c in head)
    return len(_CJK.findall(head)) < len(head) * 0.2 or strange > len(head) * 0.02


def _binary(name: str) -> InputError:
    return InputError(
        "file-binary", "这不是文本文件", "this is not a text file", where=name,
        remedy_zh="打开原文件，另存为纯文本（.txt）后再用",
        remedy_en="open the original and save it as plain text (.txt)",
    )  # fmt: skip
