"""An output folder that appears whole or not at all.

Files are written into a folder beside the target, which is then exchanged with the target in one step. A build killed
at any moment leaves the former folder as it was, and at worst a hidden folder beside it, which the next build removes.
"""

from __future__ import annotations

import ctypes
import glob
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kg.errors import ConfigurationError

MARK = "build.json"  # every build writes it; a folder without it is not ours to replace
TEXTS = "texts"
"""The folder of the texts as read; their names are made by kg.read.naming."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h, for renameat2(2)
_RENAME_SWAP = 2  # sys/stdio.h of macOS, for renamex_np(2)


def check_target(target: Path) -> None:
    """Refuse a target that holds files no build has made.

    Raises:
        ConfigurationError: ``target-not-ours`` or ``target-not-folder``.
    """
    if target.exists() and not target.is_dir():
        raise ConfigurationError(
            "target-not-folder", "输出位置是一个文件，不是文件夹", "the output is a file, not a folder",
            where=str(target), remedy_zh="换一个输出文件夹", remedy_en="name another output folder",
        )  # fmt: skip
    root = target.resolve() == Path(target.resolve().anchor)
    strangers = ["…"] if root else _strangers(target) if target.is_dir() else []
    if strangers:
        zh, en = "、".join(strangers[:3]), ", ".join(strangers[:3])
        raise ConfigurationError(
            "target-not-ours", f"输出文件夹里有不是本程序生成的文件，重建会删掉它们：{zh}",
            f"the output folder holds files that no build has made and that a build would remove: {en}",
            where=str(target), remedy_zh="把这些文件移走，或换一个输出文件夹",
            remedy_en="move them away, or name another output folder",
        )  # fmt: skip


# What file managers leave in every folder; losing it loses nothing.
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"))


def _strangers(target: Path) -> list[str]:
    """The files in a folder that the build which made it does not list, sorted; all of them where no build made it."""
    try:
        made = set(json.loads((target / MARK).read_bytes())["outputs"])
    except (OSError, ValueError, KeyError, TypeError):
        made = {"README.md"}
    found = (path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir())
    return sorted(name for name in found if name not in made and name.rpartition("/")[2] not in _LITTER)


@contextmanager
def building(target: Path) -> Iterator[Path]:
    """The folder that becomes ``target`` in the end, for files that are written while a build goes on (``texts/``).

    It lies beside the target, is there as long as the block runs, and is gone after it, put in place or not.

    Raises:
        ConfigurationError: ``target-unwritable``.
    """
    folder = _building(target)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.resolve())
        (folder / TEXTS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _building(target: Path) -> Path:
    target = target.resolve()
    return target.parent / f".{target.name}.building-{os.getpid()}"


def write_text(folder: Path, name: str, text: str) -> None:
    """Write the text of a report below a folder of :func:`building`: UTF-8, no mark, line ends as they are.

    Raises:
        ConfigurationError: ``target-unwritable``.
    """
    try:
        (folder / name).write_bytes(text.encode())
    except OSError as error:
        raise _unwritable(folder / name, error) from error


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Make ``target`` hold these files (relative path → content) and what :func:`building` holds, in one step.

    Raises:
        ConfigurationError: ``target-unwritable``.
    """
    folder, target = _building(target), target.resolve()
    try:
        if not folder.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _sweep(target)
        for name in sorted(files):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[name])
        _put_in_place(folder, target)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _unwritable(target, error) from error


def _unwritable(target: Path, error: OSError) -> ConfigurationError:
    return ConfigurationError(
        "target-unwritable", f"输出文件夹写不进去（{error.strerror}）",
        f"the output cannot be written ({error.strerror})", where=str(target),
        remedy_zh="检查写权限和磁盘空间，关闭已打开的输出文件",
        remedy_en="check permissions and free space, and close output files that are open",
    )  # fmt: skip


def _put_in_place(building: Path, target: Path) -> None:
    if not target.exists():
        building.rename(target)
        return
    if _exchange(building, target):
        shutil.rmtree(building, ignore_errors=True)
        return
    # Where the system knows no exchange (Windows) the former folder steps aside first and is restored on failure.
    former = target.parent / f".{target.name}.former-{os.getpid()}"
    target.rename(former)
    try:
        building.rename(target)
    except OSError:
        former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can: renameat2(2) on Linux, renamex_np(2) on macOS."""
    a, b = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return int(library.renamex_np(a, b, _RENAME_SWAP)) == 0
        return int(library.renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE)) == 0
    except (AttributeError, OSError, TypeError):
        return False


def _sweep(target: Path) -> None:
    """Remove what killed builds left beside the target, and bring back a folder that had stepped aside."""
    name = glob.escape(target.name)
    for former in sorted(target.parent.glob(f".{name}.former-*")):
        if not target.exists():
            former.rename(target)
        elif not _alive(former):
            shutil.rmtree(former, ignore_errors=True)
    for left in sorted(target.parent.glob(f".{name}.building-*")):
        if not _alive(left):
            shutil.rmtree(left, ignore_errors=True)


def _alive(folder: Path) -> bool:
    """Whether the build that made the folder still runs. Where that cannot be told safely (Windows), it is taken so."""
    number = folder.name.rpartition("-")[2]
    if not number.isdigit() or int(number) == os.getpid():
        return False
    if os.name == "nt":
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
