"""index.html and its data: everything of the tables is there once, the same each time, and text stays text."""

import json
import random
import re

import pytest
from pages import HOSTILE, Elements, assert_guarded, hostile, tables

from kg.publish.atlas import answers, atlas, shared, split, terms
from kg.publish.atlas.answers import SHOWN
from kg.publish.html import data_script, plain, tag, text, word
from kg.publish.index import index_html
from kg.questions import bind, questions
from kg.vocabulary import vocabulary


def data_of(rows, things=None, asked=()):
    return atlas(rows, things or {}, {}, asked)


def page_of(rows):
    return index_html(data_of(rows))


def payload(page):
    return next(json.loads(text) for attrs, text in Elements(page).scripts if attrs.get("id") == "kg-data")


def test_each_name_and_sentence_is_written_once():
    rows = tables()
    rows["implementations"].append(dict(rows["implementations"][0], status="planned"))
    data = data_of(rows)
    assert [one[1] for one in data["programmes"]] == ["“甲乙”改革", "丙丁专项行动"]
    words = [one[0] for one in data["sentences"]]
    assert words.count(rows["implementations"][0]["evidence"]) == 1
    assert len(words) == len({tuple(one) for one in data["sentences"]})


def test_runs_point_to_what_the_table_says():
    rows = tables()
    data = data_of(rows)
    found = {
        (data["programmes"][programme][1], data["places"][place][1], year, status, data["sentences"][sentence][0])
        for programme, place, year, status, sentence, _, _ in data["runs"]
    }
    assert found == {
        (row["programme"], row["place"], row["year"], row["status"], row["evidence"]) for row in rows["implementations"]
    }


def test_a_statement_of_no_place_of_its_own_is_of_its_reports_place():
    rows = tables()
    rows["implementations"][0]["place"] = ""
    data = data_of(rows)
    [place] = {data["places"][run[1]][1] for run in data["runs"] if data["sentences"][run[4]][1] == 0}
    assert place == rows["reports"][0]["place"]


def test_places_above_are_there_though_no_report_is_theirs():
    data = data_of(tables())
    by_path = {one[1]: one for one in data["places"]}
    assert set(by_path) >= {"东江省", "东江省/安宁市", "东江省/安宁市/山云区"}
    assert data["places"][by_path["东江省/安宁市/山云区"][-1]][1] == "东江省/安宁市"
    assert by_path["东江省"][-1] == -1


def test_of_two_places_with_one_path_the_present_one_stays():
    path = tables()["reports"][0]["place"]
    fact = {"path": path, "label": "山云区", "level": "county"}
    things = {
        "places": [
            fact | {"iri": "https://example.org/id/place/990103", "code": "990103", "until": "2021-04-09"},
            fact | {"iri": "https://example.org/id/place/990105", "code": "990105", "until": ""},
        ]
    }
    assert next(one for one in data_of(tables(), things)["places"] if one[1] == path)[0] == "990105"


def test_the_order_of_rows_does_not_matter():
    rows = tables([f"第{number}项改革" for number in range(12)])
    page = page_of(rows)
    for seed in range(3):
        mixed = {name: random.Random(seed).sample(each, len(each)) for name, each in rows.items()}
        assert page_of(mixed) == page


def test_an_empty_build_has_a_page():
    page = index_html(data_of({}))
    assert_guarded(page)
    assert payload(page)["runs"] == []


def test_sentences_of_many_reports_stand_in_files_beside_the_page():
    data = data_of(tables([f"第{number}项改革" for number in range(12)]))
    whole, none = split(data, whole=2)
    assert (whole, none) == (data, {})
    page, parts = split(data, whole=1, share=5)
    assert page["sentences"] == []
    assert page["share"] == 5
    assert list(parts) == [f"sentences-{number:04d}" for number in range(len(parts))]
    assert [sentence for part in parts.values() for sentence in part] == data["sentences"]
    assert {len(part) for part in list(parts.values())[:-1]} == {5}
    assert "script-src 'self' " in index_html(page)
    assert "'self'" not in index_html(data)


def test_a_file_of_sentences_is_one_call_and_ends_no_script():
    code = shared("sentences-0007", [["</script><script>alert(1)</script>", 0, 0, 5, ""]]).decode()
    assert re.fullmatch(r"KG_SENTENCES\(7,(\[.*\])\);\n", code)
    assert "<" not in code


def test_words_are_those_of_the_vocabulary():
    assert terms(vocabulary())["status"]["implemented"] == ("已实施", "implemented")


def test_hostile_text_stays_text():
    calm, page = page_of(tables([f"甲{n}" for n in range(len(HOSTILE))])), page_of(hostile())
    assert_guarded(page)
    assert [name for name, _ in Elements(page).tags] == [name for name, _ in Elements(calm).tags]
    assert [one[1] for one in payload(page)["programmes"] if one[1] in HOSTILE]
    assert not re.search("[\u2028\u202e\u2066]", page)


# --- the ready questions ---


@pytest.fixture(scope="module")
def asked(built):
    from kg.inquiry.stored import open_graph

    return answers(open_graph(built).store)


def test_every_question_has_its_answer(asked, built):
    from kg.graph import run
    from kg.inquiry.stored import open_graph

    stored = open_graph(built)
    assert [one["name"] for one in asked] == list(questions())
    for one in asked:
        answer = run(stored.store, bind(one["sparql"], dict(one["asked"])), base=stored.base)
        assert (one["total"], one["columns"]) == (len(answer.rows), list(answer.variables)), one["name"]
        assert one["rows"] == [[plain(cell) for cell in row] for row in answer.rows[:SHOWN]], one["name"]


def test_questions_about_pairs_are_asked_of_the_two_fullest_places(asked, built):
    from collections import Counter

    from kg import query

    rows = query(built, "SELECT DISTINCT ?path ?run { ?e fz:programme ?run ; fz:place/fz:path ?path }").dicts()
    counts = Counter(row["path"] for row in rows)
    fullest = sorted(counts, key=lambda path: (-counts[path], path))[:2]
    pairs = {one["name"]: dict(one["asked"]) for one in asked if one["asked"]}
    assert pairs == {name: {"place": fullest[0], "other": fullest[1]} for name in ("compare-places", "shared-programmes")}


def test_columns_of_numbers_are_told_apart(asked):
    spread = next(one for one in asked if one["name"] == "most-widespread")
    assert [spread["columns"][at] for at in spread["numbers"]] == ["places", "first", "last"]


# --- what all pages share ---


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
