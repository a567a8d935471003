"""Measured quantities: numbers of a report with what they measure, their unit and their change on the year before.

A number is no quantity when it counts awards (the award finder reads those), bounds a duration that nothing was
shortened to, structures the text (从3个方面), or stands in quotation marks (slogans, 1+8). Masked text
(``clauses.mask``) keeps what is quoted or bracketed from being read as grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kg.gazetteer import Gazetteer
from kg.mention.clauses import mask
from kg.mention.quantities.context import (
    coordinates,
    part_of,
    says_nothing,
    share_subject,
    with_object,
    with_shared_action,
    with_shared_verb,
    with_topic,
)
from kg.mention.quantities.groups import (
    LIST_END,
    Group,
    counts_awards,
    goes_on,
    groups_of,
    is_condition,
    is_countable,
    is_passed,
    last_step,
)
from kg.mention.quantities.names import name_after, name_before
from kg.mention.quantities.numbers import PERCENT, POINTS, find_numbers
from kg.mention.quantities.sense import is_measure, is_relative, opens_measure, says_what, with_subject
from kg.mention.quantities.words import PREDICATE, TRAILING, predicate_at
from kg.model import QuantityMention, Report, Sentence
from kg.vocabulary import Vocabulary

_LIST_START = re.compile(r"(?:、|和|以及|及|与)")
_PART_OF = re.compile(r"的?占(?:比)?(?:达到|达|为|约|近|超过|超)*$")
_CLOSES = re.compile(
    r"[/、，。；：！？）\n]|(?:以上|以下|左右|余)?(?:[、，。；）]|$)|等|和|及|与(?!会)|并|且|或"
    r"|，|同比|环比|比|较|用于|占"
)

_COMPARE = (
    r"(?:同比|环比|同期|(?:比|较|与)(?:上年|去年|前年|上一年|往年|20[0-9]{2}年|“?十三五”?末?)"
    r"(?:同期|底|末|度)?(?:相比)?)"
)
_GROWTH = re.compile(
    rf"(?P<subject>.*?)[，、]?{_COMPARE}?(?:预计|年均|平均|均|分别|又|共|再|大幅|总体|整体|五年"
    rf"|累计|预计)*{_COMPARE}?(?P<verb>增长|上升|提高|提升|增加|上涨|增幅|增速|扩大|下降|降低|减少"
    rf"|回落|下滑|降幅|压减|精简|压缩|缩短|递增)(?:率|幅度)?(?:了|约|近|超过|超|达到|达|为|：)*$",
    re.DOTALL,
)
_DOWN = re.compile("下降|降低|减少|回落|下滑|降幅|压减|精简|压缩|缩短")
_SHARE = re.compile(r"占(?P<of>(?!比)[^，]{1,16}?)的?(?:比重|比例|比)?(?:达到|达|为|约|近|超过|超)*$")
# 较去年增加50万元: a difference, no measure; its quantity stands before it.
_DIFFERENCE = re.compile(rf"(?:{_COMPARE}|净)(?:增加|减少|多|少|增长|下降|提高|降低)(?:了|约|近|超过)?$")


@dataclass(slots=True)
class _Reading:
    """What has been read of one sentence so far."""

    masked: str
    text: str
    offset: int
    found: list[QuantityMention] = field(default_factory=list)
    last: int = 0  # how many of the last mentions came from one group: a change behind them belongs to these


def find_quantities(
    report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer, awards_spans: Sequence[tuple[int, int]] = ()
) -> tuple[QuantityMention, ...]:
    """The quantities of a report's body, in order of appearance.

    ``awards_spans`` are the clean offset spans of awards found before: a number in the same clause counts awards.
    ``QuantityMention.name`` says what is measured; money keeps 万 and 亿 in its unit, counts are plain numbers;
    ``change`` is in %, or in percentage points where the value is a rate.
    """
    found: list[QuantityMention] = []
    for sentence in report.sentences:
        text = report.words(sentence)
        if any(char.isdigit() for char in text) or "百分之" in text or _HAS_CHINESE.search(text):
            found += _read(report, sentence, text, awards_spans)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


_HAS_CHINESE = re.compile("[二三四五六七八九两十][余多]?[个家项件名场起份支部次]")
_BRACKET = re.compile(r"（(?P<inner>[^（）]{4,60})）")


def _read(report: Report, sentence: Sentence, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[QuantityMention]:
    """The quantities of a sentence, and those in its brackets (其中省级5个)."""
    here = [(a - sentence.start, b - sentence.start) for a, b in spans if sentence.start <= a < sentence.end]
    yield from _read_piece(mask(text), text, sentence.start, here)
    for match in _BRACKET.finditer(text):
        inner = match["inner"]
        shifted = [(a - match.start("inner"), b - match.start("inner")) for a, b in here]
        yield from _read_piece(mask(inner), inner, sentence.start + match.start("inner"), shifted)


def _read_piece(masked: str, text: str, offset: int, awards: Sequence[tuple[int, int]]) -> Iterator[QuantityMention]:
    numbers = [number for number in find_numbers(masked) if is_countable(masked, number)]
    groups = groups_of(masked, numbers)
    reading = _Reading(masked, text, offset)
    awarded = False
    bound = -1
    for index, group in enumerate(groups):
        later = groups[index + 1 : index + 2]
        bound = index + 1 if is_condition(masked, group, later) else bound
        awarded = counts_awards(masked, group, awards) or (awarded and goes_on(masked, group))
        if awarded or bound in (index, index + 1) or is_passed(masked, group, later):
            reading.last = 0
            continue
        last_step(masked, group)
        _read_group(reading, group)
    yield from reading.found


def _read_group(reading: _Reading, group: Group) -> None:
    """Read one group: a change of what went before, or quantities of their own."""
    masked = reading.masked
    group.left = group.subject or group.left
    left = masked[slice(*group.left)]
    growth = _GROWTH.match(left) if group.numbers[0].unit in (PERCENT, POINTS, "倍") else None
    if growth is None and group.numbers[0].unit == POINTS:
        return
    if growth:
        _read_growth(reading, group, growth)
        return
    if _DIFFERENCE.search(left) or is_relative(left):
        return
    name, start, end = _name(reading, group)
    names = share_subject(name, len(group.numbers)) if len(group.numbers) > 1 else []
    if len(group.numbers) == 1 and re.search("均$|均[为达超]+到?$", left):
        names = share_subject(name, coordinates(name))
        group.numbers *= max(1, len(names))
    _emit(reading, group, names or [name] * len(group.numbers), (start, end))


def _read_growth(reading: _Reading, group: Group, growth: re.Match[str]) -> None:
    """同比增长5% behind a quantity is its change; behind a noun of its own it is a rate of growth."""
    down = bool(_DOWN.match(growth["verb"]))
    begin = group.left[0]
    name, start = name_before(reading.masked, reading.text, begin, begin + len(growth["subject"]), rate=True)
    if len(name) >= 2 and not TRAILING.fullmatch(name):
        count = len(group.numbers)
        if count == 1 and re.search("(?<![年平])均", growth.group()[len(growth["subject"]) :]):
            count = coordinates(name)
        names = share_subject(name, count) or [name]
        group.numbers *= len(names) if len(group.numbers) == 1 else 1
        if reading.found:
            names = [with_subject(one, reading.found[-1].name, reading.found[-1].unit) for one in names]
        _emit(reading, group, [one + ("降幅" if down else "增幅") for one in names], (start, group.end))
        return
    if not reading.last:
        return
    count = len(group.numbers)
    if count > len(reading.found):
        return
    for target, number in zip(range(len(reading.found) - count, len(reading.found)), group.numbers, strict=True):
        value = number.value * (100 if number.unit == "倍" else 1)
        reading.found[target] = replace(reading.found[target], change=-value if down else value)
    reading.last = 0


def _name(reading: _Reading, group: Group) -> tuple[str, int, int]:
    """What the group measures, and the bounds of number and noun."""
    masked, text = reading.masked, reading.text
    right = masked[slice(*group.right)]
    unit = group.numbers[0].unit
    left = masked[slice(*group.left)]
    rate = unit in (PERCENT, ":1", "‰")
    name, start = name_before(masked, text, _left_start(reading, group), group.left[1], rate)
    if rate and _SHARE.search(left) and len(name) >= 2:
        name = re.sub("的?(?:比重|比例)?$", "", name) + "比重"
    elif rate and _PART_OF.search(left):
        name = re.sub("的?占比?$", "", name) + "占比"
    if rate and says_nothing(name):
        return "", start, group.end
    closes = not right or _CLOSES.match(right) or text[group.end] == "（" or _predicate_follows(right)
    closes = closes or (bool(name) and opens_measure(right))
    if not name and closes and group.left[0] > group.clause[0] and reading.found:
        name = reading.found[-1].name
    if rate and right.startswith(("全覆盖", "覆盖")):
        name += "覆盖率"
    if name and (rate or closes):
        return _in_context(reading, group, name), start, group.end
    if rate:
        noun, stop = name_after(masked, text, (group.start, group.start), group.right)
        return (noun + "占比" if noun else ""), group.start, stop
    return _preposed(reading, group)


def _left_start(reading: _Reading, group: Group) -> int:
    """Where the left side begins that can name a number.

    Behind a number before its noun (为5户企业减免税费8万元) the second one is named by the predicate, not by 企业; but
    of 8个断面水质优良率达95% the rate is measured.
    """
    start, end = group.left
    piece = reading.masked[start:end]
    if start == group.clause[0] or group.subject or _LIST_START.match(piece) or not piece:
        return start
    at = predicate_at(piece)
    return start + at if at < len(piece) and not is_measure(piece[:at]) else start


def _in_context(reading: _Reading, group: Group, name: str) -> str:
    """The name with what the numbers before it give: a rate its subject, a verb its object, an item its verb."""
    counts = [mention for mention in reading.found if mention.unit not in (PERCENT, ":1")]
    unit = group.numbers[0].unit
    if unit in (PERCENT, ":1"):
        return part_of(with_topic(name, [mention.name for mention in counts]), counts[-1].name if counts else "")
    if not counts:
        return name
    former = counts[-1]
    name = with_subject(name, former.name, former.unit)
    if _LIST_START.match(reading.masked[slice(*group.left)]) and former.rule == "number-behind-noun":
        name = with_shared_verb(name, former.name, unit == former.unit)
    if unit != former.unit:
        return name
    whole = next((item.name for item in counts if item.unit == unit and not says_nothing(item.name)), "")
    return with_object(name, whole)


def _predicate_follows(right: str) -> bool:
    return bool(PREDICATE.match(right)) and predicate_at("■" + right) == 1


def _preposed(reading: _Reading, group: Group) -> tuple[str, int, int]:
    """A number before its noun. In a list (3个甲、5个乙实行丙) the predicate behind the last item is everyone's."""
    masked, text = reading.masked, reading.text
    before = (group.clause[0], group.left[1]) if group.list_tail or group.continues else group.left
    noun, stop = name_after(masked, text, before, group.right)
    if group.list_tail and noun:
        end = group.right[1] - len(LIST_END.search(masked[slice(*group.right)]).group())  # type: ignore[union-attr]
        tail_start = group.list_tail[0] + predicate_at(masked[slice(*group.list_tail)])
        joined = masked[:end] + masked[tail_start : group.list_tail[1]]
        words = text[:end] + text[tail_start : group.list_tail[1]]
        noun, _ = name_after(joined, words, before, (group.right[0], len(joined)))
        stop = end
    if is_measure(noun) and not group.list_tail:
        return "", group.start, stop
    return _in_list(reading, group, noun), group.start, stop


