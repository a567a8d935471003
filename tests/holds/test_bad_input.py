"""Bad input: a line on stderr and an entry in build.json for each, the other reports built, nothing lost."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT, SAMPLE_FILES, SAMPLES, contents

GOOD = SAMPLES / "wulin-2022.txt"


@pytest.fixture
def rubbish(tmp_path):
    """One file of every kind of bad input, and two good ones."""
    folder = tmp_path / "in"
    folder.mkdir()
    good = GOOD.read_text(encoding="utf-8")
    (folder / "good.txt").write_text(good, encoding="utf-8")
    (folder / "gb.txt").write_bytes((SAMPLES / "shanghai-2025.txt").read_text(encoding="utf-8").encode("gb18030"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n\t")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "zeros.txt").write_bytes(b"\0" * 4096)
    (folder / "pdf.txt").write_bytes(b"%PDF-1.7\n1 0 obj\n")
    (folder / "novel.txt").write_text("从前有座山，山里有座庙，庙里有个老和尚在讲故事。" * 60, encoding="utf-8")
    (folder / "huge.txt").write_text(good * (20_000_000 // len(good.encode()) + 1), encoding="utf-8")
    (folder / "copy.txt").write_text(good, encoding="utf-8")
    return folder


EXPECTED = {
    "empty.txt": "file-empty", "blank.txt": "file-empty", "binary.txt": "file-binary", "zeros.txt": "file-binary",
    "pdf.txt": "file-damaged", "novel.txt": "not-a-report", "huge.txt": "file-too-large",
    "missing.txt": "file-missing",
}  # fmt: skip


def test_each_is_said_and_the_others_are_built(rubbish, tmp_path, run_kg):
    done = run_kg("build", rubbish, rubbish / "missing.txt", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    record = json.loads((tmp_path / "out" / "build.json").read_bytes())
    assert [one["file"] for one in record["inputs"]] == ["copy.txt", "gb.txt"]
    assert {one["file"]: one["encoding"] for one in record["inputs"]}["gb.txt"] == "gb18030"
    assert {flaw["file"]: flaw["code"] for flaw in record["problems"]} == EXPECTED
    assert {one["file"]: [copy["file"] for copy in one["copies"]] for one in record["inputs"]} == {
        "copy.txt": ["good.txt"], "gb.txt": [],
    }  # fmt: skip
    for flaw in record["problems"]:
        assert flaw["message"]["zh"]
        assert flaw["message"]["en"]
        assert flaw["remedy"]["zh"]
        assert flaw["remedy"]["en"]
    lines = done.stderr.splitlines()
    for name in EXPECTED:
        assert sum(name in line for line in lines) >= 1, name
    assert "Traceback" not in done.stderr


def test_a_gb18030_text_gives_the_same_facts(tmp_path, run_kg):
    text = GOOD.read_text(encoding="utf-8")
    for name, encoding in (("u", "utf-8"), ("g", "gb18030")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "r.txt").write_bytes(text.encode(encoding))
        assert run_kg("build", tmp_path / name, "-o", tmp_path / f"out-{name}").returncode == 0
    one, other = contents(tmp_path / "out-u"), contents(tmp_path / "out-g")
    assert one["tables/implementations.csv"] == other["tables/implementations.csv"]


def test_nothing_built_is_exit_2_and_leaves_the_former_output(tmp_path, run_kg):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run_kg("build", GOOD, "-o", tmp_path / "out").returncode == 0
    before = contents(tmp_path / "out")
    done = run_kg("build", tmp_path / "empty.txt", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "empty.txt" in done.stderr
    assert contents(tmp_path / "out") == before


def test_the_same_file_twice(tmp_path, run_kg):
    done = run_kg("build", GOOD, GOOD, "-o", tmp_path / "out")
    assert done.returncode == 0
    record = json.loads((tmp_path / "out" / "build.json").read_bytes())
    assert [flaw["code"] for flaw in record["problems"]] == ["input-twice"]
    assert len(record["inputs"]) == 1


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path, run_kg):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_bytes(b"mine")
    done = run_kg("build", GOOD, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert contents(tmp_path / "out") == {"thesis.docx": b"mine"}


def test_a_file_that_the_user_put_into_the_output_is_not_lost(tmp_path, run_kg):
    assert run_kg("build", GOOD, "-o", tmp_path / "out").returncode == 0
    (tmp_path / "out" / "tables" / "notes.xlsx").write_bytes(b"mine")
    before = contents(tmp_path / "out")
    done = run_kg("build", GOOD, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "notes.xlsx" in done.stderr
    assert contents(tmp_path / "out") == before


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX systems")
def test_a_killed_build_leaves_the_former_output_whole(tmp_path, run_kg):
    target = tmp_path / "out"
    assert run_kg("build", GOOD, "-o", target).returncode == 0
    before = contents(target)
    command = [sys.executable, "-m", "kg", "build", *map(str, SAMPLE_FILES), "-o", str(target)]
    begin = time.monotonic()
    assert run_kg("build", *SAMPLE_FILES, "-o", tmp_path / "other").returncode == 0
    usual = time.monotonic() - begin
    after = contents(tmp_path / "other")
    for step in range(8):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(usual * (0.3 + 0.1 * step))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert contents(target) in (before, after)
    assert run_kg("build", *SAMPLE_FILES, "-o", target).returncode == 0
    assert contents(target) == after
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_other_line_ends_are_the_same_text(tmp_path, run_kg):
    text = GOOD.read_text(encoding="utf-8")
    (tmp_path / "in").mkdir()
    for name, end in (("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r")):
        (tmp_path / "in" / f"{name}.txt").write_bytes(text.replace("\n", end).encode())
    assert run_kg("build", tmp_path / "in", "-o", tmp_path / "out").returncode == 0
    record = json.loads((tmp_path / "out" / "build.json").read_bytes())
    assert len(record["inputs"]) == 1
    assert [copy["file"] for copy in record["inputs"][0]["copies"]] == ["crlf.txt", "lf.txt"]
    assert record["problems"] == []


def test_a_folder_built_into_itself_does_not_read_its_output(tmp_path, run_kg):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "r.txt").write_bytes(GOOD.read_bytes())
    (tmp_path / "in" / ".venv").mkdir()
    (tmp_path / "in" / ".venv" / "README.md").write_bytes(GOOD.read_bytes() + b"x")
    for _ in range(2):
        assert run_kg("build", tmp_path / "in", "-o", tmp_path / "in" / "out").returncode == 0
        record = json.loads((tmp_path / "in" / "out" / "build.json").read_bytes())
        assert [one["file"] for one in record["inputs"]] == ["r.txt"]
        assert record["problems"] == []


def test_one_path_may_come_alone(tmp_path):
    import kg

    for number, path in enumerate((str(GOOD), GOOD)):
        assert kg.build(path, tmp_path / str(number)).reports == 1


def test_a_long_line_without_a_mark_takes_its_time_in_proportion(tmp_path, run_kg):
    (tmp_path / "long.txt").write_text("法治政府建设" * 60_000, encoding="utf-8")
    begin = time.monotonic()
    run_kg("build", tmp_path / "long.txt", GOOD, "-o", tmp_path / "out")
    assert time.monotonic() - begin < 60  # quadratic time took ten minutes and more
    assert (tmp_path / "out" / "graph.ttl").exists()


def test_the_root_of_the_file_system_is_no_output(run_kg):
    done = run_kg("build", GOOD, "-o", "/")
    assert done.returncode == 2
