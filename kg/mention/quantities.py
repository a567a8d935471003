"""Measured quantities: numbers of a report with what they measure, their unit and their change on the year before.

A number is no quantity when it counts awards (the award finder reads those), bounds a duration that nothing was
shortened to, structures the text (从3个方面), or stands in quotation marks (slogans, 1+8). Masked text (``clauses.mask``)
keeps what is quoted or bracketed from being read as grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kg.gazetteer import Gazetteer
from kg.mention.clauses import mask
from kg.mention.numbers import DURATIONS, PERCENT, POINTS, Number, find_numbers
from kg.mention.quantity_names import name_after, name_before, share_subject, with_topic
from kg.mention.quantity_words import PREDICATE, TRAILING, predicate_at
from kg.model import QuantityMention, Report, Sentence
from kg.vocabulary import Vocabulary

_BOUNDARY = re.compile(r"[，。；：！？\n]")
_JOIN = re.compile(r"(?:以上|以下|左右)?(?:、|和|及|与|或)")
_LIST_END = re.compile(r"(?:、|和|以及|及|与)$")
_CLOSES = re.compile(r"[、，。；：！？）\n]|(?:以上|以下|左右|余)?(?:[、，。；）]|$)|等|和|及|与(?!会)|并|且|或|，|同比|环比|比|较|用于|占")

# Clauses that count honours: 5个案例入选全国名单, 3个项目获评“最佳”.
_AWARD = re.compile(
    r"获评|荣获|获奖|获得?[^，、]{0,24}(?:奖|称号|表彰|荣誉|命名|认定|通报|肯定)|入选|入围|获[批选]|被(?:评|授予|认定|命名|列为|确定|表彰|选)|评为|评选为|授予|斩获|摘得|上榜|命名为|认定为|认定发布|创成|"
    r"(?:成为|列为|确定为|打造成)[^，]{0,14}(?:样板|试点|示范|标杆|典型)|创建(?:成)?(?:全国|国家)|(?:银|金|铜|一等|二等|三等|优秀)奖"
)
# The count goes on behind such a clause: 创建全国示范村2个，省级5个.
_AWARD_MORE = re.compile(r"^(?:其中)?(?:国家|全国|省|市|县|区|部)级?$")

_COMPARE = r"(?:同比|环比|同期|(?:比|较|与)(?:上年|去年|前年|上一年|往年|20[0-9]{2}年|“?十三五”?末?)(?:同期|底|末|度)?(?:相比)?)"
_GROWTH = re.compile(
    rf"(?P<subject>.*?)[，、]?{_COMPARE}?(?:年均)?(?:均|分别|又|共|再|大幅|总体|整体)*{_COMPARE}?(?P<verb>增长|上升|提高|提升|增加|上涨|增幅|增速|扩大|下降|降低|减少|回落|下滑|降幅|压减|精简|压缩|缩短|递增)(?:率|幅度)?(?:了|约|近|超过|超|达到|达|为|：)*$",
    re.DOTALL,
)
_DOWN = frozenset("下降 降低 减少 回落 下滑 降幅 压减 精简 压缩 缩短".split())
_FROM = re.compile(r"(?:从|由)[^，]*$")
_TO_NEXT = re.compile(r"^(?:左右|以上)?(?:年)?(?:大幅|稳步)?(?:提高|提升|上升|增加|增长|增|扩大|扩展|下降|降低|降|压缩|压减|缩短|减少|跃升|扩充|升|发展)(?:至|到|为)")
_SHORTENED = re.compile(r"(?:压缩|缩短|缩减|减少|压减|降|提速|控制在|不超过|平均|用时|时限|时长|仅需)[^，]{0,6}$")
_SHARE = re.compile(r"占(?P<of>[^，]{1,16}?)的?(?:比重|比例|比)?(?:达到|达|为|约|近|超过|超)*$")
_EXCLUDED_AFTER = re.compile(r"全会|次会议|会议精神|点击|字")
_EACH = re.compile(r"(?:每|第|首|前|上|下|这|那|某|满|近两|近三|近五)$")


@dataclass(slots=True)
class _Group:
    """Numbers that follow one another at once (x、y), with the stretches of the clause left and right of them."""

    numbers: list[Number]
    left: tuple[int, int] = (0, 0)
    right: tuple[int, int] = (0, 0)
    clause: tuple[int, int] = (0, 0)
    list_tail: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        return self.numbers[0].start

    @property
    def end(self) -> int:
        return self.numbers[-1].end


@dataclass(slots=True)
class _Reading:
    """What has been read of one sentence so far."""

    masked: str
    text: str
    offset: int
    found: list[QuantityMention] = field(default_factory=list)
    last: int = 0  # how many of the last mentions came from one group: a change behind them belongs to these


def _countable(masked: str, number: Number) -> bool:
    """Whether a number can be a measurement at all."""
    before, after = masked[max(0, number.start - 14) : number.start], masked[number.end : number.end + 6]
    if _EACH.search(before) or _EXCLUDED_AFTER.match(after):
        return False
    if number.unit in DURATIONS:
        return bool(_SHORTENED.search(before))
    return True


def _groups(masked: str, numbers: list[Number]) -> list[_Group]:
    """Numbers that nothing but a 、 separates go together."""
    groups: list[_Group] = []
    for number in numbers:
        between = masked[groups[-1].end : number.start] if groups else ""
        if groups and _JOIN.fullmatch(between) and number.unit[-1:] == groups[-1].numbers[-1].unit[-1:]:
            groups[-1].numbers.append(number)
        else:
            groups.append(_Group([number]))
    return groups


def _clause(masked: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between two commas that holds ``[start, end)``."""
    left = max((match.end() for match in _BOUNDARY.finditer(masked, 0, start)), default=0)
    right = _BOUNDARY.search(masked, end)
    return left, right.start() if right else len(masked)


