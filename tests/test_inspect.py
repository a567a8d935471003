"""kg inspect: what was read, as what, and what is odd about it."""

import json
import zipfile

import pytest
import rendering
from calling import caller
from conftest import SAMPLES

TEXT = (SAMPLES / "gongshu-2022.txt").read_text(encoding="utf-8-sig")


@pytest.fixture
def call(monkeypatch, capsys):
    return caller(monkeypatch, capsys)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "拱墅.doc"  # a page under a wrong name, as sites hand them out
    path.write_bytes(rendering.page(TEXT, "gb2312").encode("gb18030"))
    (tmp_path / "拱墅.doc.meta.json").write_text('{"网址": "http://www.example.org/1", "年份": 2019}', encoding="utf-8")
    return path


@pytest.mark.parametrize(("language", "words"), [("zh", ("是报告", "元数据", "提纲", "问题", "正文", "成效", "打算")),
                                                 ("en", ("a report", "Metadata", "Outline", "Problems", "plans"))])  # fmt: skip
def test_format_encoding_metadata_outline_and_problems(call, page, language, words):
    code, shown, _ = call("inspect", page, language=language)
    assert code == 0
    for word in (
        "html",
        "gb18030",
        "浙江省/杭州市/拱墅区",
        "2022",
        "http://www.example.org/1",
        "拱墅.doc.meta.json 网址",
        "2019",
        *words,
    ):
        assert word in shown, word


def test_json_has_it_all(call, page):
    code, shown, _ = call("inspect", page, "--json")
    (one,) = json.loads(shown)
    assert code == 0
    assert (one["format"], one["encoding"], one["genre"]) == ("html", "gb18030", "report")
    assert {row["key"]: row["from"] for row in one["metadata"]}["place"] == "text"
    assert {"key": "url", "value": "http://www.example.org/1", "from": "拱墅.doc.meta.json 网址"} in one["claims"]
    assert [problem["code"] for problem in one["problems"]] == ["metadata-conflict"]
    assert {section["role"] for section in one["outline"]} >= {"achievement", "problem", "plan"}
    for section in one["outline"]:
        assert (
            "".join(section["heading"].split())[:4] in "".join(one["text"][section["start"] : section["end"]].split())
            or not section["heading"]
        )


def test_an_archive_is_listed_and_one_of_it_shown(call, page, tmp_path):
    with zipfile.ZipFile(tmp_path / "包.zip", "w") as archive:
        archive.write(page, "甲/拱墅.html")
        archive.writestr("r.jsonl", json.dumps({"正文": TEXT}, ensure_ascii=False) + "\n")
        archive.writestr("b.pdf", b"%PDF-1.7\n")
    code, shown, _ = call("inspect", tmp_path / "包.zip")
    assert code == 0
    assert len(shown.splitlines()) == 4
    for part in ("!/甲/拱墅.html", "!/r.jsonl#1"):
        code, shown, _ = call("inspect", f"{tmp_path}/包.zip{part}")
        assert code == 0
        assert "Outline" in shown


def test_what_is_no_report_is_shown_with_what_it_is(call, tmp_path):
    (tmp_path / "x.txt").write_text("平川县2024年法治政府建设工作要点\n推进法治政府建设。\n", encoding="utf-8")
    code, shown, _ = call("inspect", tmp_path / "x.txt")
    assert code == 0
    assert "a plan or notice, no report" in shown


def test_what_cannot_be_read_is_exit_2(call, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7\n")
    for name, words in (("x.pdf", "damaged"), ("nothing.pdf", "no such file"), ("x.pdf#7", "holds no such report")):
        code, shown, said = call("inspect", tmp_path / name)
        assert code == 2
        assert words in shown + said


def test_in_colour_on_a_terminal_and_plain_elsewhere(page, monkeypatch, capsys):
    import sys

    from kg import cli

    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("KG_LANG", "en")
    assert cli.main(["inspect", str(page)]) == 0
    assert "\x1b[" not in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert cli.main(["inspect", str(page)]) == 0
    assert "\x1b[" in capsys.readouterr().out
