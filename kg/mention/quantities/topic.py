"""What a bare name takes from the clause before it, where no number there says what is measured."""

from __future__ import annotations

import re

from kg.mention.quantities.sense import says_what
from kg.mention.quantities.words import LAST_VERB, LEADING

_SHORT = 4  # characters; a longer name says alone what it is of
_CLAUSE = re.compile("[，。；：！？\n]")
# 实施新一轮渔港提升行动，新（改）建6座: the verb alone does to the harbours what the action is for.
_ACTION = re.compile(
    "(?:实施|推进|推动|开展|启动|深化)(?:新一轮)?(?P<of>[\u4e00-\u9fff]{2,10}?)"
    "(?:改造|建设|提升|更新|整治|治理|倍增|扩容|攻坚|补短板)*(?:专项)?(?:行动|工程|计划)$"
)
_WORK = re.compile("改造|整治|治理|修复")
_MATTER = re.compile("改革|制度|机制|行动|工程|试点|政策")
_BEGINS = re.compile("^(?:启动|推进|推动)")
_MAKES = re.compile("^(?:新（[改扩]）?建|新[改扩]?建|改造提升|改造|新增|改建|建设改造)$")
# 两湖城市群建设蹄疾步稳，经济总量超5亿元: the output is of the cities, not of the report's own place.
_AREA = re.compile("^(?P<of>[\u4e00-\u9fff]{3,12}(?:区|圈|带|群|园|港|走廊))(?:建设|发展|一体化)*[\u4e00-\u9fff]{4}$")
_OUTPUT = re.compile("^(?:经济总量|产业规模|[\u4e00-\u9fff]{0,4}总产值|营收规模)$")


def from_chain(name: str, before: str) -> str:
    """A bare name with its subject from ``before``, what stands left of it in the sentence, or the name.

    >>> from_chain("新建", "实施渔港提升行动，")
    '新建渔港'
    """
    former = _CLAUSE.split(before.rstrip("，"))[-1]
    action = _ACTION.search(former)
    if action and _MAKES.match(name):
        return name + action["of"]
    area = _AREA.match(former)
    if area and _OUTPUT.match(name) and before.endswith("，"):
        return area["of"] + name
    begins = _BEGINS.match(name)
    verb = begins.group() if begins else ""
    return verb + _echoed(name[len(verb) :], before) if len(name) - len(verb) <= _SHORT else name


def _echoed(name: str, before: str) -> str:
    """A name whose first word was said before with its owner (渔民互助改革惠及9户、互助金额3万元: 渔民互助金额)."""
    word = name[:2]
    for clause in reversed(_CLAUSE.split(before)[-2:]):
        at = clause.find(word)
        owner = LEADING.sub("", clause[: max(at, 0)])
        known = _WORK.match(word) or _MATTER.match(clause, at + 2)
        if 2 < len(owner) <= 14 and known and re.fullmatch("[\u4e00-\u9fff]+", owner) and not LAST_VERB.search(owner):
            return owner + name
    return name


def is_clear(name: str) -> bool:
    """Whether a name needs nothing from the clause before."""
    return len(_BEGINS.sub("", name)) > _SHORT and says_what(name)
