"""Headings: 一、 / （一） / 1. / 一是, found by their marker, their place in the text and their running number.

Reports arrive with every heading on a line of its own, with the heading run into its paragraph, and with no line breaks
at all. What holds in all three is that markers of one level count up without a gap, and that a marker stands at the
start of a line or after the end of a sentence or of another heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_MARKERS = (
    (1, re.compile(rf"({_NUMERAL})、|第({_NUMERAL})(?:部分|章)[：、 ]?")),
    (2, re.compile(rf"（({_NUMERAL})）、?")),
    (3, re.compile(r"(?<![0-9.A-Za-z+\-—])([0-9]{1,2})[.、](?![0-9])|（([0-9]{1,2})）")),
    (4, re.compile(rf"({_NUMERAL})是(?!否)")),
)
_BEFORE = "。！？；：\n”’）"
_LONGEST = 60  # characters of a heading; the longest in the reports seen has 47

# A line that is a heading without a number: short, unfinished, and saying what the section is about.
_BARE = re.compile(
    rf"^(?!{_NUMERAL}、|（{_NUMERAL}）|[0-9]{{1,2}}[.、]|（[0-9])[^。；，！？\n]{{0,24}}(?:工作回顾|主要成[效就绩]"
    rf"|主要工作|存在的?(?:主要)?(?:问题|不足|困难)|不足之处|工作(?:安排|打算|思路|计划|部署)|主要安排"
    r"|主要目标|重点工作|下一步[^。，\n]{0,12}|第一责任人职责[^。，\n]{0,12})[^。；，！？\n]{0,16}$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its words without the marker, where it starts and where its words end."""

    level: int
    text: str
    start: int
    end: int


def numeral(text: str) -> int:
    """A Chinese or Arabic numeral below 100: 一 1, 十二 12, 二十 20, 7 7."""
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return _DIGITS.get(text, 0)
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


@dataclass(frozen=True, slots=True)
class _Marker:
    level: int
    number: int
    start: int
    end: int


def _candidates(text: str) -> list[_Marker]:
    """Every place where a marker could stand, in order; 第一部分 counts as 一、."""
    found = []
    for level, pattern in _MARKERS:
        for match in pattern.finditer(text):
            number = numeral(next(group for group in match.groups() if group))
            found.append(_Marker(level, number, match.start(), match.end()))
    return sorted(found, key=lambda marker: (marker.start, marker.level))


def _stands_free(text: str, marker: _Marker, previous: _Marker | None) -> bool:
    """Whether the marker begins a line, a sentence, or follows a heading that has no end mark of its own."""
    before = text[marker.start - 1] if marker.start else "\n"
    if before in _BEFORE:
        return True
    if marker.level == 4:
        return before in "，、"
    # A text on one line: 一、主要举措和成效（一）… — the heading before is short and holds no sentence mark.
    if previous is None or previous.level >= marker.level:
        return marker.level == 1 and before == " "
    between = text[previous.end : marker.start]
    return len(between) <= _LONGEST and not any(mark in between for mark in "。；")


def _counted(text: str) -> Iterator[_Marker]:
    """The candidates that count up: the next number of their level, or 一 anew below a higher heading."""
    last: dict[int, int] = {}
    previous: _Marker | None = None
    for marker in _candidates(text):
        if not _fits(text, marker, last.get(marker.level, 0)) or not _stands_free(text, marker, previous):
            continue
        last[marker.level] = marker.number
        for level in [level for level in last if level > marker.level]:
            del last[level]
        previous = marker
        yield marker


def _fits(text: str, marker: _Marker, last: int) -> bool:
    """Whether a number may follow the last of its level: the next one, or 一 anew below a higher heading.

    Reports count wrong now and then. Where the marker begins a line one number may be missing; and a chapter that has
    a line of its own may bear the number before it again, or begin anew (a second report in the file).
    """
    expected = last + 1
    if marker.number == expected or (marker.number == 1 and marker.level > 1):
        return True
    if marker.start and text[marker.start - 1] != "\n":
        return False
    if marker.number == expected + 1 and marker.number > 2:
        return True
    return marker.level == 1 and marker.number in (1, last) and bool(_OWN_LINE.match(text, marker.end))


_OWN_LINE = re.compile(r"[^。；！？\n]{2,60}(?:\n|$)")
_END_MARKS = {1: re.compile("[\n。；]")}
_END_MARK = re.compile("[\n。；：]")


def _end(text: str, marker: _Marker, following: int) -> int:
    """Where the words of a heading end: line end, next marker, or first sentence mark, at most 60 characters on.

    Where a chapter's paragraph follows its heading without an end mark, the heading ends at the first comma.
    """
    limit = min(following, len(text), marker.end + _LONGEST)
    mark = _END_MARKS.get(marker.level, _END_MARK).search(text, marker.end, limit)
    stop = mark.start() if mark else limit
    run_in = marker.level == 1 and stop != following and text[stop : stop + 1] != "\n" and stop < len(text)
    comma = text.find("，", marker.end, stop) if run_in else -1
    return comma if comma > 0 else stop


def find_headings(text: str) -> list[Heading]:
    """All headings of a clean text, in order."""
    markers = list(_counted(text))
    starts = [marker.start for marker in markers[1:]] + [len(text)] * bool(markers)
    headings = [
        Heading(marker.level, text[marker.end : (end := _end(text, marker, following))], marker.start, end)
        for marker, following in zip(markers, starts, strict=True)
    ]
    return _raised(sorted(_with_bare(text, headings), key=lambda heading: heading.start))


def _raised(headings: list[Heading]) -> list[Heading]:
    """A short report may begin with （一） or 1.: then these are its chapters."""
    top = min((heading.level for heading in headings), default=1)
    if top not in (2, 3) or sum(heading.level == top for heading in headings) < 2:
        return headings
    return [replace(h, level=h.level - top + 1) if h.level < 4 else h for h in headings]


def _with_bare(text: str, headings: list[Heading]) -> list[Heading]:
    """Headings without a number are chapters; where there are two or more, the numbered ones lie below them."""
    ends = [heading.end for heading in headings]
    bare = [Heading(1, match.group(), match.start(), match.end()) for match in _BARE.finditer(text)]
    bare = [h for h in bare if (i := bisect_left(ends, h.start)) == len(headings) or headings[i].start > h.end]
    chapters = sum(heading.level == 1 for heading in headings)
    if len(bare) < 2 and chapters >= 2:
        return headings
    if len(bare) >= 2:
        headings = [replace(heading, level=min(heading.level + 1, 4)) for heading in headings]
    return headings + bare
