"""index.html: what a first-time reader sees, and that text stays text."""

import json
import random
import re

import pytest
from pages import HOSTILE, Elements, assert_guarded, hostile, in_browser, tables

from kg.publish import matrix as matrices
from kg.publish.html import data_script, plain, tag, text, word
from kg.publish.index import index_html


def payload(page):
    return next(json.loads(text) for attrs, text in Elements(page).scripts if attrs.get("id") == "kg-data")


def rows_of(page, table):
    """Rows of a table by their first cell, tags removed; cells are kept as markup."""
    body = re.search(rf'<table class="{table}[^"]*">.*?<tbody>(.*?)</tbody>', page, re.DOTALL).group(1)
    found = {}
    for row in re.findall(r"<tr.*?</tr>", body):
        head, *cells = re.findall(r"<t[hd][ >].*?</t[hd]>", row)
        found[re.search(r'<a class="data"[^>]*>(.*?)</a>', head).group(1)] = cells
    return found


def test_counts_are_of_different_things_and_the_build_adds_its_own():
    page = index_html(tables(), {"triples": 12345, "awards": 77})
    by_word = {name: count for count, name in re.findall(r'<li><b>([\d,]+)</b><span class="zh">(.*?)</span>', page)}
    assert by_word["三元组"] == "12,345"
    assert by_word["报告"] == "2"
    assert by_word["改革与项目"] == "2"
    assert by_word["荣誉"] == "1"


def test_a_year_without_report_is_a_gap():
    rows = tables()
    rows["reports"][1]["year"] = "2024"
    years = rows_of(index_html(rows, {}), "years")
    assert ["—" in cell for cell in years["山云区"]] == [False, True, True]
    assert ["—" in cell for cell in years["河泉县"]] == [True, True, False]


def test_a_report_of_unknown_year_or_place_is_listed():
    rows = tables()
    rows["reports"][0] |= {"year": "", "place": ""}
    page = index_html(rows, {})
    assert "年份不详" in page
    assert "地区不详" in page


def test_one_misread_year_does_not_stretch_the_table():
    rows = tables()
    rows["reports"][0]["year"] = "1022"
    assert len(rows_of(index_html(rows, {}), "years")["山云区"]) == 2


def test_a_cell_tells_status_by_shape_and_years():
    rows = tables()
    rows["implementations"] += [rows["implementations"][0] | {"year": year} for year in ("2023", "2024", "2026")]
    cells = rows_of(index_html(rows, {}), "matrix")["“甲乙”改革"]
    assert '<span class="implemented">●<i>2022 2023 2024 2026</i></span>' in cells[0]
    cells = rows_of(index_html(rows, {}), "matrix")["丙丁专项行动"]
    assert cells[0] == "<td></td>"
    assert '<span class="planned">○<i>2023</i></span>' in cells[1]


def test_years_in_a_row_are_written_as_their_ends():
    rows = tables()
    rows["implementations"] += [rows["implementations"][0] | {"year": year} for year in ("2023", "2024")]
    assert "●<i>2022–24</i>" in rows_of(index_html(rows, {}), "matrix")["“甲乙”改革"][0]


def test_behind_a_cell_stand_its_sentences():
    data = payload(index_html(tables(), {}))
    row, column = data["programmes"].index("丙丁专项行动"), data["places"].index("东江省/安宁市/河泉县")
    [[status, year, source, sentence]] = data["cells"][row][str(column)]
    assert (status, year) == ("planned", "2023")
    assert data["sentences"][sentence] == "河泉县推进丙丁专项行动。"
    assert data["sources"][source] == ["河泉县报告", "河泉县.txt"]


def test_the_most_shared_programme_comes_first_and_leads_the_widest():
    page = index_html(tables(), {})
    assert next(iter(rows_of(page, "matrix"))) == "“甲乙”改革"
    assert re.findall(r'data-find="(.*?)"', page) == ["“甲乙”改革"]


def test_links_lead_to_every_file_of_the_build():
    page = index_html(tables(), {})
    targets = {attrs["href"].partition("#")[0] for tag, attrs in Elements(page).tags if tag == "a"}
    names = ("reports", "places", "implementations", "awards", "bodies", "documents", "indicators")
    assert targets == {"network.html", "graph.ttl", "build.json", *(f"tables/{name}.csv" for name in names)}


def test_too_many_programmes_are_said_to_be_left_out(monkeypatch):
    monkeypatch.setattr(matrices, "LIMIT", 3)
    page = index_html(tables([f"第{number}项改革" for number in range(8)]), {})
    assert len(rows_of(page, "matrix")) == 3
    assert "另有 5 项" in page


def test_the_order_of_rows_does_not_matter():
    rows = tables([f"第{number}项改革" for number in range(12)])
    page = index_html(rows, {"triples": 1})
    for seed in range(3):
        mixed = {name: random.Random(seed).sample(each, len(each)) for name, each in rows.items()}
        assert index_html(mixed, {"triples": 1}) == page


def test_an_empty_build_has_a_page():
    page = index_html({}, {})
    assert "没有找到" in page
    assert_guarded(page)


def test_hostile_text_stays_text():
    calm, page = index_html(tables([f"甲{n}" for n in range(len(HOSTILE))]), {}), index_html(hostile(), {})
    assert_guarded(page)
    # The same elements, but for the order of rows of one kind: nothing in the text has become an element.
    assert sorted(tag for tag, _ in Elements(page).tags) == sorted(tag for tag, _ in Elements(calm).tags)
    assert [name for name in payload(page)["programmes"] if name in HOSTILE]
    assert not re.search("[\u2028\u202e\u2066]", page)


@pytest.mark.parametrize("value", HOSTILE)
def test_no_text_ends_its_attribute_or_its_script(value):
    [(name, attrs)] = Elements(tag("b", text(value), title=value)).tags
    assert (name, attrs) == ("b", {"title": plain(value)})
    assert [json.loads(raw) for _, raw in Elements(data_script("x", [value])).scripts] == [[value]]


def test_tags_write_attributes_as_html_has_them():
    assert (
        tag("input", class_="a", data_row=3, hidden=True, checked=False, title=None)
        == '<input class="a" data-row="3" hidden>'
    )


def test_a_notation_without_words_is_shown_as_it_is():
    assert word("<新>") == "&lt;新&gt;"


def test_the_page_runs_without_errors_or_requests(tmp_path):
    dom, console = in_browser(index_html(hostile(), {"triples": 5}), tmp_path)
    assert console == []
    assert re.search(r'<output id="shown">显示 \d+ / \d+ 项</output>', dom)
    assert "<img" not in dom
