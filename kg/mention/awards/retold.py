"""The same honour told twice in one report: both tellings get the fuller words, so that they become one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from kg.model import AwardMention

_SLACK = re.compile(r"[“”‘’《》（）()·\s的]|(?<=国家)级|(?:名单|称号|荣誉|行列)$")

# “甲” is “甲”项目, but 甲市 is not 甲市乙区.
_KIND = re.compile(r"(?:创新|改革|普法|调解)?(?:项目|案例|经验|做法|机制|平台|模式|应用|场景|品牌|工作法|改革|作品)*")


def tell_alike(awards: Sequence[AwardMention]) -> tuple[AwardMention, ...]:
    """The awards in their order; 街道的甲案卷获评“乙优案” and 案卷获评乙优案 both say 街道的甲案卷, 乙优案."""
    groups: list[list[int]] = []
    for index, award in enumerate(awards):
        same = next((group for group in groups if all(_same(awards[i], award) for i in group)), None)
        if same is None:
            groups.append([index])
        else:
            same.append(index)
    told = list(awards)
    for group in groups:
        fullest = reduce(_fuller, (awards[index] for index in group))
        for index in group:
            told[index] = replace(_fuller(fullest, awards[index]), recipient=fullest.recipient, at=fullest.at)
    return tuple(told)


def _same(one: AwardMention, other: AwardMention) -> bool:
    """The same honour, result and recipient; nothing that only one of the two tells stands against it."""
    if one.result != other.result or _SLACK.sub("", one.name) != _SLACK.sub("", other.name):
        return False
    pairs = ((one.edition, other.edition), (one.count, other.count), (one.rank, other.rank))
    return all(a == b or a is None or b is None for a, b in pairs) and _same_recipient(one, other)


def _same_recipient(one: AwardMention, other: AwardMention) -> bool:
    a, b = (_SLACK.sub("", award.recipient or "") for award in (one, other))
    if not a or not b:
        return a == b or (one.count is not None and one.count == other.count)
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and (long.endswith(short) or bool(long.startswith(short) and _KIND.fullmatch(long[len(short) :])))


def _fuller(one: AwardMention, other: AwardMention) -> AwardMention:
    """``other`` in the words of ``one``, but for the recipient, which is the longer of the two."""
    longer = max((one, other), key=lambda award: len(award.recipient or ""))
    return replace(
        other,
        name=one.name,
        edition=one.edition or other.edition,
        level=one.level if one.level != "other" else other.level,
        recipient=longer.recipient,
        at=longer.at,
        count=one.count if one.count is not None else other.count,
        rank=one.rank or other.rank,
    )
