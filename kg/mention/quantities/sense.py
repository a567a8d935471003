"""Whether a name says alone what is measured, and the subject that a bare measure takes from the number before it."""

from __future__ import annotations

import re

# 总投资, 成交额 and 产量 say how something is measured, not what: they need the subject of the clause before.
_MEASURES = (
    "(?:年度?|总|全年|实际|合同|协议|意向|首年|完成)*(?:投资额?|成交(?:金)?额|交易额|营业总?收入|营收|利润(?:总额)?|产值|增加值|产量|面积|金额"
    "|(?:营收)?规模|总?花费|支出|保费|销售(?:额|收入)|合同(?:金)?额|(?:死亡|受伤|伤亡|遇难|失联)(?:人数|数)|货值|数量|服务数量|总额|总量|资产总额|用电量|税收|(?:通车|运营)里程"
    "|比例|比重|占比|项目数|(?:年?平均|年均)?浓度)"
)
_BARE = re.compile(rf"^{_MEASURES}(?:(?:年均|五年|累计)*(?:增幅|降幅))?$")
_NEXT_MEASURE = re.compile(rf"^(?:{_MEASURES}|[\u4e00-\u9fff]{{2,4}}率)(?:共|计|达到?|为|约|近|超过?)*$")
# What a measure measured: 车企资产总额 is of 车企.
_MEASURED = re.compile(
    "(?:资产总额|营业总?收入|(?:播种|种植|建筑|用地)?面积|总?产[值量]|增加值|(?:合同|协议)?总?投资额?|(?:交易|成交|销售)(?:金)?额"
    "|利润(?:总额)?|数量|规模|(?:项目|起|件|人)数)(?:年均|五年|累计)*(?:增幅|降幅)?$"
)
_SCARCE = re.compile("^(?:接待|安排首批|实施|安排|完成|推进|促成|引进|签约|招引|落地|新增|新|首批)+")
_COUNTED = re.compile("^(?:[个家项户宗场起批件条]|人次)$")
_PLACE = ("地区", "全省", "全市", "全区", "全县", "国内", "社会", "企业", "项目")
# Shares and rates of contribution that open with what they are a share of: 产值、占全县比重 lacks its subject.
_SHARE = re.compile("^(?:占.+比[重例]|对.+贡献率)$")
# A name that ends so was cut out of a longer phrase; 县产品中 and 排名第 are no nouns.
_CUT = re.compile("(?:[、的和与]|分别|不(?:低于|高于|少于|超过).+|(?<![初高集其])中有?|(?<!门)第|达到|增至|超过)$")
_NUMBER = re.compile("(?:超过?|达到?|近|约|突破)[0-9.]+[万亿]?(?:[、，]|[\u4e00-\u9fff]、)")
# 缔结9对友城的国家: a number inside a name was cut out of its own phrase; 5公里以上管线 is whole.
_COUNT = re.compile("[0-9](?:对|列|项|家|件|场|名|条)(?!以上|以下)[\u4e00-\u9fff]")
# 投入9亿元 and 办好12类 lack what was done; 受理, 立案 and 处罚 name a count that readers of such reports know.
_DO = re.compile(
    "^(?:投入|办好|实施|推进|完成|开展|建设|建成|新增|打造|新登记|(?:新|（.）|[改扩]|建)+|交付|改造|提升|改造提升|折合|建设改造"
    "|(?:出台|推出|制定)?(?:举措|措施)|(?:重点|改革|政策|具体)*(?:举措|措施|经验|成果|做法)|国家(?:和|及|、|或)地区|地级以上市|主?平台)$"
)
_OPENS = re.compile("^(?:有|没|未|一直|仍|还|贡献了?|[超高低大小]过?于?[0-9]|超过[0-9])")
# 12种农作物产量居全国前列: crops are counted, not their output.
_MEASURE_HEAD = re.compile(
    "(?:率|能耗|比例|比重|资源量|[产流总]量|[总余金]额|[总产]值|增加值|收入|规模|增速|质量|水平|浓度|质效|成效|产能|意识|竞争力)$"
)
_KIND = re.compile("^(?:工程|项目|企业|学科|港口|部件|计划|补贴|救助|回信|位次|单位|地区|国家|系统|内容)$")
_GREW = re.compile("(?:年均|五年|累计)*(?:增幅|降幅)$")
_RELATIVE = re.compile("(?:超过|高于|低于|不足|达到?|突破)[0-9.]+[^0-9]*的(?:有|共|达|是)*$")


def is_relative(left: str) -> bool:
    """Whether a number counts what has no noun here (占比超过8%的有15种)."""
    return bool(_RELATIVE.search(left))


def is_measure(noun: str) -> bool:
    """Whether a noun behind a count is a measure of what is counted, so that the count is not of it."""
    return len(noun) > 2 and bool(_MEASURE_HEAD.search(re.sub("(?:增长|下降|提高)$", "", noun)))


def is_bare_kind(noun: str) -> bool:
    """Whether a noun behind a count is a kind of thing only, with nothing that says which (9个工程)."""
    return bool(_KIND.match(noun))


def opens_measure(right: str) -> bool:
    """Whether what follows a count is the name of the next number (出让地块5宗面积90亩)."""
    return bool(_NEXT_MEASURE.match(right))


def says_what(name: str) -> bool:
    """Whether a reader understands a name alone.

    >>> says_what("道路面积"), says_what("总投资"), says_what("重点产品中")
    (True, False, False)
    """
    quotes = all(name.count(opens) == name.count(closes) for opens, closes in ("“”", "（）", "《》"))
    opens = _BARE.match(name) or _OPENS.match(name) or _DO.match(name)
    return quotes and not (opens or _SHARE.match(name) or _CUT.search(name) or _NUMBER.search(name) or _COUNT.search(name))


def with_former(name: str, former: str) -> str:
    """A share of what just grew, the spending beside an income (预算收入增长9%、支出8亿元: 预算支出)."""
    if name.startswith("支出") and former.find("收入") > 1:
        return former[: former.find("收入")] + name
    return _GREW.sub("", former) + name if _SHARE.match(name) and _GREW.search(former) else name


def with_subject(name: str, former: str, unit: str) -> str:
    """A bare measure with the subject of the number before (签约项目9个、总投资3亿元: 项目总投资).

    ``former`` is the name before, ``unit`` its unit; a name that says what it measures stays.
    """
    if not _BARE.match(name):
        return name
    subject = _MEASURED.sub("", former)
    if subject == former:
        if not _COUNTED.match(unit):
            return name
        object_ = _SCARCE.sub("", former)
        subject = object_ if len(object_) >= 4 or former.startswith("接待") else former
    return subject + name.removeprefix("完成") if len(subject) >= 2 and subject not in _PLACE else name
