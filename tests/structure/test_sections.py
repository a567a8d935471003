"""Sections: the role and the year that headings and turns of speech give to a stretch of text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from invented import LEAD, REPORTS, TITLE, chapters, report_of, report_with, role_at, section_at

from kg.structure.sections import heading_year, role_of
from kg.vocabulary import vocabulary

HEADINGS = {
    "achievement": [
        "主要举措和成效",
        "2023年法治政府建设工作情况",
        "工作开展情况",
        "坚持问题导向，推进重点任务落实情况",
        "主要做法及成效",
        "重点任务完成情况",
        "突出问题整治成效",
        "工作总结",
    ],
    "problem": [
        "存在的不足和原因",
        "存在的问题",
        "存在问题及原因分析",
        "工作中的困难和薄弱环节",
        "存在的短板",
        "主要问题与下一步打算",
    ],
    "plan": [
        "下一步工作打算",
        "2024年工作安排",
        "下步工作计划",
        "下一年度主要安排",
        "2024年推进法治政府建设的思路",
        "今后努力方向",
        "改进措施",
    ],
    "duty": [
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
        "第一责任人职责履行情况",
    ],
}


@pytest.mark.parametrize(("role", "heading"), [(role, words) for role, all_ in HEADINGS.items() for words in all_])
def test_headings_tell_the_role(role, heading):
    assert role_of(heading, vocabulary()) == role


def test_a_heading_may_tell_nothing():
    assert role_of("依法全面履行政府职能", vocabulary()) is None


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2024年工作安排", 2024),
        ("二〇二四年工作安排", 2024),
        ("2023年工作回顾和2024年安排", 2024),
        ("下一步打算", None),
    ],
)
def test_years_of_headings(heading, year):
    assert heading_year(heading) == year


def test_the_usual_report():
    report = report_of(
        f"{TITLE}\n{LEAD}\n一、主要举措和成效\n（一）优化环境。推行改革。\n二、存在的不足\n力量不足。\n"
        "三、党政主要负责人履行推进法治建设第一责任人职责情况\n专题学法4次。\n四、2024年工作安排\n深化试点。\n"
    )
    assert [(role, year) for _, role, year in chapters(report)] == [
        ("achievement", None),
        ("problem", None),
        ("duty", None),
        ("plan", 2024),
    ]
    assert report.sections[0].role == "lead"
    assert role_at(report, "推行改革") == "achievement"
    assert role_at(report, "现将有关情况") == "lead"


def test_a_mixed_chapter_turns_to_plans():
    report = report_with("队伍力量薄弱。下一步，将深化执法改革。", "一、存在问题及下一步打算")
    assert (role_at(report, "力量薄弱"), role_at(report, "深化执法")) == ("problem", "plan")


def test_a_mixed_chapter_with_headings():
    report = report_with(
        "（一）存在的问题\n队伍力量薄弱。\n（二）下一步打算\n深化执法改革。", "一、存在问题及下一步打算"
    )
    assert (role_at(report, "力量薄弱"), role_at(report, "深化执法")) == ("problem", "plan")


@pytest.mark.parametrize(
    "turn",
    [
        "下一步，",
        "下步，",
        "下一阶段，",
        "今后，",
        "接下来，",
        "2024年，我县将",
        "2024年，全县将",
        "针对上述问题，我局将",
        "在今后的工作中，",
    ],
)
def test_turns_of_speech_open_a_plan(turn):
    report = report_with(f"队伍力量薄弱。{turn}深化执法改革。", "一、存在的不足")
    assert (role_at(report, "力量薄弱"), role_at(report, "深化执法")) == ("problem", "plan")


def test_a_turn_that_names_a_year_has_it():
    report = report_with("队伍力量薄弱。2026年，我县将深化执法改革。", "一、存在的不足")
    assert section_at(report, "深化执法").year == 2026


def test_problems_close_a_passage_of_achievements():
    words = "推进执法改革试点，办理案件120件。" * 12 + "在看到成绩的同时，我们也清醒地认识到，队伍力量仍显薄弱。"
    report = report_with(words)
    assert role_at(report, "仍显薄弱") == "problem"
    assert role_at(report, "推进执法改革") == "achievement"


def test_a_turn_before_the_problems_does_not_make_sections_overlap():
    words = "推进改革试点工作。" * 30 + "下一步，将深化改革。" + "继续开展工作。" * 10 + "同时，还存在力量不足等困难。"
    report = report_with(words)
    assert all(a.end <= b.start for a, b in pairwise(report.sections))


def test_a_paragraph_heading_below_a_plan_stays_a_plan():
    report = report_with("（一）聚焦突出问题\n深化改革。\n（二）总结工作成效\n打造品牌。", "一、2024年工作安排")
    assert (role_at(report, "深化改革"), role_at(report, "打造品牌")) == ("plan", "plan")
    assert section_at(report, "打造品牌").year == 2024


def test_a_paragraph_heading_on_problems_below_achievements():
    report = report_with("（一）聚焦突出问题开展整治\n深化改革。\n（二）存在的不足\n力量薄弱。", "一、2023年工作情况")
    assert (role_at(report, "深化改革"), role_at(report, "力量薄弱")) == ("achievement", "problem")


def test_next_years_main_work_is_a_plan():
    report = report_of(f"{TITLE}\n{LEAD}\n一、2023年主要工作\n推行改革。\n二、2024年重点工作\n深化试点。\n")
    assert [role for _, role, _ in chapters(report)] == ["achievement", "plan"]


def test_a_report_without_any_heading():
    report = report_of(f"{TITLE}\n{LEAD}\n推行“一窗通办”改革。\n")
    assert [section.role for section in report.sections] == ["lead"]
    assert report.sentences


@given(REPORTS)
@settings(max_examples=150, deadline=None)
def test_sections_follow_one_another_and_nest(words):
    report = report_of(words)
    sections = report.sections
    assert [section.index for section in sections] == list(range(len(sections)))
    assert all(a.end == b.start for a, b in pairwise(sections))
    assert sections[-1].end == len(report.text)
    for section in sections:
        assert section.role in vocabulary().notations("role")
        assert section.parent is None or section.parent < section.index


@pytest.mark.parametrize(
    "unit", ["一、存在的问题\n", "下一步，推进。", "下一步工作打算\n推进。\n", "存在问题，", "（一）推进。"]
)
def test_time_is_linear(unit):
    begun = time.perf_counter()
    report_with(unit * (200_000 // len(unit)))
    assert time.perf_counter() - begun < 10


def test_problems_of_a_government_work_report_have_no_heading():
    body = (
        "一、2023年工作回顾\n建成学校3所。推行“云窗办”改革。\n"
        "肯定成绩的同时，我们也清醒认识到，山里的难处还不少，主要是茶市偏冷。\n二、2024年工作安排\n建设学校。\n"
    )
    report = report_of(f"2024年霍邱县政府工作报告\n现在，我代表县人民政府向大会报告工作，请予审议。\n{body}")
    assert role_at(report, "茶市偏冷") == "problem"
    assert role_at(report, "云窗办") == "achievement"


def test_a_list_of_problems_belongs_to_the_passage_that_opens_it():
    report = report_with("推行“云窗办”改革。\n成绩来之不易，问题也不容忽视。一是茶市偏冷。二是茶路偏窄。")
    assert role_at(report, "茶市偏冷") == role_at(report, "茶路偏窄") == "problem"


def test_a_plan_may_look_back_on_the_five_years_before():
    body = (
        "一、2025年工作回顾\n建成学校3所。\n二、“十五五”时期主要目标\n“十四五”时期，全县建成“云窗办”平台，茶农增收。\n"
        "“十五五”时期，要推进“霜刃查”改革。\n"
    )
    report = report_of(f"2026年霍邱县政府工作报告\n现在，我代表县人民政府向大会报告工作，请予审议。\n{body}")
    assert role_at(report, "云窗办") == "achievement"
    assert role_at(report, "霜刃查") == "plan"


def test_a_glossary_is_no_part_of_the_body():
    report = report_with("推行“云窗办”改革。\n二、下一步打算\n深化“霜刃查”改革。\n名词解释\n1.“云窗办”：指在云上开设窗口。")
    assert "云上开设" not in report.text
    assert role_at(report, "霜刃查") == "plan"
