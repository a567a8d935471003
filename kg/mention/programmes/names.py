"""Name shapes: what in a segment is the name of a programme, and where it begins and ends.

Two shapes. *Quoted*: a modifier, a quotation, a head (行政执法“三项制度”; “一窗通办”改革). *Plain*: a modifier that
distinguishes, and a head (街道法治化综合改革). The head says what kind of thing it is; heads are vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.mention.programmes.distinct import distinguishes
from kg.mention.programmes.goals import is_goal, is_work
from kg.mention.programmes.heads import WEAK_HEADS, head_at_end, head_of, last_head, weak_at_end
from kg.vocabulary import Vocabulary
from kg.words import on_boundaries

_QUOTE = re.compile(r"“([^“”\n]{2,40}?)”")
_COUNT = re.compile(
    r"(?:(?:全[国省市区县州]|[省市区县])(?:内|域)?)?(?:首[个批家例创推]|第?[0-9一二两三四五六七八九十百]+(?:余"
    r"|多)?(?:[个项家种类批套支大](?!专项行动|平台)|件(?!事))|一系列|系列|多[个项种类])的?"
)
_RELATIVE = re.compile(
    r"(?:全[省市县区]域|全[国省市区县州域镇乡]|我[省市区县州]|本[省市区县州]|该[省市区县]|[省市区县镇街]级(?!及以上)|各地各部门|各级|各类|各项"
    r"|相关|有关|所有|现有|个别(?:单位|地方|部门|镇街|乡镇)?|部分(?:单位|地方|部门|镇街|乡镇)|新一轮|一体化推进|新的|更多|以|对|在|将|把|由|与|了)"
)
_PLACE_WORD = re.compile(
    r"^(?:(?:[省市区县州镇乡街村]、?){1,4}[二两三四五]级|省市区?|市区|自治[区州县旗]"
    r"|[省市区县州](?!以下|域)(?![乡镇街村区县场民直]))(?=[\u4e00-\u9fff]{4})"
)
# 入选某某试点, 作为某某城市: what begins with such a word is a statement about the name.
_DIRT = re.compile(
    r"(?<![0-9])(?!1[0-9]{4}(?![0-9])|20[0-9]{2}(?:专项)?行动)[0-9]{3,}|[％%]|的|(?<![平同高对优中])等|了|^[和及、]|[与和][^与和]*(?:热线|平台)$|。|实现|进行|确定|入选|我[省市区县旗厅局]|^(?:被|成功|入选|作为|成为|列为|获批|纳入|融入|还|承担|争取|关停|查处"
    r"|继续)"
)


_LEVELS = re.compile(r"(?:[省市区县镇乡街村]、?){2,5}[二两三四五]级")
_REGIME = re.compile("(?<![机体])制$")
_SPECIAL = ("专项", "客户端", "小程序", "APP")  # heads that two characters of content are enough for
# Activities of every day: only the others have names.
_ROUTINE = re.compile("宣传|培训|学习|普法|主题|系列|教育|咨询|志愿|文化|竞赛|检查|调研|宣讲|评选")


@dataclass(frozen=True, slots=True)
class Name:
    """A name within a segment: offsets relative to the segment, the words, the kind its head tells, the rule.

    ``core`` is what stood in quotation marks, or "".
    """

    start: int
    end: int
    text: str
    kind: str | None
    rule: str
    core: str = ""


# 十项暖茶行动 has its number in its name; 十项专项行动 are ten of a kind.
_SET = re.compile(r"[三四五六七八九十]+项(?!专项|重点|具体|主要)[\u4e00-\u9fff]{2,5}(?:行动|工程)$")


def tidy_start(text: str) -> int:
    """How many characters at the start of a plain name are counts, relative words or function words."""
    at = 0
    while at < len(text) and not _SET.match(text, at):
        match = _COUNT.match(text, at) or _RELATIVE.match(text, at)
        if match is None or match.end() == at or match.end() >= len(text) - 2:
            break
        at = match.end()
    return at


def plain_names(masked: str, vocabulary: Vocabulary) -> list[Name]:
    """Names without quotation marks in a region of masked text, coordinated ones taken apart.

    甲预警、乙预警机制 are two mechanisms that share a head; 甲改革和乙改革 are two; 甲与乙协作机制 is one.
    """
    head = last_head(masked, vocabulary)
    if head is None:
        return []
    end, kind = head
    region = masked[:end]
    if "■" in region:
        return []
    several = _OF_SEVERAL.match(region)
    if several:  # 顾问、律师、专家三方会审机制: the list says which three
        name = _plain(region[several.end() :], several.end(), kind, vocabulary, "")
        return [name] if name else []
    names: list[Name] = []
    for begin, finish in _parts(region, vocabulary):
        piece = region[begin:finish]
        own = head_at_end(piece, vocabulary)
        shared = finish < len(region) and (own is None or weak_at_end(piece))
        behind = region[finish + 1 :]
        if own is None and not (shared and (_shares(piece, behind) or (region[finish] == "、" and _share_deeds(piece, behind)))):
            continue
        name = _plain(piece, begin, own or kind, vocabulary, region if shared else "")
        if name:
            names.append(name)
    return names


_OF_SEVERAL = re.compile(r"[^■]*、[^■、]*?(?=[两三四五六七八]方[\u4e00-\u9fff]{2,8}(?:机制|制度|模式)$)")


def _parts(region: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where a region divides into coordinated names: at 、和与及 behind a head; at 、 between long parts that share one."""
    parts, begin = [], 0
    relation = _RELATION.match(region)
    if _PARALLEL.match(region) or (relation and not _NAMED.search(relation.group(1))):
        return [(0, len(region))]
    for match in re.finditer("以及|[、和与]|及(?!以上|以下|其)", re.sub("（[^（）]*）", _blank, region)):
        left = region[begin : match.start()]
        several = match.group() == "、" and len(left) >= 4
        deed = match.group() == "、" and _share_deeds(left, region[match.end() :])
        if several or deed or head_at_end(left, vocabulary) or _shares(left, region[match.end() :]):
            parts.append((begin, match.start()))
            begin = match.end()
    return [*parts, (begin, len(region))]


