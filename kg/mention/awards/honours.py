"""What stands behind the verb of an award: one honour or several, each with edition, level, rank and count.

An honour's name is kept as written, but for what belongs to the occasion (第三届, 2023年度), for quotation marks, and
for a relative level in front (省级, 全市), which is said by name so that it means the same in every report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.levels import chain, place_of
from kg.mention.clauses import mask
from kg.model import Place

_NUMERAL = "[0-9]+|[一二三四五六七八九十百]+"
MEASURE = "个|家|名|项|件|位|篇|条|例|处|部|座|所|支|人|起|次|村|社区|镇|街道"
EDITION = re.compile(
    rf"第(?:{_NUMERAL})(?:届|批次?|季|轮|期|次)|首[届批]|20[0-9]{{2}}(?:[-—–至到](?:20)?[0-9]{{2}})?(?:年度"
    rf"|年|年年度|度)"
)
# 省市县乡…, 市场…, 区域…, 县域… are words of their own: a bare level counts only where none of these begins.
_BARE = (
    "省(?![市区级际会份内外力委直])|市(?![县区级乡镇域场民容政面长委值直辖])"
    "|[区县](?![市县区级乡镇街域块划分间别位城委处内外])|[州盟旗](?![市县级内])|自治区(?!级)"
)
_RELATIVE = re.compile(
    rf"(?:全|我|本)(?:自治区|省|市|区|县|州|盟|旗|镇)|(?:自治区|省|市|区|县|州|盟|旗)本?级(?!以上)|{_BARE}"
)
_GIVER = re.compile("自治区|[省市区县州盟旗镇]")  # 市委, 县政府: of a giver the level alone is a word
_FIRST = re.compile(
    r"(?:(?:全|我|本)[国省市区县州球]|[国省市区县业内]内|行业内|世界|国家)?(?:(?:唯一|仅有)(?:的"
    r"|一[个家项])*|首[个家例座项]|第(?:[0-9]+|[一二三四五六七八九十]+)[个家座])的?"
)
# Where the honour's name has ended and the sentence goes on.
_TAIL = re.compile(
    r"在全[国省市区县州]|在[^，、]{2,20}[上中]|向(?:全[国省市区县球]|社会)|进行|予以|并(?:在|被|获|向|作)"
    r"|等(?![奖级次功])|的?通报|（以下|得到|取得|获得?(?!奖)|位[居列]|、?[均稳]?居全|保持全|增至|达到"
    r"|创历史|为牵引|共计?[0-9]|(?<=[例验法式品])(?:加以|予以|向[^，]{2,8})?推[广介]"
    r"|，|。|；"
)
_COUNT_FIRST = re.compile(rf"({_NUMERAL})余?(?:个|家|名|项|件|位|篇|条|例|处|座|所|支)(?!人)")
_ENDS_HONOUR = re.compile(
    r"(?:奖|称号|荣誉|名单|案例|试点|示范[^、]{1,4}|单位|集体|个人|城市|[县区市村]|基地|项目|杯|级|模范"
    r"|楷模|标兵|人物|强)[”）]?$"
)
_COUNTED = re.compile(rf"(?<![第前0-9十百])(?:共|共计|达|累计)?({_NUMERAL})余?(?:{MEASURE})$")
# 获批在全域开展…试点, 当年的…名单: what is done there, and when, is no part of the name.
_CARRIED_OUT = re.compile(r"^(?:在[^，、]{1,8}?)?(?:开展|实施|承担|推进)(?=.{4})|^(?:当年|年度|本年度)的?(?=.{4})")
_ONE_QUOTE = re.compile(r"“([^“”]*)”((?:荣誉)?(?:称号|荣誉)?)")
_EMPTY_TAIL = re.compile(r"(?<=.)(?:荣誉称号|的?称号|的?荣誉|等奖项)$")
RANK = re.compile(
    rf"(?:特|[一二三])等[奖功]|(?:优秀|优胜|组织|最佳|单项)[^奖、]{{0,4}}奖|[金银铜]奖|提名奖|入围奖"
    rf"|[第前](?:{_NUMERAL})(?:名|位)?$|[冠亚季]军"
)
_LEVELS = (
    ("international", r"国际(?!化|仲裁|贸易)|世界(?!级|遗产)|全球|联合国|亚太"),
    (
        "national",
        r"全国|国家|中国|中央|国务院|最高人民|部级|中华|(?:司法|公安|民政|财政|教育|科技|商务|水利|农业农村"
        r"|生态环境|自然资源|交通运输|住建|人社|工信|文旅|应急管理|民政)部",
    ),
    ("regional", r"长三角|京津冀|粤港澳|大湾区|华东|华南|华北|华中|西南|西北|东北|成渝|长江经济带|黄河流域"),
    ("provincial", r"全省|省级|自治区"),
    ("municipal", r"全市|市级|全[州盟]|[州盟]级"),
    ("county", r"(?:全|我)[区县旗]|[区县旗]级"),
)
_LEVEL = re.compile("|".join(f"(?P<{name}>{cues})" for name, cues in _LEVELS))
_BEFORE_SHORT = ("平安", "法治", "清廉", "信用", "数字", "文明", "健康", "美丽")
_OF_PLACE = {"province": "provincial", "prefecture": "municipal", "county": "county"}
_SPLIT = re.compile(r"[、和及]|以及")
_LEVEL_START = re.compile(
    r"(?:全[国省市区县]|国家|中国|[省市县区]级|省|长三角|第[0-9一二三四五六七八九十]+[届批]|首[届批]"
    r"|20[0-9]{2}|“)"
)
_ONLY_LEVEL = re.compile(r"(?:全[国省市区县]|国家级?|部级|省级|市级|[区县]级|自治区级)(?:、|$)")
_ELLIPSIS = re.compile(rf"(国家级|全国|全省|全市|省级|市级|[区县]级|自治区级)({_NUMERAL})(?:{MEASURE})$")


@dataclass(frozen=True, slots=True)
class Honour:
    """One honour. ``start`` and ``end`` are clean offsets of the words behind it."""

    start: int
    end: int
    name: str
    edition: str | None
    level: str
    rank: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The report's own place and the gazetteer: what relative words are read against."""

    place: Place | None
    gazetteer: Gazetteer
    publisher: str | None = None


