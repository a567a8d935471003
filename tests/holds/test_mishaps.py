"""What crashes, hangs or fills the memory: the file is named, the others are built, the same in any number of processes."""

import json
import os
import signal
import time

import pytest
from calling import caller
from conftest import SAMPLES, contents

from kg import pipeline, worker
from kg.read import office, web

GOOD = (SAMPLES / "wulin-2022.txt").read_text(encoding="utf-8")
PAGE = "<html><body><h1>武林街道2022年法治政府建设年度报告</h1><p>" + "推行一窗通办改革，办理事项一百二十件。" * 20
forks = pytest.mark.skipif(worker.START != "fork", reason="the reader is altered here, and only a fork copies that")
read_page = web.read_page


def _page(data, name, address=""):
    """A reader that does what a page says, as a parser with a fault would."""
    if b"segfault" in data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"exit" in data:
        os._exit(0)
    if b"hang" in data:
        time.sleep(600)
    if b"memory" in data:
        return bytes(5_000_000_000)
    if b"deep" in data:
        return _page(data, name)
    if b"fault" in data:
        raise ZeroDivisionError("甲\n乙")
    return read_page(data, name, address)


WORDS = {"segfault": "reader-crashed", "exit": "reader-crashed", "hang": "file-timeout", "memory": "file-memory",
         "deep": "internal-error", "fault": "internal-error"}  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A page for each mishap, and a good page and text among them."""
    made = tmp_path / "in"
    made.mkdir()
    for word in WORDS:
        (made / f"{word}.html").write_text(f"<!-- {word} -->{PAGE}", encoding="utf-8")
    (made / "good.html").write_text(PAGE, encoding="utf-8")
    (made / "good.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(web, "read_page", _page)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    return made


@forks
def test_each_is_named_and_the_others_are_built_in_any_number_of_processes(folder, tmp_path):
    made = []
    for jobs in (1, 3):
        target = tmp_path / f"out{jobs}"
        outcome = pipeline.run([folder], target, pipeline.Options(jobs=jobs, timeout=4))
        assert {flaw.file.removesuffix(".html"): flaw.code for flaw in outcome.problems} == WORDS
        assert all(flaw.zh and flaw.en and flaw.remedy_zh and flaw.remedy_en for flaw in outcome.problems)
        assert [one["file"] for one in json.loads((target / "build.json").read_bytes())["inputs"]] == ["good.html", "good.txt"]
        assert sorted(path.name for path in (target / "texts").iterdir()) == ["good.html.txt", "good.txt"]
        made.append(contents(target))
    assert made[0] == made[1]


@forks
def test_inspect_outlives_its_reader(folder, monkeypatch, capsys):
    code, shown, _ = caller(monkeypatch, capsys)("inspect", folder / "segfault.html")
    assert code == 2
    assert "SIGSEGV" in shown


@forks
def test_the_time_for_one_file_is_an_option(folder, tmp_path, monkeypatch, capsys):
    call = caller(monkeypatch, capsys)
    inputs = folder / "hang.html", folder / "good.txt"
    code, _, err = call("build", *inputs, "-o", tmp_path / "out", "--timeout-per-file", "1.5", "-q")
    assert code == 0
    assert "hang.html: it could not be read in 1.5 seconds; it was skipped — give it more time with --timeout-per-file" in err
    code, _, err = call("build", *inputs, "-o", tmp_path / "out", "--timeout-per-file", "-1")
    assert code == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_strict_build_writes_and_exits_1_where_an_input_has_a_problem(tmp_path, monkeypatch, capsys, jobs):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    call = caller(monkeypatch, capsys)
    more = "-o", tmp_path / "out", "--jobs", jobs, "--strict"
    assert call("build", tmp_path / "good.txt", *more)[0] == 0
    before = contents(tmp_path / "out")
    code, _, err = call("build", tmp_path / "good.txt", tmp_path / "empty.txt", *more)
    assert code == 1
    assert "empty.txt" in err
    assert contents(tmp_path / "out").keys() == before.keys()
    assert contents(tmp_path / "out") != before  # build.json names the problem
    assert call("build", tmp_path / "empty.txt", *more)[0] == 2
    assert call("build", tmp_path / "good.txt", tmp_path / "empty.txt", "-o", tmp_path / "out")[0] == 0


@forks
def test_a_program_that_a_reader_started_is_ended_with_it(tmp_path, monkeypatch):
    """LibreOffice that hangs must not go on when its file has been given up."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nsleep 600\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "soffice", lambda: str(program))
    (tmp_path / "old.rtf").write_text(r"{\rtf1 x}", encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    inputs = [tmp_path / "old.rtf", tmp_path / "good.txt"]
    outcome = pipeline.run(inputs, tmp_path / "out", pipeline.Options(timeout=3))
    assert [flaw.code for flaw in outcome.problems] == ["file-timeout"]
    pid = int((tmp_path / "pid").read_text(encoding="ascii"))
    end = time.monotonic() + 30
    while time.monotonic() < end and _runs(pid):
        time.sleep(0.05)
    assert not _runs(pid)


def _runs(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:  # one that has ended and that nobody has asked after is no more than a name
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
