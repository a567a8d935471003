from decimal import Decimal

import pytest

from kg.mention.quantities.numbers import chinese_number, find_numbers


def read(text):
    return [(text[n.start : n.end], n.value, n.unit, n.approximate) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "found", "value", "unit", "approximate"),
    [
        ("新收案件1.13万件", "1.13万件", "11300", "件", False),
        ("培训近5万名", "近5万名", "50000", "名", True),
        ("走访2000余家商户", "2000余家", "2000", "家", True),
        ("覆盖20万余人次", "20万余人次", "200000", "人次", True),
        ("兑付资金10.33亿元", "10.33亿元", "10.33", "亿元", False),
        ("罚款合计1,256.7万元", "1,256.7万元", "1256.7", "万元", False),
        ("满意率99.5%，", "99.5%", "99.5", "%", False),
        ("持证率达90%以上", "90%以上", "90", "%", True),
        ("收案诉讼比7.09:1，", "7.09:1", "7.09", ":1", False),
        ("占比超过百分之三十", "超过百分之三十", "30", "%", True),
        ("出具建议十余次", "十余次", "10", "次", True),
        ("下派三家单位", "三家", "3", "家", False),
        ("出台两个方案，", "两个", "2", "个", False),
        ("得分达到92.35分。", "92.35分", "92.35", "分", False),
    ],
)
def test_a_number_has_its_value_and_its_unit(text, found, value, unit, approximate):
    assert read(text) == [(found, Decimal(value), unit, approximate)]


@pytest.mark.parametrize(
    "text",
    ["2021年3月", "第5条规定", "构建1+8体系", "前10名", "12345热线", "四个意识", "三项制度落实", "一家企业", "百家论坛",
     "7.0版系统", "两部门会商", "年满18岁", "〔2021〕15号", "8分钟前分别"],
)  # fmt: skip
def test_ordinals_dates_slogans_and_names_are_no_numbers(text):
    assert [item for item in read(text) if item[2] != "分钟"] == []


def test_a_range_keeps_both_ends():
    (number,) = find_numbers("安排5-10个点位")
    assert (number.low, number.value, number.unit) == (5, 10, "个")


def test_a_scaled_range_scales_both_ends():
    (number,) = find_numbers("每年2至3万件")
    assert (number.low, number.value) == (20000, 30000)


def test_a_change_in_points_is_not_percent():
    assert [item[2] for item in read("为8.3%，上升2.1个百分点")] == ["%", "个百分点"]


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("二十三", 23), ("两百零五", 205), ("三点五", "3.5"), ("一千零一", 1001)]
)
def test_numerals_in_characters(text, value):
    assert chinese_number(text) == Decimal(value)


def test_what_is_no_numeral_raises():
    with pytest.raises(KeyError):
        chinese_number("若干")
