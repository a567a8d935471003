"""What only LibreOffice reads (.doc of Word 97, .wps, .rtf, .odt) -> docx -> Document."""

from __future__ import annotations

import atexit
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.memory import for_programs
from kg.read import refusals
from kg.read.item import Document
from kg.read.opening import unpacked
from kg.read.word import read_docx

SECONDS = 600
"""How long LibreOffice may take for one file at most; a build gives every file less (``--timeout-per-file``)."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the stream that a docx with a password is wrapped in
_FIB = b"\xec\xa5\xc1\x00"  # how the stream WordDocument of Word 97 and later begins
_SHEETS = ("Workbook".encode("utf-16-le"), "PowerPoint Document".encode("utf-16-le"))
_SUFFIXES = {b"\xd0\xcf": ".doc", b"{\\": ".rtf", b"PK": ".odt"}
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)  # fmt: skip


def read_office(data: bytes, name: str) -> Document:
    """Read one document of an old or another word processor.

    Raises:
        InputError: ``program-missing``, ``file-encrypted``, ``file-damaged``, ``format-unsupported``, and those of
            :func:`kg.read.word.read_docx`.
    """
    if _ENCRYPTED in data or _locked(data):
        raise refusals.encrypted(name, "ODF" if data.startswith(b"PK") else "Word")
    if any(stream in data for stream in _SHEETS) and "WordDocument".encode("utf-16-le") not in data:
        raise refusals.unsupported(name, "xls/ppt", "另存为 CSV 或 PDF", "save it as CSV or PDF")
    program = soffice()
    if program is None:
        raise refusals.missing_program(name)
    suffix = _SUFFIXES.get(data[:2], ".doc")
    converted = _converted(program, data, suffix, name)
    return replace(read_docx(converted, name), format=suffix[1:], encoding=suffix[1:])


def _locked(data: bytes) -> bool:
    """Whether a .doc or an OpenDocument says that it has a password: [MS-DOC] 2.5.2, fEncrypted; ODF 1.2 part 3, 3.4.1."""
    at = data.find(_FIB)
    if data[:2] == b"\xd0\xcf" and at >= 0 and at % 512 == 0 and len(data) > at + 11:
        return bool(data[at + 11] & 0x01)
    if data[:2] != b"PK":
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"encryption-data" in unpacked(archive, "META-INF/manifest.xml", "")
    except Exception:  # whatever zipfile raises: LibreOffice will not read it either
        return False


@cache
def soffice() -> str | None:
    """The program of LibreOffice, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


@cache
def _profile() -> str:
    """A profile of this process: two LibreOffices cannot share one."""
    folder = tempfile.mkdtemp(prefix="kg-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _converted(program: str, data: bytes, suffix: str, name: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="kg-office-") as folder:
        source = Path(folder) / f"in{suffix}"
        source.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={Path(_profile()).as_uri()}", "--headless", "--norestore", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", folder, str(source),
        ]  # fmt: skip
        flags = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
        try:
            with for_programs():
                subprocess.run(
                    command, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL,
                    env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"}, creationflags=flags,
                )  # fmt: skip
            return (Path(folder) / "in.docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise refusals.damaged(name, suffix[1:]) from error
