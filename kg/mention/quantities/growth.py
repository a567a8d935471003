"""Growth: behind a quantity it is its change on the year before, behind a noun of its own a rate of growth.

The growth of several years (年均增长5%, 五年增长40%) is never a change on the year before: it gets a name of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.mention.quantities.context import coordinates, share_subject
from kg.mention.quantities.groups import Group
from kg.mention.quantities.names import name_before
from kg.mention.quantities.period import growth_name, period_of
from kg.mention.quantities.reading import Reading
from kg.mention.quantities.sense import with_subject
from kg.mention.quantities.words import TRAILING

_COMPARE = (
    r"(?:同比|环比|同期|(?:比|较|与)(?:上年|去年|前年|上一年|往年|20[0-9]{2}年|“?十三五”?末?)"
    r"(?:同期|底|末|度)?(?:相比)?)"
)
GROWTH = re.compile(
    rf"(?P<subject>.*?)[，、]?{_COMPARE}?(?:预计|年均|平均|均|分别|又|共|再|大幅|总体|整体|五年"
    rf"|累计|预计)*{_COMPARE}?(?P<verb>增长|上升|提高|提升|增加|上涨|增幅|增速|扩大|下降|降低|减少"
    rf"|回落|下滑|降幅|压减|精简|压缩|缩短|递增|改善)(?:率|幅度)?(?:了|约|近|超过|超|达到|达|为|：)*$",
    re.DOTALL,
)
_DOWN = re.compile("下降|降低|减少|回落|下滑|降幅|压减|精简|压缩|缩短")
# 较去年增加50万元: a difference, no measure; its quantity stands before it.
DIFFERENCE = re.compile(rf"(?:{_COMPARE}|净)(?:增加|减少|多|少|增长|下降|提高|降低)(?:了|约|近|超过)?$")
_CIRCUMSTANCE = re.compile("在[^，、]{2,24}?(?:情况下|背景下|基础上|影响下)")


def read_growth(reading: Reading, group: Group, growth: re.Match[str]) -> None:
    """Read 同比增长5% or 产值增长5% (``growth``, what stands left of the number)."""
    down = bool(_DOWN.match(growth["verb"]))
    period = period_of(growth.group(), reading.scope)
    name, start = _subject(reading, group, growth)
    if len(name) >= 2 and not TRAILING.fullmatch(name):
        names = _names(group, name, growth)
        if reading.found:
            names = [with_subject(one, reading.found[-1].name, reading.found[-1].unit) for one in names]
        kind = "改善幅度" if growth["verb"] == "改善" else "降幅" if down else "增幅"
        names = [growth_name(one, period, reading.scope, kind) for one in names]
        reading.emit(group, names, (start, group.end), None)
    elif reading.last and len(group.numbers) <= len(reading.found):
        _change(reading, group, period, down)


def _subject(reading: Reading, group: Group, growth: re.Match[str]) -> tuple[str, int]:
    begin = group.left[0]
    name, start = name_before(reading.masked, reading.text, begin, begin + len(growth["subject"]), rate=True)
    return _CIRCUMSTANCE.sub("", name), start


def _names(group: Group, name: str, growth: re.Match[str]) -> list[str]:
    """A name for each number; of 甲、乙均增长5% both grew by it."""
    count = len(group.numbers)
    if count == 1 and re.search("(?<![年平])均", growth.group()[len(growth["subject"]) :]):
        count = coordinates(name)
    names = share_subject(name, count) or [name]
    group.numbers *= len(names) if len(group.numbers) == 1 else 1
    return names


def _change(reading: Reading, group: Group, period: str, down: bool) -> None:
    """Give the last quantities their change; where it is of several years, say so in quantities of their own."""
    count = len(group.numbers)
    targets = range(len(reading.found) - count, len(reading.found))
    if period or reading.scope.five:
        names = [growth_name(reading.found[at].name, period, reading.scope, "降幅" if down else "增幅") for at in targets]
        reading.emit(group, names, (group.left[0], group.end), None)
        return
    for target, number in zip(targets, group.numbers, strict=True):
        value = number.value * (100 if number.unit == "倍" else 1)
        reading.found[target] = replace(reading.found[target], change=-value if down else value)
    reading.last = 0
