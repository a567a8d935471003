"""Years and dates as reports write them: 2024年1月15日, 2024-01-15, 2024/1/5, 二〇二四年一月十五日."""

from __future__ import annotations

import re

from kg.structure.headings import numeral

_FIGURES = {c: str(n) for n, c in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○ＯOo0", "0")
_CHINESE = r"[一二][零〇○ＯOo0一二三四五六七八九]{3}"
# The 年 is left out now and then: 某某县2023法治政府建设年度报告.
_YEAR = re.compile(rf"(?<![0-9])(20[0-4][0-9]|19[89][0-9])\s*(?=年|法治|依法)|({_CHINESE})(?=年)")
_RANGE = re.compile(
    r"《[^《》]*》|(?:20[0-9]{2}|[一二][零〇○一二三四五六七八九]{3})年?\s*[-—–~～至到]+\s*(?:20[0-9]{2}"
    r"|[一二][零〇○一二三四五六七八九]{3})年"
)

DATE = (
    r"(?:(20[0-4][0-9])\s*[-/.年]\s*([01]?[0-9])\s*[-/.月]\s*([0-3]?[0-9])(?![0-9])\s*日?"
    rf"|({_CHINESE})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日)"
)
"""A date as a pattern with six groups: year, month and day in figures, or the three in Chinese numerals."""


def _value(year: str) -> int:
    return int("".join(_FIGURES.get(c, c) for c in year))


def years(text: str) -> list[int]:
    """All years from 1980 to 2049 that a text names, in order: 2023年, 二〇二三年度."""
    found = (_value(match.group(1) or match.group(2)) for match in _YEAR.finditer(text))
    return [year for year in found if 1980 <= year < 2050]


def years_of_prose(text: str) -> list[int]:
    """The years that sentences speak of: neither those of a plan's period (2021—2025年) nor of a title in 《》."""
    return years(_RANGE.sub("", text))


def iso(match: re.Match[str] | None) -> str | None:
    """The ISO date of a match whose last six groups are those of :data:`DATE`, or None where it is no date."""
    if match is None:
        return None
    figures, numerals = match.groups()[-6:-3], match.groups()[-3:]
    year, month, day = (int(g) for g in figures) if figures[0] else _from_numerals(numerals)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _from_numerals(groups: tuple[str, ...]) -> tuple[int, int, int]:
    return _value(groups[0]), numeral(groups[1]), numeral(groups[2])
