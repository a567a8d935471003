"""Titles: on one line, over several, with furniture around them, or not there."""

import pytest
from hypothesis import given, settings
from invented import BODY, LEAD, WILD, report_of, text_of

from kg.errors import InputError
from kg.structure.title import body_start, find_title

TITLES = [
    "霍邱县2023年法治政府建设年度报告",
    "关于霍邱县2023年度法治政府建设情况的报告",
    "中共霍邱县委霍邱县人民政府关于2023年度法治政府建设情况的报告",
    "霍邱县司法局2023年度法治政府建设工作总结",
    "鄂伦春自治旗二〇二三年度法治政府建设情况报告",
    "霍邱县二○二三年依法行政工作报告",
    "新疆生产建设兵团第八师石河子市2023年法治政府建设工作情况报告",
    "2023年阿拉善左旗法治政府建设年度报告",
    "2023年度法治霍邱建设工作总结",
]


def title_of(words: str) -> str | None:
    title = find_title(text_of(words).text)
    return title.text if title else None


def first_sentence(words: str) -> str:
    report = report_of(words)
    return report.words(report.sentences[0])


@pytest.mark.parametrize("title", TITLES)
def test_a_title_on_a_line_of_its_own(title):
    words = f"{title}\n{BODY}"
    assert title_of(words) == title
    assert first_sentence(words) == LEAD.split("。")[0] + "。"


@pytest.mark.parametrize("title", TITLES)
def test_a_text_on_one_line(title):
    words = (title + BODY).replace("\n", "")
    assert title_of(words) == title
    assert first_sentence(words) == LEAD.split("。")[0] + "。"


@pytest.mark.parametrize(
    "lines",
    [
        "霍邱县2023年法治政府建设\n年度报告",
        "霍邱县2023年\n法治政府建设年度报告",
        "霍邱县\n2023年法治政府建设\n年度报告",
        "霍邱县\n2023年\n法治政府建设\n年度报告",
        "霍邱县\n\n　　2023年法治政府建设年度报告",
        "霍邱县2023年法治政府建设年度报 告",
        "霍邱县2023年法治政府建设年度\n报\n告",
    ],
)
def test_a_title_over_several_lines(lines):
    words = f"{lines}\n{BODY}"
    assert title_of(words) == "霍邱县2023年法治政府建设年度报告"
    assert first_sentence(words) == LEAD.split("。")[0] + "。"


def test_whose_report_it_is_stands_above():
    assert title_of(f"霍邱县人民政府\n关于2023年度法治政府建设情况的报告\n{BODY}") == (
        "霍邱县人民政府关于2023年度法治政府建设情况的报告"
    )
    assert (
        title_of(f"发布机构：霍邱县司法局\n2023年度法治政府建设情况的报告\n{BODY}") == "2023年度法治政府建设情况的报告"
    )
    assert (
        title_of(f"发布机构：\n霍邱县司法局\n2023年度法治政府建设情况的报告\n{BODY}")
        == "2023年度法治政府建设情况的报告"
    )
    assert title_of(f"霍邱县司法局\n寿县2023年度法治政府建设情况的报告\n{BODY}") == "寿县2023年度法治政府建设情况的报告"


@pytest.mark.parametrize(
    "before",
    [
        "首页 > 政务公开 > 法治政府建设年度报告\n",
        "索引号：0034/2024-0001\n主题分类：司法\n发文日期：2024年01月15日\n发布机构：霍邱县司法局\n有效性：有效\n",
        "信息分类：法治政府建设年度报告\n",
        "法治政府建设年度报告\n",
        "打印 收藏 字号：[大 中 小]\n",
        "标题：",
        "索引号\t11341522/2024-00012\t组配分类\t法治政府建设年度报告\n",
        "# ",
    ],
)
def test_what_stands_before_a_title_is_not_part_of_it(before):
    words = f"{before}{TITLES[0]}\n{BODY}"
    assert title_of(words) == TITLES[0]
    assert first_sentence(words) == LEAD.split("。")[0] + "。"


@pytest.mark.parametrize(
    "after",
    [
        "（2024年1月15日）\n",
        "2024-01-15\n",
        "发布时间：2024-01-15 来源：霍邱县司法局 浏览次数：12\n",
        "霍邱县人民政府\n二〇二四年一月十五日\n",
        "（公示稿）\n",
    ],
)
def test_what_stands_between_title_and_body_is_no_sentence(after):
    assert first_sentence(f"{TITLES[0]}\n{after}{BODY}") == LEAD.split("。")[0] + "。"


@pytest.mark.parametrize(
    "prose",
    [
        LEAD,
        "根据《霍邱县2022年法治政府建设年度报告》要求，推进改革试点工作。",
        "现将2023年法治政府建设工作情况报告如下：",
        "会议听取法治政府建设情况报告。",
    ],
)
def test_a_sentence_that_speaks_of_reports_is_no_title(prose):
    assert title_of(f"{prose}\n一、主要成效\n推进法治政府建设，开展改革试点。\n") is None


def test_without_a_title_the_body_begins_at_the_first_sentence():
    text = text_of(f"首页\n信息公开\n{BODY}").text
    assert find_title(text) is None
    assert text[body_start(text, None) :].startswith(LEAD)


def test_a_text_on_another_matter_is_no_report():
    with pytest.raises(InputError) as raised:
        report_of("本周天气晴好，适宜郊游。\n请带足饮水。\n")
    assert raised.value.code == "not-a-report"
    assert raised.value.where == "x.txt"


def test_a_remainder_of_the_title_line_that_stands_earlier_too():
    """The body begins behind the title, not where its first words stand by chance before."""
    words = "2023年，全县推进改革。\n" * 2 + f"{TITLES[0]}2023年，全县推进改革。" + "深化试点工作。" * 80
    report = report_of(words)
    assert report.meta.title == TITLES[0]
    assert report.sentences[0].start >= report.text.index(TITLES[0]) + len(TITLES[0])


@given(WILD)
@settings(max_examples=400, deadline=None)
def test_no_text_breaks_the_search(words):
    text = text_of(words).text
    title = find_title(text)
    assert 0 <= body_start(text, title) <= len(text)
    if title:
        assert 0 <= title.start <= title.body <= len(text)
