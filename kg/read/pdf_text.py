"""Lines of pages -> text: paragraphs joined, headers, footers and page numbers dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from kg.read.pdf_lines import Line

_PAGE_NUMBER = re.compile(r"[-—–―\s·]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[/,，共]\s*(?:共\s*)?[0-9]{1,4}\s*页?)?[-—–―\s·]*")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)])"
)
_ENDS = re.compile(r"[。！？；：:;!?…]”?$")
_LATIN_END, _LATIN_START = re.compile(r"[0-9A-Za-z,.;:%)]$"), re.compile(r"^[0-9A-Za-z(]")
_EDGE = 2  # lines at the top and at the bottom of a page that may be its header and footer
_OFTEN = 0.5  # of the pages: what stands on so many is a header or footer
_HANG = 1.6  # characters that a full line may fall short of the width by: punctuation that moved to the next line
_INDENT = 1.2  # characters; the first line of a paragraph is set in by two as a rule


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """The text of the pages, one line a paragraph, ended by a line end."""
    done: list[str] = []
    last: Line | None = None
    for lines in _bodies(pages):
        left, right = _margins(lines)
        for at, line in enumerate(lines):
            before = lines[at - 1] if at else None
            if last is not None and _continues(last, line, left, right, _spacing(lines), before is None):
                done[-1] = _joined(done[-1], line.text)
            else:
                done.append(line.text)
            last = line
    return "\n".join(done) + "\n"


def _bodies(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without its header, footer and number."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_mask(line.text) for line in (*lines[:_EDGE], *lines[-_EDGE:])})
    common = {words for words, count in edges.items() if count > max(2, _OFTEN * len(pages)) and words}
    bodies = []
    for lines in pages:
        kept = [
            line
            for at, line in enumerate(lines)
            if _EDGE <= at < len(lines) - _EDGE or not (_mask(line.text) in common or _PAGE_NUMBER.fullmatch(line.text))
        ]
        if kept:
            bodies.append(kept)
    return bodies


def _mask(words: str) -> str:
    """A line with its figures alike, so that the headers of all pages are."""
    return re.sub(r"[0-9]+", "0", "".join(words.split()))


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where the lines of a page begin, but for indents, and where they end."""
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


def _spacing(lines: Sequence[Line]) -> float:
    """The usual distance of baselines."""
    gaps = [one.base - other.base for one, other in zip(lines, lines[1:], strict=False)]
    return median(gaps) if gaps else 0.0


def _continues(last: Line, line: Line, left: float, right: float, spacing: float, new_page: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    It does where that line fills the width and this one is not set in; a heading, a row of a table, a wider gap and
    another size of characters begin a new one.
    """
    if "\t" in last.text or "\t" in line.text or abs(last.size - line.size) > 0.15 * max(last.size, line.size):
        return False
    if line.left - left > _INDENT * line.size * 0.8 and not last.left - left > 3 * line.size:
        return False
    if not new_page and spacing and last.base - line.base > 1.5 * spacing:
        return False
    if _HEADING.match(line.text) and _ENDS.search(last.text):
        return False
    full = right - last.right <= _HANG * last.size
    centred = last.left - left > 3 * last.size and right - last.right > 2 * last.size
    return full and not centred


def _joined(one: str, other: str) -> str:
    """Two lines of a paragraph: Latin words apart, a word divided by a hyphen whole again, Chinese without a space."""
    if re.search(r"[A-Za-z]-$", one) and re.match(r"[a-z]", other):
        return one[:-1] + other
    apart = _LATIN_END.search(one) and _LATIN_START.match(other) and re.search(r"[A-Za-z]$|^[A-Za-z]", one[-1] + other[0])
    return f"{one} {other}" if apart and re.search(r"[A-Za-z]", one[-1] + other[0]) else one + other
