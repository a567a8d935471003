"""Sentences: the unit of evidence. A semicolon closes one too, for reports put a dozen facts between two full stops."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from kg.model import Section, Sentence
from kg.structure.headings import Heading

_CLOSED_BY = {"《": "》", "（": "）", "“": "”", "〈": "〉"}
_OPENED_BY = {close: opening for opening, close in _CLOSED_BY.items()}
_BRACKET = re.compile("[《》（）“”〈〉\n]")
_MARK = re.compile("([《（“〈])|[。！？；\n][”’）》〉]*")
# Characters; the longest sentence in the reports seen has 482. A longer stretch is a table or a text without full
# stops, and a whole text is no evidence: it is cut at a comma.
_LONGEST = 1000
_LONGEST_BRACKET = 200  # characters; a bracket open for longer was never closed


def _matching(text: str, start: int) -> dict[int, int]:
    """Where each bracket and quotation closes, by where it opens; without those that do not close in reach and line."""
    found: dict[int, int] = {}
    opened: dict[str, list[int]] = {opening: [] for opening in _CLOSED_BY}
    for match in _BRACKET.finditer(text, start):
        char, at = match.group(), match.start()
        if char == "\n":
            opened = {opening: [] for opening in _CLOSED_BY}
        elif char in opened:
            opened[char].append(at)
        elif (waiting := opened[_OPENED_BY[char]]) and at - (begin := waiting.pop()) < _LONGEST_BRACKET:
            found[begin] = at
    return found


def _boundaries(text: str, start: int) -> Iterable[int]:
    """Offsets just behind each sentence end, quotation marks and brackets that close with it included."""
    closing, at = _matching(text, start), start
    for match in _MARK.finditer(text, start):
        if match.start() < at:
            continue
        if match.group(1) is None:
            at = match.end()
            yield at
        elif match.start() in closing:
            at = closing[match.start()] + 1
            # What stands in quotation marks may be whole sentences; then they end there too.
            if text[at - 1] == "”" and text[at - 2] in "。！？":
                yield at


def _parts(text: str, left: int, right: int) -> Iterable[tuple[int, int]]:
    """A sentence in parts of bearable length; one part in nearly every case."""
    while right - left > _LONGEST:
        comma = max(text.rfind(mark, left, left + _LONGEST) for mark in "，、 ")
        cut = comma + 1 if comma > left else left + _LONGEST
        yield left, cut
        left = cut
    yield left, right


def find_sentences(
    text: str, start: int, end: int, sections: tuple[Section, ...], headings: list[Heading]
) -> tuple[Sentence, ...]:
    """The sentences from ``start`` to ``end``, without white space around them, each with the section it stands in."""
    cuts = {start, end} | {section.start for section in sections}
    cuts |= set(_boundaries(text, start)) | {heading.start for heading in headings if heading.level < 4}
    ordered = sorted(cut for cut in cuts if start <= cut <= end)
    starts = [section.start for section in sections]
    sentences: list[Sentence] = []
    for left, right in (part for pair in pairwise(ordered) for part in _parts(text, *pair)):
        piece = text[left:right]
        first = left + len(piece) - len(piece.lstrip())
        last = right - (len(piece) - len(piece.rstrip()))
        if last > first and any(char.isalnum() for char in text[first:last]):
            section = max(0, bisect_right(starts, first) - 1)
            sentences.append(Sentence(len(sentences), first, last, section))
    return tuple(sentences)
