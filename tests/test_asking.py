"""`kg query`: what may be asked, how answers come out, and what wrong questions are told."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
from calling import caller

import kg

REFORM = "大综合一体化行政执法改革"


@pytest.fixture
def call(monkeypatch, capsys):
    """Run the command line in this process: ``call("query", …, language="zh")`` -> exit code, stdout, stderr."""
    return caller(monkeypatch, capsys)


def test_question_by_name_gives_tab_separated_rows(call, built):
    code, out, err = call("query", "places-by-programme", "--programme", "大综合一体化", "--graph", built)
    rows = list(csv.DictReader(io.StringIO(out), delimiter="\t"))
    assert (code, err) == (0, "")
    assert {row["programme"] for row in rows} == {REFORM}
    assert "浙江省/杭州市/拱墅区" in {row["place"] for row in rows}


def test_graph_may_be_a_folder_or_a_file(call, built):
    query = "SELECT (COUNT(*) AS ?n) { ?s a fz:Report }"
    answers = {call("query", query, "--graph", where) for where in (built, built / "graph.ttl")}
    assert len(answers) == 1
    assert answers.pop()[0] == 0


def test_query_from_a_file_and_from_standard_input(call, built, tmp_path, run_kg):
    query = "SELECT ?name { place:330105 rdfs:label ?name }"
    file = tmp_path / "我的.rq"
    file.write_text("\ufeff" + query, encoding="utf-8", newline="\n")
    assert call("query", file, "--graph", built)[1] == "name\n拱墅区\n"
    command = [sys.executable, "-m", "kg", "query", "-", "--graph", str(built)]
    done = subprocess.run(command, input=query.encode(), capture_output=True, check=True)
    assert done.stdout.decode() == "name\n拱墅区\n"


def test_output_as_json_csv_and_file(call, built, tmp_path):
    question = ("query", "places-by-programme", "--programme", REFORM, "--graph", built)
    plain = list(csv.DictReader(io.StringIO(call(*question)[1]), delimiter="\t"))
    assert json.loads(call(*question, "--json")[1]) == plain
    assert list(csv.DictReader(io.StringIO(call(*question, "--csv")[1]))) == plain
    code, out, err = call(*question, "-o", tmp_path / "a.csv")
    assert (code, out) == (0, "")
    assert "a.csv" in err
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == plain
    call(*question, "-o", tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == plain
    assert call(*question, "-o", tmp_path / "no" / "a.csv")[0] == 2


@pytest.mark.parametrize("place", ["拱墅", "拱墅区", "浙江省/杭州市/拱墅区", "330105", "place:330105"])
def test_place_may_be_named_in_many_ways(call, built, place):
    told = json.loads(call("query", "programmes-by-place", "--place", place, "--graph", built, "--json")[1])
    assert {row["place"] for row in told} == {"浙江省/杭州市/拱墅区"}


def test_year_and_status_narrow_any_question_that_tells_them(call, built):
    question = ("query", "evidence-of-engagement", "--place", "拱墅区", "--graph", built, "--json")
    all_rows = json.loads(call(*question)[1])
    some = json.loads(call(*question, "--status", "计划中", "--year", 2023, language="zh")[1])
    assert 0 < len(some) < len(all_rows)
    assert {(row["status"], row["year"]) for row in some} == {("planned", "2023")}
    code, _, err = call("query", "SELECT ?s { ?s a fz:Report }", "--year", 2022, "--graph", built)
    assert code == 2
    assert "year" in err


def test_no_rows_is_fine_unless_some_were_demanded(call, built):
    empty = ("query", "SELECT ?s { ?s a fz:Nothing }", "--graph", built)
    code, out, err = call(*empty)
    assert (code, out, err) == (0, "s\n", "No rows\n")
    assert call(*empty, "--demand-rows")[0] == 1
    assert call("query", "SELECT ?s { ?s a fz:Report }", "--graph", built, "--demand-rows")[0] == 0


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (["SELECT ?x\nWHERE { ?x a fz:Report ; }}"], "line 2, column"),
        (["SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"], "SERVICE"),
        (["DELETE WHERE { ?s ?p ?o }"], "DELETE"),
        (["INSERT DATA { <a:a> <a:b> <a:c> }"], "INSERT"),
        (["places-by-program"], "the closest are: places-by-programme"),
        (["nowhere.rq"], "nowhere.rq"),
        (["programmes-by-place", "--place", "拱野区"], "the closest are: 浙江省/杭州市/拱墅区"),
        (["places-by-programme", "--programme", "大综合一提化"], REFORM),
        (["places-by-programme", "--programme", '"} DELETE WHERE {?s ?p ?o} #'], "--programme"),
        (["places-by-programme", "--indicator", "行政诉讼败诉率"], "indicator"),
        (["evidence-of-engagement", "--status", "done"], "implemented"),
    ],
)
def test_wrong_query_says_what_to_do(call, built, query, said):
    code, out, err = call("query", *query, "--graph", built)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_a_value_is_data_whatever_it_holds(built):
    quoted = "SELECT ?l { ?p a fz:Programme ; skos:prefLabel ?l FILTER(CONTAINS(?l, '“')) } ORDER BY ?l"
    label = kg.query(built, quoted).rows[0][0]
    assert kg.query(built, "evidence-of-engagement", programme=label).rows
    own = "SELECT ?wordName { VALUES ?wordName { UNDEF } }"
    for value in ('"} DELETE WHERE {?s ?p ?o} #', "a\\", "}\n", "$1 \\1", "'''"):
        assert kg.query(built, own, word=value).rows == ((value,),)


def test_missing_and_broken_graphs_are_told(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = call("query", "ASK {}")
    assert code == 2
    assert "kg demo" in err
    (tmp_path / "bad.ttl").write_text("@prefix : <a:> .\n:a :b ", encoding="utf-8", newline="\n")
    code, _, err = call("stats", "--graph", tmp_path / "bad.ttl")
    assert code == 2
    assert "bad.ttl" in err
    assert "Traceback" not in err


def test_every_ready_question_is_listed_and_runs_with_its_examples(call, built):
    code, out, _ = call("query", "--list", "--json")
    listed = json.loads(out)
    assert code == 0
    assert len(listed) >= 10
    for row in listed:
        name, answers, example = row.values()
        assert answers
        assert call("query", name, *example.split(), "--graph", built)[0] == 0, name
    chinese = json.loads(call("query", "--list", "--json", language="zh")[1])
    assert [next(iter(row.values())) for row in chinese] == [next(iter(row.values())) for row in listed]
    assert all(not list(row.values())[1].isascii() for row in chinese)


def test_output_is_utf8_where_nobody_watches(built):
    command = [sys.executable, "-m", "kg", "query", "-", "--graph", str(built)]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0", "LC_ALL": "C"}
    query = "SELECT ('𠮷㐀é→乡' AS ?x) {}".encode()
    done = subprocess.run(command, input=query, env=environment, capture_output=True, check=True)
    assert done.stdout == "x\n𠮷㐀é→乡\n".encode()


def test_a_terminal_that_lacks_characters_shows_others(built):
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "kg", "query", "SELECT ('𠮷乡' AS ?x) {}", "--graph", str(built)]
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "TERM": "dumb"}
    done = subprocess.run(command, env=environment, stdout=follower, stderr=subprocess.PIPE, check=False)
    os.close(follower)
    shown = os.read(leader, 65536).decode("gbk")
    os.close(leader)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "?乡" in shown


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_may_stop_early(built):
    command = [sys.executable, "-m", "kg", "query", "SELECT * { ?s ?p ?o }", "--graph", str(built)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
