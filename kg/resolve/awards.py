"""Where an award went: the place of each recipient by itself, never that of the one named beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.clauses import mask
from kg.gazetteer import Gazetteer
from kg.model import AwardMention, Place, PlaceMention, Report
from kg.resolve.places import candidates, resolve_name
from kg.resolve.programmes import place_of

Named = Sequence[tuple[PlaceMention, Place]]

_CUT = re.compile("[、和及与]|(?<=”)(?=“)")
# Behind a short name these show that it is part of another name.
_OTHER_NAME = re.compile(
    r"路|大道|山(?!区)|大学|学院|银行|日报|晚报|湾|港|桥|文化"
    r"|[河江湖](?:$|[^\u4e00-\u9fff]|流域|[段沿畔水大]|特大|生态|国家|[上中下]游|治理|保护|湿地)"
)
# Short names of counties that are words of their own: 平安社区, 古城遗址, 新兴产业.
_WORDS = frozenset("""
平安 和平 东方 新城 新建 新兴 城中 城东 城西 城南 城北 东坡 古城 青山 红山 光明 江海 金山 名山 路桥 安居 前锋 通道
海港 港口 解放 向阳 前进 东风 红旗 朝阳 振兴 友好 乐业 富民 安宁 平和 中原 天元 工农 和顺 民乐 爱民 青年 长安 桥东
桥西 矿区 郊区 市中 西山 安定 新民 双桥 大通 门源 高新 回民 船山 建设 文峰 中山
""".split())


def award_place(mention: AwardMention, report: Report, places: Named, gazetteer: Gazetteer) -> Place | None:
    """The place of the recipient: its own, for several what they lie in, else whose it is, else the report's."""
    start, end = mention.at
    own = report.meta.place
    if end <= start:
        return own
    found = [_of_piece(a, b, report, places, gazetteer) for a, b in _pieces(start, end, report, places)]
    if len(found) > 1:
        return _common([place for place in found if place], own, gazetteer) if all(found) else own
    if found[0] or (named := _named_with(start, end, report, places)):
        return found[0] or named
    return place_of(start, end, report, _not_beside(start, report, places)) or own


def _named_with(start: int, end: int, report: Report, places: Named) -> Place | None:
    """甲镇“乙站”…，其中“乙站”获评…: what was named with its place before stays there."""
    quoted = re.match("“[^“”]+”", report.text[start:end])
    if quoted is None:
        return None
    return next((place for named, place in places if report.text.startswith(quoted.group(), named.end)), None)


def _pieces(start: int, end: int, report: Report, places: Named) -> list[tuple[int, int]]:
    """The items of a list; what stands in quotation marks or brackets is not cut, nor a word such as 和谐."""
    words, named = report.text[start:end], {mention.start - start for mention, _ in places}
    cuts = [
        match.span()
        for match in _CUT.finditer(mask(words))
        if match.group() not in ("和", "及", "与") or match.end() in named or words[match.end() :].startswith("“")
    ]
    begins, ends = [0, *(right for _, right in cuts)], [*(left for left, _ in cuts), len(words)]
    return [(start + a, start + b) for a, b in zip(begins, ends, strict=True) if b - a >= 2]


def _of_piece(start: int, end: int, report: Report, places: Named, gazetteer: Gazetteer) -> Place | None:
    """The places named in it (甲街道乙社区 is 乙社区), else the one whose short name it begins with (甲古镇 is of 甲县)."""
    own = report.meta.place
    inside = [
        place
        for named, place in places
        if start <= named.start and named.end <= end
        # In the middle of a name two characters of a place elsewhere are chance (山西 in 庐山西麓).
        and (named.rule != "short-name" or named.start == start or (own and gazetteer.within(place, own)))
    ]
    short = _leading(start, end, report, gazetteer)
    if not inside or (short and not any(named.start == start for named, _ in places)):
        return inside[-1] if inside and short and gazetteer.within(inside[-1], short) else short
    return _common(inside, own, gazetteer)


def _leading(start: int, end: int, report: Report, gazetteer: Gazetteer) -> Place | None:
    """The place within the report's own whose short name opens the words: one province has few of a name."""
    own = report.meta.place
    name = gazetteer.match_short(report.text[start:end], 0)
    if not own or not name or name in _WORDS or _OTHER_NAME.match(report.text, start + len(name)):
        return None
    place = resolve_name(name, None, report, gazetteer)
    if place is None:  # one has the name today, the other had it once
        today = [p for p in candidates(name, report, gazetteer) if gazetteer.short(p) == name and gazetteer.within(p, own)]
        place = today[0] if len(today) == 1 else None
    return place if place and place.key != own.key and gazetteer.within(place, own) else None


def _not_beside(start: int, report: Report, places: Named) -> Named:
    """The places but for those of other items of the same list: 甲市A、B is no reason to place B in 甲市."""
    floor = report.sentence_at(start).start
    return [
        (named, place)
        for named, place in places
        if not (floor <= named.end < start and "、" in mask(report.text[named.end : start]))
    ]


def _common(places: Sequence[Place], own: Place | None, gazetteer: Gazetteer) -> Place | None:
    """The last, where it lies in all the others; else the lowest that holds them all, not above the report's own."""
    last = places[-1]
    if all(gazetteer.within(last, place) for place in places):
        return last
    for above in gazetteer.ancestors(last):
        if all(gazetteer.within(place, above) for place in places):
            return own if own and gazetteer.within(own, above) else above
    return own
