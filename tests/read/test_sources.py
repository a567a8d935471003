"""What lies beside reports and tells of them: the list of sources, files x.meta.json."""

import json
import zipfile

import pytest

from kg.errors import ConfigurationError
from kg.model import Claim
from kg.read import find_inputs, read_input, read_sources

WORDS = "平川县2023年法治政府建设年度报告\n推行改革。\n"


def listed(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "urls.csv"
    path.write_bytes(text.encode(encoding))
    return read_sources(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_tells_of_the_files_that_it_names(tmp_path, encoding):
    sources = listed(
        tmp_path,
        "文件,网址,发布日期\na.txt,http://x.cn/1,2024-01-31\n乙,http://x.cn/2,\n没有.txt,http://x.cn/3,\n",
        encoding,
    )
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "乙.txt", "丙.txt"):
        (tmp_path / "in" / name).write_text(WORDS, encoding="utf-8")
    inputs, problems = find_inputs([tmp_path / "in"], sources=sources)
    claims = {given.name: given.claims for given in inputs}
    assert claims["a.txt"] == (
        Claim("url", "http://x.cn/1", "urls.csv 网址"),
        Claim("issued", "2024-01-31", "urls.csv 发布日期"),
    )
    assert claims["乙.txt"] == (Claim("url", "http://x.cn/2", "urls.csv 网址"),)
    assert claims["丙.txt"] == ()
    assert [(problem.code, problem.file) for problem in problems] == [("source-unmatched", "urls.csv")]
    assert "没有.txt" in problems[0].zh


def test_the_list_itself_is_no_input(tmp_path):
    sources = listed(tmp_path, "file,url\na.txt,http://x.cn\n")
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    inputs, problems = find_inputs([tmp_path], sources=sources)
    assert [given.name for given in inputs] == ["a.txt"]
    assert problems == []


@pytest.mark.parametrize("text", ["", "网址\nhttp://x.cn\n", "\x00\xff"])
def test_a_list_that_is_none_is_refused(tmp_path, text):
    with pytest.raises(ConfigurationError) as raised:
        listed(tmp_path, text)
    assert raised.value.code == "sources-unreadable"


def test_no_list(tmp_path):
    with pytest.raises(ConfigurationError):
        read_sources(tmp_path / "nothing.csv")


@pytest.mark.parametrize("name", ["报告.txt.meta.json", "报告.meta.json"])
def test_a_file_beside_a_report_tells_of_it(tmp_path, name):
    (tmp_path / "报告.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / name).write_text(json.dumps({"url": "http://x.cn/1", "年份": 2023, "other": 1}), encoding="utf-8")
    (given,) = find_inputs([tmp_path])[0]
    assert read_input(given).claims == (
        Claim("url", "http://x.cn/1", f"{name} url"),
        Claim("year", "2023", f"{name} 年份"),
    )


def test_a_file_beside_a_report_in_an_archive(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/b.txt", WORDS)
        archive.writestr("in/b.txt.meta.json", '{"索引号": "A-1"}')
    (given,) = find_inputs([tmp_path])[0]
    assert [(claim.key, claim.value) for claim in read_input(given).claims] == [("identifier", "A-1")]


def test_a_broken_one_is_said_and_the_report_is_read(tmp_path):
    (tmp_path / "报告.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "报告.txt.meta.json").write_text("[1", encoding="utf-8")
    source = read_input(find_inputs([tmp_path])[0][0])
    assert source.text == WORDS
    assert [(problem.code, problem.file) for problem in source.problems] == [("sidecar-broken", "报告.txt")]
