"""Lines of pages -> text: paragraphs joined, headers, footers and page numbers dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kg.read.pdf_lines import Line

_PAGE_NUMBER = re.compile(
    r"[-—–―\s·]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[/,，共]\s*(?:共\s*)?[0-9]{1,4}\s*页?)?[-—–―\s·]*"
)
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)])"
)
_ENDS = re.compile(r"[。！？；：:;!?…]”?$")  # of the last two characters of a line
_LATIN_END, _LATIN_START = re.compile(r"[0-9A-Za-z,.;:%)]$"), re.compile(r"^[0-9A-Za-z(]")
_EDGE = 2  # lines at the top and at the bottom of a page that may be its header and footer
_OFTEN = 0.5  # of the pages: what stands on so many is a header or footer
_HANG = 1.6  # characters that a full line may fall short of the width by: punctuation that moved to the next line
_RAGGED = 0.25  # of the width: no line of prose falls short by more, unless its paragraph ends
_WORD = re.compile(r"[0-9A-Za-z.,%/+-]+[，。、；：）》”,;:%)]*")
_INDENT = 1.0  # characters; the first line of a paragraph is set in by two as a rule


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """The text of the pages, one line a paragraph, ended by a line end."""
    done: list[list[str]] = []  # the pieces of each paragraph
    last: Line | None = None
    bodies = _bodies(pages)
    measured = [_measured(lines) for lines in bodies]
    indented = any(page.indented for page in measured)
    for lines, as_set in zip(bodies, measured, strict=True):
        page = replace(as_set, indented=indented)
        for at, line in enumerate(lines):
            if last is not None and _continues(last, line, page, at == 0):
                done[-1][-1:] = _joined(done[-1][-1], line.text)
            else:
                done.append([line.text])
            last = line
    return "\n".join("".join(pieces) for pieces in done) + "\n"


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


@dataclass(frozen=True, slots=True)
class _Page:
    """How a page is set: margins, usual distance of baselines and size, and whether paragraphs begin with an indent."""

    left: float
    right: float
    spacing: float
    size: float
    indented: bool


def _measured(lines: Sequence[Line]) -> _Page:
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    left, right = lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]
    gaps = [one.base - other.base for one, other in pairwise(lines)]
    size = median(line.size for line in lines)
    indented = sum(1.2 * size < line.left - left < 4 * size for line in lines)
    return _Page(left, right, median(gaps) if gaps else 0.0, size, indented > 1)


def _continues(last: Line, line: Line, page: _Page, new_page: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    It does where that line fills the width, but for what did not fit any more, and this one is not set in. A heading, a
    row of a table, a wider gap and another size of characters begin a new paragraph; a title goes on over its lines.
    """
    if "\t" in last.text or "\t" in line.text or abs(last.size - line.size) > 0.15 * max(last.size, line.size):
        return False
    drop = 0.0 if new_page else last.base - line.base
    if not new_page and line.size > 1.15 * page.size and drop < 2 * line.size:
        return not _HEADING.match(line.text)
    if page.spacing and drop > 1.5 * page.spacing:
        return False
    if line.left - page.left > _INDENT * line.size or (_HEADING.match(line.text) and _ENDS.search(last.text[-2:])):
        return False
    short = page.right - last.right
    ends = bool(_ENDS.search(last.text[-2:]))
    if short <= (_HANG if ends else _HANG + 1) * last.size + _unbroken(line):
        return not (last.left - page.left > 3 * last.size and short > 2 * last.size)
    # The right margin may be ragged; a heading is cut short as well, but what follows it is set in.
    runs_on = not ends and short < _RAGGED * (page.right - page.left)
    return runs_on and (page.indented or not _HEADING.match(last.text))


def _unbroken(line: Line) -> float:
    """The width of the Latin word or figure that a line begins with: too wide, it left the line before it short."""
    found = _WORD.match(line.text)
    return len(found[0]) * 0.6 * line.size if found else 0.0


def _joined(one: str, other: str) -> tuple[str, str]:
    """Two lines of a paragraph: Latin words apart, a word divided by a hyphen whole again, Chinese without a space."""
    if re.search(r"[A-Za-z]-\Z", one[-2:]) and re.match("[a-z]", other):
        return one[:-1], other
    apart = _LATIN_END.search(one[-1:]) and _LATIN_START.match(other) and re.search("[A-Za-z]", one[-1] + other[0])
    return (one + " ", other) if apart else (one, other)
