"""Praise without a noun for it (被省政府通报表扬), and honours named by a noun too general to stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.clauses import Clause
from kg.mention.awards.honours import Honour, read_honours
from kg.mention.awards.recipients import Recipient, antecedent, point_back, read_subject
from kg.mention.awards.scope import Scope
from kg.mention.awards.words import NEGATED, PASSIVE_PRAISE


def find_praise(
    clause: Clause, before: list[Clause], former: list[Clause], scope: Scope
) -> Iterator[tuple[Honour, str, Recipient]]:
    """Honour, result and recipient of a praise. That something is copied elsewhere (经验在全国推广) is none."""
    match = PASSIVE_PRAISE.search(clause.masked)
    if match is None or NEGATED.search(clause.masked[: match.start()]):
        return
    name = clause.words[match.start("by") : match.end()].replace("《", "").replace("》", "")
    found = read_subject(clause, match.start(), scope).recipients or (antecedent(before, name, scope),)
    honour = replace(
        read_honours(name, clause.start, "", scope)[0],
        start=clause.start + match.start("by"),
        end=clause.start + match.end(),
    )
    if counted := _TIMES.match(clause.masked[match.end() :]):
        honour = replace(honour, end=honour.end + counted.end(), count=int(counted.group(1)))
    result = "won" if "表" in match.group() or "激励" in match.group() else "selected"
    for recipient in found:
        yield honour, result, point_back(recipient, former + before)


_TIMES = re.compile("(?:事项)?([0-9]+)[项次]")  # 获国务院督查激励12项
_LEVEL_WORD = re.compile(r"全国|国家级?|部级|全[省市区县]|[省市州盟区县旗]级|自治区级")
_GENERAL = re.compile(
    r"(?:重点|优先|优质)?(?:培育|推荐|创建|建设|储备|公示|支持|入库)?(?:对象|单位|项目)?(?:名单|名录|目录|清单)"
    r"|试点(?:地区|单位|项目|名单|范围)?|(?:级)?(?:奖项|大奖|荣誉|称号|表彰|评奖|荣誉称号|(?:先进|优秀|典型|示范|标杆)+)"
)
_BARE = re.compile(r"(?:典型|优秀|示范|创新)(?:案例|经验|做法|项目|单位)")  # whose, nobody says
_COUNTED_HEAD = re.compile(
    r"(?:^|[^0-9，]、[^、]*?|等)(?:[0-9]+|[一二两三四五六七八九十]+)余?[个家项件名位所支条处](?P<head>[^0-9、和的“”]{3,14})$"
)
_COUNTS = re.compile(r"(?:[0-9]+|[一二两三四五六七八九十]+)余?[个家项件名位所支条处]")
_REFORM = re.compile(r"[^、，]{3,}(?:改革|机制|制度|体系|模式|应用|行动|服务)$")
_NO_HEAD = re.compile(
    r"(?:优秀|重点|特色|典型|创新)?(?:项目|案例|单位|企业|经验做法|经验|做法|成果|地区|城市|县|区|市"
    r"|镇|村|县区)"
)


def said_in_full(honour: Honour, recipient: str | None) -> Honour | None:
    """An honour whose name is one; 国家培育名单 takes what is listed (3个甲产业 → 国家甲产业培育名单), or is left out."""
    level = _LEVEL_WORD.match(honour.name)
    rest = honour.name[level.end() :] if level else honour.name
    if level is None or not _GENERAL.fullmatch(rest):
        bare = _GENERAL.fullmatch(honour.name) or (honour.level == "other" and _BARE.fullmatch(honour.name))
        return None if bare else honour
    words = recipient or ""
    counted = _COUNTED_HEAD.search(words)
    if counted and len(_COUNTS.findall(words)) == 1 and not _NO_HEAD.fullmatch(counted.group("head")):
        return replace(honour, name=level.group() + counted.group("head") + rest)
    if rest.startswith("试点") and _REFORM.fullmatch(words):
        return replace(honour, name=words + honour.name)
    return None
