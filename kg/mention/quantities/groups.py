"""Numbers of a sentence in groups, each with the stretch of the clause that can say what it measures.

Also what keeps a number from being a measurement: it counts awards, it is an ordinal, a duration that nothing was
shortened to, or the old value of a change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.mention.quantities.numbers import DURATIONS, Number

_BOUNDARY = re.compile(r"[，。；：！？\n]")
_JOIN = re.compile(r"(?:以上|以下|左右)?(?:、|和|及|与|或)")
LIST_END = re.compile(r"(?:、|和|以及|及|与)$")

# Clauses that count honours: 5个案例入选全国名单, 3个项目获评“最佳”.
_AWARD = re.compile(
    r"获评|荣获|获奖|获得?[^，、]{0,24}(?:奖|称号|表彰|荣誉|命名|认定|通报|肯定)|入选|入围|获[批选]"
    r"|被(?:评|授予|认定|命名|列为|确定|表彰|选)|评为|评选为|授予|斩获|摘得|上榜|命名为|认定为"
    r"|认定发布|创成|"
    r"(?:成为|列为|确定为|打造成)[^，]{0,14}(?:样板|试点|示范|标杆|典型)|创建(?:成)?(?:全国|国家)"
    r"|(?:银|金|铜|一等|二等|三等|优秀)奖"
)
# The count goes on behind such a clause: 创建全国示范村2个，省级5个.
_AWARD_MORE = re.compile(r"^(?:其中)?(?:国家|全国|省|市|县|区|部)级?$")

_FROM = re.compile(r"(?:从|由)[^，]*$")
# 从3个镇逐步拓展到9个: whatever verb stands before 到, 至, 为 or 成, the number before it is the old one.
_TO_NEXT = re.compile(r"^[^，。；、]{0,12}?(?:至|到|为|成)(?:了|近|约|超|超过|每[人户]?[每月年]{0,2}|20[0-9]{2}年的?)*$")
# 接连突破3万亿元、4万亿元: steps on the way; only the last is where it stands.
_STEPS = re.compile(r"(?:接连|相继|先后|连续|连跨|连上)(?:突破|跨越|迈上|跨上|跃上|达到|越过)?$")
# 3亿元以上项目, 超过10%的企业, 200公里以上管线: a bound that says which are meant, no measure.
_BOUND = re.compile(r"^的?(?=[\u4e00-\u9fff“■])(?!的?(?:左右|以上|以下|以内|上下))")
_BOUND_OF = re.compile(r"^的(?=[\u4e00-\u9fff“■])")
_SHARE_OF_ALL = re.compile("(?:全[省市区县州]|[我本][省市区县州]|有|超|近)*$")
_AT_LEAST = re.compile("^的?[^、]{3,}?(?:超过?|突破|达到?|不低于|高于|低于)[0-9]{0,2}$")
_EXCEEDS = re.compile("(?:超过?|高于|低于|不足|达到?|突破|大于|小于)[^，。；]*$")
_COUNTING = re.compile(r"[个家项件名人场起条份本册篇批类支所处座户宗台辆套例次]$")
_SHORTENED = re.compile(r"(?:压缩|缩短|缩减|减少|压减|降|提速|控制在|不超过|平均|用时|时限|时长|仅需)[^，]{0,6}$")
_EXCLUDED_AFTER = re.compile(r"全会|次会议|会议精神|点击|字")
_EACH = re.compile(r"(?:每|第|首|前|上|下|这|那|某|满|近两|近三|近五)$")


@dataclass(slots=True)
class Group:
    """Numbers that follow one another at once (x、y), with the stretches of the clause left and right of them."""

    numbers: list[Number]
    left: tuple[int, int] = (0, 0)
    right: tuple[int, int] = (0, 0)
    clause: tuple[int, int] = (0, 0)
    list_tail: tuple[int, int] | None = None
    continues: bool = False
    subject: tuple[int, int] | None = None  # of a change (规模从甲增至乙), where the number's own left side has none

    @property
    def start(self) -> int:
        """Where the first numeral begins."""
        return self.numbers[0].start

    @property
    def end(self) -> int:
        """Where the last unit ends."""
        return self.numbers[-1].end


def is_countable(masked: str, number: Number) -> bool:
    """Whether a number can be a measurement at all."""
    before, after = masked[max(0, number.start - 14) : number.start], masked[number.end : number.end + 6]
    if _EACH.search(before) or _EXCLUDED_AFTER.match(after):
        return False
    if number.unit in DURATIONS:
        return bool(_SHORTENED.search(before))
    return not _is_bound(masked, number)


def _is_bound(masked: str, number: Number) -> bool:
    """Whether a number only says which are meant: 3亿元以上项目12个 counts projects, 占比超过10%的有8种 counts kinds."""
    if _COUNTING.search(number.unit):
        return False
    written = masked[number.start : number.end]
    after = masked[number.end : number.end + 8]
    if re.search("以上|以下|以内", written) and number.unit != "%":
        return bool(_BOUND.match(after)) and not re.match("的?(?:用于|投入|支持|资金)", after)
    named = _BOUND_OF.match(after) and _EXCEEDS.search(masked[max(0, number.start - 3) : number.end])
    return bool(named and not re.match("的(?:目标|比例|水平|速度|增速|历史|成绩)", after))


def groups_of(masked: str, numbers: list[Number]) -> list[Group]:
    """Numbers that nothing but a 、 separates go together; each group knows its clause and its sides."""
    groups: list[Group] = []
    for number in numbers:
        between = masked[groups[-1].end : number.start] if groups else ""
        if (
            groups
            and _JOIN.fullmatch(between)
            and not _anew(masked, groups[-1], number)
            and (number.unit[-1:] == groups[-1].numbers[-1].unit[-1:] or _apart(masked, groups[-1]))
        ):
            groups[-1].numbers.append(number)
        else:
            groups.append(Group([number]))
    _bound(masked, groups)
    return groups


def _anew(masked: str, group: Group, number: Number) -> bool:
    """Whether a total follows an increase (海堤新增30公里、突破200公里): two measures, not a list."""
    added = re.search("(?:新增|增加|净增|增长|扩大)(?:了|近|约|超过|超)*$", masked[max(0, group.start - 8) : group.start])
    return bool(added and masked[number.start : number.end].startswith(("突破", "超", "达")))


def _apart(masked: str, group: Group) -> bool:
    """Whether 分别 stands before a group: its numbers may have different units (产量、收入分别为3吨、2万元)."""
    return "分别" in masked[max(0, group.start - 8) : group.start]


def _clause(masked: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between two commas that holds ``[start, end)``."""
    left = max((match.end() for match in _BOUNDARY.finditer(masked, 0, start)), default=0)
    right = _BOUNDARY.search(masked, end)
    return left, right.start() if right else len(masked)