def number_of(words: str) -> int | None:
    """A count in digits or in Chinese numerals up to 99: 12, 五, 二十三."""
    if words.isdigit():
        return int(words)
    digits = {char: i for i, char in enumerate("一二三四五六七八九", 1)} | {"两": 2}
    tens, ten, units = words.rpartition("十")
    if any(char not in digits for char in tens + units) or not words:
        return None
    return (digits.get(tens, 1) * 10 if ten else 0) + digits.get(units, 0)


def honour_end(masked: str) -> int:
    """Where the honours behind a verb end within the masked rest of the clause."""
    tail = _TAIL.search(masked, 1)
    return tail.start() if tail else len(masked)


def _parts(words: str, masked: str) -> Iterator[tuple[int, int]]:
    """The honours of a list. 和 and 、 also stand within names (培育和推广项目): what follows must open one itself."""
    start = 0
    for cut in _SPLIT.finditer(masked):
        left, right = masked[start : cut.start()], masked[cut.end() :]
        opens = _LEVEL_START.match(right) or _ELLIPSIS.match(right) or _COUNTED.search(left)
        closed = cut.group() == "、" and _ENDS_HONOUR.search(left) and _ENDS_HONOUR.search(_COUNTED.sub("", right))
        if len(left) >= 2 and (opens or closed):
            yield start, cut.start()
            start = cut.end()
    if start < len(words):
        yield start, len(words)


def read_honours(words: str, start: int, agent: str, scope: Scope) -> list[Honour]:
    """The honours in the words behind a verb; ``agent`` is who confers them, or "".

    部级、省级样板项目 shares its noun among levels, 国家级示范村1个、省级5个 its noun among counts.
    """
    masked, found, pending = mask(words), list[Honour](), list[tuple[int, int]]()
    for left, right in _parts(words, masked):
        piece = words[left:right]
        if _ELLIPSIS.fullmatch(piece) and found:
            found.append(_elliptic(found[-1], piece, start + left, scope))
        elif _ONLY_LEVEL.fullmatch(piece):
            pending.append((left, right))
        else:
            noun = _RELATIVE.sub("", piece, count=1)
            found += [_read(words[a:b] + noun, start + a, start + right, agent, scope) for a, b in pending]
            found.append(_read(piece, start + left, start + right, agent, scope))
            pending = []
    return [honour for honour in found if len(honour.name) >= 2]


