"""Laws named without 《》: 专题学习行政处罚法, 民法典. Known names, and unknown ones where the context says law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.clauses import mask
from kg.searching import Names
from kg.vocabulary import Vocabulary

# Behind a law's name: not the rest of a longer word (宪法宣誓, 宪法宣传周, 民法典宣传月, 行政处罚法律).
_NOT_AFTER = r"(?!律|规|治|院|庭|学|人|官|定|制|典|宣传[周月日]|宣誓|日|周|月|广场|公园|主题|长廊|晨读|进[万校企农社])"
_FREE = re.compile(_NOT_AFTER)
_WORD = re.compile(
    rf"(?:(?<=学习)|(?<=宣传)|(?<=贯彻)|(?<=落实)|(?<=实施)|(?<=解读)|(?<=修订的)|(?<=颁布的)|(?<=施行的)"
    rf"|(?<=[法典例■]、)|(?<=[法典例■]和)|(?<=[法典例■]及))(?P<name>(?!新修|修订)(?:中华人民共和国)?[\u4e00-\u9fff]{{2,12}}?(?<![考执司普学立守用办方做依违合非讲释说想看书手述懂知护信枉犯民律])法){_NOT_AFTER}"
)
_CONTEXT = re.compile(r"法律法规|等法律|专题学法|学法|讲法|专题讲座|法律知识|普法|新修订的?")


@cache
def _names(vocabulary: Vocabulary) -> Names:
    return Names(vocabulary.laws)


def _known(masked: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Start and end of every name of the vocabulary, of several at one offset the longest."""
    names, past = _names(vocabulary), 0
    for at in names.starts(masked):
        ends = (at + len(name) for name in names.at(masked, at)) if at >= past else ()
        if end := next((end for end in ends if _FREE.match(masked, end)), 0):
            yield at, end
            past = end


def find_laws(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of laws between two offsets, outside quotation marks and brackets."""
    masked = mask(text[start:end])
    if "法" not in masked and "条例" not in masked and "规定" not in masked:
        return
    taken = list(_known(masked, vocabulary))
    for left, right in taken:
        yield start + left, start + right, masked[left:right]
    if not _CONTEXT.search(masked):
        return
    for match in _WORD.finditer(masked):
        if not any(a < match.end("name") and match.start("name") < b for a, b in taken) and "■" not in match["name"]:
            yield start + match.start("name"), start + match.end("name"), match["name"]
