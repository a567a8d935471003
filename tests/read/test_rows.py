"""Tables with a text in each row: where rows begin and end, columns by their Chinese and English names."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import find_inputs, read_input
from kg.read.rows import read_row, rows_of

TEXT = "平川县2023年法治政府建设年度报告\n2023年，推行“一窗通办”改革，\n办理“,”120件。"


def table(rows, columns, encoding="utf-8", delimiter=","):
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=delimiter)
    writer.writerows([columns, *rows])
    return held.getvalue().encode(encoding)


def documents(data, kind="csv"):
    return [read_row(data[row.start : row.end], row, "x") for row in rows_of(io.BytesIO(data), kind, "x")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_each_row_is_a_report_with_its_metadata(encoding, delimiter):
    data = table(
        [(TEXT, "平川县报告", "浙江省", "2024-01-31", "http://x.cn/1", "司法局", "忽略"), (TEXT * 2, *[""] * 6)],
        ("正文", "标题", "地区", "发布日期", "链接", "发布机构", "备用"), encoding, delimiter,
    )  # fmt: skip
    one, two = documents(data)
    assert (one.text, two.text) == (TEXT, TEXT * 2)
    assert {claim.key: claim.value for claim in one.claims} == {
        "title": "平川县报告", "place": "浙江省", "issued": "2024-01-31", "url": "http://x.cn/1", "publisher": "司法局",
    }  # fmt: skip
    assert {claim.origin for claim in one.claims} >= {"column 标题", "column 链接"}
    assert two.claims == ()


def test_english_columns_and_lines_of_json():
    rows = [
        {"content": TEXT, "title": "平川县", "date": "2024-01-31", "year": 2023, "id": 5, "url": None},
        {"content": TEXT},
    ]
    data = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    found = documents(data, "jsonl")
    assert [one.text for one in found] == [TEXT, TEXT]
    assert {claim.key: claim.value for claim in found[0].claims} == {
        "title": "平川县",
        "issued": "2024-01-31",
        "year": "2023",
    }
    assert [row.number for row in rows_of(io.BytesIO(data), "jsonl", "x")] == [1, 3]


cells = st.text(alphabet='甲,"\n\r ;“a', max_size=12)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=8), st.sampled_from(["utf-8", "gb18030"]))
def test_rows_are_found_as_the_csv_module_reads_them(rows, encoding):
    data = table(rows, ("正文", "标题"), encoding)
    expected = [
        row for row in csv.reader(io.StringIO(data.decode(encoding), newline="")) if any(cell.strip() for cell in row)
    ][1:]
    found = list(rows_of(io.BytesIO(data), "csv", "x"))
    assert [row.number for row in found] == list(range(1, len(expected) + 1))
    for row, (text, _) in zip(found, expected, strict=True):
        part = data[row.start : row.end].decode(encoding)
        assert (
            next(line for line in csv.reader(io.StringIO(part, newline="")) if any(cell.strip() for cell in line))[0]
            == text
        )


def test_what_is_wrong_is_said_row_by_row(tmp_path):
    (tmp_path / "r.jsonl").write_text('{"text": "甲"}\n{"text": \n[]\n{"text": ""}\n', encoding="utf-8")
    inputs, problems = find_inputs([tmp_path])
    assert [given.name for given in inputs] == [f"r.jsonl#{number}" for number in (1, 2, 3, 4)]
    assert problems == []
    codes = []
    for one in inputs:
        try:
            codes.append(read_input(one).text)
        except InputError as error:
            codes.append(error.code)
    assert codes == ["甲", "row-broken", "row-broken", "file-empty"]


def test_a_table_without_texts_says_so(tmp_path):
    (tmp_path / "urls.csv").write_text("文件,链接\na.html,http://x.cn\n", encoding="utf-8")
    inputs, problems = find_inputs([tmp_path])
    assert inputs == []
    assert [problem.code for problem in problems] == ["table-without-text"]
    assert "--sources" in problems[0].remedy_en


def test_a_row_is_read_without_the_others(tmp_path):
    path = tmp_path / "r.csv"
    path.write_bytes(table([(TEXT + str(n), f"第{n}") for n in range(50)], ("正文", "标题")))
    inputs, _ = find_inputs([path])
    assert len(inputs) == 50
    assert read_input(inputs[37]).text == TEXT + "37"
    assert inputs[37].size < 300


def test_half_a_character_of_json_does_not_reach_the_text(tmp_path):
    (tmp_path / "r.jsonl").write_text('{"text": "推进\\ud800法治"}\n', encoding="utf-8")
    assert read_input(find_inputs([tmp_path])[0][0]).text == "推进\ufffd法治"