def _in_list(reading: _Reading, group: Group, noun: str) -> str:
    """A noun of a list with the verb of the first item, and with the action that closes the last one."""
    if group.list_tail:
        noun = with_shared_action(noun, reading.masked[slice(*group.list_tail)], reading.masked[slice(*group.clause)])
    if group.continues and reading.found and reading.found[-1].rule == "number-before-noun":
        noun = with_shared_verb(noun, reading.found[-1].name, False)
    return noun


def _emit(reading: _Reading, group: Group, names: list[str], span: tuple[int, int]) -> None:
    """Append a mention for each number (two for a range) that has a name."""
    before = len(reading.found)
    for name, number in zip(names, group.numbers, strict=False):
        if len(name) < 2 or not says_what(name):
            continue
        start, end = min(span[0], number.start), max(span[1], number.end)
        for value in (number.low, number.value) if number.low is not None else (number.value,):
            at = reading.offset + start, reading.offset + end
            rule = _rule(group, span)
            about = number.approximate
            reading.found.append(QuantityMention(*at, name, rule, _plain(value), number.unit, None, about))
    reading.last = len(reading.found) - before


def _rule(group: Group, span: tuple[int, int]) -> str:
    return "number-behind-noun" if span[0] < group.start else "number-before-noun"


def _plain(value: Decimal) -> Decimal:
    """The value without an exponent or trailing zeros (1E+4 would print so in a table)."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
