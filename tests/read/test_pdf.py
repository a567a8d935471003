"""PDF: order by position, radicals, paragraphs, headers and footers, what cannot be read."""

import pytest
import tiny_pdf

from kg.errors import InputError
from kg.radicals import RADICALS, unradical
from kg.read.pdf import read_pdf

TITLE = "平川县2023年法治政府建设年度报告"
WIDE = 25  # characters of 18 points fit between the margins 72 and 523


def text_of(*pages, **more):
    return read_pdf(tiny_pdf.pdf(*pages, **more), "报告.pdf").text


def first_line(runs):
    """The first line of a page that goes on below it."""
    return text_of([*runs, *set_out(LONG, top=600)]).splitlines()[0]


def set_out(*paragraphs, top=760, size=18, indent=2, width=WIDE):
    """Paragraphs as runs, hard-wrapped, the first line of each set in."""
    runs, y = [], top
    for paragraph in paragraphs:
        left = indent
        while paragraph:
            line, paragraph = paragraph[: width - left], paragraph[width - left :]
            runs.append((72 + left * size, y, size, line))
            left, y = 0, y - 30
    return runs


LONG = (
    "推行政务服务增值化改革，建立企业综合服务中心，全年受理涉企诉求一千二百件，"
    "办结率和满意率都在百分之九十九以上，做法在全省推广。"
)


def test_lines_of_a_paragraph_are_one_line():
    assert text_of(set_out(LONG, LONG[::-1])) == f"{LONG}\n{LONG[::-1]}\n"


def test_a_paragraph_goes_on_over_the_page():
    runs = set_out(LONG)
    first, second = runs[:2], [(x, y + 60, size, words) for x, y, size, words in runs[2:]]
    assert text_of(first, second) == LONG + "\n"


def test_marks_of_another_font_stand_where_they_are_seen():
    """LibreOffice takes “ ” from another font and writes them after the line; the order of the file is not that of reading."""
    line = [
        (72, 700, 18, "推行"),
        (126, 700, 18, "一窗通办"),
        (216, 700, 18, "改革"),
        (198, 701, 18, "”"),
        (108, 701, 18, "“"),
    ]
    assert first_line(line) == "推行“一窗通办”改革"


def test_lines_are_read_from_the_top_whatever_the_order_of_the_file():
    runs = set_out("一、主要举措", LONG, "二、存在的不足", "行政执法队伍力量不足。")
    assert text_of(list(reversed(runs))) == text_of(runs)


def test_radicals_become_characters():
    assert first_line([(72, 700, 18, "⼀、⼈⺠政府⻅⻓⾏政")]) == "一、人民政府见长行政"


def test_every_radical_becomes_one_character_outside_the_blocks():
    assert len(RADICALS) > 290
    for code, mark in RADICALS.items():
        assert len(mark) == 1
        assert not 0x2E80 <= ord(mark) <= 0x2FD5, chr(code)
    assert unradical("⻔⼾开放") == "门户开放"
    assert unradical("没有部首") == "没有部首"


def test_headers_footers_and_page_numbers_go():
    pages = []
    for number in range(4):
        body = set_out(LONG[number:] + "。", top=720)
        pages.append([(72, 800, 9, "平川县人民政府公报"), *body, (280, 40, 9, f"— {number + 1} —")])
    text = text_of(*pages)
    assert "公报" not in text
    assert "—" not in text
    assert text.count("推广") == 4


def test_a_number_within_the_text_stays():
    assert "2023" in text_of([*set_out(LONG, "2023", LONG), (280, 40, 9, "1")])


def test_a_title_over_two_lines_is_one_line():
    page = [(150, 790, 28, "平川县2023年法治政府"), (220, 750, 28, "建设年度报告"), *set_out(LONG, top=690)]
    assert text_of(page) == f"{TITLE}\n{LONG}\n"


def test_headings_without_an_indent_begin_a_line():
    page = set_out("一、主要举措和成效", "（一）推进改革", LONG, "1.规范执法", LONG, indent=0)
    assert text_of(page).splitlines()[:2] == ["一、主要举措和成效", "（一）推进改革"]
    assert "\n1.规范执法\n" in text_of(page)


def test_cells_are_apart():
    assert (
        first_line([(72, 700, 18, "行政许可"), (250, 700, 18, "1200"), (400, 700, 18, "万件")])
        == "行政许可\t1200\t万件"
    )


def test_latin_words_are_kept_apart_and_a_divided_word_is_joined():
    page = [(72, 700, 18, "“1 Call"), (144, 700, 18, "就应”")]
    assert first_line(page) == "“1 Call就应”"
    broken = [*set_out("甲" * 23 + "one", indent=0, width=26), (72, 730, 18, "two")]
    assert "one two" in text_of(broken)


def test_bold_printed_twice_is_read_once():
    assert first_line([(72, 700, 18, "法治政府"), (72.3, 700, 18, "法治政府")]) == "法治政府"


def test_the_title_of_the_file_is_a_claim():
    claims = read_pdf(tiny_pdf.pdf(set_out(LONG), title=TITLE), "x.pdf").claims
    assert [(claim.key, claim.value) for claim in claims] == [("title", TITLE)]
    assert read_pdf(tiny_pdf.pdf(set_out(LONG), title="Microsoft Word - 1.doc"), "x.pdf").claims == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n1 0 obj\n", "file-damaged"),
        (b"%PDF-1.7\n" + b"\0" * 4000, "file-damaged"),
        (tiny_pdf.pdf([], []), "file-no-text"),
        (tiny_pdf.pdf([(280, 40, 9, "1")]), "file-no-text"),
    ],
)
def test_what_cannot_be_read_is_said(data, code):
    with pytest.raises(InputError) as raised:
        read_pdf(data, "甲/报告.pdf")
    assert (raised.value.code, raised.value.where) == (code, "甲/报告.pdf")
    assert raised.value.remedy_zh
    assert raised.value.remedy_en


def test_scanned_pages_among_others_are_said():
    document = read_pdf(tiny_pdf.pdf(set_out(LONG), [], []), "x.pdf")
    assert [problem.code for problem in document.problems] == ["pages-without-text"]
    assert "2" in document.problems[0].en
