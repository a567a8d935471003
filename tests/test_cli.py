"""The command line as people use it: what it prints where, and with which exit code."""

import json
import os
import subprocess
import sys

import pytest
from calling import caller

import kg
from kg import cli
from kg.console import messages
from kg.inquiry import stats

REFORM = "大综合一体化行政执法改革"
HEAVY = ("jieba", "networkx", "openpyxl", "pyoxigraph", "pyvis", "rdflib", "rich")


@pytest.fixture
def call(monkeypatch, capsys):
    """Run the command line in this process: ``call("query", …, language="zh")`` -> exit code, stdout, stderr."""

    return caller(monkeypatch, capsys)


@pytest.fixture
def report(tmp_path):
    """A small invented report on a real place."""
    path = tmp_path / "gongshu.txt"
    text = "拱墅区2022年法治政府建设年度报告\n\n一、主要成效\n\n推进“甲乙丙”改革，办理行政复议案件12件。\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


# --- starting, help, usage --------------------------------------------------------------------------------------------


def test_help_is_there_for_every_command_in_both_languages(call):
    for command in ("build", "demo", "query", "explain", "stats", "export"):
        for language, word in (("zh", "用法：kg"), ("en", "Usage: kg")):
            code, out, err = call(command, "--help", language=language)
            assert code == 0
            assert out.startswith(f"{word} {command}")
            assert err == ""


def test_version_and_bare_command(call):
    code, out, _ = call("--version")
    assert (code, out.split()[0]) == (0, "fazhi-kg")
    code, out, _ = call()
    assert code == 2
    assert "explain" in out


