"""Names that a text is searched for, thousands of them in one pass: by their first two characters, the longest first.

A regular expression of so many names takes longer to make than a report takes to read (312 laws: 24 ms), and tries one
name after another wherever it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from operator import add


class Names:
    """A set of names, of which those of two characters or more can be found."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names in any order."""
        self._names = frozenset(names)
        masks: dict[str, int] = {}  # first two characters -> a number whose bit n says: a name of n characters
        for name in self._names:
            masks[name[:2]] = masks.get(name[:2], 0) | 1 << len(name)
        lengths = {mask: _bits(mask) for mask in set(masks.values())}
        self._lengths = {head: lengths[mask] for head, mask in masks.items()}

    def starts(self, text: str, begin: int = 0) -> list[int]:
        """The offsets from ``begin`` on where a name may start: only there are the others worth asking."""
        heads = map(add, text[begin:], text[begin + 1 :])
        return list(compress(range(begin, len(text)), map(self._lengths.__contains__, heads)))

    def at(self, text: str, start: int) -> Iterator[str]:
        """The names that begin at an offset, the longest first."""
        for length in self._lengths.get(text[start : start + 2], ()):
            name = text[start : start + length]
            if len(name) == length and name in self._names:
                yield name

    def longest(self, text: str, start: int) -> str | None:
        """The longest name that begins at an offset."""
        return next(self.at(text, start), None)


def _bits(mask: int) -> tuple[int, ...]:
    """The numbers of the bits that are set from the second on, the highest first."""
    return tuple(bit for bit in range(mask.bit_length() - 1, 1, -1) if mask >> bit & 1)
