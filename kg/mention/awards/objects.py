"""The object of an award's verb: the honours in it, whether they are honours at all, and who stands between them."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.clauses import Clause
from kg.mention.awards.honours import Honour, honour_end, number_of, read_honours
from kg.mention.awards.levels import ORDER
from kg.mention.awards.recipients import Recipient, Subject
from kg.mention.awards.scope import Scope
from kg.mention.awards.titles import is_title
from kg.mention.awards.words import (
    ANOTHER,
    CONTEST_CLAUSE,
    COUNTED_GIFT,
    DISGRACE,
    FACILITY,
    GRADE,
    HONOUR,
    NO_OBJECT,
    NURTURED,
    PILOT,
    PRAISE,
    SURE,
    TITLED,
    ZONE,
)

_RESULT_NOUN = re.compile(
    r"^[0-9一二三四五六七八九十]+[枚块个]?[金银铜]|[金银铜]牌(?:[0-9]+[枚块])?$"
    r"|(?:人数|数量|总数|个数|成绩|突破|进展|成效)$"
)
_EFFORT = ("争创", "申报", "创建", "申请创建", "争取创建", "积极创建", "加快创建", "全力创建", "深入创建")
# 争创甲、乙、丙等国家级丁集群: what stands before 等 is what the title is for.
_ETC = re.compile(r"^[^，“]{2,40}?、[^，“]{2,40}?等(?=(?:国家级?|全国|世界级?|省级|市级|全省|全市))")
# 创建甲市国家级丁区: a place in front of the level gets the title.
_PLACED_TITLE = re.compile(r"(?:新)?(?P<who>[^，“0-9]{2,24}?)(?=(?:国家级?|全国|世界)[^，]{3,})")


def objects(clause: Clause, verb: re.Match[str], subject: Subject, scope: Scope) -> list[Honour]:
    """The honours behind the verb; none where what follows cannot be one."""
    rest = clause.masked[verb.end() :]
    if NO_OBJECT.match(rest):
        return []
    etc = _ETC.match(rest)
    begin = verb.end() + (etc.end() if etc else 0)
    end = begin + honour_end(clause.masked[begin:])
    weak = (verb.lastgroup or "").startswith("weak")
    sends = (verb.lastgroup or "").endswith("candidate")  # 被省厅推荐参评全国甲所: who sends it in does not confer it
    agent = "" if sends else subject.agent
    honours = read_honours(clause.words[begin:end], clause.start + begin, agent, scope)
    honours = [_in_contest(honour, subject.contest, scope) for honour in honours]
    return _accepted(honours, weak, verb.group(), clause, subject)


def _accepted(
    honours: list[Honour], weak: bool, verb: str, clause: Clause, subject: Subject
) -> list[Honour]:
    """Those that are honours; a counted quotation behind a counted one is what that one is (甲示范区3个、“乙”基地2个)."""
    found: list[Honour] = []
    for honour in honours:
        follows = bool(found) and found[-1].count is not None and honour.count is not None
        quoted = clause.words[honour.start - clause.start :].startswith("“")
        if (follows and quoted) or _acceptable(honour, weak, verb, clause, subject):
            found.append(honour)
    return found


def approved(honour: Honour, scope: Scope) -> Honour:
    """A pilot approved (获批甲改革试点) in a province is the state's: nobody else stands above."""
    above = scope.place is not None and scope.place.level == "province"
    return replace(honour, level="national") if above and honour.level == "other" else honour


def contest_before(before: list[Clause]) -> str:
    """The contest that a clause of its own names: 在全市案卷评查中，甲案卷获一等奖."""
    for clause in reversed(before):
        if match := CONTEST_CLAUSE.fullmatch(clause.words):
            return match.group(1)
    return ""


def _in_contest(honour: Honour, contest: str, scope: Scope) -> Honour:
    """A bare grade takes the name of its contest (在全省案卷评查中获一等奖), other honours its level if they tell none."""
    whole = read_honours(contest, honour.start, "", scope) if contest else []
    if not whole:
        return honour
    if not GRADE.fullmatch(honour.name):
        return replace(honour, level=whole[0].level) if honour.level == "other" else honour
    return replace(
        whole[0],
        start=honour.start,
        end=honour.end,
        name=whole[0].name + honour.name,
        rank=honour.rank,
        edition=whole[0].edition or honour.edition,
        level=max(honour.level, whole[0].level, key=ORDER.index),
        count=honour.count,
    )


def _acceptable(honour: Honour, weak: bool, verb: str, clause: Clause, subject: Subject) -> bool:
    words = clause.words[honour.start - clause.start : honour.end - clause.start]
    own = words if GRADE.fullmatch(words) else honour.name  # 责任制考核优秀等次 is honour enough
    if not 3 <= len(honour.name) <= 70 or not _is_title(own, verb) or ANOTHER.search(words):
        return False
    if verb in ("取得", "得到", "成为", "获得") and honour.name.endswith("成果"):
        return False
    if verb == "培育" and not NURTURED.search(honour.name):
        return False
    if not weak:
        return verb not in ("登上", "荣登") or bool(HONOUR.search(honour.name))
    if verb in ("获得", "获", "得到", "受到") and PRAISE.search(honour.name):
        return True
    if not (HONOUR.search(words[-14:] + honour.name[-12:]) or is_title(honour.name)):  # 创成省级平安县
        return False
    if verb.startswith("获批") and PILOT.search(honour.name):  # whoever approves stands above
        return len(honour.name) >= 6
    known = honour.level != "other" or honour.edition is not None or bool(SURE.search(words)) or bool(subject.agent)
    return known and ("“" not in words or len(words) < 60)


def _is_title(name: str, verb: str) -> bool:
    """Not what is no honour by its noun; a free-trade zone is set up, and a laboratory striven for is to be built."""
    if DISGRACE.search(name) and not SURE.search(name):
        return False
    if _RESULT_NOUN.search(name) or ZONE.search(name):
        return False
    return not (verb in _EFFORT and FACILITY.search(name) and not TITLED.search(name))


def gifts(
    clause: Clause, verb: re.Match[str], honours: list[Honour], scope: Scope
) -> tuple[list[Honour], tuple[Recipient, ...]]:
    """培育甲村等3个省级观测点, 创建甲市国家级乙区: between verb and honour stand those that get it.

    Returns the honours and them.
    """
    if verb.lastgroup not in ("weak_candidate", "weak_won"):
        return honours, ()
    masked = clause.masked[verb.end() :]
    match = COUNTED_GIFT.match(masked) or _before_level(masked, verb.group(), scope)
    if match is None:
        return honours, ()
    who = (clause.start + verb.end() + match.start("who"), clause.start + verb.end() + match.end("who"))
    words = clause.words[who[0] - clause.start : who[1] - clause.start]
    start = verb.end() + match.end()
    inner = read_honours(
        clause.words[start : start + honour_end(clause.masked[start:])], clause.start + start, "", scope
    )
    counted = match.groupdict().get("count")
    return inner, (Recipient(words, who, number_of(counted) if counted else None),)


def _before_level(masked: str, verb: str, scope: Scope) -> re.Match[str] | None:
    match = _PLACED_TITLE.match(masked) if verb.startswith(("创", "建成")) else None
    at = match.start("who") if match else 0
    place = scope.gazetteer.match(masked, at) or scope.gazetteer.match_short(masked, at)
    return match if match and place and "的" not in match.group("who") else None
