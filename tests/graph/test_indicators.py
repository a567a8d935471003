"""Which canonical indicator a count means: invented sentences for each, and near misses."""

from __future__ import annotations

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.graph.indicator_names import CanonicalIndicators, dimension, words_of
from kg.ids import iri, key
from kg.mention.quantities.find import find_quantities
from kg.model import Source
from kg.structure import structure
from kg.vocabulary import ontology_folder, vocabulary

CONCEPTS = vocabulary().indicators
CANONICAL = CanonicalIndicators(CONCEPTS)

SENTENCES = """
行政复议案件收案数 新收行政复议申请86件。
行政复议案件收案数 收到复议申请31件。
行政复议案件收案数 县政府收到行政复议申请64件。
行政复议案件受理数 受理行政复议申请73件。
行政复议案件受理数 行政复议案件受理52件。
行政复议案件办理数 办理行政复议案件44件。
行政复议案件审结数 办结行政复议案件39件。
行政复议案件审结数 审结复议案件37件。
行政复议纠错件数 复议纠错5件。
行政复议纠错率 行政复议案件纠错率为8.2%。
行政复议直接纠错率 行政复议直接纠错率为3.1%。
行政复议综合纠错率 行政复议综合纠错率达到12.6%。
行政复议综合调解率 行政复议案件调解和解率达到41%。
行政应诉案件数 办理行政应诉案件58件。
行政应诉案件数 新收行政诉讼案件61件。
行政诉讼一审案件数 一审行政诉讼案件47件。
行政诉讼败诉案件数 行政机关败诉案件6件。
行政诉讼败诉率 行政诉讼案件败诉率为9.4%。
行政诉讼一审败诉率 一审行政诉讼败诉率为7.7%。
行政机关负责人出庭应诉率 行政机关负责人出庭应诉率达到100%。
行政机关负责人出庭应诉次数 行政机关负责人出庭应诉53人次。
合法性审查件数 开展合法性审查417件。
重大行政决策合法性审查件数 审查重大行政决策18件。
行政规范性文件合法性审查件数 合法性审核行政规范性文件29件。
行政规范性文件合法性审查件数 县司法局审查规范性文件33件。
行政合同审查件数 审查政府合同140份。
涉企文件审查件数 审查涉企政策文件22件。
公平竞争审查件数 开展公平竞争审查35件。
行政规范性文件制定件数 出台行政规范性文件14件。
行政规范性文件备案数 报备规范性文件13件。
行政规范性文件备案审查件数 备案审查行政规范性文件26件。
备案审查纠错件数 备案审查纠正文件3件。
行政规范性文件清理件数 清理规范性文件88件。
行政规范性文件修改废止件数 修改、废止规范性文件19件。
行政执法证件数 行政执法证920张。
行政执法持证人员数 持证执法人员860人。
执法人员持证率 行政执法人员持证率达到97%。
行政执法案卷评查数 评查行政执法案卷240卷。
行政处罚案件数 办理行政处罚案件1180件。
罚没金额 罚没款320万元。
行政检查次数 开展行政检查5600次。
行政检查次数降幅 行政检查次数同比下降31%。
涉企检查次数降幅 涉企行政检查频次同比下降36%。
首违不罚和轻微不罚件数 办理首违不罚案件210件。
首违不罚和轻微不罚件数 作出不予行政处罚决定75件。
行刑衔接移送件数 向公安机关移送涉嫌犯罪案件16件。
检察建议办结数 办理检察建议28件。
司法建议办结数 回复司法建议9件。
信用修复件数 办理信用修复430件。
调解案件数 调解各类矛盾纠纷2360件。
调解案件数 排查化解矛盾纠纷980起。
人民调解案件数 办理人民调解案件1900件。
行政调解案件数 办理行政调解案件330件。
调解成功率 矛盾纠纷调解成功率达到98.6%。
人民调解成功率 人民调解成功率达到99%。
行政调解成功率 行政调解成功率达到81%。
矛盾纠纷化解率 矛盾纠纷化解率达到96%。
人民调解组织数 共有人民调解委员会148个。
人民调解员数 共有人民调解员720名。
信访件数 受理信访事项640件。
信访量降幅 信访总量同比下降12%。
信访事项办结率 信访事项按期办结率达到99%。
法律援助案件数 办理法律援助案件780件。
法律援助受援人数 法律援助受援人1020人。
法律咨询次数 解答法律咨询8700人次。
公证件数 办理公证事项3100件。
司法鉴定件数 办理司法鉴定案件640件。
公共法律服务量 提供公共法律服务1.9万件。
法律明白人数 培育“法律明白人”560名。
普法活动场次 开展法治宣传活动310场。
法律顾问数 聘请法律顾问24名。
村（居）法律顾问数 配备村（居）法律顾问190名。
法治培训人次 培训执法人员830人次。
12345热线受理量 12345热线受理诉求4.6万件。
12345热线办理量 办理12345热线工单3.9万件。
12345热线办结率 12345热线工单办结率达到99.8%。
12345热线满意率 12345热线群众满意率达到97.5%。
一网通办率 政务服务事项网办率达到96%。
即办件比例 政务服务事项即办件占比达到71%。
一件事上线数 推出“高效办成一件事”事项21个。
政务服务满意率 政务服务好评率达到99.9%。
政府信息主动公开条数 主动公开政府信息6400条。
依申请公开件数 受理政府信息公开申请57件。
人大代表建议办理件数 办理县人大代表建议92件。
政协提案办理件数 办结政协提案105件。
建议提案办理件数 办理建议提案230件。
人大代表建议和政协提案办结率 建议提案按期办结率达到100%。
地方性法规提请审议件数 提请市人大常委会审议地方性法规草案4件。
地方性法规制定件数 出台地方性法规3件。
政府规章制定件数 制定政府规章2件。
政府规章修改废止件数 修改或废止规章5件。
政府规章立改废件数 制定、修改、废止政府规章9件。
地区生产总值 地区生产总值达到412亿元。
地区生产总值增速 地区生产总值增长5.6%。
人均地区生产总值 人均地区生产总值达到8.4万元。
规模以上工业增加值增速 规上工业增加值增长6.2%。
固定资产投资增速 固定资产投资增长4.3%。
社会消费品零售总额 社会消费品零售总额达到150亿元。
社会消费品零售总额增速 社会消费品零售总额增长3.9%。
进出口总额 外贸进出口总值达到36亿元。
进出口总额增速 进出口总额增长7.1%。
一般公共预算收入 地方一般公共预算收入28.4亿元。
一般公共预算收入增速 一般公共预算收入增长2.2%。
居民人均可支配收入 全体居民人均可支配收入达到46200元。
居民人均可支配收入增速 居民人均可支配收入增长5.1%。
城镇居民人均可支配收入 城镇居民人均可支配收入达到58300元。
农村居民人均可支配收入 农村居民人均可支配收入达到32100元。
城镇居民人均可支配收入增速 城镇和农村居民人均可支配收入分别增长9.1%、9.3%。
农村居民人均可支配收入增速 农村居民人均可支配收入增长6.3%。
城乡居民收入比 城乡居民收入比缩小至1.82∶1。
城镇新增就业 城镇新增就业6200人。
城镇调查失业率 城镇调查失业率控制在5%以内。
居民消费价格涨幅 居民消费价格上涨0.4%。
常住人口城镇化率 常住人口城镇化率达到63.5%。
粮食产量 粮食总产量达到21万吨。
全社会研发投入强度 全社会研发投入强度达到2.6%。
高新技术企业数 高新技术企业达到310家。
经营主体数 经营主体达到9.8万户。
新设经营主体数 新登记经营主体1.2万户。
森林覆盖率 森林覆盖率达到54%。
空气质量优良天数比例 空气质量优良天数比例达到93%。
PM2.5平均浓度 PM2.5平均浓度降至24微克/立方米。
"""
EXPECTED = [line.split(" ", 1) for line in SENTENCES.strip().splitlines()]


