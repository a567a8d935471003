"""Titles of honour that a report only counts: 新增全国茶香示范村2个, 全市省级金牌茶艺室增至31家.

No verb of winning vouches for them, so the words must: a level, a word of honour with the kind of thing that bears it
(示范村, 文明单位, 金牌…工作室) and a count. What is merely built (建成省级茶叶中心12个) has no word of honour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.clauses import Clause, mask
from kg.mention.awards.honours import MEASURE, Honour, honour_end, read_honours
from kg.mention.awards.recipients import SELF, Recipient, read_subject
from kg.mention.awards.scope import Scope
from kg.mention.awards.words import NEGATED, WISH

_PLACE = "县城|城[市区镇]|[县市区旗州镇乡村]|社区|街道|村庄|乡村"
_BEARER = (
    f"{_PLACE}|单位|机关|集体|个人|家庭|企业|校园|学校|医院|窗口|户|[站所点岗]|法庭|支部|商会|案例|项目"
    "|工作[室法]|调解[室员]|调委会|委员会|合作社|组织|机构|团队|班组|村镇"
)
# The word of honour stands at its bearer: 文明实践站 and 平安驿站 are built, 文明单位 and 平安县 are titles. A 示范基地 is
# chosen as such, a 先进甲基地 may be a base for advanced 甲.
TITLE = re.compile(
    rf"(?:(?:示范(?:性|型|级)?|标杆|优秀|先进|模范|[三四五]星级?|金牌|枫桥式)[\u4e00-\u9fff]{{0,10}}?(?:{_BEARER})"
    rf"|(?:示范|标杆)(?:性|型|级)?[\u4e00-\u9fff]{{0,8}}?(?:基地|中心|园区?|街区|[农牧渔工市]场|工地|工厂|小区|商圈)"
    rf"|民主法治(?:{_PLACE})|(?:文明|平安|卫生)(?:村镇|{_PLACE}|单位|校园|家庭)|(?:园林|森林|双拥模范)(?:{_PLACE})"
    rf"|历史文化名[城镇村]|标兵|楷模|模范|(?:十佳|最美)[\u4e00-\u9fff]{{1,8}})(?:称号)?(?:（[^（）]*）)?$"
)
_LEVEL = r"全国|国家|中国|[省市县区州盟旗部]级|自治区级?|全[省市区县]|[\u4e00-\u9fff]{2,8}?[省市]"
_NUMBER = "[0-9]+|[一二两三四五六七八九十]+"
_OWN = "(?:(?:目前|其中|截至[^，]{1,12}|20[0-9]{2}年底?)*(?:[全我本该][省市区县旗州盟镇乡](?:共?有|的|已)?)?)"
# 新增…2个, 累计拥有…5家; 新增额 and 拥有率 are figures.
_VERB = re.compile(r"(?:新增(?:加|长)?|新获|新添|[拥现共已总]有|累计有)了?(?![额数率量])")
# 全区省级茶香示范社区增至31个, 全国甲城市、国家乙城市分别达37座、14座.
_GREW = re.compile(
    rf"^{_OWN}(?P<what>(?:{_LEVEL})[^，0-9]{{3,40}}?)(?P<grew>(?:总?数量?|已)?(?:累计|分别)*(?:增至|增加[到至]|达到?|扩大[到至]|升至))"
    rf"(?P<numbers>(?:{_NUMBER})余?(?:{MEASURE})(?:、(?:{_NUMBER})余?(?:{MEASURE}))*)(?=、(?:[位居]|总)|$)"
)
_SEVERAL = re.compile("、|和(?=[全国省])")
# 自治区茶香示范旗进入实地评估阶段, 全国甲示范市创建通过初评: still a candidate.
_PENDING = re.compile(
    rf"(?:^|的)(?P<name>(?:{_LEVEL})[^，的]{{3,30}}?)(?:创建|申报)?(?:已|顺利|成功)*(?:通过|进入|列入)[^，]{{0,6}}"
    r"(?:初评|初审|实地评估|书面评审|评审|评估|公示)(?:阶段|环节|名单|范围)?$"
)


def find_pending(clause: Clause, scope: Scope) -> Iterator[Honour]:
    """A title whose award is still being judged."""
    if (match := _PENDING.search(clause.masked)) and not NEGATED.search(clause.masked[: match.start()]):
        start, end = match.span("name")
        honours = read_honours(clause.words[start:end], clause.start + start, "", scope)
        yield from (honour for honour in honours if is_title(honour.name))


def find_titles(clause: Clause, scope: Scope) -> Iterator[tuple[Honour, Recipient]]:
    """The titles that a clause counts, with the place in front of the verb where it names one."""
    if grew := _GREW.match(clause.masked):
        yield from ((honour, Recipient(None)) for honour in _grown(clause, grew, scope))
        return
    verb = _VERB.search(clause.masked)
    if verb is None or _unsure(clause.masked[: verb.start()]):
        return
    begin = verb.end()
    end = begin + honour_end(clause.masked[begin:])
    honours = read_honours(clause.words[begin:end], clause.start + begin, "", scope)
    bearer = _bearer(clause, verb.start(), scope)
    yield from ((honour, bearer) for honour in _titles(honours, clause))


def _unsure(left: str) -> bool:
    return bool(NEGATED.search(left) or WISH.search(left) or re.search("计划|力争|确保|目标", left))


def _titles(honours: list[Honour], clause: Clause) -> Iterator[Honour]:
    """Those that are titles: with a count and a level; so is what is quoted and counted beside one (“两茶”基地4个)."""
    beside = False
    for honour in honours:
        if sum(other.end == honour.end for other in honours) > 1:  # 国家级、省级示范村5个: of each, nobody says how many
            continue
        words = clause.words[honour.start - clause.start : honour.end - clause.start]
        quoted = beside and bool(re.match(rf"(?:(?:{_NUMBER})(?:{MEASURE}))?“", words))
        beside = honour.count is not None and honour.level != "other" and (quoted or is_title(honour.name))
        if beside:
            yield honour


def is_title(name: str) -> bool:
    """Whether the name closes with a word of honour and its bearer."""
    return bool(TITLE.search(name))


def _bearer(clause: Clause, end: int, scope: Scope) -> Recipient:
    """Nobody is named where titles are counted; a place in front of the verb says only where (甲县新增…2个)."""
    for subject in read_subject(clause, end, scope).recipients:
        words = subject.words or ""
        if not SELF.match(words) and scope.gazetteer.match(words, 0) == words:
            return Recipient(None, subject.at)
    return Recipient(None)


def _grown(clause: Clause, grew: re.Match[str], scope: Scope) -> Iterator[Honour]:
    """Each name of the list with the number that is its own; one number for several names is nobody's."""
    names = _pieces(clause.words[grew.start("what") : grew.end("what")])
    numbers = grew.group("numbers").split("、")
    if len(names) != len(numbers):
        return
    at = clause.start + grew.start("what")
    for (start, name), number in zip(names, numbers, strict=True):
        found = read_honours(name + number, at + start, "", scope)
        end = at + start + len(name) if len(names) > 1 else clause.start + grew.end("numbers")
        yield from (replace(honour, end=end) for honour in _titles(found, clause))


def _pieces(words: str) -> list[tuple[int, str]]:
    cuts = [(0, 0), *(match.span() for match in _SEVERAL.finditer(mask(words)))]
    ends = [left for left, _ in cuts[1:]] + [len(words)]
    return [(right, words[right:end]) for (_, right), end in zip(cuts, ends, strict=True)]
