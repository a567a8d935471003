"""Places in a text: full names, short names where they are safe, villages by shape; and words that only look so."""

import time

import pytest
from hypothesis import given, settings
from invented import REPORTS, report_of, report_with

from kg.gazetteer import gazetteer
from kg.mention.places import find_places
from kg.model import Mention

GONGSHU = "杭州市拱墅区2023年法治政府建设年度报告"


def names(sentence: str, title: str = GONGSHU) -> list[str]:
    report = report_with(sentence, "一、主要成效", title)
    begin = report.text.index("一、主要成效")
    return [mention.name for mention in find_places(report, gazetteer()) if mention.start >= begin]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("杭州市拱墅区推进改革试点。", ["杭州市", "拱墅区"]),
        ("上塘街道和小河街道推行“红茶议事会”。", ["上塘街道", "小河街道"]),
        ("赴安徽省六安市霍山县学习交流。", ["安徽省", "六安市", "霍山县"]),
        ("与恩施土家族苗族自治州、阿拉善左旗结对帮扶。", ["恩施土家族苗族自治州", "阿拉善左旗"]),
        ("在浙江率先开展试点，杭州全面推开。", ["浙江", "杭州"]),
        ("上塘街道蔡马社区建成法治驿站。", ["上塘街道", "蔡马社区"]),
        ("新疆、西藏、内蒙古三地协作执法。", ["新疆", "西藏", "内蒙古"]),
        ("与宁波、湖州等五市签署协议。", ["宁波", "湖州"]),
        ("霍山县落儿村建成法治驿站。", ["霍山县", "落儿村"]),
        ("上塘、小河等3个街道设立说理角。", ["上塘街道", "小河街道"]),
        ("上塘街道落儿居民区建成法治驿站。", ["上塘街道", "落儿居民区"]),
        ("县司法局在霍山县落儿村设点。", ["霍山县", "落儿村"]),
        ("霍山县诸佛庵镇余村生态法治公园开园。", ["霍山县", "诸佛庵镇", "余村"]),
    ],
)
def test_names(sentence, expected):
    assert names(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "各县区统筹推进，全市区联动。",
        "主城区全面覆盖，老城区改造提升。",
        "推进示范县创建，适应城市发展。",
        "市场主体满意，区域协同发展。",
        "本级和县委同步推进。",
        "深化农村社区治理，打造智慧社区。",
        "全省各地推进改革，浙江大学参与评估。",
        "杭州银行参与试点，杭州湾协同。",
    ],
)
def test_words_that_only_look_like_places(sentence):
    assert [name for name in names(sentence) if name not in ("浙江", "杭州")] == []


def test_short_names_of_banks_and_papers_do_not_count():
    assert names("杭州银行和浙江大学参与试点工作。") == []


def test_short_names_of_other_prefectures_do_not_count():
    """朝阳, 宝山 and the like are common words: only what lies above or in the report's place is safe."""
    assert names("迎着朝阳推进改革试点工作。") == []


def test_short_names_do_not_count_in_what_is_taken():
    report = report_with("落实《杭州条例》，推进改革。", title=GONGSHU)
    at = report.text.index("《杭州条例》")
    assert "杭州" in [m.name for m in find_places(report, gazetteer())]
    assert "杭州" not in [m.name for m in find_places(report, gazetteer(), [Mention(at, at + 6, "x", "document")])]


def test_a_report_without_a_sentence_names_none():
    assert find_places(report_of(f"{GONGSHU}\n"), gazetteer()) == ()


@given(REPORTS)
@settings(max_examples=150, deadline=None)
def test_mentions_are_in_order_and_say_what_stands_there(words):
    report = report_of(words)
    mentions = find_places(report, gazetteer())
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    for mention in mentions:
        assert report.words(mention) == mention.name


@pytest.mark.parametrize("unit", ["浙江省杭州市拱墅区", "浙江杭州拱墅", "上塘街道甲乙社区", "街道", "市区县", "朝阳"])
def test_time_is_linear(unit):
    report = report_with(unit * (100_000 // len(unit)), title=GONGSHU)
    begun = time.perf_counter()
    find_places(report, gazetteer())
    assert time.perf_counter() - begun < 8