def concepts(sentence):
    text = f"青石县2025年法治政府建设年度报告\n一、主要工作\n{sentence}\n"
    report = structure(clean(Source("made-up.txt", text, "utf-8", "0")), vocabulary(), gazetteer())
    found = [CANONICAL.find(m.name, m.unit) for m in find_quantities(report, vocabulary(), gazetteer())]
    return [concept.label if concept else None for concept in found]


@pytest.mark.parametrize(("label", "sentence"), EXPECTED)
def test_a_sentence_leads_to_its_concept(label, sentence):
    assert concepts(sentence)[0] == label


def test_every_concept_has_a_sentence():
    assert len(CONCEPTS) >= 48
    assert {concept.label for concept in CONCEPTS} == {label for label, _ in EXPECTED}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 收, 受理, 办结 of one sentence are three counts.
        ("收到行政复议申请50件，受理44件，办结41件。",
         ["行政复议案件收案数", "行政复议案件受理数", "行政复议案件审结数"]),
        ("行政诉讼一审败诉率6%。", ["行政诉讼一审败诉率"]),
        ("行政诉讼二审败诉率6%。", [None]),
        ("区政府负责人出庭率达到100%。", [None]),
        ("部门负责人出庭应诉率达到98%。", [None]),
        ("全程网办率达到88%。", [None]),
        ("行政复议化解率达到90%。", [None]),
        ("律师调解成功率达到62%。", [None]),
        ("涉外公证120件。", [None]),
        ("排查矛盾纠纷630件。", [None]),
        ("五年化解矛盾纠纷9800件。", [None]),
        ("累计化解矛盾纠纷9800件。", [None]),
        ("城镇新增就业年均超过800人。", [None]),
        ("地区生产总值年均增长5%。", [None]),
        ("工业增加值增长5%。", [None]),
        ("服务群众满意率达到98%。", [None]),
        ("重大行政决策18件。", [None]),
        ("审查各类文件90件。", [None]),
        ("备案审查规范性文件15件，报备规范性文件12件。", ["行政规范性文件备案审查件数", "行政规范性文件备案数"]),
        ("持证执法人员86人、行政执法证件90张。", ["行政执法持证人员数", "行政执法证件数"]),
    ],
)  # fmt: skip
def test_near_misses_keep_apart(sentence, expected):
    assert concepts(sentence) == expected


