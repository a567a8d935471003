"""Programmes: by grammar without a vocabulary, by alias with one, and again where the report repeats them."""

import time

import pytest
from hypothesis import given, settings
from invented import REPORTS, TITLE, report_of, report_with

from kg.mention.programmes.find import find_programmes
from kg.mention.spans import Taken
from kg.model import Mention, ProgrammeMention, Report
from kg.vocabulary import vocabulary

BLANK = vocabulary(programmes=False)


def found(report: Report, *taken: Mention) -> tuple[ProgrammeMention, ...]:
    return find_programmes(report, BLANK, taken)


def names(sentence: str) -> list[str]:
    return [mention.name for mention in found(report_with(sentence))]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("推进乡镇法治化综合改革。", "乡镇法治化综合改革"),
        ("全县深入开展涉企执法突出问题专项整治，整改36个。", "涉企执法突出问题专项整治"),
        ("建立行政复议案件繁简分流机制。", "行政复议案件繁简分流机制"),
        ("实施乡村法律明白人培养工程。", "乡村法律明白人培养工程"),
        # A list goes on behind a head, whatever nouns stand within its items.
        ("实施灌区品质提升工程和茶园服务质量提升行动，有序推动。", "茶园服务质量提升行动"),
        ("开展“护苗春风”专项行动和茶市秩序专项整治。", "茶市秩序专项整治"),
        # A verb with its adverb opens an object behind a subject, too; two words are enough before a head that is a deed.
        ("我县将深入实施法治政府建设提升工程，重点做好以下工作。", "法治政府建设提升工程"),
        ("推行重大行政决策全生命周期管理。", "重大行政决策全生命周期管理"),
        ("建立茶检联动、茶警联动机制。", "茶检联动"),
        ("完成现行有效的76件茶业文件专项清理。", "茶业文件专项清理"),
        ("推进茶山安全“百日攻坚”、茶车隐患全链条整治和茶房消防专项整治，整改36处。", "茶房消防专项整治"),
        # Behind a verb of execution a verb begins the name.
        ("开展规范茶市收费专项行动。", "规范茶市收费专项行动"),
        ("深化乡镇治理改革攻坚，茶农帮扶深化提升行动顺利收官。", "茶农帮扶深化提升行动"),
        # What is put together with 与 is one; what a list counts is left out; steps in a row are one.
        ("健全茶市监管与信访、调解衔接机制。", "茶市监管与信访、调解衔接机制"),
        ("建立顾问、律师、专家三方会审机制。", "三方会审机制"),
        ("完善分级负责、精准滴灌、限时办结、跟踪问效帮扶机制。", "分级负责、精准滴灌、限时办结、跟踪问效帮扶机制"),
        ("构建市县乡三级执法监督体系。", "市县乡三级执法监督体系"),
        ("建立府院联动机制。", "府院联动机制"),
        ("推行茶农首席代办制。", "茶农首席代办制"),
        ("茶叶质量信用综合改革试点获批。", "茶叶质量信用综合改革试点"),
        ("以茶乡法治化综合改革为抓手，规范执法。", "茶乡法治化综合改革"),
        ("推进县域茶业综合改革。", "县域茶业综合改革"),
        ("围绕年度任务，组织开展十项暖茶行动。", "十项暖茶行动"),
    ],
)
def test_plain_names(sentence, name):
    assert name in names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "推进法治政府建设。",
        "健全工作机制。",
        "完善各项制度。",
        "建立健全长效机制。",
        "深化改革。",
        "加强行政执法监督。",
        "召开工作推进会。",
        "印发实施方案。",
        "开展普法宣传。",
        "推动各项工作落地见效。",
        # Goals and classes of things.
        "加快构建现代茶业产业体系。",
        "打造高能级科创平台。",
        "建设稻米加工产业基地。",
        "推动成果转化应用。",
        "探索茶业发展新模式。",
        # Events and works.
        "举办茶乡马拉松、采茶大会等活动。",
        "开工建设茶乡高速、云溪水库等工程。",
        "推进云溪至茶乡铁路改造工程。",
        # A verb that only seems to stand there, a verb that governs the head.
        "压实行政应诉责任。",
        "以开放促改革。",
        "实现法律服务全覆盖。",
    ],
)
def test_bare_areas_of_work_are_none(sentence):
    assert names(sentence) == []


def test_a_mention_stands_where_its_name_stands():
    report = report_with("深化“云窗办”改革，推进乡镇法治化综合改革。")
    for mention in found(report):
        assert report.words(mention) == mention.name


