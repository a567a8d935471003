"""What is measured, how much, and what is no measurement: invented sentences only."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from decimal import Decimal

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.mention.quantities.find import find_quantities
from kg.model import Source
from kg.read import read_source
from kg.structure import structure
from kg.vocabulary import vocabulary


def report(sentence):
    text = f"青石县2023年法治政府建设年度报告\n一、主要工作\n{sentence}\n"
    return structure(clean(Source("made-up.txt", text, "utf-8", "0")), vocabulary(), gazetteer())


def found(sentence, awards=()):
    made = report(sentence)
    shift = made.text.index(sentence[:4])
    spans = [(a + shift, b + shift) for a, b in awards]
    return find_quantities(made, vocabulary(), gazetteer(), spans)


def table(sentence):
    return [(m.name, str(m.value), m.unit) for m in found(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # A number behind its noun; the verb stays where it tells one count from another.
        ("全年共走访商户1260家。", [("走访商户", "1260", "家")]),
        ("开展普法讲座56场。", [("普法讲座", "56", "场")]),
        ("截至2023年底，全县共有调解组织212个。", [("调解组织", "212", "个")]),
        ("“一窗通办”率达97.1%。", [("“一窗通办”率", "97.1", "%")]),
        ("线上兑付补贴10.33亿元。", [("线上兑付补贴", "10.33", "亿元")]),
        ("收案诉讼比7.09:1。", [("收案诉讼比", "7.09", ":1")]),
        # A number before its noun.
        ("对全县近300本执法证件进行统一换发。", [("执法证件统一换发", "300", "本")]),
        ("为1500余家商户提供“夜市”法律服务。", [("“夜市”法律服务商户", "1500", "家")]),
        ("在养老托育等6个领域建立会商机制。", [("建立会商机制领域", "6", "个")]),
        ("18个乡镇实现“一门受理”全覆盖。", [("实现“一门受理”全覆盖乡镇", "18", "个")]),
        ("县水利局等3家单位现场述职。", [("现场述职单位", "3", "家")]),
        ("推动11个县（市、区）全部建成调解中心。", [("建成调解中心县（市、区）", "11", "个")]),
        ("为12户企业减免罚款86万元。", [("减免罚款企业", "12", "户"), ("减免罚款", "86", "万元")]),
    ],
)  # fmt: skip
def test_the_name_is_built_from_the_clause(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # A list shares its verb, its predicate, its tail or its value.
        ("修改或废止规章8件、规范性文件69件。",
         [("修改或废止规章", "8", "件"), ("修改或废止规范性文件", "69", "件")]),
        ("对3个县级事项、5个乡级事项实行台账管理。",
         [("台账管理县级事项", "3", "个"), ("台账管理乡级事项", "5", "个")]),
        ("编制、人员下沉比例达71.25%、63.18%。", [("编制下沉比例", "71.25", "%"), ("人员下沉比例", "63.18", "%")]),
        ("认领率、检查覆盖率均达100%。", [("认领率", "100", "%"), ("检查覆盖率", "100", "%")]),
        ("审查决策、合同分别为12件、35件。", [("审查决策", "12", "件"), ("审查合同", "35", "件")]),
        ("发布清单3批次共215项。", [("发布清单", "3", "批次"), ("发布清单", "215", "项")]),
        ("征集茶市意见213条，其中47条获采纳。", [("征集茶市意见", "213", "条"), ("征集茶市意见采纳", "47", "条")]),
        ("开展案卷评查2轮。", [("案卷评查", "2", "轮")]),
        ("学习《中华人民共和国茶叶生产促进法》《安徽省茶山保护管理条例》等法律法规8次。", [("法律法规", "8", "次")]),
        # A bare rate, a bare verb and a bare share take what they leave out from the numbers before.
        ("受理群众诉求120件，办结率99%。", [("受理群众诉求", "120", "件"), ("群众诉求办结率", "99", "%")]),
        ("复议纠错7件，纠错率4.27%。", [("复议纠错", "7", "件"), ("复议纠错率", "4.27", "%")]),
        ("收到复议申请9件，受理8件。", [("收到复议申请", "9", "件"), ("受理复议申请", "8", "件")]),
        ("优秀案卷35宗，占17.5%。", [("优秀案卷", "35", "宗"), ("优秀案卷占比", "17.5", "%")]),
    ],
)  # fmt: skip
def test_what_a_list_leaves_out_is_put_back(sentence, expected):
    assert table(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "value", "change"),
    [
        ("新收复议案件1.13万件，同比增长51.18%。", "11300", "51.18"),
        ("诉讼败诉率为8.3%，较上年下降3.1个百分点。", "8.3", "-3.1"),
        ("新登记企业3000户、增长1.2倍。", "3000", "120"),
    ],
)
def test_growth_behind_a_quantity_is_its_change(sentence, value, change):
    (mention,) = found(sentence)
    assert (mention.value, mention.change) == (Decimal(value), Decimal(change))


def test_several_changes_belong_to_as_many_quantities():
    changes = [m.change for m in found("立案412宗，办结398宗，同比分别上升12.3%、10.5%。")]
    assert changes == [Decimal("12.3"), Decimal("10.5")]


def test_growth_of_a_noun_is_a_rate_of_its_own():
    assert table("信访量下降12%。") == [("信访量降幅", "12", "%")]


def test_of_a_change_from_one_value_to_another_the_new_one_counts():
    assert table("负责人出庭率由85%提升至96%。") == [("负责人出庭率", "96", "%")]


def test_a_range_is_two_observations():
    assert [item[1] for item in table("每月抽查点位5-10个。")] == ["5", "10"]


def test_a_bracket_holds_quantities_of_its_own():
    assert table("受理复议案件86件（含上年结转6件）。") == [("受理复议案件", "86", "件"), ("上年结转", "6", "件")]


@pytest.mark.parametrize(
    "sentence",
    [
        "5个项目获评全省最佳实践。", "3个案例入选全国典型案例名单。", "创建全国示范社区2个，省级5个。",
        "落实“三项制度”，构建“1+8”体系。",
        "推进“最多80天”改革。",
        "2023年3月5日召开第4次推进会。",
        "根据该办法第33条办理。",
        "从3个方面发力。",
        "较上年增加50万元。",
        "位居全省第3位。",
        "贯彻党的二十大和六届八次全会精神。",
        "每周研判1次以上形势年均18岁。",
    ],
)  # fmt: skip
def test_awards_ordinals_slogans_and_dates_are_no_indicators(sentence):
    assert [item for item in table(sentence) if "研判" not in item[0]] == []


def test_a_clause_in_which_an_award_was_found_counts_awards():
    sentence = "新添省级书香村落4个，发放读本20册。"
    assert [m.value for m in found(sentence)] == [4, 20]
    assert [m.value for m in found(sentence, awards=[(2, 8)])] == [20]


def test_mentions_stand_where_their_number_stands():
    made = report("全年共走访商户1260家，其中对12个市场进行抽检。")
    for mention in find_quantities(made, vocabulary(), gazetteer()):
        assert str(mention.value) in made.text[mention.start : mention.end]


def test_gold_reports_keep_their_score(shared, tmp_path):
    with (tmp_path / "indicators.csv").open("w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle)
        rows.writerow(["source", "indicator", "value", "unit", "change", "place", "year"])
        for path in sorted((shared / "corpus").glob("*.txt")):
            made = structure(clean(read_source(path)), vocabulary(), gazetteer())
            for m in find_quantities(made, vocabulary(), gazetteer()):
                rows.writerow([path.name, m.name, m.value, m.unit, m.change, "", ""])
    golds = sorted((shared / "evaluation" / "gold").glob("*.json"))
    script = shared / "evaluation" / "score.py"
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path), *map(str, golds), "--json"],
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert json.loads(run.stdout)["indicators"]["f1"] >= 0.95