def test_a_unit_that_a_concept_cannot_have_keeps_a_name_from_it():
    assert CANONICAL.find("办理法律援助案件", "件").label == "法律援助案件数"
    assert CANONICAL.find("办理法律援助案件", "万元") is None
    assert CANONICAL.find("地区生产总值", "%") is None
    assert [dimension(unit) for unit in ("%", "万元", "名", "人次", "斤", ":1", "件")] == [
        "rate", "money", "people", "occasions", "weight", "ratio", "things",
    ]  # fmt: skip


def test_order_and_synonyms_do_not_matter():
    assert words_of("受理行政复议申请") == words_of("行政复议案件受理数") != words_of("新收行政复议案件")


def test_every_name_of_a_concept_leads_to_it():
    for concept in CONCEPTS:
        for name in (concept.label, *concept.aliases):
            assert CANONICAL.find(name, concept.unit) == concept, name


def test_the_iri_of_a_canonical_indicator_is_the_one_that_graphs_mint():
    text = (ontology_folder() / "vocabularies" / "indicators.ttl").read_text(encoding="utf-8")
    for concept in CONCEPTS:
        assert f"<{iri('indicator', key(concept.label))}> a fz:Indicator" in text
    assert text.count("skos:definition") == len(CONCEPTS) + 1
