"""Cleaning: one spelling, no furniture, no second copy, whole lines; and every character knows where it came from."""

import time

import pytest
from hypothesis import given, settings
from invented import BODY, LEAD, TITLE, WILD, text_of

from kg.model import Text


def cleaned(words: str) -> str:
    return text_of(words).text


def origin(text: Text, words: str) -> str:
    """What stands in the source where some clean words come from."""
    at = text.text.index(words)
    return text.source.text[text.offsets[at] : text.offsets[at + len(words) - 1] + 1]


# --- offsets ----------------------------------------------------------------------------------------------------------


@given(WILD)
@settings(max_examples=400, deadline=None)
def test_offsets_rise_and_lead_to_the_same_or_a_folded_character(words):
    text = text_of(words)
    assert len(text.offsets) == len(text.text)
    assert all(a < b for a, b in zip(text.offsets, text.offsets[1:], strict=False))
    for char, offset in zip(text.text, text.offsets, strict=True):
        origin = words[offset]
        # Han characters and letters of the common block are never changed, only marks, spaces and compatibility forms
        assert char == origin or not ("\u4e00" <= origin <= "\u9fff" or (origin.isascii() and origin.isalnum()))


@given(WILD)
@settings(max_examples=200, deadline=None)
def test_no_variant_of_a_mark_is_left(words):
    assert not set(cleaned(words)) & set("\r\t\u3000\u00a0\u2028\u200b\ufeff;!?()１３６")


def test_evidence_spans_lead_back_over_what_was_dropped():
    text = text_of("推　行\u200b“一窗\r\n\r\n通办”改 革。")
    assert origin(text, "一窗") == "一窗"
    assert origin(text, "改革") == "改 革"


# --- spelling ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("办理１２０件，占８５．５％", "办理120件，占85.5%"),
        ("推进改革,深化试点;完成率98%!(试行)", "推进改革，深化试点；完成率98%！（试行）"),
        ("涉及1,200件,同比增长3.5%", "涉及1,200件，同比增长3.5%"),
        ("上午9:30开会:讨论方案", "上午9:30开会：讨论方案"),
        ("一是推进改革.二是深化试点.", "一是推进改革。二是深化试点。"),
        ("增长12.5%，形成V2.0版", "增长12.5%，形成V2.0版"),
        ("一.主要成效\n推进改革。", "一、主要成效\n推进改革。"),
        ("一．主要成效\n推进改革。二．存在的问题", "一、主要成效\n推进改革。二、存在的问题"),
        ("1.推进改革", "1.推进改革"),
        ("⼀窗通办⽅案", "一窗通办方案"),  # radicals, as some PDF programs write them
        ("“枫桥式”〔2023〕5号", "“枫桥式”（2023）5号"),
        ("落实「一窗通办」和『综合查一次』", "落实“一窗通办”和‘综合查一次’"),
        ("枫桥•议事厅", "枫桥·议事厅"),
    ],
)
def test_one_spelling(words, expected):
    assert cleaned(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('推行"一窗通办"改革和"综合查一次"机制', "推行“一窗通办”改革和“综合查一次”机制"),
        ("推行”一窗通办”改革", "推行“一窗通办”改革"),
        ("推行“一窗通办“改革，“综合查一次”机制", "推行“一窗通办”改革，“综合查一次”机制"),
        ("推行＂一窗通办＂改革", "推行“一窗通办”改革"),
        ('推行“一窗通办"改革', "推行“一窗通办”改革"),
        # one mark is missing: the next paragraph is not turned inside out by it
        ('推行"一窗通办改革。\n深化"综合查一次"机制。', "推行“一窗通办改革。\n深化“综合查一次”机制。"),
        ('推行"一窗\n通办"改革。', "推行“一窗\n通办”改革。"),
        ("推行“一窗通办改革。", "推行“一窗通办改革。"),
    ],
)
def test_quotation_marks_open_and_close(words, expected):
    assert cleaned(words) == expected


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x85", "\n\n\n", "\r\n　　", " \n \n"]
)
def test_lines_end_however_they_end(end):
    assert cleaned(f"主要成效{end}推进法治建设。{end}") == "主要成效\n推进法治建设。\n"


def test_spaces_go_beside_hanzi_and_stay_between_latin_words():
    assert cleaned("推 进  APP Store 与 2023 年 （ 试行 ）") == "推进APP Store与2023年（试行）"


def test_markdown_marks_go():
    assert cleaned("# 年度报告\n## 一、成效\n**推进**“一窗通办”改革\n- 深化试点\n") == (
        "年度报告\n一、成效\n推进“一窗通办”改革\n深化试点\n"
    )


# --- furniture --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "打印 收藏 关闭",
        "【打印】【关闭】",
        "字号：[大 中 小]",
        "【字体：大 中 小】",
        "首页 > 政务公开 > 法治政府建设",
        "分享到：微信 微博",
        "您当前的位置：首页 > 信息公开",
        "上一篇：某县2022年报告 下一篇：没有了",
        "浏览次数：1,203次",
        "来源：霍邱县司法局",
        "责任编辑：甲乙",
        "第3页 共12页",
        "— 3 —",
        "- 3 -",
        "3",
        "2024-01-15",
        "扫一扫在手机打开当前页",
        "附件：",
        "……",
    ],
)
def test_page_furniture_goes(line):
    assert cleaned(f"推进法治建设。\n{line}\n深化改革试点。") == "推进法治建设。\n深化改革试点。"


