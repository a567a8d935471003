"""A file that appears whole or not at all, and refusals to write one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from kg.errors import ConfigurationError


def refused(code: str, output: Path, zh: str, en: str, remedy_zh: str, remedy_en: str) -> ConfigurationError:
    """The error for an output that cannot, or must not, be written."""
    return ConfigurationError(code, zh, en, where=str(output), remedy_zh=remedy_zh, remedy_en=remedy_en)


def write_file(output: Path, pieces: Iterable[bytes]) -> int:
    """Write a file beside the output and put it in its place in one step; returns its size in bytes.

    Raises:
        ConfigurationError: ``output-unwritable``.
    """
    beside = output.with_name(f".{output.name}.writing-{os.getpid()}")
    size = 0
    try:
        with beside.open("wb") as file:
            for piece in pieces:
                size += file.write(piece)
        beside.replace(output)
    except OSError as error:
        raise refused(
            "output-unwritable", output, f"文件写不进去（{error.strerror}）", f"the file cannot be written ({error.strerror})",
            "检查文件夹是否存在、是否有权限、文件是否正打开着",
            "check that the folder exists, its permissions, and that the file is not open",
        ) from error  # fmt: skip
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    return size
