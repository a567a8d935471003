"""What goes to stdout and stderr, and how: results in the form that was asked for, messages beside them.

With ``kg.cli`` the only module that prints.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.console.messages import text
from kg.errors import ConfigurationError


def set_streams() -> None:
    """UTF-8 where nobody watches, whatever the locale; on a terminal its own encoding, with ? for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        change: Any = getattr(stream, "reconfigure", None)
        if change and stream.isatty():
            change(errors="replace")
        elif change:
            change(encoding="utf-8", errors="backslashreplace", newline="\n")


def out(words: str) -> None:
    """Words to stdout, at once."""
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read this (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(line: str) -> None:
    """A line to stderr."""
    sys.stderr.write(line + "\n")


def show(
    header: Sequence[str], rows: Sequence[Sequence[str]], *,
    json: bool = False, csv: bool = False, output: Path | None = None, base: str = "", title: str = "",
) -> None:  # fmt: skip
    """Rows to a file, or to stdout: JSON or CSV where asked for, a table on a terminal, else tab-separated lines."""
    from kg.console import render

    if output is not None:
        _write(output, render.file_bytes(header, rows, json=json or output.suffix.lower() == ".json"))
        say(text("written", file=str(output), count=len(rows)))
    elif json:
        out(render.as_json(render.objects(header, rows)))
    elif csv:
        out(render.csv_text(header, rows))
    elif sys.stdout.isatty():
        from rich.console import Console

        out(f"{title}\n" if title else "")
        Console().print(render.table(header, rows, base))
    else:
        out((f"# {title}\n" if title else "") + render.tsv(header, rows))


def paint(lines: Sequence[Sequence[tuple[str, str]]]) -> None:
    """Lines of texts with a style each to stdout: in colour on a terminal, plain elsewhere."""
    if not sys.stdout.isatty():
        out("".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        console.print(Text.assemble(*((words, style) for words, style in line)), soft_wrap=True)


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ConfigurationError(
            "output-unwritable", f"文件写不进去（{error.strerror}）", f"the file cannot be written ({error.strerror})",
            where=str(file), remedy_zh="检查文件夹是否存在、是否有权限、文件是否正打开着",
            remedy_en="check that the folder exists, its permissions, and that the file is not open",
        ) from error  # fmt: skip
