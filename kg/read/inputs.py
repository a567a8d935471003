"""Files -> inputs: archives and tables opened up, every report under a name and a text file of its own."""

from __future__ import annotations

import io
import stat
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Problem
from kg.read.archive import Allowance, members
from kg.read.item import Input
from kg.read.limits import MAX_DEPTH
from kg.read.naming import text_files
from kg.read.opening import unpacked
from kg.read.rows import rows_of
from kg.read.sniff import HEAD, kind_of, kind_of_zip
from kg.read.sources import SourceList, no_sources
from kg.read.walk import SIDECAR, Globs, ours, shown, walk


def find_inputs(
    paths: Iterable[Path], globs: Globs | None = None, sources: SourceList | None = None
) -> tuple[list[Input], list[Problem]]:
    """Expand files and folders into inputs, in an order that does not depend on how they were given.

    Archives are gone through, and so are tables with a text in each row: each report is an input. What cannot be opened
    is a problem; the other inputs are kept.
    """
    globs = globs or Globs()
    sources = sources or no_sources()
    files, problems = walk(paths, globs, skip=sources.files)
    inputs: list[Input] = []
    names = _names([path for path, _ in files])
    for (path, relative), name in zip(files, names, strict=True):
        for found in _opened(path, relative, name, globs):
            if isinstance(found, Input):
                inputs.append(found)
            else:
                problems.append(found)
    named = text_files([given.name for given in inputs])
    whole = [replace(given, text_file=named[given.name], claims=sources.claims(given)) for given in inputs]
    return whole, problems + sources.unmatched(whole)


def _names(paths: Sequence[Path]) -> list[str]:
    """The shortest tails of the paths (file name, parent/file name, …) under which all of them differ."""
    parts = [tuple(map(shown, path.absolute().parts)) for path in paths]
    depth = [1] * len(paths)
    for _ in range(max((len(part) for part in parts), default=0)):
        tails = ["/".join(part[-length:]) for part, length in zip(parts, depth, strict=True)]
        counts = Counter(tails)
        if all(count == 1 for count in counts.values()):
            break
        depth = [n + 1 if counts[tail] > 1 else n for n, tail in zip(depth, tails, strict=True)]
    return ["/".join(part[-length:]) for part, length in zip(parts, depth, strict=True)]


def _opened(path: Path, relative: str, name: str, globs: Globs) -> Iterator[Input | Problem]:
    """The inputs in a file: itself, or what it holds. Whatever is wrong with it is left for reading it to say."""
    plain = Input(path, name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for somebody to write
            raise OSError
        given = replace(plain, size=status.st_size, modified=status.st_mtime_ns)
        with path.open("rb") as file:
            yield from _inside(file, given, relative, globs, path.suffix, Allowance())
    except InputError as error:
        yield Problem(error.code, name, error.zh, error.en, error.remedy_zh, error.remedy_en)
    except (OSError, ValueError):
        if globs.take(relative):
            yield plain


def _inside(
    file: BinaryIO, given: Input, relative: str, globs: Globs, suffix: str, allowance: Allowance
) -> Iterator[Input | Problem]:
    kind = kind_of(file.read(HEAD), suffix)
    file.seek(0)
    if kind == "zip" and len(given.members) < MAX_DEPTH:
        try:
            archive = zipfile.ZipFile(file)
        except Exception:  # zipfile documents no list; reading the file will say what is wrong
            archive = None
        if archive is not None and kind_of_zip(archive) == "zip":
            yield from _of_archive(archive, given, globs, allowance)
            return
    if not globs.take(relative):
        return
    if kind in ("csv", "jsonl"):
        rows = rows_of(file, kind, given.name)
        yield from (
            replace(given, name=f"{given.name}#{row.number}", row=row, size=row.end - row.start, kind=kind) for row in rows
        )
    else:
        yield replace(given, kind=kind)


def _of_archive(
    archive: zipfile.ZipFile, given: Input, globs: Globs, allowance: Allowance
) -> Iterator[Input | Problem]:
    found, problems = members(archive, given.name, allowance)
    yield from problems
    for member in found:
        if allowance.spent:
            return
        if not ours(member.name) or member.name.endswith(SIDECAR):
            continue
        inner = replace(
            given, name=f"{given.name}!/{member.name}", members=(*given.members, member.raw), size=member.size
        )
        suffix = PurePosixPath(member.name).suffix
        try:
            kind = _kind(archive, member.raw, suffix)
            if kind in ("zip", "csv", "jsonl"):
                if flaw := allowance.unpack(member.size, given.name):
                    yield flaw
                    return
                data = io.BytesIO(unpacked(archive, member.raw, inner.name))
                yield from _inside(data, inner, member.name, globs, suffix, allowance)
            elif globs.take(member.name):
                yield replace(inner, kind=kind)
        except InputError as error:
            yield Problem(error.code, inner.name, error.zh, error.en, error.remedy_zh, error.remedy_en)


def _kind(archive: zipfile.ZipFile, member: str, suffix: str) -> str:
    """What a member is by its first bytes; "" where it cannot be opened."""
    try:
        with archive.open(member) as file:
            return kind_of(file.read(HEAD), suffix)
    except Exception:  # whatever zipfile raises: reading the member will say it
        return ""
