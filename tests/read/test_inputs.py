"""Inputs: which files are meant, in an order and under names that depend on nothing but the files."""

import os
import sys
from itertools import permutations
from pathlib import Path

import pytest

from kg.read import Input, find_inputs


def make(folder: Path, *names: str) -> list[Path]:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("甲", encoding="utf-8")
    return [folder / name for name in names]


def names_of(inputs: list[Input]) -> list[str]:
    return [given.name for given in inputs]


def codes_of(paths: list[Path]) -> list[str]:
    return [problem.code for problem in find_inputs(paths)[1]]


def test_the_order_of_the_arguments_does_not_matter(tmp_path):
    paths = make(tmp_path, "乙.txt", "甲.txt", "a.txt")
    expected = find_inputs(paths)
    assert names_of(expected[0]) == ["a.txt", "乙.txt", "甲.txt"]
    for order in permutations(paths):
        assert find_inputs(order) == expected


def test_folders_are_walked_for_what_may_be_a_report(tmp_path):
    make(tmp_path, "一/甲.txt", "一/二/乙.TXT", "一/丙.md", "一/丁.pdf", "一/戊", "一/.hidden", ".git/x.txt",
         "一/a.css", "一/~$甲.docx",
         "一/丁_files/x.html", "一/甲.txt.meta.json")  # fmt: skip
    inputs, problems = find_inputs([tmp_path])
    assert sorted(names_of(inputs)) == sorted(["甲.txt", "乙.TXT", "丙.md", "丁.pdf", "戊"])
    assert problems == []


def test_a_file_that_is_named_is_taken_whatever_its_suffix(tmp_path):
    assert names_of(find_inputs(make(tmp_path, "报告.text"))[0]) == ["报告.text"]


def test_same_names_grow_by_as_much_as_tells_them_apart(tmp_path):
    paths = make(tmp_path, "2022/拱墅/报告.txt", "2023/拱墅/报告.txt", "2023/余杭/报告.txt", "别的.txt")
    assert sorted(names_of(find_inputs(paths)[0])) == sorted(
        ["2022/拱墅/报告.txt", "2023/拱墅/报告.txt", "余杭/报告.txt", "别的.txt"]
    )


@pytest.mark.parametrize("name", ["没有.txt", "x" * 300 + ".txt", "有\0字节.txt"])
def test_a_missing_path_is_a_problem_and_nothing_else(tmp_path, name):
    (kept,) = make(tmp_path, "甲.txt")
    inputs, problems = find_inputs([tmp_path / name, kept])
    assert names_of(inputs) == ["甲.txt"]
    assert [problem.code for problem in problems] == ["file-missing"]
    assert problems[0].remedy_zh
    assert problems[0].remedy_en


def test_an_empty_folder_is_a_problem(tmp_path):
    assert codes_of([tmp_path]) == ["folder-empty"]


def test_the_current_folder_has_a_label(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_inputs([Path()])[1][0].file == "."


def test_a_file_given_twice_is_read_once(tmp_path):
    (path,) = make(tmp_path, "甲.txt")
    inputs, problems = find_inputs([path, tmp_path, tmp_path / "." / "甲.txt"])
    assert names_of(inputs) == ["甲.txt"]
    assert {problem.code for problem in problems} == {"input-twice"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_go_by_their_own_name_and_loops_do_no_harm(tmp_path):
    (blob,) = make(tmp_path, "store/blob")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "报告.txt").symlink_to(blob)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "gone.txt").symlink_to("nothing")
    (folder / "self").symlink_to(folder, target_is_directory=True)
    assert names_of(find_inputs([folder])[0]) == ["gone.txt", "loop.txt", "报告.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps any bytes as a name")
def test_a_name_in_gbk_bytes_becomes_text(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + "/报告.txt".encode("gbk"))).write_text("甲", encoding="utf-8")
    (given,), _ = find_inputs([tmp_path])
    assert given.name == "报告.txt"
    assert given.path.read_text(encoding="utf-8") == "甲"
