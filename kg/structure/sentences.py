"""Sentences: the unit of evidence. A semicolon closes one too, for reports put a dozen facts between two full stops."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kg.model import Section, Sentence
from kg.structure.headings import Heading

_END = "。！？；\n"
_OPEN = {"《": "》", "（": "）", "“": "”", "〈": "〉"}
_CLOSE = "”’）》〉"
_LONGEST_BRACKET = 200  # characters; a bracket open for longer was never closed


def _matching(text: str, at: int) -> int:
    """Where the bracket opened at ``at`` closes, or -1 when it does not within reach or before a line end."""
    close, depth = _OPEN[text[at]], 0
    for i in range(at, min(len(text), at + _LONGEST_BRACKET)):
        if text[i] == text[at]:
            depth += 1
        elif text[i] == close:
            depth -= 1
            if depth == 0:
                return i
        elif text[i] == "\n":
            return -1
    return -1


def _boundaries(text: str, start: int) -> Iterable[int]:
    """Offsets just behind each sentence end, quotation marks and brackets that close with it included."""
    at, size = start, len(text)
    while at < size:
        char = text[at]
        if char in _OPEN:
            close = _matching(text, at)
            # What stands in quotation marks may be whole sentences; then they end there too.
            at = close if close > 0 else at
            if close > 0 and text[close] == "”" and text[close - 1] in "。！？":
                yield close + 1
        elif char in _END:
            while at + 1 < size and text[at + 1] in _CLOSE:
                at += 1
            yield at + 1
        at += 1


def find_sentences(text: str, start: int, sections: tuple[Section, ...], headings: list[Heading]) -> tuple[Sentence, ...]:
    """The sentences from ``start`` on, without white space around them, each with the section it stands in."""
    cuts = {start, len(text)} | {section.start for section in sections}
    cuts |= set(_boundaries(text, start)) | {heading.start for heading in headings if heading.level < 4}
    ordered = sorted(cut for cut in cuts if cut >= start)
    starts = [section.start for section in sections]
    sentences: list[Sentence] = []
    for left, right in zip(ordered, ordered[1:], strict=False):
        piece = text[left:right]
        begin = left + len(piece) - len(piece.lstrip())
        end = right - (len(piece) - len(piece.rstrip()))
        if end > begin and any(char.isalnum() for char in text[begin:end]):
            section = max(0, bisect_right(starts, begin) - 1)
            sentences.append(Sentence(len(sentences), begin, end, section))
    return tuple(sentences)
