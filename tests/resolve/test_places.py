"""Places resolved: in the context of the report, then nationwide, and never guessed."""

import pytest
from hypothesis import given, settings
from invented import REPORTS, report_of, report_with

from kg.gazetteer import gazetteer
from kg.mention.places import find_places
from kg.resolve.places import candidates, resolve_name, resolve_places

GONGSHU = "杭州市拱墅区2023年法治政府建设年度报告"


def resolved(sentence: str, title: str = GONGSHU) -> tuple[list[str], tuple[str, ...]]:
    """The paths of the places in a sentence, and the names left open."""
    report = report_with(sentence, "一、主要成效", title)
    begin = report.text.index("一、主要成效")
    mentions = [mention for mention in find_places(report, gazetteer()) if mention.start >= begin]
    places, unresolved = resolve_places(mentions, report, gazetteer())
    return [place.path for _, place in places], unresolved


@pytest.mark.parametrize(
    ("sentence", "paths"),
    [
        ("上塘街道推行议事制度。", ["浙江省/杭州市/拱墅区/上塘街道"]),
        ("西湖区推行议事制度。", ["浙江省/杭州市/西湖区"]),  # of several in the country the one beside us
        ("南昌市西湖区推行议事制度。", ["江西省/南昌市", "江西省/南昌市/西湖区"]),
        ("江西省南昌市西湖区推行议事制度。", ["江西省", "江西省/南昌市", "江西省/南昌市/西湖区"]),
        ("霍邱县推行议事制度。", ["安徽省/六安市/霍邱县"]),
        ("杭州率先推行，浙江推广。", ["浙江省/杭州市", "浙江省"]),
        (
            "上塘街道桃源坞社区推行议事制度。",
            ["浙江省/杭州市/拱墅区/上塘街道", "浙江省/杭州市/拱墅区/上塘街道/桃源坞社区"],
        ),
    ],
)
def test_names_in_the_context_of_the_report(sentence, paths):
    assert resolved(sentence) == (paths, ())


def test_a_name_that_several_bear_stays_open_and_is_said():
    paths, unresolved = resolved("鼓楼区推行议事制度。")
    assert paths == []
    assert unresolved == ("鼓楼区",)


def test_a_name_left_open_is_said_once():
    assert resolved("鼓楼区推行议事制度，鼓楼区推广。")[1] == ("鼓楼区",)


def test_a_township_elsewhere_needs_its_county_in_front():
    assert resolved("霍邱县城关镇推行议事制度。")[0][-1] == "安徽省/六安市/霍邱县/城关镇"
    assert resolved("平店乡推行议事制度。") == ([], ())
    assert resolved("商水县平店乡推行议事制度。")[0][-1] == "河南省/周口市/商水县/平店乡"


def test_the_same_words_mean_another_place_in_another_report():
    assert resolved("鼓楼区推行制度。", "南京市2023年法治政府建设年度报告")[0] == ["江苏省/南京市/鼓楼区"]
    assert resolved("鼓楼区推行制度。", "福州市2023年法治政府建设年度报告")[0] == ["福建省/福州市/鼓楼区"]


@pytest.mark.parametrize(("year", "key"), [(2020, "330110"), (2023, "330113")])
def test_a_place_of_its_year(year, key):
    """临平 was founded in 2021; before, the name is open or a town of 余杭."""
    report = report_of(f"杭州市{year}年法治政府建设年度报告\n{year}年，临平区和余杭区推进法治政府建设改革试点。\n")
    keys = {place.key for _, place in resolve_places(find_places(report, gazetteer()), report, gazetteer())[0]}
    assert key in keys


def test_an_autonomous_prefecture_and_its_city():
    title = "恩施土家族苗族自治州2023年法治政府建设年度报告"
    assert resolved("恩施市推行制度。", title)[0] == ["湖北省/恩施土家族苗族自治州/恩施市"]


def test_candidates_prefer_what_is_in_force():
    report = report_of(f"{GONGSHU}\n推进法治政府建设，开展改革试点工作。\n")
    assert [place.key for place in candidates("拱墅区", report, gazetteer())] == ["330105"]
    assert resolve_name("没有这个地方", None, report, gazetteer()) is None


@given(REPORTS)
@settings(max_examples=100, deadline=None)
def test_every_mention_is_resolved_or_left_out(words):
    report = report_of(words)
    mentions = find_places(report, gazetteer())
    places, unresolved = resolve_places(mentions, report, gazetteer())
    assert [m for m, _ in places] == [m for m in mentions if m in {id_ for id_, _ in places}]
    assert len(set(unresolved)) == len(unresolved)
