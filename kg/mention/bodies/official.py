"""Official bodies: an organ behind a level word (区司法局) or a place, a national one, a bare department."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.gazetteer import Gazetteer
from kg.levels import place_of
from kg.mention.bodies.organs import bare_department_pattern, national_pattern, organ_pattern
from kg.model import BodyMention, Place
from kg.words import on_boundaries

_LEVEL = re.compile("自治区|自治州|街道|[省市区县州盟旗镇乡]")
# Behind these a level word ends another word (城区, 各县, 全市, 3个区, 开发区).
_BOUND = re.compile(
    r"[全各每两多跨级城社园辖景小新发校片灾山库林牧军特战学湾选分矿厂院港专禁能范上超股楼夜个三四五六七八九十几数地街之自百强治兄团0-9)]$"
)
# 市场监管局, 区域合作局: the level word begins another word.
_WORD = re.compile(
    r"市(?:场|容|域|值|级|直|县|区|委员|民(?![政宗族防航])|政[公设工管园建道])|区(?:域|块|级|直|位|间|划"
    r"|委员)|县(?:域|级|直|城(?!管|建|市|乡)|区|乡)|省(?:级|直|际|会)|镇(?:级|街)|乡(?:镇|村|级)|[省市区县]长"
)
_LIST_BEFORE = re.compile(r"([省市区县州])(?:、|和|及)?$")
_PEOPLE_AFTER = re.compile(r"委员|代表(?!大会)|书记|常委(?!会)|副?主席|副?主任")
_LEADS = re.compile(
    r"(?:主要(?:负责)?(?:人|同志|领导)|负责(?:人|同志))?(?:牵头|主持|主导|会同|联合(?!会)|统筹|主办"
    r"|组织(?!部|法)|负责(?!人|同志))"
)
# 与公益会等社会力量: an association whose name only 会 closes.
_ALLIED = re.compile(
    r"(?:与|和|联合|携手|依托|委托)([\u4e00-\u9fff]{2,8}会)(?=等[\u4e00-\u9fff]{0,8}(?:力量|组织|机构|单位"
    r"|队伍))"
)
_OF_A_SHORT_NAME = re.compile(r"公安分?局|税务局|中院|海关|仲裁委(?:员会)?")
_ZONE_NAMES = frozenset(("城区", "郊区", "矿区", "新区"))
_LONGEST_PLACE = 12


def official_bodies(text: str, offset: int, place: Place | None, gazetteer: Gazetteer) -> Iterator[BodyMention]:
    """The official bodies of a clause whose titles in 《》 are blacked out; ``offset`` is its clean offset."""
    spans = list(_leveled(text, place, gazetteer))
    spans += [(m.start(), m.end(), m.group(), "body-national") for m in national_pattern().finditer(text)]
    spans += [(m.start(1), m.end(1), m.group(1), "body-allied") for m in _ALLIED.finditer(text)]
    spans += list(_short_named(text, gazetteer))
    spans += list(_bare(text, spans))
    for start, end, name, rule in sorted(_without_inner(spans)):
        relation = "leads" if _LEADS.match(text, end) else "mentioned"
        for words in _both(name):
            yield BodyMention(offset + start, offset + end, words, rule, relation=relation)


Span = tuple[int, int, str, str]


def _leveled(text: str, place: Place | None, gazetteer: Gazetteer) -> Iterator[Span]:
    """Organs behind a level word: of a place in full where the word ends one, else relative to the report's place."""
    done = 0
    for level in _LEVEL.finditer(text):
        if level.start() < done:
            continue
        organ = organ_pattern().match(text, level.end())
        if organ is None or (organ.group()[-1] in "委大协" and _PEOPLE_AFTER.match(text, organ.end())):
            continue
        start = _place_start(text, level.end(), gazetteer)
        if start is not None:
            yield start, organ.end(), text[start : organ.end()], "body-placed"
            done = organ.end()
        elif _is_relative(text, level, place, gazetteer):
            done = organ.end()
            yield level.start(), done, text[level.start() : done], "body-relative"
            if (listed := _LIST_BEFORE.search(text, 0, level.start())) and place_of(listed.group(1), place, gazetteer):
                yield listed.start(1), done, listed.group(1) + organ.group(), "body-relative"


