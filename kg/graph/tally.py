"""Counting what reports call a thing, so that the choice of a label depends on no order of input."""

from __future__ import annotations

from collections import Counter


class Tally:
    """Counts values seen for each thing, and chooses among them."""

    def __init__(self) -> None:
        self._seen: dict[str, Counter[str]] = {}

    def see(self, thing: str, value: str) -> None:
        """Count one more time that a value was seen for a thing."""
        self._seen.setdefault(thing, Counter())[value] += 1

    def ranked(self, thing: str) -> list[str]:
        """Return all values of a thing: the most frequent first, then the shortest, then by code point."""
        counts = self._seen.get(thing, Counter())
        return sorted(counts, key=lambda value: (-counts[value], len(value), value))

    def best(self, thing: str) -> str:
        """Return the value to show; KeyError for a thing never seen."""
        ranked = self.ranked(thing)
        if not ranked:
            raise KeyError(thing)
        return ranked[0]

    def things(self) -> list[str]:
        """Return all things that values were seen for, sorted."""
        return sorted(self._seen)
