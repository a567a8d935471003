"""Sentences: the unit of evidence."""

import time

import pytest
from hypothesis import given, settings
from invented import REPORTS, TITLE, report_of, report_with


def sentences(words: str) -> list[str]:
    report = report_with(words)
    at = report.text.index("一、主要举措和成效") + len("一、主要举措和成效")
    return [report.words(sentence) for sentence in report if sentence.start > at]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "推进改革。深化试点！如何办好？开展行动；建立机制。",
            ["推进改革。", "深化试点！", "如何办好？", "开展行动；", "建立机制。"],
        ),
        # brackets, quotations and titles hold sentences together, and a sentence ends with the mark that closes it
        ("推行“一窗；通办”改革。深化试点。", ["推行“一窗；通办”改革。", "深化试点。"]),
        ("群众说：“办得好。”深化试点。", ["群众说：“办得好。”", "深化试点。"]),
        ("印发《甲乙办法。试行》文件。深化试点。", ["印发《甲乙办法。试行》文件。", "深化试点。"]),
        ("推进改革（办理120件；整改36个）。深化试点。", ["推进改革（办理120件；整改36个）。", "深化试点。"]),
        ("推进改革。）深化试点。", ["推进改革。）", "深化试点。"]),
        ("没有句号的一行\n另一行", ["没有句号的一行", "另一行"]),
        ("推进改革。——\n……\n深化试点。", ["推进改革。", "深化试点。"]),
        # one that never closes holds nothing together
        ("推行“一窗通办改革。深化试点。", ["推行“一窗通办改革。", "深化试点。"]),
        ("推进（甲乙改革。\n深化试点）。开展行动。", ["推进（甲乙改革。", "深化试点）。", "开展行动。"]),
    ],
)
def test_where_sentences_end(words, expected):
    assert sentences(words) == expected


def test_a_bracket_open_for_too_long_was_never_closed():
    assert len(sentences("推进（甲乙改革。" + "深化试点工作。" * 40 + "）开展行动。")) > 30


def test_a_text_without_full_stops_is_cut_at_commas():
    """Else each mention in it would carry the whole text as its evidence."""
    words = sentences("推进甲改革，" * 1000)
    assert max(map(len, words)) <= 1000
    assert all(sentence.endswith("，") for sentence in words)
    assert "".join(words) == "推进甲改革，" * 1000
    assert max(map(len, sentences("推进改革" * 1000))) == 1000
    assert sentences("推进甲改革，" * 150 + "。") == ["推进甲改革，" * 150 + "。"]


def test_a_heading_begins_a_sentence():
    assert sentences("推进改革。（一）优化环境\n（二）规范执法") == ["推进改革。", "（一）优化环境", "（二）规范执法"]


def test_title_and_furniture_are_no_sentences():
    report = report_of(f"首页 > 公开\n{TITLE}\n发布日期：2024-01-15\n推进法治政府建设，开展改革试点工作。\n打印 关闭\n")
    assert [report.words(sentence) for sentence in report] == ["推进法治政府建设，开展改革试点工作。"]


@given(REPORTS)
@settings(max_examples=250, deadline=None)
def test_sentences_never_overlap_and_cover_the_body(words):
    report = report_of(words)
    body = report.sections[0].start
    covered = 0
    for index, sentence in enumerate(report):
        assert sentence.index == index
        assert body <= sentence.start < sentence.end <= len(report.text)
        assert covered <= sentence.start
        gap = report.text[max(covered, body) : sentence.start]
        assert not any(char.isalnum() for char in gap)
        assert report.words(sentence) == report.words(sentence).strip()
        section = report.section_of(sentence)
        assert section.start <= sentence.start < section.end
        covered = sentence.end
    assert not any(char.isalnum() for char in report.text[max(covered, body) :])


@given(REPORTS)
@settings(max_examples=150, deadline=None)
def test_source_spans_lead_back_and_do_not_overlap(words):
    report = report_of(words)
    before = 0
    for sentence in report:
        start, end = report.source_span(sentence.start, sentence.end)
        assert before <= start < end <= len(words)
        inner = [words[report.offsets[at]] for at in range(sentence.start, sentence.end)]
        rest = iter(words[start:end])
        assert all(char in rest for char in inner)  # in this order, with nothing but dropped characters between
        assert report.sentence_at(sentence.start) == report.sentence_at(sentence.end - 1) == sentence
        before = end


@pytest.mark.parametrize("unit", ["《", "（", "“", "“甲”", "《〈", "推进（甲。", "。", "甲。”"])
def test_time_is_linear(unit):
    begun = time.perf_counter()
    report_with("推进" + unit * (300_000 // len(unit)))
    assert time.perf_counter() - begun < 6
