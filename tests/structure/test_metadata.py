"""Metadata: place, year, publisher, date and kind, from the tables, titles and signatures of many sites."""

import pytest
from hypothesis import given, settings
from invented import BODY, REPORTS, TITLE, report_of

from kg.model import Metadata
from kg.structure.dates import years, years_of_prose

NEUTRAL = BODY.replace("霍邱县", "全县")


def meta_of(words: str) -> Metadata:
    return report_of(words).meta


# --- place ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "path", "code"),
    [
        ("关于霍邱县2023年法治政府建设情况的报告", "安徽省/六安市/霍邱县", "341522"),
        ("恩施土家族苗族自治州2023年法治政府建设情况报告", "湖北省/恩施土家族苗族自治州", "422800"),
        ("延边朝鲜族自治州延吉市2023年法治政府建设报告", "吉林省/延边朝鲜族自治州/延吉市", "222401"),
        ("锡林郭勒盟2023年度法治政府建设工作情况报告", "内蒙古自治区/锡林郭勒盟", "152500"),
        ("2023年阿拉善左旗法治政府建设年度报告", "内蒙古自治区/阿拉善盟/阿拉善左旗", "152921"),
        ("鄂伦春自治旗2023年法治政府建设年度报告", "内蒙古自治区/呼伦贝尔市/鄂伦春自治旗", "150723"),
        ("新疆维吾尔自治区2023年法治政府建设情况报告", "新疆维吾尔自治区", "650000"),
        ("新疆生产建设兵团第八师石河子市2023年法治政府建设工作情况报告", "新疆维吾尔自治区/石河子市", "659001"),
        ("上海市浦东新区2023年法治政府建设情况报告", "上海市/浦东新区", "310115"),
        ("常熟市2023年度法治政府建设情况报告", "江苏省/苏州市/常熟市", "320581"),
        ("河南省商水县平店乡2023年法治政府建设年度报告", "河南省/周口市/商水县/平店乡", "411623202"),
        ("苍南县灵溪镇2023年法治政府建设工作总结", "浙江省/温州市/苍南县/灵溪镇", "330327100"),
        ("北京市朝阳区2023年法治政府建设年度情况报告", "北京市/朝阳区", "110105"),
        ("南明区司法局2023年法治政府建设工作总结", "贵州省/贵阳市/南明区", "520102"),
        ("安徽省教育厅2023年法治政府建设情况报告", "安徽省", "340000"),
        ("国家税务总局杭州市税务局2023年法治政府建设年度报告", "浙江省/杭州市", "330100"),
        ("重庆2024年法治政府建设年度报告", "重庆市", "500000"),
        ("吉林2024年法治政府建设年度报告", "吉林省", "220000"),
    ],
)
def test_the_place_in_the_title(title, path, code):
    place = meta_of(f"{title}\n{NEUTRAL}").place
    assert place is not None
    assert (place.path, place.key) == (path, code)


@pytest.mark.parametrize("name", ["朝阳区", "西湖区", "鼓楼区", "城关区法治"])
def test_a_name_that_several_places_bear_is_not_guessed(name):
    place = meta_of(f"{name}2023年法治政府建设年度报告\n{NEUTRAL}").place
    assert place is None or name == "城关区法治"


@pytest.mark.parametrize(
    ("name", "context", "path"),
    [
        ("朝阳区", "发布机构：长春市朝阳区人民政府\n", "吉林省/长春市/朝阳区"),
        ("西湖区", "索引号：南昌市西湖区/2024\n", "江西省/南昌市/西湖区"),
    ],
)
def test_the_page_may_tell_which_of_several(name, context, path):
    place = meta_of(f"{context}{name}2023年法治政府建设年度报告\n{NEUTRAL}").place
    assert place is not None
    assert place.path == path


