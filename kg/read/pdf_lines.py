"""The characters of a PDF page -> lines, in the order of reading, from their positions."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from kg.radicals import unradical

_GAP = 0.18  # of the size of the characters: a wider gap between Latin words is a space
_CELL = 1.8  # of the size: a wider gap separates cells of a table
_SAME_LINE = 0.4  # of the size: baselines that differ by less belong to one line (quotation marks of another font)
_LATIN = re.compile(r"[0-9A-Za-z%.,;:)\]]")
_HYPHENS = {0x02: "-", 0xAD: "-", 0xFFFE: "-"}  # what PDFium gives for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, where it begins and ends, its baseline, the size of its characters (in points)."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    base: float
    size: float


def lines_of(page: Any) -> list[Line]:  # noqa: ANN401 - pypdfium2 has no types
    """The lines of a text page, from top to bottom."""
    return [line for row in _rows(_glyphs(page)) if (line := _line(row)).text]


def _glyphs(page: Any) -> list[_Glyph]:  # noqa: ANN401
    """The characters that the file holds (not those that PDFium puts in between), upright ones only."""
    handle = page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    found = []
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in (0, 10, 13) or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        size = abs(box.top - box.bottom) or 1.0
        text = _HYPHENS.get(code) or _character(code)
        found.append(_Glyph(text, min(x.value, box.left), box.right, y.value, size))
    return _merged(found)


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _merged(glyphs: list[_Glyph]) -> list[_Glyph]:
    """Without the second of two equal characters in one place, which is how some programs print bold."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for one in glyphs:
        place = (one.text, round(one.left), round(one.base))
        if place not in seen or one.text.isspace():
            kept.append(one)
        seen.add(place)
    return kept


def _rows(glyphs: list[_Glyph]) -> list[list[_Glyph]]:
    """Characters by baseline, from top to bottom."""
    rows: list[list[_Glyph]] = []
    for one in sorted((g for g in glyphs if not g.text.isspace() or g.text == "\u3000"), key=lambda g: -g.base):
        last = rows[-1] if rows else None
        if last and abs(last[0].base - one.base) <= _SAME_LINE * min(last[0].size, one.size):
            last.append(one)
        else:
            rows.append([one])
    spaces = [g for g in glyphs if g.text.isspace() and g.text != "\u3000"]
    return _with_spaces(rows, spaces)


def _with_spaces(rows: list[list[_Glyph]], spaces: Sequence[_Glyph]) -> list[list[_Glyph]]:
    """Spaces put into the rows whose baseline they have."""
    by_base: dict[int, list[_Glyph]] = {}
    for one in spaces:
        by_base.setdefault(round(one.base), []).append(one)
    for row in rows:
        base = round(row[0].base)
        row += [
            one
            for near in (base - 1, base, base + 1)
            for one in by_base.get(near, ())
            if abs(one.base - row[0].base) < 1
        ]
        row.sort(key=lambda g: (g.left, g.right))
    return rows


def _line(row: list[_Glyph]) -> Line:
    size = sorted(one.size for one in row)[len(row) // 2]
    parts = [row[0].text]
    for before, after in pairwise(row):
        gap = after.left - before.right
        if gap > _CELL * size:
            parts.append("\t")
        elif gap > _GAP * size and _LATIN.match(before.text) and _LATIN.match(after.text):
            parts.append(" ")
        parts.append(after.text)
    text = re.sub(r"[ \u00a0]*\t[ \t\u00a0]*", "\t", unradical("".join(parts)).strip())
    seen = [one for one in row if not one.text.isspace()] or row
    return Line(re.sub(" {2,}", " ", text), seen[0].left, max(one.right for one in seen), row[0].base, size)