def test_a_name_is_found_again_where_grammar_would_not_see_it():
    report = report_with("推行“云窗办”改革。群众对“云窗办”十分满意。")
    assert [mention.rule for mention in found(report)][-1] == "repeated"
    assert len(found(report)) == 2


def test_what_is_taken_is_left_alone():
    report = report_with("推行“云窗办”改革。")
    at = report.text.index("“云窗办”")
    assert found(report, Mention(at, at + 5, "“云窗办”", "document")) == ()


def test_a_set_named_by_its_number():
    assert "八大专项行动" in names("组织八大专项行动取得实效。")


def test_curated_names_are_found_whatever_marks_they_carry():
    words = vocabulary()
    label = next(p.label for p in words.programmes if p.key == "大综合一体化行政执法改革")
    bare = label.replace("“", "").replace("”", "")
    for spelling in (bare, f"“{bare[:6]}”{bare[6:]}", f"“{bare}”"):
        report = report_with(f"{spelling}走在前列。")
        assert [mention.rule for mention in find_programmes(report, words)] != []


def test_an_alias_at_the_very_end_of_a_text():
    """A longer alias that begins like it must not be looked for beyond the end."""
    for concept in vocabulary().programmes:
        for alias in (concept.label, *concept.aliases):
            report = report_of(f"霍邱县2023年法治政府建设年度报告\n全县推进各项改革试点工作。\n持续推进{alias}")
            assert all(mention.end <= len(report.text) for mention in find_programmes(report, vocabulary()))


def test_a_report_without_a_sentence_has_none():
    report = report_of("霍邱县2023年法治政府建设年度报告\n")
    assert found(report) == ()


@given(REPORTS)
@settings(max_examples=200, deadline=None)
def test_mentions_are_in_order_and_in_the_body(words):
    report = report_of(words)
    mentions = find_programmes(report, vocabulary())
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    for mention in mentions:
        assert report.sections[0].start <= mention.start < mention.end <= len(report.text)
        assert mention.name
        assert mention.kind in vocabulary().notations("programme-kind")


LETTERS = "甲乙丙丁戊己庚辛壬癸"


@pytest.mark.parametrize(
    "unit",
    [
        "推进街道法治化综合改革",
        "推进街道法治化综合改革，",
        "推行“云窗办”改革，",
        "推行“云窗办改革",
        "“云窗办”",
        "“云窗办”、",
        "八大",
        "改革试点行动",
        "甲机制和",
        "（推进",
        "推进云窗办机制、",
    ],
)
def test_time_is_linear(unit):
    report = report_with("推进" + unit * (60_000 // len(unit)))
    begun = time.perf_counter()
    found(report)
    assert time.perf_counter() - begun < 12


def test_time_is_linear_in_the_number_of_names():
    some = [f"推行“{a}{b}{c}{d}”改革。" for a in LETTERS for b in LETTERS for c in LETTERS for d in LETTERS[:5]]
    report = report_with("".join(some))
    begun = time.perf_counter()
    assert len(found(report)) == len(some)
    assert time.perf_counter() - begun < 10


def test_taken_stretches():
    taken = Taken(10, [(2, 4)])
    assert [taken.overlaps(at, at + 1) for at in range(6)] == [False, False, True, True, False, False]
    copy = taken.copy()
    copy.add(8, 99)
    assert copy.overlaps(0, 10)
    assert copy.overlaps(9, 10)
    assert not taken.overlaps(4, 10)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("发布轻微违法“首违不罚”清单，办理36件。", ["首违不罚"]), ("印发《“首违不罚”清单》，办理36件。", [])],
)
def test_a_list_of_cases_tells_of_the_practice_that_names_it(sentence, expected):
    report = report_with(sentence)
    start = report.text.index(sentence)
    listed = Mention(start + 2, start + sentence.index("，"), sentence[2 : sentence.index("，")], "phrase-make")
    mentions = find_programmes(report, vocabulary(), [listed])
    assert [mention.name for mention in mentions if mention.start >= start] == expected


def test_the_heading_of_a_chapter_names_an_area_of_work():
    lines = ["一、主要成效", "（一）健全茶市纠纷调处机制。", "建立茶农评价监督机制。"]
    lines += ["（二）推进茶市监管改革试点。", "办结36件。"]
    mentions = found(report_of("\n".join([TITLE, *lines])))
    assert [mention.name for mention in mentions] == ["茶农评价监督机制", "茶市监管改革试点"]
