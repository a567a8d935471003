"""Evidence: the sentence as it stands in the source, with offsets that lead to it."""

import pytest
from hypothesis import given, settings
from invented import REPORTS, report_of, report_with

from kg.assertion import assert_facts
from kg.assertion.evidence import evidence_of
from kg.gazetteer import gazetteer
from kg.mention import find_mentions
from kg.mention.programmes.find import find_programmes
from kg.model import Mention, Report, ReportFacts
from kg.resolve import resolve
from kg.vocabulary import vocabulary


def evidence(report: Report, words: str):
    at = report.text.index(words)
    return evidence_of(report, Mention(at, at + len(words), words, "made-up"))


def test_the_sentence_and_its_section():
    report = report_with("推进试点。推行“云窗办”改革，办理120件；成效明显。", "一、存在的不足")
    found = evidence(report, "“云窗办”改革")
    assert found.text == "推行“云窗办”改革，办理120件；"
    assert (found.role, found.rule) == ("problem", "made-up")
    assert report.source.text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('推行"云窗办"改革,办理１２０件.', "办理120件"),
        ("推行“云窗\r\n办”改革，全县推进。", "办”改革"),
        ("推　行“云窗办”改 革。", "“云窗办”改革"),
        ("**推行**“云窗办”改革。", "“云窗办”改革"),
        ("推行「云窗办」改革;成效明显。", "“云窗办”改革"),
    ],
)
def test_evidence_is_never_altered(source, words):
    report = report_with(source)
    found = evidence(report, words) if words in report.text else evidence(report, words[:2])
    assert found.text == report.source.text[found.start : found.end]
    assert found.text in report.source.text


def test_a_name_over_a_sentence_end_takes_both():
    report = report_with("推行甲；乙改革。")
    assert evidence(report, "甲；乙").text == "推行甲；乙改革。"


def facts_of(words: str) -> ReportFacts:
    report = report_of(words)
    return assert_facts(
        report, resolve(report, find_mentions(report, vocabulary(), gazetteer()), vocabulary(), gazetteer())
    )


def test_facts_come_once_and_in_order():
    sentence = "推行“云窗办”改革。"
    facts = facts_of(
        f"霍邱县2023年法治政府建设年度报告\n推进法治政府建设，开展改革试点工作。\n一、主要成效\n{sentence}\n{sentence}\n"
    )
    runs = [run for run in facts.engagements if "云窗办" in run.programme.label]
    assert len(runs) == 2  # two sentences say so
    assert [run.evidence.start for run in runs] == sorted(run.evidence.start for run in runs)
    assert len({place.place.key for place in facts.places}) == len(facts.places)


def test_what_is_unknown_is_said():
    facts = facts_of("法治政府建设年度报告\n全面推进法治政府建设，开展改革试点工作。\n鼓楼区推行试点。\n")
    assert {problem.code for problem in facts.problems} == {"place-unknown", "year-unknown", "place-ambiguous"}
    assert all(problem.remedy_zh and problem.remedy_en and problem.file == "x.txt" for problem in facts.problems)
    assert facts.meta.place is None


@given(REPORTS)
@settings(max_examples=120, deadline=None)
def test_every_fact_of_any_report_leads_back_to_its_words(words):
    facts = facts_of(words)
    rows = (
        *facts.places,
        *facts.engagements,
        *facts.awards,
        *facts.bodies,
        *facts.documents,
        *facts.observations,
    )
    for row in rows:
        found = row.evidence
        assert 0 <= found.start < found.end <= len(words)
        assert words[found.start : found.end] == found.text


@given(REPORTS)
@settings(max_examples=60, deadline=None)
def test_the_evidence_of_a_programme_holds_its_words(words):
    report = report_of(words)
    for mention in find_programmes(report, vocabulary()):
        found = evidence_of(report, mention)
        start, end = report.source_span(mention.start, mention.end)
        assert found.start <= start < end <= found.end