def _bound(masked: str, groups: list[_Group]) -> None:
    """Give each group its clause and what stands left and right of it, up to its neighbours."""
    for index, group in enumerate(groups):
        group.clause = left, right = _clause(masked, group.start, group.end)
        if index and groups[index - 1].end > left:
            left = groups[index - 1].end
        if index + 1 < len(groups) and groups[index + 1].start < right:
            right = groups[index + 1].start
        group.left, group.right = (left, group.start), (group.end, right)
    for group, after in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        piece = masked[slice(*group.right)]
        if after.clause == group.clause and _LIST_END.search(piece) and len(piece) > 1:
            group.list_tail = after.list_tail or after.right


def find_quantities(
    report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer, awards_spans: Sequence[tuple[int, int]] = ()
) -> tuple[QuantityMention, ...]:
    """The quantities of a report's body, in order of appearance.

    ``awards_spans`` are the clean offset spans of awards found before: a number in the same clause counts awards.
    ``QuantityMention.name`` says what is measured; money keeps 万 and 亿 in its unit, counts are plain numbers; ``change``
    is in %, or in percentage points where the value is a rate.
    """
    found: list[QuantityMention] = []
    for sentence in report.sentences:
        text = report.words(sentence)
        if any(char.isdigit() for char in text) or "百分之" in text or _HAS_CHINESE.search(text):
            found += _read(report, sentence, text, awards_spans)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


_HAS_CHINESE = re.compile("[二三四五六七八九两十][余多]?[个家项件名场起份支部次]")
_BRACKET = re.compile(r"（(?P<inner>[^（）]{4,60})）")


def _read(
    report: Report, sentence: Sentence, text: str, spans: Sequence[tuple[int, int]]
) -> Iterator[QuantityMention]:
    """The quantities of a sentence, and those in its brackets (其中省级5个)."""
    here = [(a - sentence.start, b - sentence.start) for a, b in spans if sentence.start <= a < sentence.end]
    yield from _read_piece(mask(text), text, sentence.start, here)
    for match in _BRACKET.finditer(text):
        inner = match["inner"]
        shifted = [(a - match.start("inner"), b - match.start("inner")) for a, b in here]
        yield from _read_piece(mask(inner), inner, sentence.start + match.start("inner"), shifted)


def _read_piece(
    masked: str, text: str, offset: int, awards: Sequence[tuple[int, int]]
) -> Iterator[QuantityMention]:
    numbers = [number for number in find_numbers(masked) if _countable(masked, number)]
    groups = _groups(masked, numbers)
    _bound(masked, groups)
    reading = _Reading(masked, text, offset)
    awarded = False
    for index, group in enumerate(groups):
        bare = _AWARD_MORE.match(masked[slice(*group.left)].strip("，、"))
        awarded = _counts_awards(masked, group, awards) or bool(awarded and bare)
        if awarded or _passed(masked, group, groups[index + 1 :]):
            reading.last = 0
            continue
        _read_group(reading, group)
    yield from reading.found


def _counts_awards(masked: str, group: _Group, awards: Sequence[tuple[int, int]]) -> bool:
    left, right = group.clause
    near = any(a < right and b > left for a, b in awards)
    return near or bool(_AWARD.search(masked, left, right))


def _passed(masked: str, group: _Group, later: list[_Group]) -> bool:
    """The old value of a change (从3%提高到5%): only the new one is measured this year."""
    before, after = masked[slice(*group.left)], masked[group.end :]
    return bool(later and _FROM.search(before) and _TO_NEXT.match(after))


