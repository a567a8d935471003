"""Names that a reader understands alone, and what time a figure covers: invented sentences only."""

from __future__ import annotations

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.mention.quantities.context import share_subject
from kg.mention.quantities.find import find_quantities
from kg.mention.quantities.sense import is_measure, says_what, with_subject
from kg.model import Source
from kg.structure import structure
from kg.vocabulary import vocabulary


def table(*sentences):
    text = "青石县2025年政府工作报告\n一、主要工作\n" + "\n".join(sentences) + "\n"
    report = structure(clean(Source("made-up.txt", text, "utf-8", "0")), vocabulary(), gazetteer())
    return [(m.name, str(m.value), m.unit) for m in find_quantities(report, vocabulary(), gazetteer())]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # The old value of a change is none of this year's, whatever the verb.
        ("联办事项从28个拓展到63个。", [("联办事项", "63", "个")]),
        ("结对帮扶学校由7所逐步扩面至19所。", [("结对帮扶学校", "19", "所")]),
        ("人均产值从2019年的6.2万元提高到2024年的8.1万元。", [("人均产值", "8.1", "万元")]),
        ("渔业产值接连突破60亿元、70亿元。", [("渔业产值", "70", "亿元")]),
        # A bound says which are meant.
        ("引进5亿元以上文旅项目12个。", [("引进5亿元以上文旅项目", "12", "个")]),
        ("85%以上的渔村年收入超过20万元。", []),
        ("20种水产中，本县占比超过8%的有6种。", []),
        ("5万吨级泊位建成投用。", []),
        # A second unit in brackets belongs to the first.
        ("翻修3200套（间）周转宿舍。", [("周转宿舍", "3200", "套")]),
    ],
)  # fmt: skip
def test_only_what_was_measured_this_year(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # The predicate is no part of the noun.
        ("6个滨海产业园加快建设成为新地标。", [("滨海产业园", "6", "个")]),
        ("推动8家省级众创空间提能升级。", [("省级众创空间", "8", "家")]),
        ("3座陶艺馆晋级省级陶艺馆。", [("晋级省级陶艺馆", "3", "座")]),
        ("5条绿道相继开通。", [("开通绿道", "5", "条")]),
        ("14个县级镇产值近3年翻番。", []),
        ("9种海产品产量居全省第2位。", []),
        ("28个入海断面水质优良率达96%。", [("入海断面水质优良率", "96", "%")]),
        ("争取40个以上项目纳入省级盘子。", [("纳入省级盘子项目", "40", "个")]),
        ("124个乡镇渔业共同体全部达标。", [("乡镇渔业共同体", "124", "个")]),
        # 和美 is a word of its own.
        ("和美渔村占比达61%。", [("和美渔村占比", "61", "%")]),
        ("海带产量全省第一、优质品占比72%。", [("优质品占比", "72", "%")]),
        ("渔业产值连续迈上3个十亿元台阶、达62亿元。", [("渔业产值", "62", "亿元")]),
    ],
)  # fmt: skip
def test_a_name_is_a_noun_phrase(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新签约渔港项目23个、总投资48亿元。", [("新签约渔港项目", "23", "个"), ("渔港项目总投资", "48", "亿元")]),
        ("对虾养殖面积9万亩、总产量3万吨。", [("对虾养殖面积", "90000", "亩"), ("对虾养殖总产量", "30000", "吨")]),
        ("县属企业资产总额增长8%、达到30亿元，营业总收入、利润总额分别增长6%、4%。",
         [("县属企业资产总额增幅", "8", "%"), ("县属企业资产总额", "30", "亿元"),
          ("县属企业营业总收入增幅", "6", "%"), ("县属企业利润总额增幅", "4", "%")]),
        ("成交额超5亿元。", []),
        ("服务数量超2万人次。", []),
        ("出让滩涂地块14宗面积620亩。", [("出让滩涂地块", "14", "宗"), ("出让滩涂地块面积", "620", "亩")]),
    ],
)  # fmt: skip
def test_a_bare_measure_takes_its_subject_or_is_left_out(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建海塘12公里、绿廊30公顷。", [("新建海塘", "12", "公里"), ("新建绿廊", "30", "公顷")]),
        ("新增3个海洋牧场、2个渔家驿站。", [("新增海洋牧场", "3", "个"), ("新增渔家驿站", "2", "个")]),
        ("共有调解室9个、讲师50名。", [("调解室", "9", "个"), ("讲师", "50", "名")]),
        ("实施7条小河、120座山塘综合治理。", [("小河综合治理", "7", "条"), ("山塘综合治理", "120", "座")]),
        ("培育6家数字渔场、新建4家冷库。", [("培育数字渔场", "6", "家"), ("新建冷库", "4", "家")]),
        ("涉海贷款余额、涉农贷款余额均增长9.4%。",
         [("涉海贷款余额增幅", "9.4", "%"), ("涉农贷款余额增幅", "9.4", "%")]),
        ("退渔青年、返乡青年新增就业均超800人。", [("退渔青年新增就业", "800", "人"), ("返乡青年新增就业", "800", "人")]),
        ("国际游船旅客和货邮吞吐量分别增长14%、3%。",
         [("国际游船旅客吞吐量增幅", "14", "%"), ("货邮吞吐量增幅", "3", "%")]),
        ("银行存贷款余额分别达20亿元、16亿元。", [("银行存款余额", "20", "亿元"), ("银行贷款余额", "16", "亿元")]),
        ("里程新增80公里、突破600公里。", [("里程新增", "80", "公里"), ("里程", "600", "公里")]),
        ("国际友城和驻县商会分别增至14对和9家。", [("国际友城", "14", "对"), ("驻县商会", "9", "家")]),
    ],
)  # fmt: skip
def test_lists_share_verb_action_and_tail(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("渔业产值年均增长6%。", [("渔业产值年均增幅", "6", "%")]),
        ("渔民转产年均超过900人。", [("年均渔民转产", "900", "人")]),
        ("五年引进海归人才310名。", [("五年引进海归人才", "310", "名")]),
        ("进出港货值五年累计超过40亿元。", [("五年累计进出港货值", "40", "亿元")]),
        ("累计修复海岸线18公里。", [("累计修复海岸线", "18", "公里")]),
        ("2025年累计修复海岸线18公里。", [("修复海岸线", "18", "公里")]),
        ("渔船事故起数比2020年下降40%。", [("渔船事故起数较2020年降幅", "40", "%")]),
        ("渔船事故起数比2024年下降4%。", [("渔船事故起数降幅", "4", "%")]),
        ("渔业产值达到62亿元、年均增长6%。", [("渔业产值", "62", "亿元"), ("渔业产值年均增幅", "6", "%")]),
        ("新增海洋牧场3个、累计达到11个。", [("新增海洋牧场", "3", "个"), ("累计海洋牧场", "11", "个")]),
        ("海水PM2.5年均浓度降至21微克/立方米。", [("海水PM2.5年均浓度", "21", "微克/立方米")]),
        # A rate that holds for years is no rate of those years.
        ("负责人出庭率连续五年保持100%。", [("负责人出庭率", "100", "%")]),
    ],
)  # fmt: skip
def test_names_say_what_time_they_cover(sentence, expected):
    assert table(sentence) == expected


