"""The ready questions and the table queries: the same answers from rdflib, from Oxigraph, and over HTTP."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
import rdflib
from answers import FOLDER, answer_file, rows_of

from kg.graph import bind, run
from kg.inquiry.asking import ask
from kg.inquiry.questions import questions
from kg.inquiry.stored import open_graph

QUESTIONS = questions()
TABLES = {file.stem: file.read_text(encoding="utf-8") for file in sorted((FOLDER / "tables").glob("*.rq"))}
QUERIES = {**{name: question.sparql for name, question in QUESTIONS.items()}, **TABLES}
# What the samples cannot answer: as long as no programme says where it began, nobody can ask for that.
ORIGINS = {"predecessors", "programmes-by-beginning", "spread-beyond-origin"}
EMPTY = set() if "fz:beganLevel" in (FOLDER.parent / "vocabularies" / "programmes.ttl").read_text("utf-8") else ORIGINS
PARAMETERS = {"place", "other", "programme", "indicator", "year", "status"}


@pytest.fixture(scope="module")
def stored(built):
    return open_graph(built)


@pytest.fixture(scope="module")
def graph(built):
    return rdflib.Graph().parse(built / "graph.ttl", format="turtle")


@pytest.fixture(scope="module")
def endpoint(built, tmp_path_factory):
    """A SPARQL endpoint on this machine: the server of the PyPI package oxigraph, on a store of the samples' graph."""
    beside = Path(sys.executable).parent / ("oxigraph.exe" if os.name == "nt" else "oxigraph")
    server = str(beside) if beside.is_file() else shutil.which("oxigraph")
    if not server:
        pytest.skip("the server of the package oxigraph is not installed: pip install oxigraph")
    location = tmp_path_factory.mktemp("oxigraph") / "store"
    load = [server, "load", "--location", str(location), "--file", str(built / "graph.ttl")]
    subprocess.run(load, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [server, "serve-read-only", "--location", str(location), "--bind", address]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(f"http://{address}/", process)
            yield f"http://{address}/query"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(url, process):
    for _ in range(200):
        assert process.poll() is None, "the server has ended"
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"no answer from {url}")


def over_http(endpoint, query):
    body = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(endpoint, body, {"Accept": "text/csv"})
    try:
        with urllib.request.urlopen(request, timeout=60) as reply:
            return rows_of(reply.read().decode())[1:]
    except urllib.error.HTTPError as error:
        pytest.fail(f"{error}: {error.read().decode(errors='replace')}")


def by_rdflib(graph, query):
    return [["" if value is None else str(value) for value in row] for row in graph.query(query)]


def by_oxigraph(stored, query):
    return [list(row) for row in run(stored.store, query, base=stored.base).rows]


def normal(rows):
    """Rows whose numbers are numbers: 4.0 and 4 are the same; line ends as CSV readers keep them."""
    return [[_normal(cell) for cell in row] for row in rows]


def _normal(cell):
    try:
        return Decimal(cell).normalize()
    except InvalidOperation:
        return re.sub(r"\r\n?", "\n", cell)


def test_there_are_questions_and_tables():
    assert len(QUESTIONS) >= 26
    assert len(TABLES) == 7
    assert {file.stem for file in FOLDER.glob("*.csv")} == set(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_told_in_both_languages_ordered_and_has_its_parameters(name):
    question = QUESTIONS[name]
    lines = question.sparql.splitlines()
    assert question.zh.endswith("？")
    assert question.en.endswith("?")
    assert not question.zh.isascii()
    assert question.en.isascii()
    assert lines[0].startswith("# zh: ")
    assert lines[1].startswith("# en: ")
    assert re.search(r"^ORDER BY", question.sparql, re.MULTILINE)
    taken = re.findall(r"VALUES \?(\w+)Name \{ UNDEF \}", question.sparql)
    assert [parameter for parameter, _ in question.parameters]
    assert sorted(taken) == sorted(parameter for parameter, _ in question.parameters)
    assert set(taken) <= PARAMETERS
    assert all(example for _, example in question.parameters)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_is_the_one_beside_the_question(name, stored):
    expected = rows_of(answer_file(name).read_text(encoding="utf-8"))
    answer = run(stored.store, QUESTIONS[name].sparql, base=stored.base)
    assert expected[0] == list(answer.variables), "make answers"
    assert normal(answer.rows) == normal(expected[1:]), "make answers, and read the difference"
    assert bool(answer.rows) != (name in EMPTY)


@pytest.mark.parametrize("name", QUERIES)
def test_rdflib_gives_the_same_rows_in_the_same_order(name, stored, graph):
    assert normal(by_rdflib(graph, QUERIES[name])) == normal(by_oxigraph(stored, QUERIES[name]))


@pytest.mark.parametrize("name", QUERIES)
def test_a_server_gives_the_same_rows_in_the_same_order(name, stored, endpoint):
    assert normal(over_http(endpoint, QUERIES[name])) == normal(by_oxigraph(stored, QUERIES[name]))


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_example_narrows_the_answer_and_is_the_same_everywhere(name, built, stored, graph, endpoint):
    everything = {tuple(row) for row in by_oxigraph(stored, QUESTIONS[name].sparql)}
    for parameter, example in QUESTIONS[name].parameters:
        asked = ask(built, name, {parameter: example}).answer.rows
        assert asked or name in EMPTY, f"--{parameter} {example} finds nothing"
        if "COUNT(" not in QUESTIONS[name].sparql and "MIN(" not in QUESTIONS[name].sparql:
            assert set(asked) <= everything
        query = bind(QUESTIONS[name].sparql, {parameter: example})
        rows = normal(by_oxigraph(stored, query))
        assert normal(over_http(endpoint, query)) == rows
        if parameter in {"place", "year"}:
            assert normal(by_rdflib(graph, query)) == rows


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_row_comes_twice(name, stored):
    rows = [tuple(row) for row in by_oxigraph(stored, QUESTIONS[name].sparql)]
    assert len(rows) == len(set(rows))
