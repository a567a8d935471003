"""Which files are meant: files as given, folders walked in a stable order, every input under a name of its own."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Problem

SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read and the name it goes by in the tables: its file name, longer only where two would be the same."""

    path: Path
    name: str


def _made(folder: Path) -> bool:
    """Whether a folder is the output of a build: its README is not a report to read the next time."""
    return (folder / "build.json").exists() and (folder / "graph.ttl").exists()


def _walk(folder: Path) -> list[Path]:
    """All text files below a folder, sorted by path, but for hidden folders and what builds have made.

    Links to folders are not followed, so that no loop can arise.
    """
    found = []
    for root, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not (name.startswith(".") or _made(Path(root) / name)))
        found += [Path(root) / file for file in files if file.lower().endswith(SUFFIXES)]
    return sorted(found, key=lambda path: path.as_posix())


def _shown(part: str) -> str:
    """A part of a path as text: a name that an old archive left in GBK bytes is read as such."""
    try:
        part.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(part).decode("gb18030", "replace")
    return part


def _real(path: Path) -> Path:
    """The path without links; unlike Path.resolve, a link that leads to itself does no harm."""
    return Path(os.path.realpath(path))


def _names(paths: Sequence[Path]) -> list[str]:
    """The shortest tails of the paths (file name, parent/file name, …) under which all of them differ."""
    parts = [tuple(map(_shown, path.absolute().parts)) for path in paths]
    depth = [1] * len(paths)
    for _ in range(max((len(part) for part in parts), default=0)):
        tails = ["/".join(part[-length:]) for part, length in zip(parts, depth, strict=True)]
        counts = Counter(tails)
        if all(count == 1 for count in counts.values()):
            break
        depth = [n + 1 if counts[tail] > 1 else n for n, tail in zip(depth, tails, strict=True)]
    return ["/".join(part[-length:]) for part, length in zip(parts, depth, strict=True)]


def find_inputs(paths: Iterable[Path]) -> tuple[list[Input], list[Problem]]:
    """Expand files and folders into inputs, in an order that does not depend on how they were given.

    A missing path, an empty folder and a file named twice are problems; the other inputs are kept.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
            below = _walk(path)
            files += below
            if not below:
                problems.append(_empty_folder(path))
        elif os.path.lexists(path):
            files.append(path)
        else:
            problems.append(_missing(path))
    unique: dict[Path, Path] = {}
    for path in files:
        real = _real(path)
        if real in unique:
            problems.append(_twice(path))
        unique.setdefault(real, path)
    ordered = sorted(unique.values(), key=lambda path: (path.name, _real(path).as_posix()))
    return [Input(path, name) for path, name in zip(ordered, _names(ordered), strict=True)], problems


def _label(path: Path) -> str:
    return _shown(path.name or str(path))


def _missing(path: Path) -> Problem:
    return Problem(
        "file-missing", _label(path), "没有这个文件或文件夹", "no such file or folder",
        "检查路径是否拼写正确", "check the spelling of the path",
    )  # fmt: skip


def _empty_folder(path: Path) -> Problem:
    return Problem(
        "folder-empty", _label(path),
        "文件夹里没有可读的文本文件（.txt、.md）", "the folder holds no text file (.txt, .md)",
        "把报告另存为 UTF-8 文本后放入该文件夹", "save the reports as UTF-8 text in this folder",
    )  # fmt: skip


def _twice(path: Path) -> Problem:
    return Problem(
        "input-twice", _label(path), "同一个文件给了两次，只读一次", "the same file was given twice; it is read once",
        "从命令中去掉重复的路径", "remove the repeated path from the command",
    )  # fmt: skip
