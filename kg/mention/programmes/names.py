"""Name shapes: what in a segment is the name of a programme, and where it begins and ends.

Two shapes. *Quoted*: a modifier, a quotation, a head (行政执法“三项制度”; “一窗通办”改革). *Plain*: a modifier that
distinguishes, and a head (街道法治化综合改革). The head says what kind of thing it is; heads are vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.mention.programmes.goals import is_goal
from kg.mention.programmes.lexicon import breaker_pattern, predicate_pattern
from kg.vocabulary import Vocabulary
from kg.words import cut, on_boundaries

_QUOTE = re.compile(r"“([^“”\n]{2,40}?)”")
# What may stand behind a head without making it part of a longer word (改革创新, 平台经济 are other things).
_AFTER_HEAD = re.compile(
    r"$|(?<=[年月周季日])活动|[、，。；：！？“《（\n■]|[和与及或等的中后前上下内里以为在对向并]|[0-9]"
)
_COUNT = re.compile(
    r"(?:(?:全[国省市区县州]|[省市区县])(?:内|域)?)?(?:首[个批家例创推]|第?[0-9一二两三四五六七八九十百]+(?:余"
    r"|多)?[个项家种类批套支大](?!专项行动|平台)|一系列|系列|多[个项种类])的?"
)
_RELATIVE = re.compile(
    r"(?:全[国省市区县州域镇乡]|我[省市区县州]|本[省市区县州]|该[省市区县]|[省市区县镇街]级|各地各部门|各级|各类|各项"
    r"|相关|有关|所有|现有|新一轮|一体化推进|新的|更多|以|对|在|将|把|由|与|了)"
)
_PLACE_WORD = re.compile(
    r"^(?:(?:[省市区县州镇乡街村]、?){1,4}[二两三四五]级|省市区?|市区|自治[区州县旗]"
    r"|[省市区县州](?!以下)(?![乡镇街村区县场民直]))(?=[\u4e00-\u9fff]{4})"
)
# Words that do not distinguish one mechanism from another.
_GENERIC = frozenset("""
相关 各项 有关 一系列 工作 长效 常态 常态化 体制 基本 配套 各类 重点 主要 重要 新 全面 综合 系统 科学 完善 健全
有效 现代 统一 规范 制度 机制 体系 管理 建设 协同 联动 协调 保障 运行 责任 协作 配合 改革 发展 政府 我们 进行
深层次 高水平 新模式 方面 领域 部门 单位 日常 具体 规章 规章制度 内部 各 等 的 和 及 与 化 之 性 各单位 专项 重大 地方 本 该 其 这 一
不 了 多 大 小 高 好 更 更加 加快 推进 深化 推动 服务 治理 监督 专业 先进
""".split())
# Areas of work that every report speaks of.
_AREAS = frozenset("""
依法行政 行政执法 执法 执法监督 法治 法治政府 政府 普法 依法治理 行政 依法 监督 社会治理 政务服务 营商环境
""".split())
# 入选某某试点, 作为某某城市: what begins with such a word is a statement about the name.
_DIRT = re.compile(
    r"[0-9]{3,}|[％%]|的|等|了|^和|^及|。|实现|进行|确定|我[省市区县旗厅局]|^(?:被|入选|作为|成为|列为|获批|纳入|融入|还|承担|争取|关停|查处"
    r"|继续)"
)


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


# Heads that say too little behind plain words (化解方案, 学法计划, 有益经验): they make a name only with a quotation.
_WEAK_HEADS = frozenset("""
方式 方案 经验 计划 宣讲  中心 实践 样本 样板 排查 服务点 网站 门户 码 流程 档案 监管 规程 讲堂 课堂 联盟
预警 普查 体检 沙龙 窗口 实验室
""".split())


@lru_cache(maxsize=4)
def _heads(vocabulary: Vocabulary) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = vocabulary.notation_by_cue("programme-kind")
    return _any_of(kinds), {**kinds, "制": "mechanism"}


# 派驻制, 轮值制: 制 is a head of its own where it is not the end of a common word (体制, 编制).
_REGIME = r"(?<=[\u4e00-\u9fff]{2})(?<![体机法控限编研专强抑复定管税学币规国创立])制(?![度定造作约式品])"


def _any_of(kinds: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of all heads, longest first, and of 制."""
    words = sorted((word for word in kinds if word != "制"), key=lambda word: (-len(word), word))
    return re.compile("|".join([*map(re.escape, words), _REGIME]))


