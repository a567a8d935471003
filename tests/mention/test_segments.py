"""Segments: which verb governs what, and that quotations and brackets are opaque."""

import re
import time

import pytest
from hypothesis import given, settings
from invented import REPORTS, report_of, report_with

from kg.mention.programmes.lexicon import ADVERBS, STRONG_VERBS, WEAK_VERBS, opening_pattern
from kg.mention.programmes.segments import Segment, blacked, segments


def pieces(words: str) -> list[tuple[str, str]]:
    """Verb and object of the segments of one sentence."""
    report = report_with(words)
    sentence = report.sentence_at(report.text.index(words))
    return [(segment.verb, report.text[segment.start : segment.end]) for segment in segments(report, sentence)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("推进街道综合改革。", [("推进", "街道综合改革。")]),
        ("全面深入推进了街道综合改革。", [("推进", "街道综合改革。")]),
        ("我县持续深化“甲乙”改革。", [("", "我县"), ("深化", "“甲乙”改革。")]),
        ("推进甲乙改革、深化丙丁行动。", [("推进", "甲乙改革、"), ("深化", "丙丁行动。")]),
        ("推进甲乙改革，建立丙丁机制。", [("推进", "甲乙改革，"), ("建立", "丙丁机制。")]),
        ("（一）推进甲乙改革。", [("推进", "甲乙改革。")]),
        ("一是建立丙丁机制。", [("建立", "丙丁机制。")]),
        ("建立健全丙丁机制。", [("建立健全", "丙丁机制。")]),
        ("甲乙推进会部署工作。", [("", "甲乙推进会"), ("部署", "工作。")]),
    ],
)
def test_verbs_and_their_objects(words, expected):
    assert pieces(words) == expected


@pytest.mark.parametrize(
    "words", ["推进“深化甲，建立乙”改革。", "落实《推进甲、深化乙办法》。", "开展行动（推进甲，深化乙）。"]
)
def test_what_stands_in_marks_governs_nothing(words):
    assert len(pieces(words)) == 1


def test_blacked_keeps_offsets():
    words = "推进“甲，乙”改革，落实《丙《丁》办法》。"
    assert blacked(words) == "推进■■■■■改革，落实■■■■■■■■。"
    assert blacked("推进“甲乙改革，落实《丙。") == "推进“甲乙改革，落实《丙。"


@given(REPORTS)
@settings(max_examples=150, deadline=None)
def test_segments_lie_in_their_sentence_and_do_not_overlap(words):
    report = report_of(words)
    for sentence in report:
        at = sentence.start
        for segment in segments(report, sentence):
            assert isinstance(segment, Segment)
            assert at <= segment.start < segment.end <= sentence.end
            assert len(segment.masked) == segment.end - segment.start
            assert segment.clause[0] <= segment.start
            assert segment.end <= segment.clause[1]
            at = segment.end


def test_no_adverb_is_made_of_others():
    """扎实有序 beside 扎实 and 有序 let the pattern read a row of them in exponentially many ways."""
    for word in ADVERBS:
        others = "|".join(re.escape(other) for other in ADVERBS if other != word)
        assert not re.fullmatch(f"(?:{others})+", word), word


@pytest.mark.parametrize("words", [STRONG_VERBS, WEAK_VERBS, ADVERBS])
def test_word_lists_hold_each_word_once_and_no_mark(words):
    assert all(re.fullmatch("[\u4e00-\u9fff]{1,6}", word) for word in words)


@pytest.mark.parametrize(
    "unit", ["扎实有序", "全面深入", "首创", "迭代创新", "高效能", "已经", "推进", "推进甲", "改革", "“甲”", "甲、"]
)
def test_time_is_linear(unit):
    report = report_with(unit * (100_000 // len(unit)) + "的")
    begun = time.perf_counter()
    assert sum(1 for sentence in report for _ in segments(report, sentence))
    assert time.perf_counter() - begun < 6


def test_the_opening_of_a_clause():
    match = opening_pattern().match("进一步全面推进街道改革")
    assert match is not None
    assert (match.group(), match.group("verb")) == ("进一步全面推进", "推进")
