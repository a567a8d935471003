"""`kg explain` and `kg stats`: the sentences behind a thing, and the numbers of a graph."""

import json

import pytest
from calling import caller

import kg
from kg.graph import run
from kg.inquiry import explain
from kg.inquiry.stored import open_graph

REFORM = "大综合一体化行政执法改革"


@pytest.fixture
def call(monkeypatch, capsys):
    """Run the command line in this process: ``call("query", …, language="zh")`` -> exit code, stdout, stderr."""
    return caller(monkeypatch, capsys)


def test_explain_shows_sentences_as_they_stand_in_the_reports(call, built):
    code, out, _ = call("explain", REFORM, "--graph", built, "--json")
    told = json.loads(out)
    texts = {path.name: path.read_bytes().decode("utf-8") for path in kg.samples()}
    sentences = [one for thing in told for said in thing["statements"] for one in said["sentences"]]
    assert code == 0
    assert len(sentences) >= 5
    for one in sentences:
        text = texts[one["source"]].removeprefix("\ufeff")
        assert text[one["start"] : one["end"]] == one["text"]
    statuses = {said["status"] for thing in told for said in thing["statements"]}
    assert {"implemented", "planned", "problem"} <= statuses


@pytest.mark.parametrize("name", ["拱墅", "place:330105", "https://w3id.org/fazhi/id/place/330105", "gongshu-2022.txt"])
def test_explain_takes_names_codes_iris_and_files(call, built, name):
    code, out, _ = call("explain", name, "--graph", built, language="zh")
    assert code == 0
    assert "拱墅区" in out.splitlines()[0]
    assert "已实施" in out


def test_explain_takes_statements_and_sentences(built):
    stored = open_graph(built)
    row = run(stored.store, "SELECT ?s ?e { ?s a fz:Engagement ; fz:evidence ?e } ORDER BY ?s ?e LIMIT 1").rows[0]
    statement, evidence = row
    [said] = explain.statements(stored, statement)
    assert said.iri == statement
    assert said.sentences
    assert statement in {one.iri for one in explain.statements(stored, evidence)}


def test_explain_tells_all_statements_about_a_programme(built):
    stored = open_graph(built)
    query = f'SELECT (COUNT(DISTINCT ?e) AS ?n) {{ ?e a fz:Engagement ; fz:programme/skos:prefLabel "{REFORM}"@zh }}'
    [(thing, _, said)] = explain.explanations(built, REFORM)[0]
    assert thing.label == REFORM
    assert len([one for one in said if one.kind == "Engagement"]) == int(run(stored.store, query).rows[0][0])


@pytest.mark.parametrize(("name", "suggested"), [("拱野区", "拱墅区"), ("红茶议会", "红茶议事会"), ("zzzz", "")])
def test_explain_suggests_for_what_it_does_not_know(call, built, name, suggested):
    code, out, err = call("explain", name, "--graph", built)
    assert (code, out) == (1, "")
    assert name in err
    assert suggested in err


def test_explain_is_not_to_be_tricked(call, built):
    code, out, _ = call("explain", "https://a/> ?p ?o } #", "--graph", built)
    assert (code, out) == (1, "")


def test_stats_are_those_of_the_graph(call, built):
    code, out, _ = call("stats", "--graph", built, "--json")
    told = json.loads(out)
    graph = kg.load(built)
    assert code == 0
    assert told["triples"] == len(graph)
    assert told["classes"]["Report"] == sum(row["reports"] for row in told["reports"])
    assert told["classes"]["Programme"] == sum(told["programmes"].values())
    assert told["classes"]["Engagement"] == sum(told["statuses"].values())
    plain = call("stats", "--graph", built, language="zh")[1]
    assert f"三元组\t{len(graph)}" in plain
