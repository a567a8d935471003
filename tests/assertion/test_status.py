"""Status and year: the section decides, wording may overrule it."""

import time

import pytest
from invented import report_with

from kg.assertion.status import clause_before, measured_year, status_of, year_of

NAME = "“云窗办”改革"


def status(sentence: str, chapter: str = "一、主要举措和成效") -> tuple[str, int | None]:
    report = report_with(sentence, chapter)
    at = report.text.index(NAME)
    return status_of(report, at, at + len(NAME))


@pytest.mark.parametrize(
    ("chapter", "expected"),
    [
        ("一、主要举措和成效", ("implemented", 2023)),
        ("一、党政主要负责人履行推进法治建设第一责任人职责情况", ("implemented", 2023)),
        ("一、存在的不足", ("problem", 2023)),
        ("一、下一步打算", ("planned", 2024)),
        ("一、2025年工作安排", ("planned", 2025)),
        ("一、2023年工作安排", ("planned", 2024)),  # a year that is over cannot be planned for
    ],
)
def test_the_section_decides(chapter, expected):
    assert status(f"{NAME}有待推进。", chapter) == expected


@pytest.mark.parametrize(
    "words",
    [
        "拟推行",
        "谋划推行",
        "即将推行",
        "将于年底推行",
        "将推进",
        "力争推行",
        "着手推行",
        "计划推行",
        "准备推行",
        "研究提出建立",
    ],
)
def test_what_is_still_to_come_is_planned(words):
    assert status(f"{words}{NAME}。") == ("planned", 2024)


@pytest.mark.parametrize("words", ["拟定方案推行", "将其纳入考核，推行", "深化", "全面推行", "已经推行"])
def test_what_is_done_is_implemented(words):
    assert status(f"{words}{NAME}。") == ("implemented", 2023)


def test_a_future_in_another_clause_says_nothing():
    assert status(f"拟出台办法，推行{NAME}。") == ("implemented", 2023)


def test_a_proposal_is_planned():
    assert status(f"就{NAME}等提出建议。")[0] in ("planned", "implemented")
    assert status(f"提出推行{NAME}等3条建议。") == ("planned", 2024)


@pytest.mark.parametrize("sentence", [f"随着{NAME}的深入推进，基层力量不足。", f"在{NAME}背景下，人员不足。"])
def test_the_background_of_a_problem_is_implemented(sentence):
    assert status(sentence, "一、存在的不足") == ("implemented", 2023)


def test_a_trouble_with_the_thing_itself_is_a_problem():
    assert status(f"{NAME}推进缓慢。", "一、存在的不足") == ("problem", 2023)
    assert status(f"{NAME}实施后，人员未同步到位。", "一、存在的不足") == ("problem", 2023)


def test_a_turn_to_plans_within_problems():
    assert status(f"力量不足。下一步，将推行{NAME}。", "一、存在的问题及打算") == ("planned", 2024)


def test_years_of_other_facts():
    report = report_with("办理案件120件。", "一、2025年工作安排")
    assert year_of(report, report.text.index("120")) == 2025
    report = report_with("办理案件120件。", "一、存在的不足")
    assert year_of(report, report.text.index("120")) == 2023


def test_without_a_year_nothing_is_reckoned():
    report = report_with(f"推行{NAME}。", "一、下一步打算", "霍邱县法治政府建设年度报告")
    assert report.meta.year == 2023  # of the first sentence
    unknown = report_with(f"推行{NAME}。", "一、下一步打算").__class__(
        report.source,
        report.text,
        report.offsets,
        type(report.meta)(report.meta.title, report.meta.place, None, None, None, report.meta.kind),
        report.sections,
        report.sentences,
    )
    at = unknown.text.index(NAME)
    assert status_of(unknown, at, at + len(NAME)) == ("planned", None)


def test_the_clause_before():
    report = report_with(f"推进改革，全县拟推行{NAME}。")
    at = report.text.index(NAME)
    assert clause_before(report, at, report.sentence_at(at).start) == "全县拟推行"


def test_time_is_linear_in_a_sentence_without_end():
    report = report_with(f"推行{NAME}，" * 10_000)
    starts = [at for at in range(len(report.text)) if report.text.startswith(NAME, at)]
    begun = time.perf_counter()
    assert {status_of(report, at, at + len(NAME)) for at in starts} == {("implemented", 2023)}
    assert time.perf_counter() - begun < 4


@pytest.mark.parametrize(
    ("sentence", "chapter", "expected"),
    [
        ("海塘达到99公里。", "一、主要举措和成效", 2023),
        ("海塘达到99公里。", "一、2024年工作安排", 2024),
        ("力争到2030年，海塘达到99公里。", "一、2024年工作安排", 2030),
        ("到2030年要更美，这是后话。海塘达到99公里。", "一、2024年工作安排", 2024),
        ("海塘达到99公里。", "一、“十五五”时期主要目标任务", 2030),
        ("五年来，海塘达到99公里。", "一、“十五五”时期主要目标任务", 2023),
        ("“十五五”时期，海塘达到99公里。", "一、“十五五”时期主要目标任务", 2030),
    ],
)
def test_a_target_is_of_the_year_that_it_is_set_for(sentence, chapter, expected):
    report = report_with(sentence, chapter)
    assert measured_year(report, report.text.index("海塘")) == expected