def test_the_code_is_that_of_the_report_year():
    before = meta_of(f"杭州市拱墅区2020年法治政府建设年度报告\n{NEUTRAL.replace('2023', '2020')}").place
    assert before is not None
    assert before.path == "浙江省/杭州市/拱墅区"
    gone = meta_of(f"杭州市下城区2020年法治政府建设年度报告\n{NEUTRAL.replace('2023', '2020')}").place
    assert gone is not None
    assert gone.key == "330103"


@pytest.mark.parametrize(
    "words",
    [
        f"2023年法治政府建设年度报告\n{BODY}",
        f"2023年法治政府建设年度报告\n发布机构：霍邱县司法局\n{NEUTRAL}",
        f"2023年法治政府建设年度报告\n{NEUTRAL}霍邱县人民政府\n2024年1月15日\n",
        BODY,
    ],
)
def test_a_place_that_the_title_does_not_name(words):
    place = meta_of(words).place
    assert place is not None
    assert place.name == "霍邱县"


# --- year -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("霍邱县2023年法治政府建设年度报告", 2023),
        ("霍邱县２０２３年法治政府建设年度报告", 2023),
        ("霍邱县 2023 年度法治政府建设报告", 2023),
        ("霍邱县二〇二三年度法治政府建设报告", 2023),
        ("霍邱县二○二三年法治政府建设报告", 2023),
        ("霍邱县二零二三年法治政府建设报告", 2023),
        ("霍邱县二0二三年法治政府建设报告", 2023),
        ("霍邱县一九九九年依法行政工作报告", 1999),
        ("霍邱县2023法治政府建设年度报告", 2023),
        ("霍邱县2022—2023年度法治政府建设报告", 2023),
    ],
)
def test_the_year_in_the_title(title, year):
    assert meta_of(f"{title}\n{NEUTRAL.replace('2023年，', '一年来，')}").year == year


def test_the_year_in_the_first_sentences():
    assert meta_of(f"霍邱县法治政府建设年度报告\n{BODY}").year == 2023
    period = "全县深入落实《法治政府建设实施纲要（2021－2025年）》和2021—2025年规划，2023年推进各项改革。\n"
    assert meta_of(f"霍邱县法治政府建设年度报告\n{period}{NEUTRAL}").year == 2023


def test_the_year_of_a_heading():
    words = "霍邱县法治政府建设年度报告\n全县推进法治政府建设各项改革试点。\n"
    words += "一、2023年主要成效\n推进改革。\n二、2024年打算\n深化改革。\n"
    assert meta_of(words).year == 2023


def test_the_day_of_publication_is_not_the_year_reported_on():
    assert meta_of(f"发布日期：2024-05-20\n霍邱县法治政府建设年度报告\n{NEUTRAL.replace('2023年，', '')}").year is None


def test_years_in_words_and_figures():
    assert years("2023年、二〇二二年度和1998年，不含12023年、2060年、3023年") == [2023, 2022, 1998]
    assert years_of_prose("落实《纲要（2021—2025年）》和2021-2025年规划，2023年完成") == [2023]


# --- date -------------------------------------------------------------------------------------------------------------

DATES = [
    "2024年01月15日",
    "2024年1月15日",
    "2024-01-15",
    "2024/1/15",
    "2024.01.15",
    "２０２４年１月１５日",
    "二〇二四年一月十五日",
    "二○二四年一月十五日",
    "2024 年 1 月 15 日",
]


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize(
    "label",
    ["发布日期：", "发布时间:", "发文日期：", "成文日期 ", "公开日期：\n", "[发布日期] ", "生成日期\t", "时间："],
)
def test_a_labelled_date(date, label):
    assert meta_of(f"索引号：0034\n{label}{date}\n有效性：有效\n{TITLE}\n{BODY}").issued == "2024-01-15"
    assert meta_of(f"{TITLE}\n{label}{date} 10:30 来源：县司法局\n{BODY}").issued == "2024-01-15"


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("end", ["", "\n【打印】【关闭】\n", "\n（此件公开发布）\n"])
def test_a_signature(date, end):
    assert meta_of(f"{TITLE}\n{BODY}霍邱县人民政府\n　　{date}{end}").issued == "2024-01-15"
    assert meta_of(f"{TITLE}\n{BODY}霍邱县人民政府 {date}{end}").issued == "2024-01-15"


