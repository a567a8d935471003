"""Which canonical indicator a name means: by its words, not by its spelling.

A name is read as a set of words of ``indicator_words`` and whatever else it holds; two names with the same set mean the
same. 新收复议申请, 收到行政复议申请 and 行政复议案件收案数 are one set, 受理行政复议申请 another. A word that the set of a
concept lacks (区政府负责人出庭率, 五年化解纠纷) keeps a name from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.graph.indicator_words import ACTS, EMPTY, THINGS
from kg.ids import key
from kg.model.concept import IndicatorConcept

_LEVELS = ("", "省", "市", "区", "县", "旗", "州", "自治区", "全国")
_WITH_LEVEL = ("代表建议", "政协提案", "地方性法规", "规章", "规范性文件", "审议")


def _variants() -> dict[str, str]:
    """Each way of writing a word -> the word; of the bodies' papers with the level in front (市人大代表建议)."""
    found: dict[str, str] = {}
    for word, variants in {**ACTS, **THINGS}.items():
        for variant in variants.split():
            for level in _LEVELS if word in _WITH_LEVEL else _LEVELS[:1]:
                found[key(level + variant)] = word
                found[key(variant.replace("人大", level + "人大"))] = word
    return found


_WORDS = _variants()
_EMPTY = frozenset(EMPTY.split())
_TOKEN = re.compile("|".join(re.escape(item) for item in sorted({*_WORDS, *_EMPTY}, key=lambda item: (-len(item), item))))
# A counter at the end of what is no known word: 公证件数, 培训人次, 信访总量.
_COUNTER = re.compile("(?:件数|次数|人数|频次|数量|总数|总量|件次|人次|场次|户次|家次|数|量|次|个)$")
# 市政府收到复议申请, 县司法局审查合同: the report's own bodies act in all its counts.
_OWN = re.compile(
    "^(?:[省市区县州旗]|我|本)(?:人民政府|政府|级|司法局|司法行政机关|法律援助中心|公证处)"
    "(?=(?:新收|收到|受理|审结|办结|办理|承办|审查|审核|出台|制定|提请|备案|办案|法律援助))"
    "|(?:(?<=审查)|(?<=审核)|(?<=清理)|(?<=出台)|(?<=制定))[省市区县州旗](?:政府|本级|级)"
)
_RATE = frozenset(("%", "‰", "个百分点"))
_PEOPLE = frozenset(("人", "名", "位"))
_WEIGHT = frozenset(("吨", "斤", "公斤", "千克"))


def words_of(name: str) -> frozenset[str]:
    """The set of words of a name.

    >>> sorted(words_of("新收行政复议案件")) == sorted(words_of("复议案件收案数"))
    True
    """
    text, found, end = _OWN.sub("", key(name)), set(), 0
    for match in _TOKEN.finditer(text):
        found.add(_COUNTER.sub("", text[end : match.start()]))
        found.add(_WORDS.get(match.group(), ""))
        end = match.end()
    found.add(_COUNTER.sub("", text[end:]))
    return frozenset(found - {""})


def dimension(unit: str) -> str:
    """What kind of unit it is: a rate, money, people, occasions (of people or things), weight, a ratio or things."""
    if unit in _RATE:
        return "rate"
    if unit in _WEIGHT:
        return "weight"
    if unit.endswith("元"):
        return "money"
    if unit.endswith("次"):
        return "occasions"
    return "people" if unit in _PEOPLE else "ratio" if unit == ":1" else "things"


def _fits(unit: str, usual: str) -> bool:
    """Whether a value in ``unit`` can be of a concept with the ``usual`` unit: 人次 fits both people and things."""
    kinds = {dimension(unit), dimension(usual)}
    return len(kinds) == 1 or ("occasions" in kinds and bool(kinds & {"people", "things"}))


class CanonicalIndicators:
    """The indicators of the vocabulary, found by name and unit."""

    def __init__(self, concepts: Iterable[IndicatorConcept]) -> None:
        self._by_words: dict[frozenset[str], list[IndicatorConcept]] = {}
        for concept in concepts:
            for name in (concept.label, *concept.aliases):
                same = self._by_words.setdefault(words_of(name), [])
                if concept not in same:
                    same.append(concept)

    def find(self, name: str, unit: str) -> IndicatorConcept | None:
        """The concept that a name with its unit means, or None. Words alone may mean two (人 and 件 of 法律援助)."""
        fitting = [concept for concept in self._by_words.get(words_of(name), ()) if _fits(unit, concept.unit)]
        exact = [concept for concept in fitting if dimension(concept.unit) == dimension(unit)]
        return next(iter(exact or fitting), None)
