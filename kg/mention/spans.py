"""Stretches of a text that are spoken for: what one rule has named, another must not name again."""

from __future__ import annotations

from collections.abc import Iterable


class Taken:
    """A set of characters of a text, one byte each: adding and asking cost as much as the stretch is long."""

    def __init__(self, size: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Take the length of the text, and half-open spans to begin with."""
        self._mask = bytearray(size)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Take a half-open span."""
        self._mask[start:end] = b"\1" * (min(end, len(self._mask)) - start)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character of the half-open span is taken."""
        return self._mask.find(1, start, end) >= 0

    def copy(self) -> Taken:
        """The same stretches, to add others to."""
        other = Taken(0)
        other._mask = self._mask[:]
        return other
