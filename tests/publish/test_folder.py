"""The output folder: whole or not at all, whatever kills the build."""

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from kg.errors import ConfigurationError
from kg.publish import folder
from kg.publish.folder import MARK, check_target, write_folder

FILES = {MARK: b"{}", "graph.ttl": "甲".encode(), "tables/places.csv": b"a,b\n", "tables/awards.csv": b""}


def content(target: Path) -> dict[str, bytes]:
    return {p.relative_to(target).as_posix(): p.read_bytes() for p in target.rglob("*") if p.is_file()}


def test_a_new_folder_with_its_parents(tmp_path):
    target = tmp_path / "甲" / "乙" / "out"
    write_folder(target, FILES)
    assert content(target) == FILES
    assert [p.name for p in target.parent.iterdir()] == ["out"]


def test_the_former_files_go_and_nothing_is_left_beside(tmp_path):
    target = tmp_path / "out"
    write_folder(target, {**FILES, "old.txt": b"x", "old/x.txt": b"x"})
    write_folder(target, FILES)
    assert content(target) == FILES
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["out", "[out]", "o*t?", "输出 文件夹", ".out"])
def test_any_name_and_what_killed_builds_left(tmp_path, name):
    target = tmp_path / name
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = tmp_path / f".{name}.building-{dead.pid}"
    (left / "tables").mkdir(parents=True)
    other = tmp_path / f".{name}x.building-{dead.pid}"
    other.mkdir()
    write_folder(target, FILES)
    assert not left.exists()
    assert other.exists()
    assert content(target) == FILES


def test_a_build_that_runs_is_left_alone(tmp_path):
    running = tmp_path / f".out.building-{os.getppid()}"
    running.mkdir()
    write_folder(tmp_path / "out", FILES)
    assert running.exists()


def test_a_folder_that_had_stepped_aside_comes_back(tmp_path):
    """Where folders cannot be exchanged, a build killed between two renames leaves the former one hidden."""
    former = tmp_path / ".out.former-999999999"
    former.mkdir()
    (former / MARK).write_bytes(b"former")
    folder._sweep(tmp_path / "out")
    assert content(tmp_path / "out") == {MARK: b"former"}


def test_without_an_exchange_the_folder_is_replaced_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "_exchange", lambda *_: False)
    target = tmp_path / "out"
    for files in (FILES, {MARK: b"2"}):
        write_folder(target, files)
        assert content(target) == files
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(not sys.platform.startswith(("linux", "darwin")), reason="no exchange there")
def test_the_system_exchanges_folders(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert folder._exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a" / "b").exists()
    assert not folder._exchange(tmp_path / "a", tmp_path / "没有")


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "out"
    link.symlink_to(tmp_path / "real", target_is_directory=True)
    write_folder(link, FILES)
    assert link.is_symlink()
    assert content(tmp_path / "real") == FILES


def test_what_cannot_be_written_is_said_and_leaves_no_trace(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ConfigurationError) as raised:
        write_folder(tmp_path / "file" / "out", FILES)
    assert raised.value.code == "target-unwritable"
    assert raised.value.remedy_zh
    write_folder(tmp_path / "out", FILES)
    with pytest.raises(ConfigurationError):
        write_folder(tmp_path / "out", {**FILES, "x" * 300: b""})
    assert content(tmp_path / "out") == FILES
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "out"]


# --- what may be replaced ---------------------------------------------------------------------------------------------


def test_only_what_a_build_has_made_may_be_replaced(tmp_path):
    check_target(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    check_target(tmp_path / "empty")
    (tmp_path / "empty" / "README.md").touch()
    check_target(tmp_path / "empty")
    (tmp_path / "empty" / "论文.docx").touch()
    with pytest.raises(ConfigurationError) as raised:
        check_target(tmp_path / "empty")
    assert raised.value.code == "target-not-ours"
    (tmp_path / "empty" / MARK).write_text(json.dumps({"outputs": [MARK, "README.md"]}), encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        check_target(tmp_path / "empty")
    assert "论文.docx" in raised.value.zh
    assert "README.md" not in raised.value.en
    (tmp_path / "empty" / MARK).write_text(json.dumps({"outputs": [MARK, "论文.docx"]}), encoding="utf-8")
    (tmp_path / "empty" / "README.md").unlink()
    (tmp_path / "empty" / ".DS_Store").touch()
    check_target(tmp_path / "empty")
    with pytest.raises(ConfigurationError) as raised:
        check_target(tmp_path / "empty" / "论文.docx")
    assert raised.value.code == "target-not-folder"


# --- SIGKILL ----------------------------------------------------------------------------------------------------------

WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from kg.publish.folder import write_folder
    target, turn = Path(sys.argv[1]), 0
    print("ready", flush=True)
    while True:
        turn += 1
        files = {f"tables/{n}.csv": b"%d\\n" % turn * 2000 for n in range(20)} | {"build.json": b"%d" % turn}
        write_folder(target, files)
    """
)


def is_whole(target: Path) -> bool:
    """Whether all files of a folder are of one and the same turn."""
    turn = int((target / MARK).read_bytes())
    tables = sorted((target / "tables").iterdir())
    return len(tables) == 20 and all(path.read_bytes() == b"%d\n" % turn * 2000 for path in tables)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_process_killed_at_any_moment_leaves_a_whole_folder(tmp_path):
    """The writer does nothing but replace the folder, so that nearly every moment falls into the middle of it."""
    target = tmp_path / "out"
    moments = random.Random(20240115)
    for _ in range(20):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        while not target.exists():
            time.sleep(0.001)
        time.sleep(moments.uniform(0, 0.06))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert is_whole(target)
    write_folder(target, FILES)
    assert content(target) == FILES
    assert [p.name for p in tmp_path.iterdir()] == ["out"]  # what the killed ones left beside it is gone