def test_a_paragraph_that_looks_back_on_five_years_says_so():
    back = "五年来，我们坚持向海图强。新建渔港码头6座，海堤达到90公里，渔获量增长30%。2025年新建冷库4座。"
    assert table(back, "新建书屋9座。") == [
        ("五年新建渔港码头", "6", "座"), ("海堤", "90", "公里"), ("渔获量五年增幅", "30", "%"),
        ("新建冷库", "4", "座"), ("新建书屋", "9", "座"),
    ]  # fmt: skip


def test_growth_of_several_years_is_no_change_on_the_year_before():
    text = "青石县2025年政府工作报告\n一、主要工作\n渔业产值达到62亿元、五年增长40%。\n"
    report = structure(clean(Source("made-up.txt", text, "utf-8", "0")), vocabulary(), gazetteer())
    assert [m.change for m in find_quantities(report, vocabulary(), gazetteer())] == [None, None]


def test_what_a_reader_understands():
    assert says_what("滩涂面积")
    assert not any(map(says_what, ("总投资", "投资增幅", "重点产品中", "有占比", "“半边引号", "一直未办")))
    assert is_measure("海产品产量")
    assert not is_measure("海产品")
    assert with_subject("总投资", "渔港项目", "个") == "渔港项目总投资"
    assert with_subject("滩涂面积", "渔港项目", "个") == "滩涂面积"


