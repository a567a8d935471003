"""Heads: the nouns that close the name of a programme and say what kind of thing it is (改革, 行动, 机制, 平台).

Heads are vocabulary (the cues of the scheme ``programme-kind``); where one really ends a name is grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.mention.programmes.lexicon import breaker_pattern, predicate_pattern, verb_pattern
from kg.vocabulary import Vocabulary

# What may stand behind a head without making it part of a longer word (改革创新, 平台经济 are other things).
_LOCATIVE = "(?:中(?!心)|后(?![续期端])|前(?![期端])|内(?!容))"
_AFTER_HEAD = re.compile(
    r"$|(?<=[年月周季日])活动|[、，。；：！？“《（\n■]|[和与及或等的里以为在对向并]|上(?![线门])|下(?![沉放])"
    rf"|{_LOCATIVE}|[0-9]"
)
# 甲改革中派驻人员管理: behind such a word stands what is done within it.
_WITHIN = re.compile(_LOCATIVE)
# Heads that say too little behind plain words (化解方案, 学法计划, 有益经验): they make a name only with a quotation.
WEAK_HEADS = frozenset("""
方式 方案 经验 计划 宣讲  中心 实践 样本 样板 排查 服务点 网站 门户 码 流程 档案 监管 规程 讲堂 课堂 联盟
预警 普查 体检 沙龙 窗口 实验室 全覆盖
""".split())


@lru_cache(maxsize=4)
def heads(vocabulary: Vocabulary) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all heads, and the kind that each tells."""
    kinds = vocabulary.notation_by_cue("programme-kind")
    return _any_of(kinds), kinds


# 派驻制, 轮值制: 制 is a head of its own where it is not the end of a common word (体制, 编制).
_REGIME = r"(?<=[\u4e00-\u9fff]{2})(?<![体机法控限编研专强抑复定管税学币规国创立])制(?![度定造作约式品])"


# 专项评议, 专项督导: what is done to one matter only is a campaign, whatever is done; 专项资金 and 专项规划 are things.
_SPECIAL = (
    r"专项(?!资金|规划|债券|经费|附加|维修|报告|小组|工作|问题|政策|基金|贷款|扣除|方案|领导|任务|部署|培训|补助|整改|计划|制度|标准|考核|组|行)"
    r"[\u4e00-\u9fff]{2}"
)
_SPECIAL_ACT = re.compile(_SPECIAL + "$")
_OPEN_CLASS = {"制": "mechanism", "专": "campaign"}  # the kind of heads that are not listed, by their first character


def _any_of(kinds: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern of all heads, longest first, of 制, and of 专项 with any act."""
    words = sorted(kinds, key=lambda word: (-len(word), word))
    return re.compile("|".join([*map(re.escape, words), _REGIME, _SPECIAL]))


def _kind(head: str, kinds: Mapping[str, str]) -> str:
    return kinds.get(head) or _OPEN_CLASS[head[0]]


@lru_cache(maxsize=4)
def _more_heads(vocabulary: Vocabulary, more: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {**heads(vocabulary)[1], **dict(more)}
    return _any_of(kinds), kinds


def head_at_end(text: str, vocabulary: Vocabulary) -> str | None:
    """The kind of the head that closes the text, or None."""
    pattern, kinds = heads(vocabulary)
    if text.endswith("制") and pattern.search(text, len(text) - 1):
        return _OPEN_CLASS["制"]
    if special := _SPECIAL_ACT.search(text[-4:]):
        return _kind(special.group(), kinds)
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
    pattern, kinds = heads(vocabulary) if more is None else _more_heads(vocabulary, tuple(more.items()))
    breaker = breaker_pattern()
    best = None
    for match in _all(pattern, masked):
        between = masked[best[0] : match.start()] if best else ""
        if _WITHIN.match(between):
            break
        if breaker.search(between) and not _inside_name(between) and not _next_item(between):
            break
        end = match.end()
        if _AFTER_HEAD.match(masked, end) or breaker.match(masked, end) or verb_pattern().match(masked, end):
            best = (end, _kind(match.group(), kinds))
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
    pattern, kinds = heads(vocabulary)
    match = pattern.match(text)
    if match is None or match.group() in WEAK_HEADS or breaker_pattern().match(text):
        return None
    return None if re.match("成果|成效|案例|经验|标准|指标", text[match.end() :]) else (match.end(), _kind(match.group(), kinds))


def weak_at_end(words: str) -> bool:
    """Whether a head that says too little closes the words."""
    return any(words.endswith(head) for head in WEAK_HEADS)


def head_of(words: str, vocabulary: Vocabulary) -> str:
    """The longest head that closes the words, or ""."""
    pattern, _ = heads(vocabulary)
    last = next((match.group() for match in pattern.finditer(words) if match.end() == len(words)), "")
    if last in WEAK_HEADS:  # 三年|行动计划: the longer head overlaps another in front of it
        return next(match.group() for match in _all(pattern, words) if match.end() == len(words))
    return last
