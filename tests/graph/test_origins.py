"""Where, when and by what document curated programmes began, in a built graph."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_up import DISTRICT, MadeUpGazetteer, facts, said

from kg.gazetteer import gazetteer
from kg.graph import build, run, store
from kg.ids import DEFAULT_BASE
from kg.inquiry.stored import Stored
from kg.inquiry.suggest import things
from kg.model import DocumentRole, Engagement, Programme
from kg.vocabulary import vocabulary

WORDS = vocabulary()
PLAN = "提升行政执法质量三年行动计划（2023—2025年）"
DECREE = "国务院关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见"
SHORT = "关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见"


def programme(key):
    concept = next(concept for concept in WORDS.programmes if concept.key == key)
    return Programme(concept.key, concept.label, concept.kind, curated=True)


def report(*keys, documents=()):
    empty = dict.fromkeys(("places", "awards", "bodies", "observations"), ())
    told = tuple(Engagement(programme(key), DISTRICT, 2022, "implemented", said("“放管服”")) for key in keys)
    return replace(facts(), engagements=told, documents=tuple(documents), **empty)


def ask(query, *told, places=None, words=WORDS):
    return sorted(run(store(build(told, words, places or gazetteer(), version="1")), query).rows)


def names(name, relation="implemented", place=DISTRICT):
    return DocumentRole(name, "policy", place, relation, 2022, said("“放管服”"))


def test_a_programme_says_where_and_when_it_began():
    query = """SELECT ?level ?year ?name ?path {
        ?p skos:prefLabel "最多跑一次改革"@zh ; fz:beganLevel/skos:notation ?level ; fz:beganYear ?year ;
           fz:beganIn ?place . ?place a fz:Place ; rdfs:label ?name ; fz:path ?path }"""
    assert ask(query, report("最多跑一次改革")) == [("province", "2016", "浙江省", "浙江省")]


def test_a_place_that_only_a_programme_names_brings_what_it_lies_in():
    query = "SELECT ?above { ?p fz:beganIn/dcterms:isPartOf/rdfs:label ?above }"
    assert ask(query, report("标准地改革")) == [("浙江省",), ("湖州市",)]


def test_a_place_that_the_gazetteer_lacks_is_left_out():
    query = "SELECT ?p { ?p fz:beganIn ?place }"
    assert ask(query, report("标准地改革"), places=MadeUpGazetteer()) == []


def test_a_predecessor_is_in_the_graph_with_all_it_is():
    query = """SELECT ?old ?curation ?source { ?new skos:prefLabel "九五普法"@zh ; dcterms:replaces+ ?p .
        ?p a fz:Programme ; skos:prefLabel ?old ; fz:curation/skos:notation ?curation ; dcterms:source/rdfs:label ?source
        FILTER(LANG(?old) = "zh") }"""
    rows = ask(query, report("九五普法"))
    assert {(old, curation) for old, curation, _ in rows} == {("七五普法", "curated"), ("八五普法", "curated")}


def test_a_source_is_a_document_with_its_number():
    query = """SELECT ?label ?title ?number ?kind ?by { ?p skos:prefLabel "高效办成一件事"@zh ; dcterms:source ?d .
        ?d a fz:Document ; rdfs:label ?label ; dcterms:title ?title ; dcterms:identifier ?number ;
           fz:kind/skos:notation ?kind ; fz:publisherName ?by }"""
    assert ask(query, report("高效办成一件事")) == [(SHORT, DECREE, "国发〔2024〕3号", "policy", "国务院")]


@pytest.mark.parametrize("name", [DECREE, SHORT])
def test_a_report_that_names_a_source_means_the_same_document(name):
    query = "SELECT ?label { ?s fz:document ?d . ?p dcterms:source ?d . ?d rdfs:label ?label }"
    assert ask(query, report("高效办成一件事", documents=[names(name)])) == [(SHORT,)]


def test_a_place_that_issues_one_of_that_name_has_its_own():
    query = "SELECT ?issuer { ?s fz:document ?d . ?d fz:issuer/rdfs:label ?issuer . MINUS { ?p dcterms:source ?d } }"
    own = report("高效办成一件事", documents=[names(SHORT, relation="issued")])
    assert ask(query, own, places=MadeUpGazetteer()) == [("南湖区",)]


def test_a_law_as_a_source_is_the_law_that_reports_study():
    query = "SELECT ?d { ?s fz:document ?d . ?p dcterms:source ?d ; skos:prefLabel '首违不罚'@zh }"
    assert len(ask(query, report("首违不罚", documents=[names("行政处罚法", "studied")]))) == 1


def test_without_programmes_documents_keep_what_is_known_of_them():
    query = "SELECT ?number { ?d a fz:Document ; dcterms:identifier ?number }"
    rows = ask(query, report(documents=[names(PLAN)]), words=vocabulary(programmes=False))
    assert rows == [("国办发〔2023〕27号",)]


def test_the_order_of_reports_does_not_matter():
    one, other = report("标准地改革", documents=[names(DECREE)]), replace(report("九五普法"), text_sha256="f" * 64)
    assert build([one, other], WORDS, gazetteer()) == build([other, one], WORDS, gazetteer())


def test_a_source_is_no_name_of_its_programme():
    triples = build([report("高效办成一件事")], WORDS, gazetteer())
    known = things(Stored(store(triples), DEFAULT_BASE, Path("graph.ttl")))
    found = [thing for thing in known if thing.kind == "Programme"]
    assert found
    assert not [name for thing in found for name in thing.names if "://" in name]
