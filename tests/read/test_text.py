"""Bytes to text: encodings, and what is refused with a reason."""

import hashlib

import pytest

from kg.errors import InputError
from kg.read import read_source
from kg.read.limits import MAX_FILE, MAX_TEXT
from kg.read.text import decode

WORDS = "霍邱县2023年法治政府建设年度报告\r\n推行“一窗通办”改革，办理１２０件。\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_every_encoding_of_chinese_texts_is_told(tmp_path, encoding, name):
    path = tmp_path / "报告.txt"
    data = WORDS.encode(encoding)
    path.write_bytes(data)
    source = read_source(path)
    assert source.text == WORDS  # line ends untouched
    assert (source.name, source.encoding) == ("报告.txt", name)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_big_endian_utf_16(tmp_path):
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be")) == (WORDS, "utf-16")


def test_rare_characters_of_gb18030():
    words = "㙍塘镇与𠀀里村推进法治建设"
    assert decode(words.encode("gb18030"))[0] == words


def refused(tmp_path, data: bytes) -> InputError:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_source(path, "甲/x.txt")
    assert raised.value.where == "甲/x.txt"
    assert raised.value.remedy_zh
    assert raised.value.remedy_en
    return raised.value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b" \r\n\t ", "file-empty"),
        (b"%PDF-1.7 " + b"x" * 99, "file-damaged"),
        (b"PK\x03\x04" + b"x" * 99, "file-damaged"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 99, "file-binary"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "file-no-text"),
        (b"Rar!\x1a\x07" + b"x" * 99, "format-unsupported"),
        (bytes(range(1, 128)) * 20, "file-binary"),
        ("推进法治".encode() + b"\x00" + "政府建设".encode(), "file-binary"),
        (bytes(range(256)) * 20, "file-binary"),
        (b"\xff\xff\xff" * 40, "file-encoding"),
        (b"\xff\xfe" + b"\x00\xd8" * 9, "file-encoding"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data, code):
    assert refused(tmp_path, data).code == code


@pytest.mark.parametrize("end", [b"\xe6\xb5", b"\xe6", b"\xff\xfe"])
def test_damaged_utf_8_is_said_and_not_read_as_other_characters(tmp_path, end):
    """Every byte pair of UTF-8 hanzi is some hanzi of GB18030 too: a cut-off download would become gibberish."""
    error = refused(tmp_path, "推进法治政府建设。".encode() * 20 + end)
    assert error.code == "file-encoding"
    assert str(len("推进法治政府建设。".encode()) * 20) in error.zh


def test_a_stray_control_character_does_not_make_a_text_binary(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(WORDS.encode() + b"\x1a")  # the end mark of DOS
    assert read_source(path).text.endswith("\x1a")


def test_a_folder_and_a_file_that_is_not_there_cannot_be_read(tmp_path):
    for path in (tmp_path, tmp_path / "没有.txt"):
        with pytest.raises(InputError) as raised:
            read_source(path)
        assert raised.value.code == "file-unreadable"


def test_too_large_a_file_is_not_even_read(tmp_path):
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        file.truncate(MAX_TEXT + 1)
    with pytest.raises(InputError) as raised:
        read_source(path)
    assert raised.value.code == "file-too-large"
    assert "8 MB" in raised.value.en


def test_the_largest_file_is_read(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"a" * MAX_TEXT)
    assert len(read_source(path).text) == MAX_TEXT


def test_no_file_of_any_kind_is_read_beyond_the_limit(tmp_path):
    path = tmp_path / "x.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(MAX_FILE + 1)
    with pytest.raises(InputError) as raised:
        read_source(path)
    assert raised.value.code == "file-too-large"
