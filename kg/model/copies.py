"""What tells whether two reports are one: the words of a text in short, its copies, its near copies."""

from __future__ import annotations

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The body of a report in a few kilobytes; see :mod:`kg.fingerprint` for what counts as its words.

    ``body`` is the hash of all its words, ``words`` how many characters they are; ``sentences`` and ``lengths`` are the
    hash and the number of characters of each sentence, in order, of which ``closed`` end in a full stop; ``first`` and
    ``last`` are the words of the first and the last one ("" where they are too long to keep). ``sketch`` holds, sorted, the
    hashes of its shingles that are divisible by ``every``.
    """

    body: str
    words: int
    sentences: array[int]
    lengths: array[int]
    closed: int
    first: str
    last: str
    sketch: array[int]
    every: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A further input that holds the same report: its name, the hash of its bytes, what it was, where it was published."""

    name: str
    source_sha256: str
    format: str
    encoding: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Another report (by the name of its input) with much of the same text: ``share`` of the shorter one, from 0 to 1."""

    name: str
    share: float
