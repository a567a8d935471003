"""Clauses of a sentence, seen from outside its quotation marks and brackets.

What stands in “” 《》 （） is a name or an aside: no verb in it governs the sentence, no comma in it ends a clause. So
grammar is looked for in a *masked* text, of the same length and offsets, in which such stretches are blacked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLACK = "■"
_OPEN = {"“": "”", "《": "》", "（": "）", "〈": "〉"}
_MARK = re.compile("[“《（〈]")
_COMMA = re.compile("[，：；。！？\n]")


def mask(words: str) -> str:
    """The words with everything inside quotation marks and brackets blacked out; the marks themselves stay.

    A mark that never closes within the words masks nothing.
    """
    result, at = [], 0
    while opened := _MARK.search(words, at):
        close = _closing(words, opened.start())
        shown = opened.end() if close < 0 else close
        result.append(words[at : opened.end()] + BLACK * (shown - opened.end()))
        at = shown
    return "".join(result) + words[at:]


def _closing(words: str, at: int) -> int:
    """Where the mark opened at ``at`` closes, nested marks of its own kind counted; -1 where it does not."""
    close, depth = _OPEN[words[at]], 0
    for i in range(at, len(words)):
        if words[i] == words[at]:
            depth += 1
        elif words[i] == close:
            depth -= 1
            if depth == 0:
                return i
    return -1


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two commas.

    ``start`` is the clean offset of its first character; ``masked`` is as long as ``words``.
    """

    start: int
    words: str
    masked: str

    @property
    def end(self) -> int:
        """The clean offset just behind the clause."""
        return self.start + len(self.words)


def clauses(words: str, start: int) -> Iterator[Clause]:
    """The clauses of a sentence whose first character stands at the clean offset ``start``."""
    masked, at = mask(words), 0
    for comma in [*(m.start() for m in _COMMA.finditer(masked)), len(words)]:
        if comma > at:
            yield Clause(start + at, words[at:comma], masked[at:comma])
        at = comma + 1
