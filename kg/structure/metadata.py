"""What a report says of itself: place, year, publisher, date, kind."""

from __future__ import annotations

import re
import unicodedata

from kg.gazetteer import Gazetteer
from kg.model import Metadata, Place, Section
from kg.structure.dates import DATE, iso, years, years_of_prose
from kg.structure.numbers import from_text
from kg.structure.title import HEAD, Title

# In this order: the day a report was made public, then the day it was written, then any date beside the title.
_DATE_LABELS = ("发布日期", "发布时间", "公布日期", "公开日期", "发文日期", "生成日期", "成文日期", "印发日期",
                "时间", "日期", "来源")  # fmt: skip
_PUBLISHER_LABELS = r"(?:发布机构|发布单位|公开机构|公开主体|发文机关|发文单位|责任部门|制发机关)[】\]：:\s]*"
_NAME = r"[\u4e00-\u9fff（）()]{2,30}"
OFFICE = re.compile(r"(?:人民政府|委员会|办公室|[局厅委院部会]|街道办事处|管委会|[省市区县州]政府|府办)$")
_MEETING = re.compile(r"在([\u4e00-\u9fff]{2,20}?)第[一二三四五六七八九十]+届\s*人民代表大会")
# Who reports, behind the place and before what the title is about.
_DEPARTMENT = re.compile(
    r"(?:关于)?([\u4e00-\u9fff]{2,30}?(?:局|厅|委员会|委|办公室|中心|总队|支队|大队|管委会))"
    r"(?:关于|20[0-4][0-9]|二[〇○零]|的|法治|依法)"
)
_BY_GOVERNMENT = re.compile(r"(?:关于)?([\u4e00-\u9fff]{2,24}?人民政府)(?:关于|二|20|法治|依法)")


def find_issued(raw: str) -> str | None:
    """The day of publication from the labels of the head, else from the signature at the end, else beside the title."""
    head = raw[:HEAD]
    for label in _DATE_LABELS:
        issued = iso(re.search(rf"{label}[：:\s]*(?:[^\n0-9]{{0,12}}?){DATE}", head))
        if issued:
            return issued
    signed = [line for line in raw[-300:].split("\n")[-10:] if len(line) <= 60]
    found = (iso(re.search(rf"(?:^|[\s\u4e00-\u9fff]){DATE}\s*$", line)) for line in reversed(signed))
    return next((date for date in found if date), None) or iso(
        re.search(rf"^\s*[(（]?{DATE}[)）]?\s*[0-9时:：分]*\s*$", head, re.MULTILINE)
    )


def find_year(title: Title | None, text: str, body: int, sections: tuple[Section, ...]) -> int | None:
    """The year reported on: from the title, else the first sentences, else the first chapter heading.

    A government work report is named by the year it looks forward to; it reports on the year before.
    """
    forward = title is not None and "政府工作" in title.text
    # 2023年工作情况及2024年打算 reports on 2023.
    if title and not forward and (named := years(re.split("情况[及和与暨]", title.text)[0]) or years(title.text)):
        return named[-1]
    review = next((s.year for s in sections if s.level == 1 and s.role == "achievement" and s.year), None)
    if forward:
        named = years(title.text) if title else []
        return review or (named[-1] - 1 if named else None)
    return next(iter(years_of_prose(text[body : body + 200])), review)


def owner_names(words: str, gazetteer: Gazetteer) -> list[str]:
    """The place names that stand in the words, from left to right: 杭州市拱墅区人民政府 gives 杭州市, 拱墅区."""
    names, at = [], 0
    while at < len(words):
        name = gazetteer.match(words, at)
        if name:
            names.append(name)
            at += len(name)
        else:
            at += 1
    return names


def _first_chain(words: str, gazetteer: Gazetteer) -> list[str]:
    """The first place name of a text and those that follow it without a gap."""
    names: list[str] = []
    at = 0
    while at < len(words):
        name = gazetteer.match(words, at)
        if name:
            names.append(name)
        elif names:
            break
        at += len(name) if name else 1
    return names


def pick(names: list[str], context: list[str], gazetteer: Gazetteer, year: int | None) -> Place | None:
    """The place that a chain of names means: the last name, below the ones before it; else below what the text names.

    Several places may share the name (西湖区); where neither the chain nor the context decides, the answer is None.
    """
    for name in reversed(names):
        found = [place for place in gazetteer.named(name) if year is None or gazetteer.in_force(place, year)]
        found = found or list(gazetteer.named(name))
        for others in (names[: names.index(name)], context):
            if len(found) > 1 and others:
                above = [area for other in others if other != name for area in gazetteer.named(other)]
                found = [p for p in found if any(gazetteer.within(p, area) for area in above)] or found
        if len(found) == 1:
            return found[0]
    return None


def find_place(
    title: Title | None, raw: str, text: str, body: int, gazetteer: Gazetteer, year: int | None
) -> Place | None:
    """The report's own place: from the title, else the meeting it was given to, its publisher, its first sentences."""
    context = owner_names(raw[:HEAD] + raw[-300:], gazetteer)
    publisher = re.search(rf"{_PUBLISHER_LABELS}({_NAME})", raw[:HEAD])
    meeting = _MEETING.search(text[:HEAD].replace("\n", ""))
    candidates = [title.text if title else "", *(match.group(1) for match in (meeting, publisher) if match)]
    candidates += [line for line in text[:body].split("\n") if OFFICE.search(line.strip())]
    # In prose the first place named is the report's own (甲县锚定…目标，对照乙省…); in a title the last of a chain is.
    prose = [_first_chain(text[body : body + 120], gazetteer), _first_chain(text.rstrip()[-60:], gazetteer)]
    for names in [*(owner_names(words, gazetteer) for words in candidates), *prose]:
        place = pick(names, context, gazetteer, year)
        if place:
            return place
    return _by_short_name(title, context, gazetteer, year)


