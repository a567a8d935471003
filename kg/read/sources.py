"""What lies beside the reports and tells of them: ``x.meta.json`` beside ``x``, and the list given by ``--sources``."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kg.errors import ConfigurationError
from kg.model import Claim, Problem
from kg.read.item import Input
from kg.read.labels import COLUMNS
from kg.read.rows import table_of
from kg.read.walk import SIDECAR


@dataclass(frozen=True)
class SourceList:
    """The list that the user gives: claims by file name, path or stem, as the list names the files."""

    files: tuple[Path, ...] = ()
    rows: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)

    def claims(self, given: Input) -> tuple[Claim, ...]:
        """What the list says of an input: under its name in the tables, its path's end, its file name or stem."""
        return next((self.rows[name] for name in _called(given) if name in self.rows), ())

    def unmatched(self, inputs: Iterable[Input]) -> list[Problem]:
        """A problem where rows of the list name no input."""
        known = {name for given in inputs for name in _called(given)}
        left = [name for name in self.rows if name not in known]
        if not left:
            return []
        few_zh, few_en = "、".join(left[:3]), ", ".join(left[:3])
        return [Problem(
            "source-unmatched", self.files[0].name, f"清单里有 {len(left)} 行对不上任何输入文件：{few_zh}",
            f"{len(left)} rows of the list name no input: {few_en}",
            "检查清单里的文件名", "check the file names in the list",
        )]  # fmt: skip


def _called(given: Input) -> list[str]:
    """The names that a list may call an input by, the most exact first."""
    name = given.name
    file = name.rpartition("/")[2]
    return list(dict.fromkeys((name, given.path.as_posix(), file, PurePosixPath(file).stem)))


def no_sources() -> SourceList:
    """No list."""
    return SourceList()


def read_sources(path: Path) -> SourceList:
    """Read a CSV list with a column for the file (文件, file) and others for url, title, place, year, publisher, issued.

    Raises:
        ConfigurationError: ``sources-unreadable``.
    """
    try:
        table = table_of(path.read_bytes())
        rows = {}
        for line in table:
            known = {(COLUMNS.get(column.strip().lower(), ""), column): value.strip() for column, value in line.items()}
            file = next((value for (key, _), value in known.items() if key == "file" and value), "")
            if file:
                rows[file.replace("\\", "/").removeprefix("./")] = tuple(
                    Claim(key, value, f"{path.name} {column.strip()}")
                    for (key, column), value in known.items() if value and key not in ("", "file", "text")
                )  # fmt: skip
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(path, str(error)) from error
    if not rows:
        raise _unreadable(path, "no column 文件/file")
    return SourceList((path,), rows)


def _unreadable(path: Path, reason: str) -> ConfigurationError:
    return ConfigurationError(
        "sources-unreadable", f"来源清单用不了（{reason}）", f"the list of sources cannot be used ({reason})",
        where=str(path), remedy_zh="要一个 CSV：一列“文件”，另一列“网址”，可再加标题、地区、发布日期等列",
        remedy_en="it must be CSV with a column file and a column url, and may have title, place, issued, …",
    )  # fmt: skip


def sidecar(given: Input) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """What ``x.html.meta.json`` or ``x.meta.json`` says beside the file ``x.html``, on disk or in an archive."""
    if given.row is not None:
        return (), ()
    name, data = _beside(given)
    if not data:
        return (), ()
    try:
        found = json.loads(data.decode("utf-8-sig"))
        said = [(COLUMNS.get(str(key).strip().lower()), key, value) for key, value in found.items()]
    except (ValueError, AttributeError, RecursionError) as error:
        return (), (_broken(name, str(error)),)
    claims = (
        Claim(key, str(value).strip(), f"{name} {column}")
        for key, column, value in said
        if key and key not in ("file", "text") and isinstance(value, (str, int)) and str(value).strip()
    )
    return tuple(claims), ()


def _beside(given: Input) -> tuple[str, bytes]:
    """Name and bytes of the sidecar, "" and nothing where there is none."""
    try:
        if not given.members:
            for path in (given.path.with_name(given.path.name + SIDECAR), given.path.with_suffix(SIDECAR)):
                if path.is_file():
                    return path.name, path.read_bytes()
        elif len(given.members) == 1:
            with zipfile.ZipFile(given.path) as archive:
                member = given.members[0]
                for name in (member + SIDECAR, str(PurePosixPath(member).with_suffix(SIDECAR))):
                    if name in archive.NameToInfo:
                        return PurePosixPath(name).name, archive.read(name)
    except Exception:  # OSError, and whatever zipfile raises: what is wrong with the archive is said where it is read
        return "", b""
    return "", b""


def _broken(name: str, reason: str) -> Problem:
    return Problem(
        "sidecar-broken", "", f"{name} 不是合格的 JSON 对象，没有用（{reason}）",
        f"{name} is no JSON object; it was not used ({reason})", "改正或删除它", "mend or remove it",
    )  # fmt: skip
