"""Measured quantities: numbers of a report with what they measure, their unit and their change on the year before.

A number is no quantity when it counts awards (the award finder reads those), bounds a duration that nothing was
shortened to, structures the text (从3个方面), or stands in quotation marks (slogans, 1+8). Masked text
(``clauses.mask``) keeps what is quoted or bracketed from being read as grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.clauses import mask
from kg.gazetteer import Gazetteer
from kg.mention.quantities.context import (
    coordinates,
    part_of,
    says_nothing,
    share_subject,
    sums_list,
    with_object,
    with_shared_action,
    with_shared_verb,
    with_state,
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
from kg.mention.quantities.growth import DIFFERENCE, GROWTH, read_growth
from kg.mention.quantities.names import each_of, name_after, name_before, next_item
from kg.mention.quantities.numbers import PERCENT, POINTS, find_numbers
from kg.mention.quantities.period import Scope, period_of, scopes, without_growth
from kg.mention.quantities.reading import Reading
from kg.mention.quantities.sense import (
    is_bare_kind,
    is_measure,
    is_relative,
    opens_measure,
    says_what,
    with_former,
    with_subject,
)
from kg.mention.quantities.topic import from_chain, is_clear
from kg.mention.quantities.words import PREDICATE, predicate_at
from kg.model import QuantityMention, Report, Sentence
from kg.vocabulary import Vocabulary

_LIST_START = re.compile(r"(?:、|和|以及|及|与)")
_EACH_ITS = re.compile("分别(?:从|由)?(?:达到?|为|[增升降减][至到]|(?:提高|下降|增加|降低|提升)[至到]|每[人月年]+)*$")
# 新增渔船9艘，其中远洋渔船2艘: those are new, too.
_NEW_OF_THEM = re.compile("新增|净增")
_PART_OF = re.compile(r"的?占(?:比)?(?:达到|达|为|约|近|超过|超)*$")
_CLOSES = re.compile(
    r"[/、，。；：！？）\n]|(?:以上|以下|左右|余)?(?:[、，。；）]|$)|等|和|及|与(?!会)|并|且|或"
    r"|，|同比|环比|比|较|用于|占"
)

_SHARE = re.compile(r"占(?P<of>(?!比)[^，]{1,16}?)的?(?:比重|比例|比)?(?:达到|达|为|约|近|超过|超)*$")
Spans = Sequence[tuple[int, int]]


def find_quantities(
    report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer, awards_spans: Spans = ()
) -> tuple[QuantityMention, ...]:
    """The quantities of a report's body, in order of appearance.

    ``awards_spans`` are the clean offset spans of awards found before: a number in the same clause counts awards.
    ``QuantityMention.name`` says what is measured; money keeps 万 and 亿 in its unit, counts are plain numbers;
    ``change`` is in %, or in percentage points where the value is a rate.
    """
    found: list[QuantityMention] = []
    for sentence, text, scope in scopes(report):
        if _HAS_NUMBER.search(text):
            found += _read(sentence, text, scope, awards_spans)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


_HAS_NUMBER = re.compile(r"\d|百分之|[二三四五六七八九两十][余多]?[个家项件名场起份支部次]")
_BRACKET = re.compile(r"（(?P<inner>[^（）]{4,60})）")


def _read(sentence: Sentence, text: str, scope: Scope, spans: Spans) -> Iterator[QuantityMention]:
    """The quantities of a sentence, and those in its brackets (其中省级5个)."""
    here = [(a - sentence.start, b - sentence.start) for a, b in spans if sentence.start <= a < sentence.end]
    yield from _read_piece(Reading(mask(text), text, sentence.start, scope), here)
    for match in _BRACKET.finditer(text):
        inner = match["inner"]
        shifted = [(a - match.start("inner"), b - match.start("inner")) for a, b in here]
        yield from _read_piece(Reading(mask(inner), inner, sentence.start + match.start("inner"), scope), shifted)


def _read_piece(reading: Reading, awards: Spans) -> Iterator[QuantityMention]:
    masked = reading.masked
    numbers = [number for number in find_numbers(masked) if is_countable(masked, number)]
    groups = groups_of(masked, numbers)
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
    yield from reading.mentions()


def _read_group(reading: Reading, group: Group) -> None:
    """Read one group: a change of what went before, or quantities of their own."""
    masked = reading.masked
    group.left = group.subject or group.left
    left = masked[slice(*group.left)]
    growth = GROWTH.match(left) if group.numbers[0].unit in (PERCENT, POINTS, "倍") else None
    if growth is None and group.numbers[0].unit == POINTS:
        return
    if growth:
        read_growth(reading, group, growth)
        return
    if DIFFERENCE.search(left) or is_relative(left):
        return
    name, start, end = _name(reading, group)
    names = share_subject(name, len(group.numbers)) if len(group.numbers) > 1 else []
    if len(group.numbers) > 1 and not names and _EACH_ITS.search(left):
        return  # 渔网鱼竿品种分别增至9个、4个: which is which nobody can tell
    if len(group.numbers) == 1 and re.search("均(?:[为达超]+到?|[增升降][至到]|提高到|下降到)?$", left):
        names = share_subject(name, coordinates(name))
        group.numbers *= max(1, len(names))
    former = masked[group.clause[0] : group.left[0]] if _LIST_START.match(left) else ""
    period: str | None = period_of(left, reading.scope, former)
    if group.numbers[0].unit in (PERCENT, ":1", "‰") and period != "年均":
        period = None
    each = each_of(masked[group.clause[0] : group.start])
    names = [each + one if len(one) > 1 and says_what(one) else one for one in names or [name] * len(group.numbers)]
    reading.emit(group, names, (start, end), period)


def _name(reading: Reading, group: Group) -> tuple[str, int, int]:
    """What the group measures, and the bounds of number and noun."""
    masked, text = reading.masked, reading.text
    right = masked[slice(*group.right)]
    unit = group.numbers[0].unit
    left = masked[slice(*group.left)]
    rate = unit in (PERCENT, ":1", "‰")
    whole = len(group.numbers) > 1 and "、" in left and bool(_EACH_ITS.search(left))
    name, start = name_before(masked, text, _left_start(reading, group), group.left[1], rate or whole)
    if rate and _SHARE.search(left) and len(name) >= 2:
        name = re.sub("的?(?:比重|比例)?$", "", name) + "比重"
    elif rate and _PART_OF.search(left):
        name = re.sub("的?占比?$", "", name) + "占比"
    if (rate and says_nothing(name)) or sums_list(left, name):
        return "", start, group.end
    closes = not right or _CLOSES.match(right) or text[group.end] == "（" or _predicate_follows(right)
    closes = closes or (bool(name) and opens_measure(right))
    if not name and closes and group.left[0] > group.clause[0] and reading.found:
        name = without_growth(reading.found[-1].name)
        if not rate:
            return name, start, group.end
    if rate and right.startswith(("全覆盖", "覆盖")):
        name += "覆盖率"
    if (title := _UNTITLED.match(name)) and text.startswith(title.group(), start):
        name, start = name[title.end() :], start + title.end()
    if name == "其中":
        return _chosen(reading, right, unit), start, group.end
    if name and (rate or closes):
        name = _in_context(reading, group, name)
        return (name if is_clear(name) else from_chain(name, text[:start])), start, group.end
    if rate:
        noun, stop = name_after(masked, text, (group.start, group.start), group.right)
        return (noun + "占比" if noun else ""), group.start, stop
    return _preposed(reading, group)


# …法》《乙办法》等政府规章2件: the end of a title that the name began in is no part of it.
_UNTITLED = re.compile("[^《》]*》(?:《[^》]*》|（[^（）]*(?:（[^（）]*）)?[^（）]*）|[、和及])*(?:等(?=..))?")
# 征集意见建议213条，其中47条获采纳: what came of a part of what was counted before.
_CAME_OF = re.compile(r"(?:均|已|全部)*(?:被|获得?|得到|予以)?([\u4e00-\u9fff]{2,4})(?=$|[，。；、■])")


def _chosen(reading: Reading, right: str, unit: str) -> str:
    """The former count with what became of a part of it; "" where that is not of the same kind."""
    came = _CAME_OF.match(right)
    former = reading.found[-1] if reading.found and reading.found[-1].unit == unit else None
    return f"{former.name}{came[1]}" if came and former else ""


def _left_start(reading: Reading, group: Group) -> int:
    """Where the left side begins that can name a number.

    Behind a number before its noun (为5户企业减免税费8万元) the second one is named by the predicate, not by 企业; but
    of 8个断面水质优良率达95% the rate is measured.
    """
    start, end = group.left
    piece = reading.masked[start:end]
    if start == group.clause[0] or group.subject or _LIST_START.match(piece) or not piece:
        return start
    at = predicate_at(piece)
    item = next_item(piece[:at])
    return start + (item or at) if item or (at < len(piece) and not is_measure(piece[:at])) else start


def _in_context(reading: Reading, group: Group, name: str) -> str:
    """The name with what the numbers before it give: a rate its subject, a verb its object, an item its verb."""
    counts = [mention for mention in reading.found if mention.unit not in (PERCENT, ":1")]
    unit = group.numbers[0].unit
    name = with_former(name, reading.found[-1].name) if reading.found else name
    if unit in (PERCENT, ":1"):
        return part_of(with_topic(name, [mention.name for mention in counts]), counts[-1].name if counts else "")
    if not counts:
        return name
    former = counts[-1]
    name = with_subject(name, former.name, former.unit)
    if _LIST_START.match(reading.masked[slice(*group.left)]) and former.rule == "number-behind-noun":
        name = with_shared_verb(name, former.name, unit == former.unit)
    elif _NEW_OF_THEM.match(former.name) and unit == former.unit and "其中" in reading.masked[slice(*group.left)]:
        name = with_shared_verb(name, former.name)
    if unit != former.unit:
        return name
    whole = next((item.name for item in counts if item.unit == unit and not says_nothing(item.name)), "")
    return with_object(name, whole)


def _predicate_follows(right: str) -> bool:
    return bool(PREDICATE.match(right)) and predicate_at("■" + right) == 1


def _preposed(reading: Reading, group: Group) -> tuple[str, int, int]:
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
    noun = _in_list(reading, group, noun)
    noun = noun if is_clear(noun) else from_chain(noun, text[: group.clause[0]])
    tail = masked[slice(*group.list_tail)] if group.list_tail else ""
    noun = with_state(noun, group.numbers[0].unit, tail, masked[group.clause[0] : stop])
    return "" if is_bare_kind(noun) else noun, group.start, stop


def _in_list(reading: Reading, group: Group, noun: str) -> str:
    """A noun of a list with the verb of the first item, and with the action that closes the last one."""
    if group.list_tail:
        noun = with_shared_action(noun, reading.masked[slice(*group.list_tail)], reading.masked[slice(*group.clause)])
    if group.continues and reading.found and reading.found[-1].rule == "number-before-noun":
        noun = with_shared_verb(noun, reading.found[-1].name, False)
    return noun
