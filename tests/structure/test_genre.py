"""What is no report is told apart, and no report is taken for anything else."""

import pytest
from conftest import ROOT, SAMPLE_FILES

from kg import pipeline
from kg.clean import clean
from kg.errors import InputError
from kg.gazetteer import gazetteer
from kg.model import Source
from kg.read import find_inputs
from kg.structure import structure
from kg.vocabulary import vocabulary

WORK = "\n一、主要举措\n推行“一窗通办”改革，办理事项1200件。\n二、存在的不足\n执法力量不足。\n"
OTHERS = {
    "paper": [
        "县域法治政府建设年度报告制度研究\n张三\n（某大学法学院）\n摘要：法治政府建设年度报告制度运行多年。本文以120份报告为样本。\n"
        "关键词：法治政府；年度报告\n一、问题的提出\n学界对此研究不多。\n二、样本\n逐一编码。\n",
        "论法治政府建设评估\n【内容提要】 法治政府建设评估是一项制度。\n一、评估\n评估有三种。\n二、结语\n应当完善。\n"
        "参考文献\n[1]李四：评估研究。\n",
    ],
    "news": [
        "平川县听取2023年法治政府建设情况报告\n"
        "本报讯（记者 王五）昨日，平川县召开常务会议，听取2023年法治政府建设情况报告。会议指出，要持续推进改革。\n",
        "平川县发布2023年法治政府建设年度报告\n2024-01-31 来源：平川日报\n"
        "（通讯员 赵六 钱七）近日，平川县发布报告，推行“一窗通办”改革成效明显。\n",
    ],
    "plan": [
        "平川县2024年法治政府建设工作要点\n为推进法治政府建设，提出以下要点。" + WORK,
        "平川县人民政府办公室关于印发平川县法治政府建设实施方案\n（2021－2025年）的通知\n各镇人民政府：\n现印发给你们。"
        + WORK,
        "关于开展2024年依法行政考核工作的通知\n各单位：\n请认真准备，做好依法行政考核。" + WORK,
    ],
    "template": [
        "××县2023年法治政府建设年度报告（参考模板）\n2023年，××县深入学习。" + WORK,
        "某县人民政府关于2023年法治政府建设情况的报告\n2023年，某县推进改革。" + WORK,
        "平川县20××年法治政府建设年度报告\n20××年，推进改革。" + WORK,
    ],
    "other": ["从前有座山，山里有座庙，庙里有个老和尚在讲故事。" * 20],
}
CASES = [(genre, text) for genre, texts in OTHERS.items() for text in texts]


def structured(text, keep_all=False):
    return structure(clean(Source("x.txt", text, "utf-8", "0" * 64)), vocabulary(), gazetteer(), keep_all)


@pytest.mark.parametrize(("genre", "text"), CASES, ids=[f"{genre}-{at}" for at, (genre, _) in enumerate(CASES)])
def test_what_is_no_report_is_left_out_and_may_be_kept(genre, text):
    with pytest.raises(InputError) as raised:
        structured(text)
    assert raised.value.code == "not-a-report"
    assert "--keep-all" in raised.value.remedy_zh
    assert "--keep-all" in raised.value.remedy_en
    kept = structured(text, keep_all=True)
    assert kept.genre == genre
    assert kept.problems[-1].code == "kept-no-report"
    assert kept.meta.kind == ("plan" if genre == "plan" else "other")


@pytest.mark.parametrize(
    "text",
    [
        "平川县2023年法治政府建设年度报告\n某公司诉某局一案，由某县法院审结，张某某胜诉。" + WORK,
        "平川县2023年法治政府建设情况及2024年工作要点\n2023年，平川县推进改革。" + WORK,
        "平川县人民政府关于印发2023年法治政府建设工作总结的通知\n2023年，平川县推进改革。" + WORK,
        "杭州网 2024-05-28\n平川县2023年法治政府建设年度报告\n记者站设立，新闻发布会举行，邀请记者参加。" + WORK,
        "平川县2023年法治政府建设年度报告\n（2024年1月在会议上）\n附件：参考文献\n关键词检索功能上线。" + WORK,
        "法治政府建设\n2023年，平川县推进法治政府建设，制定年度计划、工作方案。" + WORK,
    ],
)
def test_reports_that_speak_of_such_things_stay_reports(text):
    assert structured(text).genre == "report"


def test_every_report_at_hand_is_one():
    invented = sorted((ROOT / "tests" / "evaluation" / "invented").glob("*.txt"))
    assert len(invented) > 20
    assert len(SAMPLE_FILES) > 10
    for given in find_inputs([*SAMPLE_FILES, *invented])[0]:
        assert pipeline.structured(given).genre == "report", given.name


def test_every_real_report_is_one(shared):
    real = sorted((shared / "corpus").rglob("*.txt"))
    assert len(real) > 10
    for given in find_inputs(real)[0]:
        found = pipeline.structured(given)
        assert found.genre == "report", given.name
        assert not [problem for problem in found.problems if problem.code == "metadata-conflict"], given.name