def _is_relative(text: str, level: re.Match[str], place: Place | None, gazetteer: Gazetteer) -> bool:
    """Whether a level word means the report's place or what holds it: 县司法局 in a city's report is any county's."""
    if _WORD.match(text, level.start()) or _BOUND.search(text, 0, level.start()):
        return False
    return place is None or place_of(level.group(), place, gazetteer) is not None


def _place_start(text: str, end: int, gazetteer: Gazetteer) -> int | None:
    """Where the place name that ends at ``end`` begins, places above it and 中共 in front; None without one."""
    start = next((at for at in range(max(0, end - _LONGEST_PLACE), end - 1) if _ends(text, at, end, gazetteer)), None)
    if start is None or text[start:end] in _ZONE_NAMES:
        return None
    while (
        above := next(
            (at for at in range(max(0, start - _LONGEST_PLACE), start - 1) if _ends(text, at, start, gazetteer)), None
        )
    ) is not None:
        start = above
    return start - 2 if text[max(0, start - 2) : start] == "中共" else start


def _ends(text: str, at: int, end: int, gazetteer: Gazetteer) -> bool:
    if not gazetteer.is_place_name(text[at:end]):
        return False
    # 州政府和县委 names no 和县: a short name counts only where no word runs over its ends.
    return end - at > 3 or (text[at] not in "和与及在为对" and on_boundaries(text[:end], at, end))


def _short_named(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    """城东公安分局-like: an organ behind the short name of a place."""
    for organ in _OF_A_SHORT_NAME.finditer(text):
        for at in range(max(0, organ.start() - 4), organ.start() - 1):
            short = gazetteer.match_short(text, at)
            if short and at + len(short) == organ.start():
                yield at, organ.end(), text[at : organ.end()], "body-placed"
                break


def _bare(text: str, spans: list[Span]) -> Iterator[Span]:
    """Departments without level; in a list they belong where the one before them does (县公安局、司法局)."""
    known = {end: name for _, end, name, rule in spans if rule == "body-relative"}
    for match in bare_department_pattern().finditer(text):
        start, end = match.span(1)
        if any(left <= start < right for left, right, _, _ in spans):
            continue
        before = known.get(start - 1) if text[start - 1 : start] in ("、", "和", "与") else None
        name = (before[0] if before else "") + match.group(1)
        known[end] = name if before else ""
        known = {at: words for at, words in known.items() if words}
        yield start, end, name, "body-bare"


def _without_inner(spans: list[Span]) -> list[Span]:
    """The spans that lie in no longer one; two of the same end but another start may be 省、市委, and both stay."""
    return [
        span
        for span in spans
        if not any(
            o[0] <= span[0] and span[1] <= o[1] and o[1] - o[0] > span[1] - span[0] and "、" not in text_of(o)
            for o in spans
        )
    ]


def text_of(span: Span) -> str:
    """A mark for a coordinated span, whose name is shorter than what it covers."""
    return "、" if span[1] - span[0] > len(span[2]) else ""


def _both(name: str) -> tuple[str, ...]:
    """县人大及其常委会 names two bodies, a bureau of a ministry also the ministry."""
    if "及其" in name:
        whole, _, part = name.partition("及其")
        return whole, whole.replace("人民代表大会", "人大") + part.replace("常务委员会", "常委会")
    bureau = re.fullmatch(r"([\u4e00-\u9fff]{2,8}?部)([\u4e00-\u9fff]{2,10}[局司])", name)
    return (bureau.group(1), name) if bureau else (name,)
