"""Curated names by alias: longest first, whatever quotation marks a report puts into them."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache

from kg.vocabulary import Vocabulary

_MARKS = frozenset("“”‘’《》、·")  # 双随机、一公开 is 双随机一公开
_BARE = re.compile(f"[^{''.join(sorted(_MARKS))}]+")
_SHORTEST = 3  # characters; a shorter alias is a common word


class Aliases:
    """All aliases of the vocabulary, found by their first two characters."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._kinds: dict[str, str] = {}
        lengths: dict[str, set[int]] = {}
        for concept in vocabulary.programmes:
            for alias in (concept.label, *concept.aliases):
                bare = "".join(char for char in alias if char not in _MARKS)
                if len(bare) >= _SHORTEST:
                    self._kinds.setdefault(bare, concept.kind)
                    lengths.setdefault(bare[:2], set()).add(len(bare))
        self._lengths = {head: sorted(sizes, reverse=True) for head, sizes in lengths.items()}
        firsts = "".join(sorted({re.escape(head[0]) for head in lengths}))
        self._first = re.compile(f"[{firsts}]") if firsts else None

    def find(self, text: str, begin: int) -> list[tuple[int, int, str]]:
        """Start, end and kind of every longest alias from ``begin`` on, quotation marks around and within included."""
        if self._first is None:
            return []
        where = array("I")
        for run in _BARE.finditer(text, begin):
            where.extend(range(*run.span()))
        bare = "".join(_BARE.findall(text, begin))
        found, past = [], 0
        for first in self._first.finditer(bare):
            at = first.start()
            size = self._size(bare, at) if at >= past else 0
            if size:
                start, end = _with_marks(text, where[at], where[at + size - 1] + 1)
                found.append((start, end, self._kinds[bare[at : at + size]]))
                past = at + size
        return found

    def _size(self, bare: str, at: int) -> int:
        """How long the longest alias at an offset is, or 0."""
        sizes = self._lengths.get(bare[at : at + 2], ())
        return next((n for n in sizes if at + n <= len(bare) and bare[at : at + n] in self._kinds), 0)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A match widened over the quotation mark that closes or opens just outside it."""
    words = text[start:end]
    if words.count("“") < words.count("”") and text[start - 1 : start] == "“":
        start -= 1
    if words.count("“") > words.count("”") and text[end : end + 1] == "”":
        end += 1
    return start, end


@lru_cache(maxsize=2)
def aliases(vocabulary: Vocabulary) -> Aliases:
    """The aliases of a vocabulary, made once."""
    return Aliases(vocabulary)