def _bound(masked: str, groups: list[Group]) -> None:
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
        if after.clause == group.clause and LIST_END.search(piece) and len(piece) > 1:
            group.list_tail = after.list_tail or after.right
            after.continues = True


def counts_awards(masked: str, group: Group, awards: Sequence[tuple[int, int]]) -> bool:
    """Whether the clause of a group tells of an honour: by its words, or because an award was found in it."""
    left, right = group.clause
    near = any(a < right and b > left for a, b in awards)
    return near or bool(_AWARD.search(masked, left, right))


def goes_on(masked: str, group: Group) -> bool:
    """Whether a group goes on counting what the one before it counted (示范村2个，省级5个)."""
    return bool(_AWARD_MORE.match(masked[slice(*group.left)].strip("，、")))


def is_passed(masked: str, group: Group, later: list[Group]) -> bool:
    """The old value of a change (从3%提高到5%): only the new one is measured this year, with the subject before 从."""
    origin = _FROM.search(masked, *group.left)
    if not (later and origin and _TO_NEXT.match(masked[group.end : later[0].start])):
        return False
    later[0].subject = group.left[0], origin.start()
    return True


def is_condition(masked: str, group: Group, later: list[Group]) -> bool:
    """A bound on a share of something: of 80%以上的村年收入超过9万元 neither number is a measure of its own."""
    if group.numbers[0].unit != "%" or not later or later[0].clause != group.clause:
        return False
    if not _SHARE_OF_ALL.match(masked[slice(*group.left)]):
        return False
    return bool(_AT_LEAST.search(masked[group.end : later[0].start + 3]))


def last_step(masked: str, group: Group) -> None:
    """Keep of 接连突破3万亿元、4万亿元 the last number only."""
    if len(group.numbers) > 1 and _STEPS.search(masked[max(0, group.left[0]) : group.start]):
        del group.numbers[:-1]