@pytest.mark.parametrize(
    "line",
    [
        "关闭小作坊36家。",
        "打印社保凭证一件事",
        "附件所列事项均已办结",
        "来源：某局，推进“甲乙”改革以来共办理案件一百二十件，群众满意",
        "2023",
        "位置图和审批清单已经公布",
        "中小企业法治体检",
        "大综合一体化改革",
        "3项制度",
    ],
)
def test_what_only_looks_like_furniture_stays(line):
    assert line in cleaned(f"推进法治建设。\n{line}\n深化改革试点。")


@pytest.mark.parametrize(
    "unit", ["来源：甲", "上一篇：甲下一篇：乙", "打印收藏", "当前位置", "首页>", "编辑：甲", "点击", "字号"]
)
def test_no_line_makes_the_search_for_furniture_explode(unit):
    begun = time.perf_counter()
    cleaned("\n".join([unit * 60 + "，推进法治政府建设"] * 40))
    assert time.perf_counter() - begun < 2


# --- repeated bodies --------------------------------------------------------------------------------------------------

PAGES = "".join(f"第{i}项工作：持续推进第{i}个重点领域的法治化改革，全年完成第{i}批任务。\n" for i in range(1, 21))


def test_the_second_copy_of_a_body_goes_with_its_title():
    assert cleaned(f"{TITLE}\n{PAGES}打印\n首页 > 公开\n{TITLE}\n{PAGES}") == f"{TITLE}\n{PAGES}"


def test_the_second_copy_goes_even_if_it_is_broken_into_lines_otherwise():
    once = PAGES.replace("\n", "")
    assert cleaned(f"{PAGES}{once}").count("第7项工作") == 1
    assert cleaned(f"{once}\n{PAGES}").count("第7项工作") == 1


def test_what_follows_a_second_copy_stays():
    assert cleaned(f"{PAGES}{PAGES}霍邱县人民政府办公室发布。\n").endswith("霍邱县人民政府办公室发布。\n")


def test_a_paragraph_that_stands_twice_stays_twice():
    words = "坚持党对法治政府建设的全面领导，健全工作机制。"
    assert cleaned(f"{words}\n推进第一批改革试点工作。\n{words}\n").count(words) == 2


# --- lines ------------------------------------------------------------------------------------------------------------

LONG = (
    "霍邱县持续推进法治政府建设，推行“一窗通办”改革，开展“利剑护企”专项行动，全年办理行政复议案件120件，纠错率12.5%，"
    * 3
)


@pytest.mark.parametrize("width", [20, 26, 34, 40])
@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_joined(width, indent, end):
    paragraph = f"{indent}{LONG}取得实效。"
    lines = [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
    wrapped = f"一、主要成效{end}" + (end.join(lines) + end) * 2 + f"二、存在的问题{end}队伍力量不足。{end}"
    text = cleaned(wrapped)
    assert text.startswith(f"一、主要成效\n{LONG}取得实效。\n")
    assert "\n二、存在的问题\n队伍力量不足。" in text


def test_lines_wrapped_by_columns_are_joined():
    """As pdftotext gives them: a line holds as many columns, a figure takes one and a hanzi two."""
    words, lines, line = LONG + "取得实效。", [], ""
    for char in words:
        if len((line + char).encode("gb18030")) > 60:
            lines.append(line)
            line = ""
        line += char
    assert cleaned("\n".join([*lines, line])) == words


def test_page_numbers_do_not_break_a_sentence():
    lines = [LONG[at : at + 30] for at in range(0, len(LONG), 30)]
    assert cleaned("\n".join([*lines[:3], "— 1 —", "\x0c" + lines[3], *lines[4:]])) == LONG


def test_headings_on_lines_of_their_own_are_not_joined():
    assert cleaned(BODY) == BODY
    assert LEAD in cleaned(BODY)


def test_a_title_in_brackets_broken_over_lines_is_joined():
    assert (
        cleaned("印发《霍邱县法治政府建设\n实施方案》，推进改革。") == "印发《霍邱县法治政府建设实施方案》，推进改革。"
    )


# --- speed ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "a" + " " * 300_000 + "b",
        "\n" * 300_000,
        " \n" * 150_000,
        "推进" * 150_000,
        '"' * 300_000,
        "推进“甲" * 75_000,
        "推进法治建设的第一项改革。" * 20_000,
        "一." * 150_000,
        "（" * 300_000,
        ">" * 300_000,
        "来源：" * 100_000,
    ],
    ids=["spaces", "lines", "blank", "no-marks", "quotes", "open", "repeated", "stops", "brackets", "crumbs", "source"],
)
def test_time_is_linear(words):
    begun = time.perf_counter()
    cleaned(words)
    assert time.perf_counter() - begun < 5  # 0.3 s each when written; quadratic behaviour takes minutes
