"""Documents in 《》 and without: names, kinds, relations. Invented sentences only."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.mention.documents.find import find_documents, titles
from kg.model import Source
from kg.read import read_source
from kg.structure import structure
from kg.vocabulary import vocabulary


def found(sentence, title="杭州市2023年法治政府建设年度报告"):
    text = f"{title}\n一、主要工作\n{sentence}\n"
    made = structure(clean(Source("made-up.txt", text, "utf-8", "0")), vocabulary(), gazetteer())
    return find_documents(made, vocabulary(), gazetteer())


def names(sentence):
    return [mention.name for mention in found(sentence)]


def test_titles_nest_and_keep_inner_marks():
    text = "印发《关于贯彻〈甲办法〉的《补充》通知》和《乙》"
    assert [item.title for item in titles(text, 0, len(text))] == ["关于贯彻〈甲办法〉的《补充》通知", "乙"]


def test_a_title_broken_over_lines_is_one_title():
    assert names("印发《青石县河湖长制工作\n管理办法》，压实责任。") == ["青石县河湖长制工作管理办法"]


def test_a_title_never_closed_is_none():
    assert names("印发《青石县河湖长制管理办法，压实责任。后续推进。") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("制定城市更新管理办法、物业服务规范等制度。", ["城市更新管理办法", "物业服务规范"]),
        ("出台推进仲裁改革工作和加快公证人才培养两个方案。", ["推进仲裁改革工作方案", "加快公证人才培养方案"]),
        ("编印征收补偿、物业纠纷、旧房改造领域工作指引。", ["征收补偿、物业纠纷、旧房改造领域工作指引"]),
        ("出台优化营商环境50条、纾困“十条”等政策措施。", ["优化营商环境50条", "纾困“十条”"]),
        ("印发了关于加强镇街审核工作的实施意见。", ["关于加强镇街审核工作的实施意见"]),
        ("研究制定法治青石建设规划（2026—2030年），统筹力量。", ["法治青石建设规划（2026—2030年）"]),
        ("进一步完善合法性审核“绿灯”指导手册。", ["合法性审核“绿灯”指导手册"]),
        ("首创“区属镇用”管理办法。", ["“区属镇用”管理办法"]),
        ("青石县国土空间总体规划获批实施。", ["青石县国土空间总体规划"]),
        ("制定《法治社会建设纲要》任务分工方案。", ["法治社会建设纲要", "《法治社会建设纲要》任务分工方案"]),
        ("制定《法治社会建设实施纲要》分工方案。", ["法治社会建设实施纲要", "《法治社会建设实施纲要》分工方案"]),
    ],
)  # fmt: skip
def test_documents_without_title_marks(sentence, expected):
    assert names(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "制定问题整改方案，建立台账。",
        "作出行政处罚决定23件。",
        "全年制定行政规范性文件8件。",
        "严格备案审查标准，强化责任。",
        "发布产业指引30件。",
        "落实三项制度，规范执法司法普法。",
        "创新工作方法，转变执法办法律师参与。",
        "优化片区规划，完善设施。",
        "制定各行业推广方案。",
        "公开各类解读116条。", "推进规范化标准化建设。", "开展宪法宣传周、民法典宣传月活动。",
    ],
)  # fmt: skip
def test_classes_acts_and_longer_words_are_no_documents(sentence):
    assert names(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name", "kind", "relation"),
    [
        ("严格执行《重大行政决策程序暂行条例》。", "重大行政决策程序暂行条例", "regulation", "implemented"),
        ("制定实施《杭州市养犬服务指南》。", "杭州市养犬服务指南", "standard", "issued"),
        ("高质量推进《杭州市河道保护条例》等3部法规的立法工作。", "杭州市河道保护条例", "regulation", "enacted"),
        ("《杭州市河道保护条例》入选全国十大事例。", "杭州市河道保护条例", "regulation", "enacted"),
        ("贯彻《杭州市河道保护条例》。", "杭州市河道保护条例", "regulation", "implemented"),
        ("组织开展《中华人民共和国统计法》等法律的学习。", "中华人民共和国统计法", "law", "studied"),
        ("学习新修订的《保守国家秘密法》。", "保守国家秘密法", "law", "studied"),
        ("按照国务院印发的《关于加强基层治理的意见》推进。", "关于加强基层治理的意见", "policy", "implemented"),
        ("国务院印发《关于加强基层治理的意见》。", "关于加强基层治理的意见", "policy", "mentioned"),
        ("相关做法被《远山日报》刊发。", "远山日报", "publication", "mentioned"),
        ("歌曲《村里来了调解员》获二等奖。", "村里来了调解员", "publication", "issued"),
        ("在《基层法治》专刊交流经验。", "基层法治", "publication", "mentioned"),
        ("编发行政争议化解白皮书。", "行政争议化解白皮书", "publication", "issued"),
        ("《杭州市拖车管理办法》自5月1日起施行。", "杭州市拖车管理办法", "policy", "issued"),
    ],
)  # fmt: skip
def test_kind_and_relation(sentence, name, kind, relation):
    (mention,) = found(sentence)
    assert (mention.name, mention.kind, mention.relation) == (name, kind, relation)


def test_items_of_a_chain_share_the_verb():
    mentions = found("严格落实《甲工作规则》《乙实施办法》、《丙条例》。")
    assert [mention.relation for mention in mentions] == ["implemented"] * 3


def test_laws_are_known_without_title_marks():
    mentions = found("市政府常务会议专题学习行政处罚法、安全生产法和噪声防治法。")
    assert [(m.name, m.relation) for m in mentions][:2] == [("行政处罚法", "studied"), ("安全生产法", "studied")]


def test_an_unknown_law_needs_a_context_of_law():
    assert names("专题学习湿地修复法等法律知识。") == ["湿地修复法"]
    assert names("学习借鉴调解办法、工作方法。") == []


def test_spans_hold_what_is_named():
    sentence = "出台《甲办法》，制定城市更新管理办法、物业服务规范等制度。"
    title = "杭州市2023年法治政府建设年度报告"
    made = structure(
        clean(Source("x.txt", f"{title}\n一、工作\n{sentence}\n", "utf-8", "0")), vocabulary(), gazetteer()
    )
    for mention in find_documents(made, vocabulary(), gazetteer()):
        assert mention.name in made.text[mention.start : mention.end]


def test_a_long_clause_is_read_in_no_time():
    started = time.perf_counter()
    found("在《甲办法》" + "推动各地各部门协同发力久久为功" * 40 + "。")
    assert time.perf_counter() - started < 5  # a pattern that backtracks takes minutes


def test_gold_reports_keep_their_score(shared, tmp_path):
    with (tmp_path / "documents.csv").open("w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle)
        rows.writerow(["source", "document", "kind", "relation"])
        for path in sorted((shared / "corpus").glob("*.txt")):
            made = structure(clean(read_source(path)), vocabulary(), gazetteer())
            for m in find_documents(made, vocabulary(), gazetteer()):
                rows.writerow([path.name, m.name, m.kind, m.relation])
    golds = sorted((shared / "evaluation" / "gold").glob("*.json"))
    script = shared / "evaluation" / "score.py"
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path), *map(str, golds), "--json"],
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert json.loads(run.stdout)["documents"]["f1"] >= 0.95
