from dataclasses import replace

import pytest
import rdflib
from made_up import DISTRICT, VILLAGE, MadeUpGazetteer, facts, said

from kg.errors import QueryError
from kg.graph import build, run, store
from kg.model import Body, BodyRole
from kg.publish.turtle import turtle
from kg.questions import bind
from kg.vocabulary import ontology_folder, vocabulary

FOUNDED = BodyRole(Body("调解中心", "南湖区调解中心", "centre", DISTRICT), DISTRICT, "established", 2022, said("获评"))
REPORT = replace(facts(), bodies=(*facts().bodies, FOUNDED))
TRIPLES = build([REPORT], vocabulary(), MadeUpGazetteer())
STORE = store(TRIPLES)
QUESTIONS = {
    file.stem: file.read_text(encoding="utf-8") for file in sorted((ontology_folder() / "questions").glob("*.rq"))
}
NAMES = {
    "places-by-programme", "programmes-by-place", "first-adopters", "planned-only", "problems", "awards-by-place",
    "bodies-established", "documents-issued", "indicator-across-places", "evidence-of-engagement",
}  # fmt: skip
VALUES = {"place": "南湖区", "programme": "湖心·议事厅", "indicator": "纠错率", "year": "2022"}


def test_rows_are_plain_strings_and_unbound_is_empty():
    answer = run(STORE, "SELECT ?p ?n ?none { ?p a fz:Place ; rdfs:label ?n FILTER(?n = '南湖区'@zh) }")
    assert answer.variables == ("p", "n", "none")
    assert answer.rows == (("https://w3id.org/fazhi/id/place/990105", "南湖区", ""),)
    assert answer.dicts() == [{"p": answer.rows[0][0], "n": "南湖区", "none": ""}]


def test_ask_and_construct():
    assert run(STORE, "ASK { ?x a fz:Report }").rows == (("true",),)
    answer = run(STORE, "CONSTRUCT { ?p fz:ran ?q } WHERE { ?p fz:ran ?q }")
    assert answer.variables == ("subject", "predicate", "object")
    assert len(answer.rows) == 2
    assert list(answer.rows) == sorted(answer.rows)


def test_a_syntax_error_says_where():
    with pytest.raises(QueryError) as raised:
        run(STORE, "SELECT * WHERE {\n  ?s ?p ?o FILTER(?o = }")
    error = raised.value
    assert error.code == "query-syntax"
    assert "第 2 行" in error.zh
    assert "line 2" in error.en
    assert error.where.splitlines()[0] == "  ?s ?p ?o FILTER(?o = }"
    assert error.where.splitlines()[1].strip() == "^"


def test_an_unknown_prefix_is_called_so():
    with pytest.raises(QueryError, match="unknown prefix"):
        run(STORE, "SELECT * { ?s foo:bar ?o }")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://localhost:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a#b' . SERVICE ?where { ?s ?p ?o } }",
        "# SELECT\nSELECT * {\nSERVICE<http://localhost:1/>{ ?s ?p ?o } }",
    ],
)
def test_service_is_refused(query):
    with pytest.raises(QueryError) as raised:
        run(STORE, query)
    assert raised.value.code == "query-service"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a fz:Report } # SERVICE <http://localhost:1/>",
        "SELECT * { ?s rdfs:label 'SERVICE <http://localhost:1/> {}' }",
        "SELECT * { ?s ?p <http://example.org/SERVICE> }",
        "PREFIX service: <http://example.org/> SELECT * { ?s service:x ?o ; service:service ?p }",
        "SELECT * { ?s ?insert '''DELETE { } INSERT { }''' }",
    ],
)
def test_words_that_only_look_like_keywords_are_not(query):
    run(STORE, query)


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX x: <http://example.org/>\nDELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "load <http://localhost:1/x.ttl>",
    ],
)
def test_updates_are_refused(query):
    with pytest.raises(QueryError) as raised:
        run(STORE, query)
    assert raised.value.code == "query-update"


def test_the_ten_questions_are_there_with_both_languages():
    assert set(QUESTIONS) >= NAMES
    for text in QUESTIONS.values():
        first, second = text.splitlines()[:2]
        assert first.startswith("# zh: ")
        assert second.startswith("# en: ")


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_question_answers_with_and_without_parameters(name):
    text = QUESTIONS[name]
    everything = run(STORE, text).rows
    assert everything or name == "planned-only"
    declared = [line.split()[2] for line in text.splitlines() if line.startswith("# param: ")]
    assert declared
    for parameter in declared:
        narrowed = run(STORE, bind(text, {parameter: VALUES[parameter]})).rows
        assert set(narrowed) <= set(everything)
        assert run(STORE, bind(text, {parameter: '没有"这个\\'})).rows == ()


@pytest.mark.parametrize("name", sorted(NAMES))
def test_rdflib_gives_the_same_answer(name):
    graph = rdflib.Graph().parse(data=turtle(TRIPLES), format="turtle")
    rows = [tuple("" if value is None else str(value) for value in row) for row in graph.query(QUESTIONS[name])]
    assert sorted(rows) == sorted(run(STORE, QUESTIONS[name]).rows)


@pytest.mark.parametrize(
    ("name", "parameters", "expected"),
    [
        ("places-by-programme", {"programme": "放管服"}, [("放管服改革", "云山省/清水市/南湖区", "2022", "1")]),
        ("programmes-by-place", {"place": "清水市/南湖区"}, [
            ("云山省/清水市/南湖区", "湖心·议事厅", "platform", "2022", "2022"),
            ("云山省/清水市/南湖区", "放管服改革", "reform", "2022", "2022"),
        ]),
        ("programmes-by-place", {"place": "清水市"}, []),
        ("first-adopters", {"programme": "湖心"}, [("湖心·议事厅", "2022", "云山省/清水市/南湖区")]),
        ("awards-by-place", {"place": "清水市"}, [
            (VILLAGE.path, "全国民主法治示范村（社区）", "", "national", "桃源社区", "2022", "won"),
        ]),
        ("bodies-established", {}, [("云山省/清水市/南湖区", "南湖区调解中心", "centre", "2022")]),
        ("documents-issued", {"year": "2022"}, [(DISTRICT.path, "南湖区2022年工作要点", "plan", "issued", "2022")]),
    ],
)  # fmt: skip
def test_answers(name, parameters, expected):
    assert list(run(STORE, bind(QUESTIONS[name], parameters)).rows) == expected


def test_problems_and_plans():
    [problem] = run(STORE, QUESTIONS["problems"]).rows
    assert problem[:3] == ("1+5 执法改革", "云山省/清水市/南湖区", "2022")
    planned = replace(REPORT, engagements=tuple(e for e in REPORT.engagements if e.status == "planned"))
    rows = run(store(build([planned], vocabulary(), MadeUpGazetteer())), QUESTIONS["planned-only"]).rows
    assert [row[::2] for row in rows] == [("放管服改革", "2023"), ("湖心·议事厅", "2023")]


def test_bind_takes_only_parameters_that_the_question_has():
    with pytest.raises(QueryError) as raised:
        bind(QUESTIONS["first-adopters"], {"colour": "红"})
    assert raised.value.code == "query-parameter"
    assert "programme" in raised.value.remedy_en


def test_bind_cannot_break_out_of_the_string():
    text = bind("SELECT * { VALUES ?placeName { UNDEF } }", {"place": '" } ?s ?p ?o { "'})
    assert run(STORE, text).rows == (('" } ?s ?p ?o { "',),)