@pytest.mark.parametrize("statement", ["import kg", "import kg.cli; kg.cli.main(['--help'])"])
def test_starting_loads_nothing_heavy(statement):
    code = f"import sys; {statement}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"KG_LANG": "zh", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"KG_LANG": "en", "LC_ALL": "zh_CN.GBK"}, "en"),
        ({"LC_ALL": "zh_CN.GBK", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"KG_LANG": "", "LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_language_follows_the_environment(environment, expected):
    assert messages.language(environment) == expected


@pytest.mark.parametrize(
    ("arguments", "said_en", "said_zh"),
    [
        (["biuld"], "build", "没有命令 biuld；相近的有：build"),
        (["build", "x", "-o", "y", "--jbos", "3"], "--jobs", "没有选项 --jbos"),
        (["build"], "INPUT", "缺少 INPUT"),
        (["build", "x"], "--output", "缺少 -"),
        (["build", "x", "-o", "y", "--jobs", "many"], "--jobs", "--jobs 的值不对"),
        (["query", "ASK {}", "--year", "soon"], "--year", "--year 的值不对"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(call, arguments, said_en, said_zh):
    code, out, err = call(*arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert said_en in err
    code, _, err = call(*arguments, language="zh")
    assert code == 2
    assert said_zh in err


def test_internal_error_is_one_line_and_exit_101(call, built, monkeypatch):
    def fail(stored):
        raise RuntimeError("甲乙\nbroke")

    monkeypatch.setattr(stats, "stats", fail)
    code, out, err = call("stats", "--graph", built)
    assert (code, out, len(err.splitlines())) == (101, "", 1)
    assert "RuntimeError" in err
    assert "KG_DEBUG" in err
    monkeypatch.setenv("KG_DEBUG", "1")
    with pytest.raises(RuntimeError):
        cli.main(["stats", "--graph", str(built)])


def test_module_runs_as_a_program(run_kg):
    done = run_kg("--version")
    assert (done.returncode, done.stderr) == (0, "")


# --- building ---------------------------------------------------------------------------------------------------------


def test_build_says_what_it_made_on_stderr_alone(call, report, tmp_path):
    code, out, err = call("build", report, "-o", tmp_path / "out")
    assert (code, out) == (0, "")
    assert "1 report" in err
    assert "index.html" in err
    assert (tmp_path / "out" / "graph.ttl").exists()


def test_build_prints_counts_and_problems_as_json(call, report, tmp_path):
    code, out, err = call("build", report, tmp_path / "nowhere.txt", "-o", tmp_path / "out", "--json", "--quiet")
    told = json.loads(out)
    assert code == 0
    assert told["reports"] == 1
    assert told["counts"]["reports"] == 1
    record = json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))
    assert told["problems"] == record["problems"]
    missing = [problem for problem in told["problems"] if problem["file"] == "nowhere.txt"]
    assert [problem["code"] for problem in missing] == ["file-missing"]
    assert err.splitlines() == [line for line in err.splitlines() if " — " in line]


@pytest.mark.parametrize(("language", "said"), [("en", "no such file or folder — "), ("zh", "没有这个文件或文件夹 — ")])
def test_problem_is_a_line_in_the_language_of_the_user(call, report, tmp_path, language, said):
    code, _, err = call("build", report, tmp_path / "nowhere.txt", "-o", tmp_path / "out", "-q", language=language)
    assert code == 0
    assert [line for line in err.splitlines() if line.startswith(f"nowhere.txt: {said}")]


def test_nothing_built_is_exit_2_and_leaves_the_folder(call, report, tmp_path):
    assert call("build", report, "-o", tmp_path / "out")[0] == 0
    before = (tmp_path / "out" / "graph.ttl").read_bytes()
    code, out, err = call("build", tmp_path / "nowhere.txt", "-o", tmp_path / "out", "--json")
    assert code == 2
    assert json.loads(out)["reports"] == 0
    assert "nowhere.txt" in err
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == before


def test_build_refuses_a_folder_that_is_not_its_own(call, report, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_bytes(b"years of work")
    code, _, err = call("build", report, "-o", tmp_path / "mine")
    assert code == 2
    assert "mine" in err
    assert (tmp_path / "mine" / "thesis.docx").read_bytes() == b"years of work"


@pytest.mark.parametrize("base", ["foo", "https://example.org", "https://exam ple.org/", "https://example.org/a<b>/"])
def test_base_must_be_the_start_of_iris(call, report, tmp_path, base):
    code, _, err = call("build", report, "-o", tmp_path / "out", "--base", base)
    assert code == 2
    assert "--base" in err
    assert not (tmp_path / "out").exists()


def test_graph_of_another_base_answers_to_the_same_short_names(call, report, tmp_path):
    call("build", report, "-o", tmp_path / "out", "--base", "https://example.org/id/")
    code, out, _ = call("query", "SELECT ?o { place:330105 rdfs:label ?o }", "--graph", tmp_path / "out")
    assert (code, out.splitlines()) == (0, ["o", "拱墅区"])
    code, out, _ = call("explain", "place:330105", "--graph", tmp_path / "out")
    assert code == 0
    assert "https://example.org/id/place/330105" in out


def test_demo_builds_the_samples(call, tmp_path):
    code, out, err = call("demo", "-o", tmp_path / "out")
    assert (code, out) == (0, "")
    assert "kg query" in err
    record = json.loads((tmp_path / "out" / "build.json").read_text(encoding="utf-8"))
    assert sorted(one["file"] for one in record["inputs"]) == sorted(path.name for path in kg.samples())
    assert len(record["inputs"]) >= 8


def test_progress_shows_on_a_terminal_only(run_kg, tmp_path):
    assert run_kg("demo", "-o", tmp_path / "quiet").stderr.count("\n") == 4
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "kg", "demo", "-o", str(tmp_path / "loud")]
    environment = {**os.environ, "KG_LANG": "en", "TERM": "xterm"}
    with subprocess.Popen(command, stderr=follower, stdout=subprocess.PIPE, env=environment) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # how Linux says that the other side has closed
                break
            if not piece:
                break
            shown += piece
        assert process.stdout.read() == b""
    os.close(leader)
    assert process.returncode == 0
    assert b"building the graph" in shown
    assert f"/{len(kg.samples())}".encode() in shown


# --- the package ------------------------------------------------------------------------------------------------------


def test_package_builds_loads_and_asks(report, tmp_path):
    seen = []
    outcome = kg.build([str(report)], str(tmp_path / "out"), observe=lambda *what: seen.append(what))
    assert outcome.reports == 1
    assert seen[0] == ("gongshu.txt", 1, 1)
    graph = kg.load(tmp_path / "out")
    assert len(graph) == outcome.counts["triples"]
    answer = kg.query(tmp_path / "out", "SELECT ?l { ?r a fz:Report ; dcterms:spatial/rdfs:label ?l }")
    assert answer.rows == (("拱墅区",),)