def _read_group(reading: _Reading, group: _Group) -> None:
    """Read one group: a change of what went before, or quantities of their own."""
    masked = reading.masked
    left = masked[slice(*group.left)]
    growth = _GROWTH.match(left) if group.numbers[0].unit in (PERCENT, POINTS, "倍") else None
    if growth is None and group.numbers[0].unit == POINTS:
        return
    if growth:
        _read_growth(reading, group, growth)
        return
    name, start, end = _name(reading, group)
    names = share_subject(name, len(group.numbers)) if len(group.numbers) > 1 else []
    if len(group.numbers) == 1 and re.search("均$|均[为达超]+到?$", left):
        names = share_subject(name, name.count("、") + 1)
        group.numbers *= max(1, len(names))
    _emit(reading, group, names or [name] * len(group.numbers), (start, end))


def _read_growth(reading: _Reading, group: _Group, growth: re.Match[str]) -> None:
    """同比增长5% behind a quantity is its change; behind a noun of its own it is a rate of growth."""
    down = growth["verb"] in _DOWN
    begin = group.left[0]
    name, start = name_before(reading.masked, reading.text, begin, begin + len(growth["subject"]))
    if len(name) >= 2 and not TRAILING.fullmatch(name):
        names = share_subject(name, len(group.numbers)) or [name]
        _emit(reading, group, [one + ("降幅" if down else "增幅") for one in names], (start, group.end))
        return
    if not reading.last:
        return
    targets = range(len(reading.found) - reading.last, len(reading.found))
    for target, number in zip(targets if len(group.numbers) > 1 else targets[-1:], group.numbers, strict=False):
        value = number.value * (100 if number.unit == "倍" else 1)
        reading.found[target] = replace(reading.found[target], change=-value if down else value)
    reading.last = 0


def _name(reading: _Reading, group: _Group) -> tuple[str, int, int]:
    """What the group measures, and the bounds of number and noun."""
    masked, text = reading.masked, reading.text
    right = masked[slice(*group.right)]
    unit = group.numbers[0].unit
    share = _SHARE.search(masked[slice(*group.left)]) if unit == PERCENT else None
    name, start = name_before(masked, text, *group.left)
    if share and len(name) >= 2:
        name = re.sub("的?(?:比重|比例)?$", "", name) + "比重"
    rate = unit in (PERCENT, ":1", "‰")
    if name and (rate or _CLOSES.match(right) or not right or _predicate_follows(right)):
        topics = [mention.name for mention in reading.found if mention.unit not in (PERCENT, ":1")]
        return with_topic(name, topics), start, group.end
    if rate:
        noun, stop = name_after(masked, text, (group.start, group.start), group.right)
        return (noun + "占比" if noun else ""), group.start, stop
    return _preposed(reading, group, name)


def _predicate_follows(right: str) -> bool:
    return bool(PREDICATE.match(right)) and predicate_at("■" + right) == 1


def _preposed(reading: _Reading, group: _Group, left_name: str) -> tuple[str, int, int]:
    """A number before its noun. In a list (3个甲、5个乙实行丙) the predicate behind the last item is everyone's."""
    masked, text = reading.masked, reading.text
    before = (group.clause[0], group.left[1]) if group.list_tail or _shares_opening(masked, group) else group.left
    noun, stop = name_after(masked, text, before, group.right)
    if group.list_tail and noun:
        end = group.right[1] - len(_LIST_END.search(masked[slice(*group.right)]).group())  # type: ignore[union-attr]
        tail_start = group.list_tail[0] + predicate_at(masked[slice(*group.list_tail)])
        joined = masked[:end] + masked[tail_start : group.list_tail[1]]
        words = text[:end] + text[tail_start : group.list_tail[1]]
        noun, _ = name_after(joined, words, before, (group.right[0], len(joined)))
        stop = end
    return (noun or left_name), group.start, stop


def _shares_opening(masked: str, group: _Group) -> bool:
    """Whether the group continues a list (left of it nothing but a 、 up to the number before)."""
    return group.left[0] > group.clause[0] and not masked[slice(*group.left)].strip("、和及与")


def _emit(reading: _Reading, group: _Group, names: list[str], span: tuple[int, int]) -> None:
    """Append a mention for each number (two for a range) that has a name."""
    before = len(reading.found)
    for name, number in zip(names, group.numbers, strict=False):
        if len(name) < 2:
            continue
        start, end = min(span[0], number.start), max(span[1], number.end)
        for value in (number.low, number.value) if number.low is not None else (number.value,):
            reading.found.append(
                QuantityMention(
                    reading.offset + start, reading.offset + end, name, _rule(group, span), _plain(value), number.unit, None,
                    number.approximate,
                )  # fmt: skip
            )
    reading.last = len(reading.found) - before


def _rule(group: _Group, span: tuple[int, int]) -> str:
    return "number-behind-noun" if span[0] < group.start else "number-before-noun"


def _plain(value: Decimal) -> Decimal:
    """The value without an exponent or trailing zeros (1E+4 would print so in a table)."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
