"""Segments: what governs what. The shallow grammar that the rules for programmes stand on.

A sentence falls into clauses at ，：； and at a 、 that a new verb follows (推进甲改革、深化乙行动). A clause falls into
segments: perhaps a subject, then an object behind each governing verb. Everything inside quotation marks, 《》 and
brackets is one opaque thing here: no verb or comma in it governs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.mention.programmes.lexicon import opening_pattern, verb_pattern
from kg.model import Report, Sentence

_OPAQUE = re.compile(r"“[^“”\n]{1,120}?”|《(?:[^《》]|《[^《》]*》){1,120}?》|（[^（）\n]{5,60}?）")
_MASK = "■"
_SPLIT = re.compile(r"[，：；。！？\n]")
_MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、]|（[0-9]{1,2}）"
    r"|[一二三四五六七八九十](?:是|要)|(?:首先|其次)要?)"
)
# Characters; a longer stretch without a comma is no clause (a table, a list of names), and rules look at whole clauses.
_LONGEST_CLAUSE = 600
# A strong verb behind such a character follows a subject (我区推行…, 市司法局构建…).
_SUBJECT_END = re.compile(
    r"(?:[省市区县州盟旗镇乡村局委厅办院府道会部所队站庭]|街道|社区|单位|部门|全[省市区县]|来|年)$"
)
# These verbs, and what ends in one (深入实施), open an object in the middle of a clause whatever stands before them; the others
# may be nouns there.
_ANYWHERE = tuple("""
推进 推动 推行 推广 推出 深化 实施 开展 落实 建立 建成 打造 构建 健全 完善 上线 启动 搭建 出台 制定 印发 首创
迭代 探索 试行 推出 创设 创立 建立健全 健全完善 实行 获批 依托 开设 办起 合建 布设
""".split())
# Behind a verb these make it a noun: 推进会, 落实情况, 实施方案, 推广人员.
_NOMINAL = re.compile(
    r"会(?!议)|情况|方案|办法|细则|意见|纲要|率|力度|主体|对象|单位|机关|人员|者|力|性|型|机制|(?:提升|攻坚|优化|三年)?行动|计划|工程|制度|体系|平台|活动"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a clause: the object of ``verb``, or the subject where ``verb`` is "".

    ``masked`` is the text of the segment with everything in quotation marks and brackets replaced by ■; ``clause`` is
    the span of its clause. All offsets are of the clean text.
    """

    start: int
    end: int
    verb: str
    masked: str
    clause: tuple[int, int]
    sentence: Sentence


def blacked(text: str) -> str:
    """The text with quoted and bracketed stretches made opaque, marks and all, offsets unchanged."""
    return _OPAQUE.sub(lambda match: _MASK * len(match.group()), text)


def _clause_cuts(masked: str) -> list[int]:
    """Offsets at which clauses begin, besides 0."""
    cuts = {match.end() for match in _SPLIT.finditer(masked)}
    cuts |= {match.end() for match in re.finditer("、", masked) if opening_pattern().match(masked, match.end())}
    return sorted(cuts | set(range(_LONGEST_CLAUSE, len(masked), _LONGEST_CLAUSE)))


# 压实|行政应诉责任: no 实行 stands there.
_ACROSS = re.compile("行政(?!务)")


# “甲式”司法所创建，…: a verb with nothing behind it governs nothing.
_NO_OBJECT = re.compile("$|[，。；、！？]")


def _verb(opening: re.Match[str]) -> str:
    return opening["doing"] or opening["verb"]


def _governors(masked: str) -> list[tuple[int, int, str]]:
    """Start, end and word of every governing verb of a clause."""
    found: list[tuple[int, int, str]] = []
    marker = _MARKER.match(masked)
    at = marker.end() if marker else 0
    opening = opening_pattern().match(masked, at)
    if opening:
        found.append((at, opening.end(), _verb(opening)))
        at = opening.end()
    for match in verb_pattern().finditer(masked, at):
        if match.start() < at or _NOMINAL.match(masked, match.end()) or _ACROSS.match(masked, match.end() - 1):
            continue
        if _NO_OBJECT.match(masked, match.end()):
            continue
        if match.group().endswith(_ANYWHERE) or _SUBJECT_END.search(masked, max(0, match.start() - 2), match.start()):
            again = opening_pattern().match(masked, match.start())
            end = again.end() if again else match.end()
            found.append((match.start(), end, _verb(again) if again else match.group()))
            at = end
    return found


def segments(report: Report, sentence: Sentence) -> Iterator[Segment]:
    """The segments of a sentence, from left to right."""
    masked = blacked(report.words(sentence))
    cuts = [0, *_clause_cuts(masked), len(masked)]
    for left, right in pairwise(cuts):
        part = masked[left:right]
        verbs = _governors(part)
        bounds = [(0, "")] + [(end, verb) for _, end, verb in verbs]
        ends = [start for start, _, _ in verbs] + [len(part)]
        marker = _MARKER.match(part)
        first = marker.end() if marker else 0
        span = (sentence.start + left, sentence.start + right)
        for (behind, verb), end in zip(bounds, ends, strict=True):
            begin = max(behind, first)
            if end > begin:
                yield Segment(span[0] + begin, span[0] + end, verb, part[begin:end], span, sentence)
