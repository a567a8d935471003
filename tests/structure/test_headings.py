"""Headings: markers in every layout, and what is no heading though it looks like one."""

import time

import pytest
from hypothesis import given, settings
from invented import WILD

from kg.structure.headings import find_headings, numeral


def found(text: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in find_headings(text)]


@pytest.mark.parametrize(
    ("words", "value"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("九十九", 99), ("7", 7)]
)
def test_numerals(words, value):
    assert numeral(words) == value


def test_four_levels_on_lines_of_their_own():
    text = "一、主要成效\n（一）优化营商环境\n1.推行改革\n推进顺利。\n2.开展行动\n"
    text += "（二）规范执法\n二、存在的不足\n一是力量不足。二是机制不畅。\n"
    assert found(text) == [
        (1, "主要成效"),
        (2, "优化营商环境"),
        (3, "推行改革"),
        (3, "开展行动"),
        (2, "规范执法"),
        (1, "存在的不足"),
        (4, "力量不足"),
        (4, "机制不畅"),
    ]


def test_headings_run_into_their_paragraphs():
    text = "一、主要成效。全年稳步推进。（一）优化营商环境。办理120件。（二）规范执法：开展检查。二、存在的不足。"
    assert found(text) == [(1, "主要成效"), (2, "优化营商环境"), (2, "规范执法"), (1, "存在的不足")]


def test_a_text_without_line_breaks_or_end_marks_between_headings():
    assert found("工作有序推进。一、主要成效（一）优化营商环境推行改革。二、存在的不足") == [
        (1, "主要成效"),
        (2, "优化营商环境推行改革"),
        (1, "存在的不足"),
    ]


def test_a_chapter_that_runs_into_its_paragraph_ends_at_the_first_comma():
    text = "工作有序推进。一、主要成效2023年，坚持问题导向，推进改革。"
    assert found(text) == [(1, "主要成效2023年")]


@pytest.mark.parametrize("marker", ["1.", "1、", "（1）"])
def test_arabic_markers(marker):
    second = marker.replace("1", "2")
    text = f"一、主要成效\n{marker}推行改革\n{second}开展行动\n二、打算\n"
    assert found(text) == [(1, "主要成效"), (3, "推行改革"), (3, "开展行动"), (1, "打算")]


@pytest.mark.parametrize("part", ["第一部分 主要成效\n第二部分 打算\n", "第一部分：主要成效\n第二部分：打算\n"])
def test_parts_count_as_chapters(part):
    assert [level for level, _ in found(part)] == [1, 1]
    assert found(part)[1][1] == "打算"


def test_a_short_report_may_begin_with_a_lower_marker():
    assert found("（一）主要成效\n1.推行改革\n（二）存在的不足\n") == [
        (1, "主要成效"),
        (2, "推行改革"),
        (1, "存在的不足"),
    ]
    assert found("1.主要成效\n2.存在的不足\n3.下一步打算\n") == [(1, "主要成效"), (1, "存在的不足"), (1, "下一步打算")]


def test_one_is_alone_no_chapter():
    assert found("推进改革。（一）优化环境。") == [(2, "优化环境")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a number left out, a number twice, and a second report in the same file
        ("一、成效\n二、不足\n四、打算\n", ["成效", "不足", "打算"]),
        ("一、成效\n二、不足\n二、打算\n", ["成效", "不足", "打算"]),
        ("一、成效\n二、打算\n一、成效\n二、打算\n", ["成效", "打算", "成效", "打算"]),
    ],
)
def test_reports_count_wrong_now_and_then(text, expected):
    assert [words for level, words in found(text) if level == 1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "统一、规范执法标准，坚持第一、二、三产业融合。",
        "涉及12.5万件，占3.6%。",
        "十、百、千工程稳步推进。",
        "推进“一、二、三”工程。",
        "落实《意见》（一）款的规定。",
        "形成V1.0版本。",
        "完成八大任务、九项改革。",
    ],
)
def test_what_is_no_heading(text):
    assert not [words for level, words in found(text) if level < 4]


def test_headings_without_numbers():
    text = "主要工作成效\n（一）优化环境。办理120件。\n存在的问题\n力量不足。\n下一步工作打算\n深化改革。\n"
    chapters = [words for level, words in found(text) if level == 1]
    assert chapters == ["存在的问题", "下一步工作打算"] or chapters == ["主要工作成效", "存在的问题", "下一步工作打算"]


def test_a_year_may_open_a_heading_without_a_number():
    assert found("2023年工作回顾\n推进改革。\n2024年工作安排\n深化改革。\n") == [
        (1, "2023年工作回顾"),
        (1, "2024年工作安排"),
    ]


def test_no_headings_at_all():
    assert find_headings("") == []
    assert find_headings("全县推进法治政府建设。\n办理案件120件。\n") == []


@given(WILD)
@settings(max_examples=300, deadline=None)
def test_headings_stand_in_order_and_hold_their_words(text):
    headings = find_headings(text)
    assert [h.start for h in headings] == sorted(h.start for h in headings)
    for heading in headings:
        assert 0 <= heading.start <= heading.end <= len(text)
        assert text[heading.start : heading.end].endswith(heading.text)
        assert "\n" not in heading.text


@pytest.mark.parametrize("unit", ["一、", "（一）", "1.", "一是推进，二是深化，", "下一步工作打算\n", "一、成效\n"])
def test_time_is_linear(unit):
    begun = time.perf_counter()
    find_headings(unit * (300_000 // len(unit)))
    assert time.perf_counter() - begun < 8