def test_more_parts_than_numbers_split_at_the_commas():
    assert share_subject("渔业、仓储和邮政业增加值", 2) == ["渔业增加值", "仓储和邮政业增加值"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # A list shares subjects and kinds.
        ("渔船事故起数、死亡人数分别下降8%、5%。", [("渔船事故起数降幅", "8", "%"), ("渔船事故死亡人数降幅", "5", "%")]),
        ("走私、盗捕警情分别下降8%、5%。", [("走私警情降幅", "8", "%"), ("盗捕警情降幅", "5", "%")]),
        ("滩涂、水闸领域投资额分别达8亿元、5亿元。",
         [("滩涂领域投资额", "8", "亿元"), ("水闸领域投资额", "5", "亿元")]),
        ("新增潮汐装机80万千瓦，其中浮式装机5万千瓦。",
         [("新增潮汐装机", "800000", "千瓦"), ("新增浮式装机", "50000", "千瓦")]),
        ("渔运、轮渡客运量分别达3万、5万人次。",
         [("渔运客运量", "30000", "人次"), ("轮渡客运量", "50000", "人次")]),
        ("“甲礁”、“乙礁”分别新增2座、3座。", [("新增“甲礁”", "2", "座"), ("新增“乙礁”", "3", "座")]),
        ("渔网鱼竿品种分别增至9个、4个。", []),
        ("新增“固定班次+预约”海岛公交线路、城际渔轮线路、客货邮融合线路共9条。", []),
        ("建成海塘9座、在建4座。", [("建成海塘", "9", "座"), ("在建海塘", "4", "座")]),
    ],
)  # fmt: skip
def test_items_of_a_list_stand_alone(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # The subject or topic of what stands before, or nothing.
        ("渔民意外家庭互助改革惠及9万名近亲属、互助金额3亿元。",
         [("渔民意外家庭互助改革惠及近亲属", "90000", "名"), ("渔民意外家庭互助金额", "3", "亿元")]),
        ("接待渔家乐旅客3万人次、总花费超过5亿元。",
         [("接待渔家乐旅客", "30000", "人次"), ("渔家乐旅客总花费", "5", "亿元")]),
        ("规上渔业企业达9家、增加值增长3%。", [("规上渔业企业", "9", "家"), ("规上渔业企业增加值增幅", "3", "%")]),
        ("渔港预算收入增长3%、支出首次超过8亿元。", [("渔港预算收入增幅", "3", "%"), ("渔港预算支出", "8", "亿元")]),
        ("渔业产值增长3%、占全县总产值比重提高到9%。",
         [("渔业产值增幅", "3", "%"), ("渔业产值占全县总产值比重", "9", "%")]),
        ("渔业试验区9项制度创新成果全国复制推广。", [("渔业试验区制度创新成果", "9", "项")]),
        ("甲岛渔业示范区4项经验、乙岛渔业试点5项经验全省推广。",
         [("甲岛渔业示范区经验", "4", "项"), ("乙岛渔业试点经验", "5", "项")]),
        ("出台渔港带高质量振兴8项政策措施。", [("出台渔港带高质量振兴政策措施", "8", "项")]),
        ("“渔光”货运班轮开通3条航线。", [("“渔光”货运班轮开通航线", "3", "条")]),
        ("实施新一轮海塘提升行动，新（改）建60公里。", [("新（改）建海塘", "60", "公里")]),
        ("旧渔港改造提速，启动6个改造项目。", [("启动旧渔港改造项目", "6", "个")]),
        ("两湖渔业经济圈建设蹄疾步稳，经济总量超5亿元。", [("两湖渔业经济圈经济总量", "5", "亿元")]),
        ("打好攻坚战，交付3万套。", []),
        ("高质量建好9个主平台。", []),
        ("渔政部门运维实现集中管理、经费下降9%。", [("渔政部门运维经费降幅", "9", "%")]),
    ],
)  # fmt: skip
def test_a_bare_name_takes_its_subject_or_is_left_out(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("动员超90名义工线上线下接力。", [("动员义工", "90", "名")]),
        ("建成6个渔业优质均衡发展区。", [("建成渔业优质均衡发展区", "6", "个")]),
        ("7个入海断面水质优良比例连续3年保持100%。", [("入海断面水质优良比例", "100", "%")]),
        ("现代渔业增加值占渔业增加值比重达64%。", [("现代渔业增加值占渔业增加值比重", "64", "%")]),
        ("整体提升9所渔校、5家诊所周边环境。",
         [("提升周边环境渔校", "9", "所"), ("提升周边环境诊所", "5", "家")]),
        ("推进2个先行渔区、9个补短渔村建设。", [("先行渔区", "2", "个"), ("补短渔村", "9", "个")]),
        ("9个渔港预案全县配置。", [("渔港预案", "9", "个")]),
        ("与9个国家缔结18对友城。", []),
    ],
)  # fmt: skip
def test_no_cut_goes_through_a_word(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("鱼粉处理能力提高到9万吨/年。", [("鱼粉处理能力", "90000", "吨/年")]),
        ("渔业劳动生产率达到25万元/人。", [("渔业劳动生产率", "25", "万元/人")]),
        ("渔民护理补贴标准从每人每月90元提高到95元。", [("每人每月渔民护理补贴标准", "95", "元")]),
        ("渔运班列（甲线）开行305列、增长4%。", [("渔运班列（甲线）开行", "305", "列")]),
        ("渔业产值增长4.5%—5%。", [("渔业产值增幅", "4.5", "%"), ("渔业产值增幅", "5", "%")]),
        ("渔业产值增长4.5%至5%。", [("渔业产值增幅", "4.5", "%"), ("渔业产值增幅", "5", "%")]),
        ("渔业占比从3%到5%。", [("渔业占比", "5", "%")]),
    ],
)  # fmt: skip
def test_units_and_ranges_are_whole(sentence, expected):
    assert table(sentence) == expected


def test_the_ends_of_a_range_are_no_exact_values():
    text = "青石县2025年政府工作报告\n一、主要工作\n渔业产值增长4.5%—5%。\n"
    report = structure(clean(Source("made-up.txt", text, "utf-8", "0")), vocabulary(), gazetteer())
    assert [m.approximate for m in find_quantities(report, vocabulary(), gazetteer())] == [True, True]
