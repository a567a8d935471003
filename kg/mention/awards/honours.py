"""What stands behind the verb of an award: one honour or several, each with edition, level, rank and count.

An honour's name is kept as written, but for what belongs to the occasion (第三届, 2023年度), for quotation marks, and
for a relative level in front (省级, 全市), which is said by name so that it means the same in every report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.clauses import mask
from kg.levels import chain, place_of
from kg.mention.awards.levels import level_of
from kg.mention.awards.scope import FIRST, RELATIVE, Scope

_NUMERAL = "[0-9]+|[一二三四五六七八九十百]+"
MEASURE = "个|家|名|项|件|位|篇|条|例|处|部|座|所|支|人|起|次|款|首|幅|户|段|村|社区|镇|街道"
EDITION = re.compile(
    rf"第(?:{_NUMERAL})(?:届|批次?|季|轮|期|次)|首[届批]|新一[届批轮期]|20[0-9]{{2}}(?:[-—–至到](?:20)?[0-9]{{2}})?(?:年度"
    rf"|年|年年度|度)"
)
# Where the honour's name has ended and the sentence goes on.
_TAIL = re.compile(
    r"在全[国省市区县州]|在[^，、]{2,20}[上中]|向(?:全[国省市区县球]|社会)|进行|予以|并(?:在|被|获|向|作)"
    r"|等(?![奖级次功])|的?通报|（以下|得到|取得|获得?(?!奖)|位[居列]|、?[均稳]?居全|保持全|达到"
    rf"|增至(?!(?:{_NUMERAL})余?(?:{MEASURE})$)|、(?:[均稳]|数量|总[数量])[^，、“]{{0,4}}(?:全[国省市区县]|第|首位|前列)"
    r"|(?<=[省市县区旗镇村位点])复[核审查检评]$|创历史|为牵引|共计?[0-9]|(?<=[例验法式品])(?:加以|予以|向[^，]{2,8})?推[广介]"
    r"|，|。|；"
)
_COUNT_FIRST = re.compile(rf"({_NUMERAL})余?(?:个|家|名|项|件|位|篇|条|例|处|座|所|支)(?!人)")
_ENDS_HONOUR = re.compile(
    r"(?:奖|称号|荣誉|名单|案例|试点|示范[^、]{1,4}|单位|集体|个人|城市|[县区市村]|基地|项目|杯|级|模范"
    r"|楷模|标兵|人物|强)[”）]?$"
)
# 甲河湖8条（个）: the bracket holds another measure word for the same count.
_COUNTED = re.compile(
    rf"(?<![第前0-9十百])(?:共|共计|达|累计|增至)?({_NUMERAL})余?(?:{MEASURE})(?:（(?:{MEASURE}|■)）)?$"
)
# 全国年度十大甲发现 is the 全国十大甲发现 of the year.
_OF_YEAR = re.compile(r"^(全国|国家级?|中国|[\u4e00-\u9fff]{2,8}[省市区县])年度(?=.{4})")
# 获批在全域开展…试点, 当年的…名单: what is done there, and when, is no part of the name.
_DOING = r"(?:(?:在[^，、]{1,8}?)?(?:开展|实施|承担|推进)(?=.{4})|(?:当年|年度|本年度)的?(?=.{4}))"
_CARRIED_OUT = re.compile(f"^{_DOING}")
# 我省首批国家甲县 is no honour of the province: the word in front says whose first it was.
_ABOVE = re.compile(r"(?:[首第新][^，、]{1,3}[届批轮个家例座项]的?)?(?:全国|国家级|国家|中国|世界|全球|国际)(?![安宪通])")
_LEADING = re.compile(rf"^了?(?:{_DOING}|{EDITION.pattern})*的?")
_ONE_QUOTE = re.compile(r"“([^“”]*)”((?:荣誉)?(?:称号|荣誉)?)")
_ON_LIST = re.compile(r"(?<=名[单录])的[\u4e00-\u9fff]{2}$")  # 入选甲名录的城市增至6座
_EMPTY_TAIL = re.compile(
    r"(?<=.)(?:荣誉称号|行列|的?称号|的?荣誉|等奖项)$"
    r"|(?<=示范[市县区旗村镇])创建(?:工作|活动)?$|(?<=.{4})[二三四五六七八九十]+连[冠创]$"
)
RANK = re.compile(
    rf"(?:特|[一二三])等[奖功]|(?<![国家省市级])(?:优秀|优胜|组织|最佳|单项)[^奖、]{{0,4}}奖$|[金银铜]奖|提名奖|入围奖"
    rf"|[第前](?:{_NUMERAL})(?:名|位)?$|[冠亚季]军"
)
_SAME_NOUN = re.compile(r"(?:示范[区市县]|先行区|先导区|试验区|试点|奖|称号)$")
_SPLIT = re.compile(r"[、和及]|以及")
_LEVEL_START = re.compile(
    r"(?:全[国省市区县]|国家|中国|[省市县区]级|省|长三角|第[0-9一二三四五六七八九十]+[届批]|首[届批]"
    r"|20[0-9]{2}|“)"
)
_ONLY_LEVEL = re.compile(r"(?:全[国省市区县]|国家级?|部级|省级|市级|[区县]级|自治区级)(?:、|$)")
_ELLIPSIS = re.compile(rf"(?:其中)?(国家级|全国|全省|全市|省级|市级|[区县]级|自治区级)({_NUMERAL})(?:{MEASURE})$")


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


def number_of(words: str) -> int | None:
    """A count in digits or in Chinese numerals up to 99: 12, 五, 二十三."""
    if words.isdecimal():
        return int(words) if len(words) < 10 else None
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
        if len(left) >= 2 and (opens or closed or _alike(cut.group(), left, right)) and not _joint(cut.group(), left, right):
            yield start, cut.start()
            start = cut.end()
    if start < len(words):
        yield start, len(words)


def _alike(cut: str, left: str, right: str) -> bool:
    """国家级甲示范区和乙示范区, 甲奖和乙奖: the same noun closes both."""
    noun = _SAME_NOUN.search(left)
    return cut != "、" and bool(noun) and bool(noun and right.endswith(noun.group()))


def _joint(cut: str, left: str, right: str) -> bool:
    """甲示范区和“乙”基地7个: one count for two honours keeps them together."""
    counted = _COUNTED.search(right)
    return cut != "、" and right.startswith("“") and bool(counted) and not re.search("[0-9、和]", left)


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
            noun = RELATIVE.sub("", piece, count=1)
            found += [_read(words[a:b] + noun, start + a, start + right, agent, scope) for a, b in pending]
            found.append(_read(piece, start + left, start + right, agent, scope))
            pending = []
    return [honour for honour in _levelled(found) if len(honour.name) >= 2]


def _levelled(found: list[Honour]) -> Iterator[Honour]:
    """国家级甲工厂2家、乙工厂5家, 全国甲展金奖、银奖: in a list the level and the contest are said once, in front."""
    former: Honour | None = None
    for honour in found:
        name, edition = honour.name, honour.edition
        if former and former.rank and RANK.fullmatch(name):
            name, edition = former.name.removesuffix(former.rank) + name, former.edition
        level = former.level if former and honour.level == "other" else honour.level
        former = replace(honour, name=name, edition=edition, level=level)
        yield former


def _elliptic(former: Honour, piece: str, start: int, scope: Scope) -> Honour:
    match = _ELLIPSIS.fullmatch(piece)
    level, count = (match.group(1), match.group(2)) if match else ("", "")
    noun = re.sub(r"^(?:全国|国家级?|全[省市区县]|[省市区县]级)(?:及?以上)?", "", former.name)
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
    rest = _EMPTY_TAIL.sub("", _ON_LIST.sub("", rest).replace("“", "").replace("”", "")) or rest
    rank = RANK.search(rest)
    level = level_of(agent, _LEADING.sub("", bare), scope)
    return Honour(
        start, end, prefix + rest, edition, level, rank.group() if rank else None, count
    )


def _unquoted(words: str) -> str:
    """What is one quotation and no more, freed of its marks: “全市优秀案卷”称号."""
    whole = _ONE_QUOTE.fullmatch(words)
    return whole.group(1) + whole.group(2) if whole else words


def _strip(words: str, scope: Scope) -> tuple[str | None, str, str]:
    """Edition, the relative level said by name, and what remains."""
    editions, prefix, rest = list[str](), "", _CARRIED_OUT.sub("", re.sub("^了?为?(?:一批)?", "", words))
    while match := FIRST.match(rest) or EDITION.match(rest) or (None if prefix else RELATIVE.match(rest)):
        word = match.group()
        if match.re is EDITION:
            editions.append(word)
        elif match.re is RELATIVE:
            place = place_of(word, scope.place, scope.gazetteer)
            # 省级样板 is no name of its own: 浙江省样板 would read like one.
            prefix = place.name if place and len(rest) - len(word) > 2 else word
            prefix = "" if _ABOVE.match(rest, len(word)) else prefix
        rest = rest[match.end() :].removeprefix("的")
    inner = EDITION.search(mask(rest)[:14])
    if inner:
        editions.append(inner.group())
        rest = rest[: inner.start()] + rest[inner.end() :].removeprefix("的")
    return "".join(editions) or None, prefix, _OF_YEAR.sub(r"\1", rest)