@lru_cache(maxsize=4)
def _more_heads(vocabulary: Vocabulary, more: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {**_heads(vocabulary)[1], **dict(more)}
    return _any_of(kinds), kinds


def head_at_end(text: str, vocabulary: Vocabulary) -> str | None:
    """The kind of the head that closes the text, or None."""
    pattern, kinds = _heads(vocabulary)
    if text.endswith("制") and pattern.search(text, len(text) - 1):
        return kinds["制"]
    for length in range(min(8, len(text)), 1, -1):
        if text[-length:] in kinds:
            return kinds[text[-length:]]
    return None


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match, overlapping ones too: 清单制 and 制度 both stand in 清单制度."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def last_head(masked: str, vocabulary: Vocabulary, more: Mapping[str, str] | None = None) -> tuple[int, str] | None:
    """End offset and kind of the last head of a region that really ends a name.

    The region stops at the first predicate behind a head: 甲改革不断深化，… has its head before 不断.
    """
    pattern, kinds = _heads(vocabulary) if more is None else _more_heads(vocabulary, tuple(more.items()))
    breaker = breaker_pattern()
    best = None
    for match in _all(pattern, masked):
        between = masked[best[0] : match.start()] if best else ""
        if breaker.search(between) and not _inside_name(between) and not _next_item(between):
            break
        end = match.end()
        if _AFTER_HEAD.match(masked, end) or breaker.match(masked, end):
            best = (end, kinds[match.group()])
    return best


def _next_item(between: str) -> bool:
    """甲工程和乙质量提升行动: behind 和 another item begins, and nouns that could end a name stand within it."""
    return bool(re.match("[、和与及]|以及", between)) and not predicate_pattern().search(between)


def _inside_name(between: str) -> bool:
    """建设试点, 工作机制, 任务清单制度: nouns that break a name at its end may stand within a longer one."""
    return bool(
        re.fullmatch(
            r"(?:[\u4e00-\u9fff]{0,6}(?:建设|工作|任务|能力|水平|质效|结果|情况|问题|风险|成果)[\u4e00-\u9fff]{0,8})",
            between,
        )
    )


def head_at_start(text: str, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """End offset and kind of the head that opens the text, or None; effects of a thing (应用成果) are no head."""
    pattern, kinds = _heads(vocabulary)
    match = pattern.match(text)
    if match is None or match.group() in _WEAK_HEADS or breaker_pattern().match(text):
        return None
    return None if re.match("成果|成效|案例|经验|标准|指标", text[match.end() :]) else (match.end(), kinds[match.group()])


def tidy_start(text: str) -> int:
    """How many characters at the start of a plain name are counts, relative words or function words."""
    at = 0
    while at < len(text):
        match = _COUNT.match(text, at) or _RELATIVE.match(text, at)
        if match is None or match.end() == at or match.end() >= len(text) - 2:
            break
        at = match.end()
    return at


def distinguishes(modifier: str, special: bool = False, concrete: bool = False) -> bool:
    """Whether the words before a head tell one programme from another: three characters of content.

    Two of them must say more than the area of work: 依法行政制度体系 is all of it, 行政执法评议体系 is a thing.
    A platform is a thing whatever it is for. Before a head that begins with 专项 two are enough: 法治专项巡察 is a
    campaign, 法治机制 is anything.
    """
    words = [word for word in cut(modifier) if word not in _GENERIC]
    content = sum(map(len, words))
    own = sum(len(word) for word in words if word not in _AREAS)
    if _coined(words):
        return True
    return content >= 2 if special else content >= 3 and (concrete or own >= 2)


def _coined(words: Sequence[str]) -> bool:
    """Whether a blend that no dictionary knows stands among the words: 府院, 述法, 林长. It was made for this thing."""
    return any(len(one) == len(other) == 1 and not _LINKING.search(one + other) for one, other in pairwise(words))


# Characters that stand alone in any phrase.
_LINKING = re.compile(r"[一-十百千万两各每全新老大小多少高低上下内外前后中间有无为以在对向从由将被把让使与和及或等的之其该本此不未非个项类级次年月日区县市省乡镇村街国家人员事务权责质量化性型度率费税岗位线点面块片促享扩增减提降保稳强优建设用力抓做办好推进行实施开展再更最可能应须需要]")


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
        shared = finish < len(region) and (own is None or _weak_at_end(piece))
        if own is None and not (shared and _shares(piece, region[finish + 1 :])):
            continue
        name = _plain(piece, begin, own or kind, vocabulary, region if shared else "")
        if name:
            names.append(name)
    return names


_OF_SEVERAL = re.compile(r"[^■]*、[^■、]*?(?=[两三四五六七八]方[\u4e00-\u9fff]{2,8}(?:机制|制度|模式)$)")


def _parts(region: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where a region divides into coordinated names: at 、和与及 behind a head; at 、 between long parts that share one."""
    parts, begin = [], 0
    if _PARALLEL.match(region):
        return [(0, len(region))]
    for match in re.finditer("以及|[、和与]|及(?!以上|以下|其)", re.sub("（[^（）]*）", _blank, region)):
        left = region[begin : match.start()]
        several = match.group() == "、" and len(left) >= 4
        if several or head_at_end(left, vocabulary) or _shares(left, region[match.end() :]):
            parts.append((begin, match.start()))
            begin = match.end()
    return [*parts, (begin, len(region))]


# 分级负责、精准滴灌、末端见效帮扶机制: four-character steps in a row describe one thing.
_PARALLEL = re.compile(r"(?:[^、和与及■]{4}、){2,}[^、和与及■]{8,}$")


def _blank(bracket: re.Match[str]) -> str:
    return "（" * len(bracket.group())


def _weak_at_end(piece: str) -> bool:
    return any(piece.endswith(head) for head in _WEAK_HEADS)


def _shares(left: str, right: str) -> bool:
    """Two parts share a head when they end alike before it: 复议纠错风险预警、诉讼败诉风险预警机制."""
    return len(left) >= 5 and len(right) >= 5 and left[-2:] in right[-8:] and "等" not in right


_COMMAND = re.compile("用力|全力|大力|狠|紧|聚力")


def _plain(piece: str, at: int, kind: str, vocabulary: Vocabulary, shared: str) -> Name | None:
    """The name in a part of a region; ``shared`` is the region whose head the part shares, "" where it has its own."""
    listed = re.match(r".*等(?:[0-9]+[个项家种类])?", piece)
    start = listed.end() if listed and len(piece) - listed.end() >= 5 else 0
    start += tidy_start(piece[start:])
    possessive = piece.rfind("的", start)
    if possessive >= 0 and len(piece) - possessive > 6:
        start = possessive + 1 + tidy_start(piece[possessive + 1 :])
    words = piece[start:]
    prefix = _PLACE_WORD.match(words)
    if prefix and on_boundaries(words, 0, prefix.end()):  # 县|域 is no place word: 县域改革
        start += prefix.end()
        words = words[prefix.end() :]
    if not 3 <= len(words) <= 34 or _DIRT.search(words):
        return None
    heads, _ = _heads(vocabulary)
    tail = next((m for m in heads.finditer(shared or words) if m.end() == len(shared or words)), None)
    head_word = tail.group() if tail else ""
    modifier = words[: tail.start()] if tail and not shared else words
    if re.search("[和与及、促抓]$", modifier) or _COMMAND.match(modifier) or (head_word == "活动" and (_ROUTINE.search(modifier) or len(modifier) < 4)):
        return None
    if (head_word in _WEAK_HEADS and not shared) or is_goal(modifier, head_word):
        return None
    if not distinguishes(modifier, head_word.startswith(_SPECIAL), kind == "platform"):
        return None
    return Name(at + start, at + len(piece), words, kind, "verb-name-head" if not shared else "shared-head")


def quotes(text: str) -> list[tuple[int, int, str]]:
    """Start, end and words of the quotations of a text."""
    return [(match.start(), match.end(), match.group(1)) for match in _QUOTE.finditer(text)]
