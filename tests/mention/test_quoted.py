"""Names in quotation marks: which quotations name a programme, and which are figures of speech."""

import pytest
from invented import report_with

from kg.mention.programmes.find import find_programmes
from kg.vocabulary import vocabulary


def names(sentence: str) -> list[str]:
    return [mention.name for mention in find_programmes(report_with(sentence), vocabulary(programmes=False))]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("深化“云窗办”改革。", "“云窗办”改革"),
        ("开展“霜刃护苗”专项行动，整改问题36个。", "“霜刃护苗”专项行动"),
        ("健全“三色预检”机制。", "“三色预检”机制"),
        ("上线“稻香码”应用。", "“稻香码”应用"),
        ("打造“槐荫夜话”普法品牌。", "“槐荫夜话”普法品牌"),
        ("推行“云窗办”，办理事项120件。", "“云窗办”"),
        ("全面推广“云窗办”模式。", "“云窗办”模式"),
        ("“云窗办”入选全省优秀案例。", "“云窗办”"),
    ],
)
def test_a_quotation_that_is_a_name(sentence, name):
    assert name in names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "打通服务群众“最后一公里”。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "抓住领导干部这个“关键少数”。",
        "牵住改革“牛鼻子”。",
        "编制“十四五”规划。",
        "坚持“谁执法谁普法”的原则。",
        "解决“看病难”问题。",
        "全力打造“一带一路”。",
        "当好法治建设“排头兵”。",
        "落实“第一责任人”职责。",
    ],
)
def test_a_figure_of_speech_is_none(sentence):
    assert names(sentence) == []


def test_a_row_of_quotations_gives_a_name_each():
    found = names("推行“云窗办”“霜刃查”“三色检”等机制。")
    assert len(found) == 3
    for core in ("云窗办", "霜刃查", "三色检"):
        assert any(core in name for name in found)


def test_straight_and_mistyped_marks_do_as_well():
    for marks in ('""', "””", "＂＂", "「」"):
        assert names(f"深化{marks[0]}云窗办{marks[1]}改革。") == ["“云窗办”改革"]


def test_a_quotation_over_a_line_end():
    assert names("深化“云窗\n办”改革，优化营商环境。")[:1] in (["“云窗办”改革"], [])
    wrapped = "深化全县范围内行政审批制度的“云窗\n办”改革，优化营商环境。"
    assert "“云窗办”改革" in " ".join(names(wrapped))
