"""Archives: members under readable names, archives within archives, what is not to be trusted."""

import io
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import Globs, find_inputs, read_input
from kg.read.archive import readable
from kg.read.limits import MAX_RATIO, MIB

WORDS = "平川县2023年法治政府建设年度报告\n推行改革。\n"


def zipped(members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data if isinstance(data, bytes) else data.encode())
    return held.getvalue()


def put(folder: Path, members, name="包.zip"):
    (folder / name).write_bytes(zipped(members))
    return folder / name


def names(found):
    return [given.name for given in found[0]]


def test_members_are_inputs_in_a_stable_order(tmp_path):
    path = put(
        tmp_path, {"乙/b.txt": WORDS, "a.txt": WORDS, "甲.txt": WORDS, "乙/": "", "t.csv": "正文,标题\n甲,乙\n丙,丁\n"}
    )
    found = find_inputs([path])
    assert names(found) == ["包.zip!/a.txt", "包.zip!/t.csv#1", "包.zip!/t.csv#2", "包.zip!/乙/b.txt", "包.zip!/甲.txt"]
    assert found[1] == []
    assert read_input(found[0][0]).text == WORDS
    assert [read_input(given).text for given in found[0][1:3]] == ["甲", "丙"]


def test_an_archive_in_an_archive(tmp_path):
    path = put(tmp_path, {"里.zip": zipped({"a.txt": WORDS})})
    (given,) = find_inputs([path])[0]
    assert given.name == "包.zip!/里.zip!/a.txt"
    assert read_input(given).text == WORDS


def test_archives_nest_only_so_deep(tmp_path):
    data = zipped({"a.txt": WORDS})
    for _ in range(6):
        data = zipped({"x.zip": data})
    (tmp_path / "x.zip").write_bytes(data)
    (given,) = find_inputs([tmp_path])[0]
    with pytest.raises(InputError) as raised:
        read_input(given)
    assert raised.value.code == "file-damaged"


def test_what_lies_beside_reports_is_passed_over(tmp_path):
    path = put(
        tmp_path,
        {
            "a.html": WORDS,
            "a_files/b.html": "x",
            "__MACOSX/._a.html": "x",
            "c.png": "x",
            ".hidden": "x",
            "a.html.meta.json": "{}",
        },
    )
    assert names(find_inputs([path])) == ["包.zip!/a.html"]


def test_globs_choose_among_members_and_files(tmp_path):
    put(tmp_path, {"2023/a.txt": WORDS, "2022/b.txt": WORDS, "2023/草案.txt": WORDS})
    (tmp_path / "c.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "d.md").write_text(WORDS, encoding="utf-8")
    assert names(find_inputs([tmp_path], Globs(include=("2023/*",)))) == [
        "d.md",
        "包.zip!/2023/a.txt",
        "包.zip!/2023/草案.txt",
    ]
    assert names(find_inputs([tmp_path], Globs(("*.txt", "*.MD"), ("*草案*", "2022/*")))) == [
        "c.txt",
        "d.md",
        "包.zip!/2023/a.txt",
    ]


def test_names_in_gbk_and_in_utf_8_without_the_flag():
    for encoding in ("gb18030", "utf-8"):
        info = zipfile.ZipInfo("报告.txt".encode(encoding).decode("cp437"))
        assert readable(info) == "报告.txt"
    flagged = zipfile.ZipInfo("报告.txt")
    flagged.flag_bits |= 0x800
    assert readable(flagged) == "报告.txt"


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "..\\a.txt", "C:/a.txt"])
def test_a_path_that_leads_out_is_not_read(tmp_path, name):
    found = find_inputs([put(tmp_path, {name: WORDS, "good.txt": WORDS})])
    assert names(found) == ["包.zip!/good.txt"]
    assert [problem.code for problem in found[1]] == ["archive-unsafe-path"]


def test_a_bomb_is_not_unpacked(tmp_path):
    found = find_inputs([put(tmp_path, {"a.txt": b"0" * (3 * MIB), "b.txt": WORDS})])
    assert 3 * MIB > MAX_RATIO * 3000  # what deflate makes of it
    assert found[0] == []
    assert [problem.code for problem in found[1]] == ["archive-too-large"]


def test_a_damaged_archive_is_said(tmp_path):
    data = zipped({"a.txt": WORDS, "b.txt": WORDS * 50})
    (tmp_path / "cut.zip").write_bytes(data[: len(data) // 2])
    (given,) = find_inputs([tmp_path])[0]
    with pytest.raises(InputError) as raised:
        read_input(given)
    assert raised.value.code == "file-damaged"


def test_a_damaged_member_does_not_take_the_others_with_it(tmp_path):
    path = put(tmp_path, {"a.txt": WORDS * 40, "b.txt": WORDS})
    data = bytearray(path.read_bytes())
    data[45:60] = b"\xff" * 15
    path.write_bytes(data)
    one, two = find_inputs([path])[0]
    with pytest.raises(InputError) as raised:
        read_input(one)
    assert raised.value.code == "file-damaged"
    assert read_input(two).text == WORDS
