"""The bytes of an input: of a file, of a member of an archive, of a row of a table. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from kg.errors import InputError
from kg.read import refusals
from kg.read.item import Input
from kg.read.limits import MAX_FILE, MAX_ROW


def bytes_of(given: Input) -> bytes:
    """All bytes of an input; of a row only those of its record.

    Raises:
        InputError: ``file-unreadable``, ``file-changed``, ``file-too-large``, ``file-damaged`` or ``file-encrypted``.
    """
    if given.row is not None and given.row.end - given.row.start > MAX_ROW:
        raise refusals.too_large(given.name, given.row.end - given.row.start, MAX_ROW)
    _check_unchanged(given)
    try:
        return _bytes(given)
    finally:
        _check_unchanged(given)


def _bytes(given: Input) -> bytes:
    if given.row is None:
        return _member(given.path, given.members, given.name) if given.members else _file(given.path, given.name)
    if given.members:  # the rows of one table come one after another: unpack it once
        whole = _kept(given.path, given.members, given.name.partition("#")[0], given.modified)
        return whole[given.row.start : given.row.end]
    return _part(given.path, given.name, given.row.start, given.row.end)


def _check_unchanged(given: Input) -> None:
    """Refuse a file that was written since it was found: half of it would be of another version, and rows elsewhere."""
    try:
        modified = given.path.stat().st_mtime_ns
    except OSError as error:
        raise refusals.unreadable(given.name, error.strerror or str(error)) from error
    if given.modified and modified != given.modified:
        raise refusals.changed(given.name)


@lru_cache(maxsize=1)
def _kept(path: Path, members: tuple[str, ...], name: str, modified: int) -> bytes:
    return _member(path, members, name)


@lru_cache(maxsize=1)
def _archive(path: Path, changed: int) -> zipfile.ZipFile:
    """An archive held open: its members are read one after another, and its directory may be long."""
    return zipfile.ZipFile(path)


def _part(path: Path, name: str, start: int, end: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(end - start)
    except OSError as error:
        raise refusals.unreadable(name, error.strerror or str(error)) from error


def _file(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise refusals.unreadable(name, "not a regular file")
        size = path.stat().st_size
        if size > MAX_FILE:
            raise refusals.too_large(name, size, MAX_FILE)
        return path.read_bytes()
    except OSError as error:
        raise refusals.unreadable(name, error.strerror or str(error)) from error


def _member(path: Path, members: Sequence[str], name: str) -> bytes:
    """The bytes of a member of an archive, or of a member of an archive in it, and so on."""
    try:
        data = unpacked(_archive(path, path.stat().st_mtime_ns), members[0], name)
        for member in members[1:]:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = unpacked(archive, member, name)
    except (InputError, MemoryError):
        raise
    except OSError as error:
        raise refusals.unreadable(name, error.strerror or str(error)) from error
    except Exception as error:  # zlib.error, EOFError, NotImplementedError … : zipfile documents no list
        raise refusals.damaged(name, "zip", str(error)) from error
    return data


def unpacked(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    """One member, unpacked: no more than it says, and no more than a report may have."""
    info = archive.getinfo(member)
    if info.flag_bits & 0x1:
        raise refusals.encrypted(name, "zip")
    if info.file_size > MAX_FILE:
        raise refusals.too_large(name, info.file_size, MAX_FILE)
    with archive.open(info) as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise refusals.too_large(name, len(data), MAX_FILE)
    return data