def _by_short_name(title: Title | None, context: list[str], gazetteer: Gazetteer, year: int | None) -> Place | None:
    """重庆2024年… names its place without the ending: only at the very start of a title, and only if unambiguous."""
    if title is None or gazetteer.match(title.text, 0):  # none, or a full name that several places bear
        return None
    short = gazetteer.match_short(title.text, 0)
    named = gazetteer.short_named(short) if short else ()
    found = [place for place in named if year is None or gazetteer.in_force(place, year)]
    above = [area for other in context for area in gazetteer.named(other)]
    inside = [place for place in found if any(gazetteer.within(place, area) for area in above)]
    for few in (inside, *([p for p in found if p.level == level] for level in ("province", "prefecture", "county"))):
        if few:
            return few[0] if len(few) == 1 else None
    return None


def _department(title: Title | None, place: Place | None) -> str | None:
    """The department that a title names behind its place: 杭州市司法局 in 杭州市司法局2024年法治政府建设年度报告."""
    if title is None or place is None:
        return None
    match = _DEPARTMENT.search(title.text)
    if not match or match.group(1).endswith(("市委", "区委", "县委", "省委", "人大常委会")):
        return None
    return match.group(1)


def find_kind(title: Title | None, place: Place | None) -> str:
    """A notation of the scheme ``report-kind``, from the title and the level of the place."""
    words = title.text if title else ""
    if re.search(r"询问", words):
        return "congress-inquiry-report"
    if re.search(r"政府工作报告", words.replace(" ", "")):
        return "other"
    if title and not re.search(r"报告|总结|汇报|年报|情况(?:$|[及和与暨])", words):
        return "plan"
    if _department(title, place):
        return "department-annual-report"
    if place and place.level in ("township", "village"):
        return "township-annual-report"
    return "government-annual-report"


def in_full(name: str, place: Place | None) -> str:
    """A publisher's name with its place: 区府办 of 拱墅区 is 拱墅区人民政府办公室."""
    if place is None:
        return name
    name = re.sub(r"^[省市区县州镇乡]?(?:政府办公?室?|府办(?:公室)?)$", "人民政府办公室", name)
    name = re.sub(r"^[省市区县州镇乡](?:人民)?政府", "人民政府", name)
    name = re.sub(r"^[省市区县州](?=.{2,}[局委厅院部]$)", "", name)
    owned = re.match(r"^[\u4e00-\u9fff]{2,7}?[省市区县州盟旗镇乡]", name) and place.name in name
    return name if owned else place.name + name


def find_publisher(title: Title | None, raw: str, text: str, body: int, place: Place | None) -> str | None:
    """Who published: the label of the index table, else a line of its own beside the title or under the text."""
    labelled = re.search(rf"{_PUBLISHER_LABELS}({_NAME})(?=\s|$)", raw[:HEAD])
    if labelled:
        return in_full(labelled.group(1), place)
    if government := _government(title):  # whoever sent it in (来源：市司法局)
        return government
    begin = title.body if title else 0
    beside = text[begin:body].split("\n")
    own = (line.strip() for line in beside if re.fullmatch(rf"{_NAME}人民政府", line.strip()))
    if government := next(own, None):  # a line of its own under the title goes before who sent it in as well
        return in_full(government, place)
    source = re.search(rf"来源[：:\s]*({_NAME}?)(?=\s|$|发布|时间|作者)", raw[:HEAD])
    if source and OFFICE.search(source.group(1)):
        return in_full(source.group(1), place)
    lines = beside + text.rstrip()[-80:].split("\n")[-3:]
    for line in lines:
        name = re.sub(rf"{DATE}$", "", line.strip())
        if re.fullmatch(_NAME, name) and OFFICE.search(name) and len(name) >= 4:
            return in_full(name, place)
    return _department(title, place)


def _government(title: Title | None) -> str | None:
    """The government whose report it is: 甲县人民政府 in 甲县人民政府关于…的报告."""
    match = _BY_GOVERNMENT.match(title.text) if title else None
    return match.group(1) if match else None


def _one_spelling(raw: str) -> str:
    """Head and tail of a source with marks in half width and Unix line ends; offsets do not matter here."""
    ends = raw if len(raw) <= 4 * HEAD else raw[: 2 * HEAD] + "\n" + raw[-HEAD:]
    return unicodedata.normalize("NFKC", ends.replace("\r\n", "\n").replace("\r", "\n"))


def find_metadata(
    title: Title | None, raw: str, text: str, body: int, sections: tuple[Section, ...], gazetteer: Gazetteer
) -> Metadata:
    """The metadata of a report from its source text, its clean text and its structure."""
    raw = _one_spelling(raw)
    index, number, url = from_text(raw[:HEAD], raw[-300:])
    year = find_year(title, text, body, sections)
    place = find_place(title, raw, text, body, gazetteer, year)
    return Metadata(
        title=title.text if title else "",
        place=place,
        year=year,
        publisher=find_publisher(title, raw, text, body, place),
        issued=find_issued(raw),
        kind=find_kind(title, place),
        identifier=index,
        number=number,
        url=url,
    )
