"""Curated names by alias: longest first, whatever quotation marks a report puts into them."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache

from kg.searching import Names
from kg.vocabulary import Vocabulary

_MARKS = frozenset("“”‘’《》、·")  # 双随机、一公开 is 双随机一公开
_BARE = re.compile(f"[^{''.join(sorted(_MARKS))}]+")
_SHORTEST = 3  # characters; a shorter alias is a common word


class Aliases:
    """All aliases of the vocabulary, each with the kind of its programme."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._kinds: dict[str, str] = {}
        for concept in vocabulary.programmes:
            for alias in (concept.label, *concept.aliases):
                bare = "".join(char for char in alias if char not in _MARKS)
                if len(bare) >= _SHORTEST:
                    self._kinds.setdefault(bare, concept.kind)
        self._names = Names(self._kinds)

    def find(self, text: str, begin: int) -> list[tuple[int, int, str]]:
        """Start, end and kind of every longest alias from ``begin`` on, quotation marks around and within included."""
        where = array("I")
        for run in _BARE.finditer(text, begin):
            where.extend(range(*run.span()))
        bare = "".join(_BARE.findall(text, begin))
        found, past = [], 0
        for at in self._names.starts(bare):
            alias = self._names.longest(bare, at) if at >= past else None
            if alias:
                past = at + len(alias)
                start, end = _with_marks(text, where[at], where[past - 1] + 1)
                found.append((start, end, self._kinds[alias]))
        return found


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
