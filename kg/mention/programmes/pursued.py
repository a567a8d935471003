"""Programmes behind honours: a pilot that was won is run, a title that is applied for is worked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.model import AwardMention, ProgrammeMention, Report

# 全省首批“甲”试点县 is the programme 甲试点: whose and which round it is belongs to the award.
_RANK = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,6}[省市](?=(?:首|第.|新一)批)|第?[一二三四五六七八九十0-9]+批|首批|新一批|全[国省市区县州盟]|国家级?|[省市区县州盟旗]级?|自治[区州]级?|[0-9]{4}年度?|[、和与])+"
    r"(?=[\u4e00-\u9fff“]{4})"
)
_PILOT = re.compile(r"(.*?试点)(?:[省市区县州盟旗乡镇]|城市|地区|单位|项目|街道|名单|工作)*$")
_WORKING_AT = re.compile(r"(?:创建|争创|争取|推进|开展|创成)[^，。；]{0,12}$")
_MODEL = re.compile(r"(.*?示范)(?:[省市区县州盟旗乡镇]|城市|街道|乡镇|地区|单位|（[^（）]*）)+$")


def find_pursued(
    report: Report, awards: Iterable[AwardMention], found: Sequence[ProgrammeMention]
) -> list[ProgrammeMention]:
    """Programmes that awards stand for, where no programme was found in the same words."""
    spans = [(mention.start, mention.end) for mention in found]
    pursued = []
    for award in awards:
        if any(start < award.end and award.start < end for start, end in spans):
            continue
        name = _name(report, award)
        if name and len(name) >= 6:
            kind = "campaign" if name.endswith("创建") else "reform"
            pursued.append(ProgrammeMention(award.start, award.end, name, f"award-{award.result}", kind))
    return pursued


def _name(report: Report, award: AwardMention) -> str | None:
    words = _RANK.sub("", re.sub(r"[0-9一二三四五六七八九十]+[个家项]$", "", report.text[award.start : award.end].lstrip("、")))
    if award.result == "pilot":
        pilot = _PILOT.match(words)
        return pilot.group(1) if pilot else None
    if award.result == "candidate" and _WORKING_AT.search(report.text, max(0, award.start - 20), award.start):
        model = _MODEL.match(words)
        whose = "全国" if report.text.startswith("全国", award.start) else ""
        return f"{whose}{model.group(1)}创建" if model else None
    return None
