"""Places: full names of the gazetteer anywhere, short names where they cannot be anything else, villages by shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.gazetteer import Gazetteer
from kg.mention.spans import Taken
from kg.model import Mention, PlaceMention, Report
from kg.words import on_boundaries

# 社区 and 村 have no code; one is named when a township stands before it, or a verb or boundary does.
_VILLAGE = re.compile(
    r"(?:(?<=街道)|(?<=镇)|(?<=乡))([\u4e00-\u9fff]{2,6}?(?:社区|村|居民区)|[\u4e00-\u9fff]村)(?![民务委级里居庄镇])"
)
_NOT_VILLAGE = re.compile(
    r"各|全|农|乡|等|个|所有|（|法治|示范|智慧|美丽|未来|和|与|及|的|省|市|级|入|进|、|开展|推进|民主|建设|综合|街道"
    r"|城镇"
)
# Behind a short name these show that it is part of another word or name.
_SHORT_BAD_AFTER = re.compile(r"路|大道|河|江|湖|山|大学|学院|银行|日报|晚报|湾|港|桥|合作组织|沙漠")


def _full_names(report: Report, gazetteer: Gazetteer, begin: int) -> list[PlaceMention]:
    """Every longest full name: 杭州市拱墅区 gives 杭州市 and 拱墅区."""
    found: list[PlaceMention] = []
    text, free = report.text, begin
    for at in gazetteer.starts(text, begin):
        name = gazetteer.match(text, at) if at >= free else None
        if name in _COMMON and not (found and found[-1].end == at):
            name = None
        if name and not _inside_word(text, at, name):
            found.append(PlaceMention(at, at + len(name), name, "gazetteer"))
            free = at + len(name)
    return found


def _inside_word(text: str, at: int, name: str) -> bool:
    """A name that only seems to stand there: 各县区 (县区), 全市区 …; or 城区 in 主城区."""
    before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 2]
    if len(name) == 2 and name[-1] in "区县市镇乡" and (before in "各全老新主中大小东西南北" or after[:1] in "级域"):
        return True
    if (name[-1] in "市区县" and after[:1] == "场") or before == "各":
        return True
    return len(name) <= 3 and not on_boundaries(text, at, at + len(name))


# Former or unusual names that are common words: they count only right behind the place they lie in.
_COMMON = frozenset("""
市区 郊区 城区 矿区 新区 县区 街道 开发区 高新区 经开区 市中区 城关镇 城关区 城中区 新城区 老城区 东区 西区 南区
北区 中区 和县 达县 中心镇 发展乡
""".split())


def _own_short_names(report: Report, gazetteer: Gazetteer) -> set[str]:
    """Short names that are safe in this report: its own place, what that lies in, what lies in it, and all provinces."""
    provinces = [gazetteer.get(f"{number}0000") for number in range(11, 83)]  # GB/T 2260: 11 to 82
    names = {gazetteer.short(province) for province in provinces if province}
    place = report.meta.place
    if place is not None:
        coded = place if gazetteer.get(place.key) else None
        above = [place, *gazetteer.ancestors(place)]
        # The other prefectures of the province are neighbours that any report may name: 与甲、乙等五市签署协议.
        neighbours = [p for top in above if top.level == "province" for p in gazetteer.children(top) if p.level == "prefecture"]
        family = [*above, *neighbours, *(gazetteer.children(coded) if coded else ())]
        names |= {gazetteer.short(member) for member in family if member.level in ("province", "prefecture", "county")}
    return {name for name in names if len(name) >= 2}


def _short_names(
    report: Report, gazetteer: Gazetteer, begin: int, taken: Sequence[Mention]
) -> list[PlaceMention]:
    names = sorted(_own_short_names(report, gazetteer), key=lambda name: (-len(name), name))
    if not names:
        return []
    found = []
    spans = Taken(len(report.text), ((mention.start, mention.end) for mention in taken))
    for match in re.finditer("|".join(map(re.escape, names)), report.text[begin:]):
        start, end = begin + match.start(), begin + match.end()
        if spans.overlaps(start, end) or _SHORT_BAD_AFTER.match(report.text, end):
            continue
        if not on_boundaries(report.text, start, start):  # 成渝|中线 is not 渝中
            continue
        found.append(PlaceMention(start, end, match.group(), "short-name"))
    return found


# In the report of a township or county a village may stand alone, at the edge of a clause: 甲乙村获…, 丙丁村、甲乙村.
_BARE_VILLAGE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:在|以|对|由|和|如)?([\u4e00-\u9fff]{2,4}(?:村"
    r"|社区))(?=[、，。“《和及等获被荣入成通建创设推打])"
)
# In a township's own report what opens a clause and ends in 村 is one of its villages, whatever follows.
_LOCAL_VILLAGE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])(?:在|以|对|由|和|如)?|(?<=[在赴到]))([\u4e00-\u9fff]{2,3}村)(?![民务委级里居庄镇组干规])"
)
# In a street's own report so do communities, where what follows cannot make a compound of 社区 (社区矫正, 社区治理).
_LOCAL_COMMUNITY = re.compile(
    r"(?:(?<![\u4e00-\u9fff])(?:对|由|和|如)?|(?<=[在、赴到将]))([\u4e00-\u9fff]{2,5}社区)"
    r"(?=[“《、，。]|人民调解|[推办建开设创成举]|获|入选|试点|荣|落地|探索|组织|打造|率先|通过|邻里|党群)"
)
_NO_NAME = re.compile(
    r"文明|特色|重点|自然|移民|先进|试点|贫困|城中|行政|老旧|本社|辖|新型|样板|标杆|无讼|平安|和谐|标准|善治|中心村"
    r"|小山|每|该|我|进|红色|数字|幸福|绿色|共富|典型|推广|打造|创建|建设"
)


# A village right behind its county: 丙县甲乙村.
_AT_ONCE = re.compile(r"([\u4e00-\u9fff]{2}村)(?![民务委级里居庄镇组干规])")


def _villages(report: Report, begin: int, full: Sequence[PlaceMention]) -> list[PlaceMention]:
    """A community behind its township or county: 某某街道甲乙社区; in a local report also one by itself."""
    found = []
    place = report.meta.place
    if place and place.level in ("county", "township"):
        shape = _LOCAL_VILLAGE if place.level == "township" else _BARE_VILLAGE
        for match in shape.finditer(report.text, begin):
            if not _NOT_VILLAGE.search(match.group(1)) and not _NO_NAME.search(match.group(1)):
                found.append(PlaceMention(match.start(1), match.end(1), match.group(1), "village-alone"))
        communities = _LOCAL_COMMUNITY.finditer(report.text, begin) if place.level == "township" else ()
        for match in communities:
            if not _NOT_VILLAGE.search(match.group(1)) and not _NO_NAME.search(match.group(1)):
                found.append(PlaceMention(match.start(1), match.end(1), match.group(1), "village-alone"))
    for county in full:
        below = _AT_ONCE.match(report.text, county.end) if county.name[-1] in "县市区旗" else None
        if below and not _NOT_VILLAGE.search(below.group(1)) and not _NO_NAME.search(below.group(1)):
            found.append(PlaceMention(below.start(1), below.end(1), below.group(1), "village-shape"))
    for match in _VILLAGE.finditer(report.text, begin):
        if not _NOT_VILLAGE.search(match.group(1)):
            found.append(PlaceMention(match.start(1), match.end(1), match.group(1), "village-shape"))
    return found


# 甲、乙、丙等9个镇街: townships of the report's own county, without their endings.
_TOWNSHIPS = re.compile(
    r"((?:[\u4e00-\u9fff]{2,4}、)*[\u4e00-\u9fff]{2,4})等(?:[0-9一二三四五六七八九十]+个)?(?:乡镇|镇街|街镇|街道|镇|乡)"
)


def _listed_townships(report: Report, gazetteer: Gazetteer, begin: int) -> list[PlaceMention]:
    """Townships named in a list by short names; the list says what they are."""
    place = report.meta.place
    if place is None or place.level not in ("prefecture", "county"):
        return []
    counties = [place] if place.level == "county" else gazetteer.children(place)
    below: dict[str, list[str]] = {}
    for child in (child for county in counties for child in gazetteer.children(county)):
        below.setdefault(re.sub("(?:街道|[镇乡])$", "", child.name), []).append(child.name)
    found = []
    for match in _TOWNSHIPS.finditer(report.text, begin):
        for item in re.finditer("[^、]+", match.group(1)):
            names = below.get(item.group(), [])
            if len(names) == 1:
                start = match.start(1) + item.start()
                found.append(PlaceMention(start, start + len(item.group()), names[0], "listed-township"))
    return found


def find_places(report: Report, gazetteer: Gazetteer, taken: Sequence[Mention] = ()) -> tuple[PlaceMention, ...]:
    """All named jurisdictions in the body and the title, in order; ``taken`` are spans where short names do not count."""
    if not report.sentences:
        return ()
    begin = report.sentences[0].start
    full = _full_names(report, gazetteer, begin)
    villages = _villages(report, begin, full)
    listed = _listed_townships(report, gazetteer, begin)
    short = _short_names(report, gazetteer, begin, [*full, *villages, *listed, *taken])
    return tuple(sorted([*full, *villages, *listed, *short], key=lambda mention: (mention.start, mention.end)))