def _blank(bracket: re.Match[str]) -> str:
    return "（" * len(bracket.group())


# 分级负责、精准滴灌、末端见效帮扶机制: four-character steps in a row describe one thing.
_PARALLEL = re.compile(r"(?:[^、和与及■]{4}、){2,}[^、和与及■]{8,}$|(?:[^、和与及■]{3}、){2,}[^、和与及■]{6,}$")
# 甲与乙、丙衔接机制: a relation has several ends and is one; behind a name that is whole (甲制度与乙机制) it is another.
_NAMED = re.compile("(?:机制|制度|模式|体系|系统|平台|应用|改革|行动|工程|中心|[站室队])$")
_RELATION = re.compile(
    r"([^、和与及■]{2,12})(?:与|和|同)[^■]*(?:衔接|协作|合作|联动|协同|贯通|协调|配合|对接|互通|联席)[\u4e00-\u9fff]{0,4}(?:机制|制度|模式)$"
)


def _shares(left: str, right: str) -> bool:
    """Two parts share a head when they end alike before it: 复议纠错风险预警、诉讼败诉风险预警机制."""
    return len(left) >= 4 and len(right) >= 4 and left[-2:] in right[-8:] and "等" not in right


_DEED = r"(?:提升|振兴|整治|攻坚|治理|改造|保护|倍增|攀升|升级|提质|培育|赋能|修复|清零|强基|扩面)"
_DOES = re.compile(rf"(?![^、]*[促抓])[^、和与及]{{2,12}}{_DEED}$")
_DONE = re.compile(rf"{_DEED}(?:专项)?(?:行动|工程|计划)$")


def _share_deeds(left: str, right: str) -> bool:
    """Deeds in a row share a head: 茶山复绿提质、溪流整治行动 (but 茶山复绿和溪流整治行动 may be one)."""
    return bool(_DOES.match(left) and _DONE.search(right)) and "等" not in right


# 以开放促改革, 用力抓示范创建: a verb governs the head, so it is no name.
_UNFINISHED = re.compile("[和与及、促抓]$")
_COMMAND = re.compile("用力|全力|大力|狠|紧|聚力")


# 确保甲行动圆满收官, 夯实乙机制, 创建丙试验区: verbs that govern rarely enough to be left out of the grammar of clauses.
_GOVERNED = re.compile(r"(?:确保|夯实|压实|创建|申建|加密|放大|扩围|布局|部分(?:地区|领域|行业))(?=[\u4e00-\u9fff（0-9]{5})")


def _commanded(words: str) -> int:
    """How many characters at the start of a plain name are a verb that governs it."""
    verb = _GOVERNED.match(words)
    return verb.end() if verb else 0


def _routine(modifier: str) -> bool:
    """Whether an activity is one of every day (普法宣传活动), not one with a name."""
    return bool(_ROUTINE.search(modifier)) or len(modifier) < 4


def _plain(piece: str, at: int, kind: str, vocabulary: Vocabulary, shared: str) -> Name | None:
    """The name in a part of a region; ``shared`` is the region whose head the part shares, "" where it has its own."""
    listed = re.match(r".*(?<![平同高对优中])等(?:[0-9]+[个项家种类])?", piece)
    start = listed.end() if listed and len(piece) - listed.end() >= 5 else 0
    start += tidy_start(piece[start:])
    possessive = piece.rfind("的", start)
    if possessive >= 0 and len(piece) - possessive > 6:
        start = possessive + 1 + tidy_start(piece[possessive + 1 :])
    start += _commanded(piece[start:])
    words = piece[start:]
    levels = _LEVELS.match(words)
    if levels and distinguishes(words[levels.end() : len(words) - len(head_of(words, vocabulary))]):
        levels = None  # 市县乡三级执法监督体系 needs its levels to be told from any other; other names do not
    prefix = None if levels else _PLACE_WORD.match(words)
    if prefix and on_boundaries(words, 0, prefix.end()):  # 县|域 is no place word: 县域改革
        start += prefix.end()
        words = words[prefix.end() :]
    if not 3 <= len(words) <= 34 or _DIRT.search(words):
        return None
    head = head_of(shared or words, vocabulary)
    modifier = words if shared else words[: len(words) - len(head)]
    if _UNFINISHED.search(modifier) or _COMMAND.match(modifier) or (head == "活动" and _routine(modifier)):
        return None
    if (head in WEAK_HEADS and not shared) or is_goal(modifier, head) or is_work(modifier, head):
        return None
    special = head.startswith(_SPECIAL) or head.endswith(("创建", "集成改革")) or bool(_REGIME.search(head) or _DONE.match(head))
    area_counts = bool(levels) or kind == "platform" or (head.endswith("改革") and len(modifier) >= 6)
    if not distinguishes(modifier, special, area_counts):
        return None
    return Name(at + start, at + len(piece), words, kind, "verb-name-head" if not shared else "shared-head")


def quotes(text: str) -> list[tuple[int, int, str]]:
    """Start, end and words of the quotations of a text."""
    return [(match.start(), match.end(), match.group(1)) for match in _QUOTE.finditer(text)]
