"""The numbers that Word puts before paragraphs by itself (ECMA-376 part 1, 17.9): 一、 （一） 1. 第一章."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
                      "taiwaneseCountingThousand", "chineseLegalSimplified", "koreanDigital2"))  # fmt: skip


class Numbers:
    """Counts the numbered paragraphs of one document; ask for them in order."""

    def __init__(self, numbering: Any, styles: Any) -> None:  # noqa: ANN401 - elements of python-docx, None for no part
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._abstract: dict[str, str] = {}
        if numbering is not None:
            self._read(numbering)
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}

    def _read(self, numbering: Any) -> None:  # noqa: ANN401
        for abstract in numbering.iter(f"{W}abstractNum"):
            self._levels[abstract.get(f"{W}abstractNumId")] = {
                int(level.get(f"{W}ilvl")): (_value(level, "numFmt") or "decimal", _value(level, "lvlText") or "",
                                             int(_value(level, "start") or 1))
                for level in abstract.iter(f"{W}lvl")
            }  # fmt: skip
        for number in numbering.iter(f"{W}num"):
            self._abstract[number.get(f"{W}numId")] = _value(number, "abstractNumId") or ""

    def of(self, paragraph: Any) -> str:  # noqa: ANN401
        """The number before a paragraph, "" for none."""
        found = self._place(paragraph)
        if found is None or not "".join(paragraph.itertext()).strip():
            return ""
        number, level = found
        levels = self._levels.get(self._abstract.get(number, ""), {})
        if level not in levels:
            return ""
        counts = self._counts[self._abstract[number]]
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for below in [other for other in counts if other > level]:
            del counts[below]
        return re.sub("%([1-9])", lambda match: self._one(levels, counts, int(match[1]) - 1), levels[level][1])

    def _one(self, levels: dict[int, tuple[str, str, int]], counts: dict[int, int], level: int) -> str:
        form, _, start = levels.get(level, ("decimal", "", 1))
        return _written(counts.get(level, start), form)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:  # noqa: ANN401
        """The list and level of a paragraph: its own, or those of its style or the style that this rests on."""
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle") if properties is not None else None
        for _ in range(10):
            numbered = properties.find(f"{W}numPr") if properties is not None else None
            number = _value(numbered, "numId") if numbered is not None else None
            if number is not None:
                return (number, int(_value(numbered, "ilvl") or 0)) if number != "0" else None
            element = self._styles.get(style)
            if element is None:
                return None
            properties, style = element.find(f"{W}pPr"), _value(element, "basedOn")
        return None


def _value(element: Any, name: str) -> str | None:  # noqa: ANN401
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _written(number: int, form: str) -> str:
    if form in _CHINESE:
        return _chinese(number)
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr((97 if form == "lowerLetter" else 65) + number - 1)
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    return "" if form in ("bullet", "none") else str(number)


def _chinese(number: int) -> str:
    """1 to 99 in Chinese numerals: 一, 十, 十二, 二十, 二十三."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
