"""Programmes resolved: spellings of one name become one, and the place that runs it is told."""

import time

import pytest
from invented import report_with

from kg.gazetteer import gazetteer
from kg.mention.places import find_places
from kg.mention.programmes.find import find_programmes
from kg.resolve.identity import identify, shown
from kg.resolve.places import resolve_places
from kg.resolve.programmes import resolve_programmes
from kg.vocabulary import vocabulary

GONGSHU = "杭州市拱墅区2023年法治政府建设年度报告"
BLANK = vocabulary(programmes=False)


def runs(sentence: str, title: str = GONGSHU) -> list[tuple[str, str | None]]:
    """Label and place of the programmes in a sentence."""
    report = report_with(sentence, "一、主要成效", title)
    places, _ = resolve_places(find_places(report, gazetteer()), report, gazetteer())
    mentions = [m for m in find_programmes(report, BLANK) if m.start >= report.text.index("一、主要成效")]
    return [(p.label, place and place.name) for _, p, place in resolve_programmes(mentions, report, places, BLANK)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“云窗办”改革", "云窗办改革"),
        ("“云窗办”改革", "“云窗办改革”"),
        ("“云窗办”改革工作", "“云窗办”改革"),
        ("全市“霜刃护苗”行动", "“霜刃护苗”行动"),
        ("“三色·预检”机制", "三色预检机制"),
        ("我县“云窗办”改革", "“云窗办”改革"),
        ("“云窗办”", "云窗办"),
        ("“稻香码”应用项目", "“稻香码”应用"),
        ("“霜刃护苗”行动", "“霜刃护苗”"),
        ("“霜刃护苗”专项行动", "“霜刃护苗”行动"),
        ("“云窗办”改革试点", "“云窗办”改革"),
        ("镇（街道）议事改革", "镇街议事改革"),
        ("乡镇(街道)议事改革", "镇、街道议事改革"),
        ("小微食堂提级“一件事”", "小微食堂提级一件事"),
        ("小微食堂提级“一件事”场景", "“小微食堂提级一件事”改革"),
        ("“复议+公证”机制", "“复议+公证”衔接模式"),
        ("“云窗办”普法品牌", "“云窗办”品牌"),
        ("首批茶乡治理试点", "国家茶乡治理试点城市"),
    ],
)
def test_two_spellings_are_one_programme(one, other):
    assert identify(one, "reform", BLANK).key == identify(other, "reform", BLANK).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“云窗办”改革", "“霜刃查”改革"),
        ("乡镇执法专项整治", "乡镇执法专项行动"),
        ("“云窗办”试点", "“云窗办”平台"),
        ("“两清一查”专项整治", "“两清一查”提能工程"),
        ("“稻香码”应用", "“稻香码”"),
        ("街道综合改革", "街道综合行动"),
    ],
)
def test_two_programmes_stay_two(one, other):
    assert identify(one, "reform", BLANK).key != identify(other, "reform", BLANK).key


def test_a_short_name_is_not_eaten_by_its_tail():
    assert shown("云建设") == "云建设"
    assert shown("“云窗办”") == "云窗办"


@pytest.mark.parametrize(
    "name", ["“高效办成一件事”工作机制", "高效办成一件事改革", "“高效办成一件事”重点事项", "“高效办成一件事”服务"]
)
def test_words_of_manner_behind_a_known_name(name):
    assert identify(name, "mechanism", vocabulary()).label == "高效办成一件事"


def test_a_known_name_within_another_thing_is_not_that_thing():
    assert identify("“高效办成一件事”智能审批平台", "platform", vocabulary()).label != "高效办成一件事"


def test_curated_programmes_keep_their_label_and_kind():
    words = vocabulary()
    for concept in words.programmes:
        for alias in (concept.label, *concept.aliases):
            programme = identify(alias, "brand", words)
            assert programme.curated, alias
    one = words.programmes[0]
    assert identify(one.label, "brand", words).label == one.label
    assert not identify(one.label, "brand", BLANK).curated


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("推行“云窗办”改革。", "拱墅区"),
        ("上塘街道推行“云窗办”改革。", "上塘街道"),
        ("上塘街道“云窗办”改革走在前列。", "上塘街道"),
        ("拱墅区推行“云窗办”改革。", "拱墅区"),
        ("学习安吉县经验，推行“云窗办”改革。", "拱墅区"),
        ("杭州市部署安排，区内推行“云窗办”改革。", "拱墅区"),
        ("在上塘街道、小河街道试点“云窗办”改革。", "拱墅区"),
        ("对上塘街道、小河街道开展“云窗办”督察。", "拱墅区"),
        ("上塘街道成立调解室，打造“云窗办”平台。", "上塘街道"),
        ("上塘街道成立调解室，全区推行“云窗办”改革。", "拱墅区"),
        ("获批浙江省云窗政务综合改革试点。", "拱墅区"),
        ("杭州市“云窗办”入选全国案例。", "杭州市"),
    ],
)
def test_whose_programme_it_is(sentence, place):
    assert [name for _, name in runs(sentence)][:1] == [place]


def test_a_sentence_that_has_said_whose_it_is_says_it_once():
    sentence = "上塘街道“云窗办”、小河街道“霜刃查”调处纠纷26件，其中“云窗办”被评为优秀。"
    assert {place for name, place in runs(sentence) if "云窗办" in name} == {"上塘街道"}


def test_a_place_in_front_is_no_part_of_the_name():
    assert runs("推行上塘街道“云窗办”改革。")[0] == ("“云窗办”改革", "上塘街道")


def test_of_places_in_a_chain_the_innermost_runs_it():
    said = "怀化市鹤城区“茶调通”、益阳市赫山区“茶园e站”等6个应用列入全省项目。"
    assert runs(said, "湖南省2023年法治政府建设年度报告") == [("茶调通", "鹤城区"), ("茶园e站", "赫山区")]


def test_time_is_linear_in_places_and_programmes():
    report = report_with("上塘街道推行“云窗办”改革，" * 3000, "一、主要成效", GONGSHU)
    places, _ = resolve_places(find_places(report, gazetteer()), report, gazetteer())
    mentions = find_programmes(report, BLANK)
    begun = time.perf_counter()
    assert len(resolve_programmes(mentions, report, places, BLANK)) == len(mentions) >= 3000
    assert time.perf_counter() - begun < 5
