"""Numbers as Chinese reports write them: 1.13万件, 近5万名, 10.33亿元, 7.09:1, 十余次, 百分之三十.

A number here is a numeral with its unit; a numeral without one (years, hotlines, 1+8) is none. Counts are scaled (万,
亿) to plain numbers; money keeps the scale in its unit, as budgets print it (12.5亿元 is 12.5 of 亿元).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

# Measure words and units that reports count in, longest first in the alternation. 年, 月, 日, 岁, 届, 号, 级 are left
# out on purpose: what they count is a date, an age or an ordinal.
_COUNT_UNITS = (
    "人次 件次 家次 户次 场次 批次 辆次 条次 次 轮 个 家 项 件 名 人 场 起 条 份 张 本 册 部 篇 期 批 类 "
    "支 所 处 座 户 宗 台 辆 套 例 幅 块 门 "
    "课时 票 笔 只 头 艘 架 款 道 位 卷 单 班 站 间 栋 幢 颗 株 棵 副 枚 届次 种 片 组 封 床 班次 架次 "
    "趟 标箱 标准箱 盏 通 人天"
)
_PHYSICAL_UNITS = (
    "平方公里 平方米 立方米 公里 千米 米 公顷 亩 吨标准煤 吨 公斤 千克 斤 千瓦时 千瓦 倍 微克/立方米 "
    "毫克/升 个小时 小时 分钟 天 个工作日 工作日 个月 秒"
)
_MONEY = ("美元", "欧元", "港元", "日元", "元人民币", "元")
DURATIONS = frozenset(["个小时", "小时", "分钟", "天", "个工作日", "工作日", "个月", "秒"])
PERCENT = "%"
POINTS = "个百分点"

_SCALES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5,
    "万": 10**4, "千": 10**3, "百": 10**2,
}  # fmt: skip
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_POWERS = {"十": 10, "百": 100, "千": 1000}


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


_UNITS = _longest_first([*_MONEY, *_COUNT_UNITS.split(), *_PHYSICAL_UNITS.split()])
# 部门, 部委 begin with a measure word and are none; 分 is a score, 对 a pair and 列 a train only where a clause or an item
# ends behind it (开行班列35列、增长4%); 2万吨级码头 is a class of wharves. A second unit in brackets, 2万套（间）, belongs
# to the first.
_UNIT = (
    rf"(?!部[门委署分])(?:{POINTS}|百分点|%|‰|{_UNITS}|分(?=[，。；、）]|$)|[对列](?=[，。；、）和及]|$))(?!级(?!别))"
)
_OTHER_UNIT = "(?:（[■\u4e00-\u9fff]{1,2}）)?"
# 处理能力3万吨/年 is no amount of 3万吨: the unit keeps what it is per.
_PER = "(?P<per>/(?:[千万]?人|年|季|月|日|天|小时|户|亩|公顷|公里|平方米|平方公里|次))?"
_SCALE = _longest_first(list(_SCALES))
_PLAIN = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_MORE = "余|多|来|几"
_BEFORE = "(?:近|(?<![签合])约|超过|超|逾|大约|将近|接近|至少|不少于|不低于|突破)"

_ARABIC = re.compile(
    rf"(?P<about>{_BEFORE})?(?<![0-9A-Za-z.+＋/:：—–第前-])(?P<low>{_PLAIN})(?P<lowscale>{_SCALE})?"
    rf"(?:%?(?:-|－|—|–|~|～|至|到)(?P<high>{_PLAIN}))?"
    rf"(?P<more>{_MORE})?(?P<scale>{_SCALE})?(?P<more2>{_MORE})?"
    rf"(?P<unit>{_UNIT}){_PER}{_OTHER_UNIT}(?P<after>余|以上|以下|以内|左右|上下)?"
)
# 货运量分别达3万、5万吨: the first number has the unit of the second.
_UNITLESS = re.compile(
    rf"(?<![0-9A-Za-z.+/:：第前-])(?P<low>{_PLAIN})(?P<scale>{_SCALE})(?=(?:、|和)(?:{_PLAIN})(?:{_SCALE})?(?P<unit>{_UNIT}))"
)
_RATIO = re.compile(r"(?<![0-9.:])(?P<left>[0-9]+(?:\.[0-9]+)?)[:：∶]1(?![0-9.:：])")
_PART = re.compile(
    r"(?P<about>近|约|超过|超)?百分之(?P<value>[一二三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?)"
    r"(?P<after>以上|以下|左右)?"
)

# Chinese numerals count only with concrete measure words, or with 余/多: 三项, 四个 and 一批 are mostly slogans
# (“三项制度”, “四个意识”). 一 never counts: 一家, 一次, 一支队伍 are articles.
_CHINESE = re.compile(
    r"(?P<about>近|约|超过|超)?(?<![第一二三四五六七八九十百千两零〇0-9初每各这那哪同某])"
    r"(?P<value>[二三四五六七八九两十百千][一二三四五六七八九十百千零]*)"
    rf"(?P<more>{_MORE})?(?P<scale>万)?"
    r"(?P<unit>(?!部[门委署分])(?:人次|场次|件次|批次|[个家项件名场起条份本册部篇期支所处座户宗台辆套位次人]))"
    r"(?P<after>以上|左右)?"
)
_CONCRETE = frozenset(["人次", "场次", "件次", "批次", *"家件名份支部起册座户宗台辆场"])


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral with its unit: half-open offsets into the text given, ``value`` in ``unit``.

    ``low`` is the lower end where the text gives a range (``value`` is the upper one); ``approximate`` for 近, 约, 余,
    超, 以上 … and for both ends of a range; ``chinese`` for numerals in characters.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    approximate: bool = False
    low: Decimal | None = None
    chinese: bool = False


def chinese_number(text: str) -> Decimal:
    """The value of a numeral in characters below ten thousand (二十三, 两百零五, 三点五), else KeyError."""
    whole, _, fraction = text.partition("点")
    total, digit = 0, 0
    for char in whole:
        if char in _POWERS:
            total += (digit or 1) * _POWERS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    tail = "".join(str(_DIGITS[char]) for char in fraction)
    return Decimal(f"{total + digit}.{tail}") if tail else Decimal(total + digit)


def _scaled(plain: str, scale: str | None, unit: str) -> tuple[Decimal, str]:
    """Value and unit: money keeps its scale in the unit, everything else is multiplied out."""
    value = Decimal(plain.replace(",", ""))
    if not scale:
        return value, unit
    if unit in _MONEY:
        return value, scale + unit
    whole = value * _SCALES[scale]
    return (whole.quantize(Decimal(1)) if whole == whole.to_integral_value() else whole.normalize()), unit


def _arabic(match: re.Match[str]) -> Number:
    scale = match["scale"] or match["lowscale"]
    unit = match["unit"]
    unit = POINTS if unit == "百分点" else unit
    value, unit = _scaled(match["high"] or match["low"], scale, unit)
    low = _scaled(match["low"], scale, match["unit"])[0] if match["high"] else None
    low = None if match.string[: match.start()].endswith(("从", "由")) else low  # 从3%到5%: the old value and the new
    about = low is not None or any(match[group] for group in ("about", "more", "more2", "after"))
    return Number(match.start(), match.end(), value, unit + (match["per"] or ""), about, low)


def _unitless(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), *_scaled(match["low"], match["scale"], match["unit"]))


def _ratio(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), Decimal(match["left"]), ":1")


def _part(match: re.Match[str]) -> Number:
    about = bool(match["about"] or match["after"])
    return Number(match.start(), match.end(), chinese_number(match["value"]), PERCENT, about, chinese=True)


def _chinese(match: re.Match[str]) -> Number | None:
    """A count in characters, where the measure word makes clear that something is counted."""
    if match["value"] in "百千" or not (match["more"] or match["unit"] in _CONCRETE or _counts_at_end(match)):
        return None
    value = chinese_number(match["value"]) * (10**4 if match["scale"] else 1)
    about = any(match[group] for group in ("about", "more", "after"))
    return Number(match.start(), match.end(), value, match["unit"], about, chinese=True)


# What is countable behind 两个 and 三项 without being a slogan: documents, bodies, places of work.
_COUNTABLE = re.compile(
    "(?:[\u4e00-\u9fff]{0,6})(?:方案|办法|文件|意见|部门|单位|街道|乡镇|镇街|项目|中心|案例|平台"
    "|小组|团队|品牌|应用|法庭|场景|试点|律所|企业|社区|村)(?=[，。；、）]|$)"
)


def _counts_at_end(match: re.Match[str]) -> bool:
    """三个, 五项, 两次 count at the end of a clause behind a noun (规章三件), or before a countable noun."""
    text = match.string
    after = text[match.end() : match.end() + 12]
    if _COUNTABLE.match(after):
        return True
    ends = not after or after[0] in "，。；）"
    return ends and match.start() >= 2 and "\u4e00" <= text[match.start() - 1] <= "\u9fff" and match["unit"] != "人"


def find_numbers(text: str) -> Iterator[Number]:
    """All numbers with a unit in the text, in order, none overlapping another."""
    found = [_arabic(match) for match in _ARABIC.finditer(text)]
    found += [_unitless(match) for match in _UNITLESS.finditer(text)]
    found += [_ratio(match) for match in _RATIO.finditer(text)]
    found += [_part(match) for match in _PART.finditer(text)]
    found += [number for match in _CHINESE.finditer(text) if (number := _chinese(match))]
    end = 0
    for number in sorted(found, key=lambda item: (item.start, -item.end)):
        if number.start >= end:
            yield number
            end = number.end