def test_a_date_beside_the_title():
    assert meta_of(f"{TITLE}\n（2024年1月15日）\n{BODY}").issued == "2024-01-15"
    assert meta_of(f"{TITLE}\r2024年1月15日\r{BODY}").issued == "2024-01-15"


def test_publication_goes_before_writing():
    labels = "成文日期：2024-01-10\n发布日期：2024-01-15\n"
    assert meta_of(f"{labels}{TITLE}\n{BODY}2024年1月9日").issued == "2024-01-15"


@pytest.mark.parametrize("line", ["发布日期：2024-13-45", "发布日期：", "全年办理120件，完成36项。", "2024年1月至12月"])
def test_what_is_no_date(line):
    assert meta_of(f"{line}\n{TITLE}\n{BODY}").issued is None


# --- publisher --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "publisher"),
    [
        ("发布机构：霍邱县司法局\n", "霍邱县司法局"),
        ("发布机构:县司法局\n", "霍邱县司法局"),
        ("发布单位\t霍邱县人民政府办公室\t有效性\t有效\n", "霍邱县人民政府办公室"),
        ("发布机构：县政府办\n", "霍邱县人民政府办公室"),
        ("[发布机构] 霍邱县司法局\n", "霍邱县司法局"),
        ("来源：霍邱县人民政府 浏览：12\n", "霍邱县人民政府"),
        ("发布机构：\n霍邱县司法局\n", "霍邱县司法局"),
    ],
)
def test_a_labelled_publisher(words, publisher):
    assert meta_of(f"{words}{TITLE}\n{BODY}").publisher == publisher
    assert meta_of(f"{TITLE}\n{words}{BODY}").publisher == publisher


def test_other_publishers():
    assert meta_of(f"{TITLE}\n{BODY}霍邱县人民政府\n2024年1月15日").publisher == "霍邱县人民政府"
    assert meta_of(f"{TITLE}\n{BODY}霍邱县人民政府2024年1月15日").publisher == "霍邱县人民政府"
    assert meta_of(f"霍邱县司法局2023年法治政府建设年度报告\n{BODY}").publisher == "霍邱县司法局"
    assert meta_of(f"霍邱县人民政府关于2023年法治政府建设情况的报告\n{BODY}").publisher == "霍邱县人民政府"
    assert meta_of(f"{TITLE}\n{BODY}").publisher is None


# --- kind -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (TITLE, "government-annual-report"),
        ("霍邱县人民政府关于2023年法治政府建设情况的报告", "government-annual-report"),
        ("霍邱县司法局2023年法治政府建设工作总结", "department-annual-report"),
        ("安徽省教育厅2023年法治政府建设情况报告", "department-annual-report"),
        ("贵阳市南明区市场监督管理局2023年度法治政府建设情况报告", "department-annual-report"),
        ("中共霍邱县委关于2023年法治建设情况的报告", "government-annual-report"),
        ("苍南县灵溪镇2023年法治政府建设工作总结", "township-annual-report"),
        ("杭州市拱墅区上塘街道2023年法治政府建设年度报告", "township-annual-report"),
        ("关于霍邱县2023年法治政府建设情况专题询问的报告", "congress-inquiry-report"),
        ("2023年霍邱县政府工作报告", "other"),
    ],
)
def test_kinds(title, kind):
    assert meta_of(f"{title}\n{NEUTRAL}").kind == kind


@given(REPORTS)
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_metadata(words):
    meta = meta_of(words)
    assert meta.year is None or 1980 <= meta.year < 2050
    assert meta.issued is None or len(meta.issued) == 10
