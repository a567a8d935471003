"""What the stage takes and gives: an :class:`Input` names some bytes, a :class:`Document` is what a reader made of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.model import Claim, Problem


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of a table are written: ``csv`` or ``jsonl``, and for CSV its columns and what stands between them."""

    kind: str
    encoding: str
    columns: tuple[str, ...] = ()
    delimiter: str = ","


@dataclass(frozen=True, slots=True)
class Row:
    """One report in a table: its number from 1 (the header not counted) and the bytes of the file that hold it."""

    number: int
    start: int
    end: int
    layout: Layout


@dataclass(frozen=True, slots=True)
class Input:
    """One report to read: where its bytes are, and the name it goes by in the tables.

    ``path`` is a file; ``members`` lead from it through archives (names as the archive has them); ``row`` is the part of
    the bytes that is meant. ``size`` is how many bytes there are, ``claims`` what the user says of the report, and
    ``text_file`` where its text goes below the output folder. ``kind`` is what its first bytes were and ``modified``
    when the file was last written (nanoseconds) as the input was found; "" and 0 where it could not be opened.
    """

    path: Path
    name: str
    members: tuple[str, ...] = ()
    row: Row | None = None
    size: int = 0
    claims: tuple[Claim, ...] = ()
    text_file: str = ""
    kind: str = ""
    modified: int = 0


_SMALL = 300_000  # bytes: ten times as many as reports have, read within seconds


def is_plain(given: Input) -> bool:
    """Whether an input is a small plain text: reading it needs no parser that could crash, and cannot take long."""
    return given.size < _SMALL and (given.kind in ("txt", "md") or given.row is not None)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of bytes: the text, and what the file says besides.

    ``format`` is what the bytes were (``txt``, ``html``, ``pdf`` …), ``encoding`` the name of their encoding (the format
    itself where characters are no question), ``claims`` the metadata, the most trusted first, ``problems`` what the user
    should know though the text could be read. ``Problem.file`` is filled in by :func:`kg.read.read_input`.
    """

    text: str
    format: str
    encoding: str
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
