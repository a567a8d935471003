"""Which files are meant: files as given, folders walked in a stable order, with globs that choose among them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from kg.model import Problem

# What lies beside reports and is none: parts of saved pages, programs, lock files of word processors.
_OTHERS = frozenset(
    ".css .js .mjs .map .json .png .jpg .jpeg .gif .bmp .webp .svg .ico .woff .woff2 .ttf .eot .mp3 .mp4 .avi .mov .py .pyc "
    ".sh .bat .exe .dll .so .ttl .rq .toml .yml .yaml .lock .log .ini .db .sqlite .tmp .part .crdownload".split()
)
_PARTS = ("_files", ".files", "_file")  # the folder that a browser saves beside a page
SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class Globs:
    """Which files a walk takes. A pattern with ``/`` is compared with the path below the folder, others with the name."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def take(self, relative: str) -> bool:
        """Whether a file is meant, by its path below the folder or archive that it was found in (``/`` between)."""
        if self.include and not any(_fits(relative, pattern) for pattern in self.include):
            return False
        return not any(_fits(relative, pattern) for pattern in self.exclude)


    def passes(self, folder: str) -> bool:
        """Whether everything below a folder is passed over, by its path below the one that was given."""
        return any(_fits(f"{folder}/*", pattern) for pattern in self.exclude)


def _fits(relative: str, pattern: str) -> bool:
    """``*`` also stands for ``/``, so that ``2023/*`` is everything below 2023; capitals are told apart nowhere."""
    path, pattern = relative.lower(), pattern.lower().removeprefix("./")
    if "/" not in pattern:
        return fnmatchcase(path.rpartition("/")[2], pattern)
    return fnmatchcase(path, pattern) or (pattern.startswith("**/") and fnmatchcase(path, pattern[3:]))


def ours(relative: str) -> bool:
    """Whether a file may be a report by its name: neither hidden nor of a kind that lies beside reports."""
    path = PurePosixPath(relative)
    folders, name = path.parts[:-1], path.name
    if name.startswith((".", "~$")) or any(part.startswith(".") or part == "__MACOSX" for part in folders):
        return False
    if any(part.lower().endswith(_PARTS) for part in folders):
        return False
    return path.suffix.lower() not in _OTHERS and name.lower() not in ("thumbs.db", "desktop.ini")


def _made(folder: Path) -> bool:
    """Whether a folder is the output of a build: its README is not a report to read the next time."""
    return (folder / "build.json").exists() and (folder / "graph.ttl").exists()


def _below(folder: Path, globs: Globs) -> tuple[list[tuple[Path, str]], list[Problem]]:
    """All files below a folder that may be reports, with their path from there, sorted; builds' outputs are left out.

    Links to folders are not followed, so that no loop can arise. They are problems, and so are folders that may not be
    listed, unless what is below them would be passed over.
    """
    found = []
    odd: dict[Path, Problem] = {}

    def closed(error: OSError) -> None:
        path = Path(error.filename or folder)
        odd[path] = _closed(path, error.strerror or str(error))

    for root, folders, files in os.walk(folder, followlinks=False, onerror=closed):
        folders[:] = sorted(name for name in folders if not (name.startswith(".") or _made(Path(root) / name)))
        links = [Path(root, name) for name in folders if Path(root, name).is_symlink()]
        odd |= {path: _linked(path) for path in links if ours(path.relative_to(folder).as_posix() + "/x")}
        for file in files:
            path = Path(root) / file
            relative = path.relative_to(folder).as_posix()
            if ours(relative):
                found.append((path, relative))
    meant = [odd[path] for path in sorted(odd) if path == folder or not globs.passes(path.relative_to(folder).as_posix())]
    return sorted(found, key=lambda pair: pair[0].as_posix()), meant


def shown(part: str) -> str:
    """A part of a path as text: a name that an old archive left in GBK bytes is read as such."""
    try:
        part.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(part).decode("gb18030", "replace")
    return part


def real(path: Path) -> Path:
    """The path without links; unlike Path.resolve, a link that leads to itself does no harm."""
    return Path(os.path.realpath(path))


def walk(
    paths: Iterable[Path], globs: Globs, skip: Sequence[Path] = ()
) -> tuple[list[tuple[Path, str]], list[Problem]]:
    """Each file once, with its path below the folder that was given, sorted by name; archives and tables unopened.

    The order does not depend on that of ``paths``. The globs are left to whoever knows whether a file is an archive.
    ``skip`` are files that are no reports (the list of sources). A missing path, an empty folder and a file named twice
    are problems; the other files are kept.
    """
    files: list[tuple[Path, str]] = []
    problems: list[Problem] = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
            below, odd = _below(path, globs)
            files += below
            problems += odd
            if not below and not odd:
                problems.append(_empty_folder(path))
        elif os.path.lexists(path):
            files.append((path, shown(path.name)))
        else:
            problems.append(_missing(path))
    unique: dict[Path, tuple[Path, str]] = {}
    for path, relative in files:
        whole = real(path)
        if whole in unique:
            problems.append(_twice(path))
        unique.setdefault(whole, (path, relative))
    for path in skip:
        unique.pop(real(path), None)
    return sorted(unique.values(), key=lambda pair: (pair[0].name, real(pair[0]).as_posix())), problems


def label(path: Path) -> str:
    """A path as problems name it."""
    return shown(path.name or str(path))


def _missing(path: Path) -> Problem:
    return Problem(
        "file-missing", label(path), "没有这个文件或文件夹", "no such file or folder",
        "检查路径是否拼写正确", "check the spelling of the path",
    )  # fmt: skip


def _empty_folder(path: Path) -> Problem:
    return Problem(
        "folder-empty", label(path), "文件夹里没有可读的文件", "the folder holds no file that can be read",
        "把报告（网页、PDF、Word、文本）放入该文件夹", "put the reports (web pages, PDF, Word, text) into it",
    )  # fmt: skip


def _closed(path: Path, reason: str) -> Problem:
    return Problem(
        "folder-unreadable", label(path), f"文件夹打不开（{reason}），里面的文件没有读",
        f"the folder cannot be opened ({reason}); what is in it was not read",
        "检查文件夹的读取权限，或用 --exclude 略过它", "check that you may read it, or pass over it with --exclude",
    )  # fmt: skip


def _linked(path: Path) -> Problem:
    return Problem(
        "link-not-followed", label(path), "这是指向文件夹的链接，没有进去（链接可能绕成圈）",
        "this is a link to a folder; it was not followed (links may go in circles)",
        "里面有报告的话，把那个文件夹也交给 kg build；没有就用 --exclude 略过",
        "if it holds reports, give kg build that folder as well; if not, pass over it with --exclude",
    )  # fmt: skip


def _twice(path: Path) -> Problem:
    return Problem(
        "input-twice", label(path), "同一个文件给了两次，只读一次", "the same file was given twice; it is read once",
        "从命令中去掉重复的路径", "remove the repeated path from the command",
    )  # fmt: skip