def _elliptic(former: Honour, piece: str, start: int, scope: Scope) -> Honour:
    match = _ELLIPSIS.fullmatch(piece)
    level, count = (match.group(1), match.group(2)) if match else ("", "")
    noun = re.sub(r"^(?:全国|国家级?|全[省市区县]|[省市区县]级)", "", former.name)
    noun = next(
        (noun.removeprefix(p.name) for p in chain(scope.place, scope.gazetteer) if noun.startswith(p.name)), noun
    )
    honour = _read(level + noun, start, start + len(piece), "", scope)
    return Honour(start, start + len(piece), honour.name, former.edition, honour.level, honour.rank, number_of(count))


def ellipsis_after(former: Honour, words: str, start: int, scope: Scope) -> Honour | None:
    """A clause 省级5个 behind an honour that was counted: the same honour at another level."""
    match = _ELLIPSIS.match(words) if former.count is not None else None
    return _elliptic(former, words[: match.end()], start, scope) if match and match.end() == len(words) else None


def _read(words: str, start: int, end: int, agent: str, scope: Scope) -> Honour:
    counted = _COUNTED.search(words) or _COUNT_FIRST.match(words)
    count = number_of(counted.group(1)) if counted else None
    bare = words[: counted.start()] + words[counted.end() :] if counted else words
    bare = bare[1:-1] if bare.startswith("《") and bare.endswith("》") else bare
    edition, prefix, rest = _strip(_unquoted(bare), scope)
    rest = _EMPTY_TAIL.sub("", rest.replace("“", "").replace("”", "")) or rest
    rank = RANK.search(rest)
    return Honour(
        start, end, prefix + rest, edition, level_of(agent, bare, scope), rank.group() if rank else None, count
    )


def _unquoted(words: str) -> str:
    """What is one quotation and no more, freed of its marks: “全市优秀案卷”称号."""
    whole = _ONE_QUOTE.fullmatch(words)
    return whole.group(1) + whole.group(2) if whole else words


def _strip(words: str, scope: Scope) -> tuple[str | None, str, str]:
    """Edition, the relative level said by name, and what remains."""
    editions, prefix, rest = list[str](), "", _CARRIED_OUT.sub("", words.removeprefix("了").removeprefix("为"))
    while match := _FIRST.match(rest) or EDITION.match(rest) or (None if prefix else _RELATIVE.match(rest)):
        word = match.group()
        if match.re is EDITION:
            editions.append(word)
        elif match.re is _RELATIVE:
            place = place_of(word, scope.place, scope.gazetteer)
            # 省级样板 is no name of its own: 浙江省样板 would read like one.
            prefix = place.name if place and len(rest) - len(word) > 2 else word
        rest = rest[match.end() :].removeprefix("的")
    inner = EDITION.search(mask(rest)[:14])
    if inner:
        editions.append(inner.group())
        rest = rest[: inner.start()] + rest[inner.end() :].removeprefix("的")
    return "".join(editions) or None, prefix, rest


def level_of(agent: str, words: str, scope: Scope) -> str:
    """The notation of who stands behind an honour: its giver's level, else the first level or place that it names."""
    for text, relative in ((agent, _GIVER), (words, _RELATIVE)):
        start = relative.match(text)
        if start and (place := place_of(start.group(), scope.place, scope.gazetteer)):
            return _OF_PLACE.get(place.level, "other")
        for at in range(len(text)):
            level = _level_at(text, at, scope)
            if level:
                return level
    return "other"


def _level_at(text: str, at: int, scope: Scope) -> str | None:
    """A level word, a place in full, or a place in short at the start or behind a word of the genre (平安浙江)."""
    cue = _LEVEL.match(text, at)
    if cue and cue.lastgroup:
        return _settle(cue.lastgroup, cue.group(), scope)
    name = scope.gazetteer.match(text, at)
    places = scope.gazetteer.named(name) if name else ()
    if not places and (at == 0 or text[max(0, at - 2) : at] in _BEFORE_SHORT):
        short = scope.gazetteer.match_short(text, at)
        # Short names of counties are common words too (平安, 东方, 和平).
        places = tuple(p for p in scope.gazetteer.short_named(short) if p.level != "county") if short else ()
    return next((_OF_PLACE[p.level] for p in places if p.level in _OF_PLACE), None)


def _settle(level: str, word: str, scope: Scope) -> str:
    """市 is a prefecture's; in a municipality it is provincial, and a county-level city's own is the county's."""
    place = place_of(word, scope.place, scope.gazetteer) if level == "municipal" else None
    return _OF_PLACE.get(place.level, level) if place else level
