"""A build of the same report in several files: one report in graph, tables, texts and record, whatever the order."""

import csv
import io
import json
import os
import sys
from urllib.parse import unquote

import pyoxigraph as ox
import pytest
import rendering
from conftest import SAMPLES, contents
from copied import forms, reposted

from kg import pipeline

HOSTILE = "a; b%3B\\c, \"d\" '=1+1' <i>&x.html"


def rows(folder, table="reports"):
    text = (folder / "tables" / f"{table}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Gongshu as five forms and once more under a hostile name, and near copies of another report."""
    folder = tmp_path_factory.mktemp("copies") / "in"
    text = (SAMPLES / "yuhang-2021.txt").read_text(encoding="utf-8-sig")
    forms(text, folder, "yuhang")
    if os.name != "nt":
        (folder / HOSTILE).write_text(rendering.page(text), encoding="utf-8")
    reposted(folder / "near")
    (folder / "urls.csv").write_text(
        "file,url\nyuhang.pdf,https://www.example.org/yuhang.pdf\nyuhang.html,https://www.example.org/yuhang\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def done(inputs, tmp_path_factory):
    target = tmp_path_factory.mktemp("copies-built") / "out"
    outcome = pipeline.run([inputs], target, pipeline.Options(jobs=1, sources=inputs / "urls.csv"))
    return outcome, target


@pytest.fixture(scope="module")
def store(done):
    store = ox.Store()
    store.load(path=str(done[1] / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    return store


def asked(store, query):
    prefixes = {
        "fz": "https://w3id.org/fazhi/ontology#", "dcterms": "http://purl.org/dc/terms/", "prov": "http://www.w3.org/ns/prov#",
        "foaf": "http://xmlns.com/foaf/0.1/",
    }  # fmt: skip
    return [[term.value if term else None for term in row] for row in store.query(query, prefixes=prefixes)]


FILES = sorted(["yuhang-2008.htm", "yuhang.docx", "yuhang.html", "yuhang.pdf", *([HOSTILE] if os.name != "nt" else [])])


def test_the_table_has_a_row_a_report_and_names_the_copies(done):
    found = {row["source"]: row for row in rows(done[1])}
    assert sorted(found) == ["a.txt", "b.txt", "c.txt", "d.txt", "yuhang.txt"]
    said = found["yuhang.txt"]["copies"]
    assert [unquote(name) for name in said.split("; ")] == FILES
    assert found["a.txt"]["copies"] == ""
    assert list(rows(done[1])[0])[-1] == "copies"


def test_no_fact_is_told_twice(done, tmp_path):
    (tmp_path / "yuhang.txt").write_bytes((SAMPLES / "yuhang-2021.txt").read_bytes())
    pipeline.run([tmp_path / "yuhang.txt"], tmp_path / "out", pipeline.Options(jobs=1))
    for table in ("implementations", "awards", "bodies", "documents", "indicators"):
        alone = {row["evidence"] for row in rows(tmp_path / "out", table)}
        mine = [row for row in rows(done[1], table) if row["source"] not in ("a.txt", "b.txt", "c.txt", "d.txt")]
        assert {row["source"] for row in mine} == ({"yuhang.txt"} if alone else set())
        assert len(mine) == len(rows(tmp_path / "out", table))


def test_offsets_are_of_the_text_that_is_kept(done):
    folder = done[1]
    texts = {row["source"]: (folder / row["text"]).read_bytes().decode() for row in rows(folder)}
    assert sorted(path.name for path in (folder / "texts").iterdir()) == [f"{name}" for name in sorted(texts)]
    count = 0
    for table in ("places", "implementations", "awards", "bodies", "documents", "indicators"):
        for row in rows(folder, table):
            assert texts[row["source"]][int(row["start"]) : int(row["end"])] == row["evidence"]
            count += 1
    assert count > 100


def test_the_graph_has_one_report_with_its_files(store):
    found = asked(
        store,
        "SELECT ?name ?format ?hash ?page { ?r a fz:Report ; dcterms:source 'yuhang.txt' ; prov:alternateOf ?f . "
        "?f a fz:File ; dcterms:source ?name ; fz:format ?format ; fz:sourceSha256 ?hash OPTIONAL { ?f foaf:page ?page } } "
        "ORDER BY ?name",
    )
    assert [name for name, *_ in found] == FILES
    assert {name: kind for name, kind, *_ in found if name != HOSTILE} == {
        "yuhang-2008.htm": "html", "yuhang.docx": "docx", "yuhang.html": "html", "yuhang.pdf": "pdf",
    }  # fmt: skip
    assert len({digest for _, _, digest, _ in found}) == len(FILES)
    assert {name: page for name, *_, page in found if page} == {
        "yuhang.html": "https://www.example.org/yuhang", "yuhang.pdf": "https://www.example.org/yuhang.pdf",
    }  # fmt: skip
    assert asked(store, "SELECT (COUNT(?r) AS ?n) { ?r a fz:Report }") == [["5"]]


def test_what_the_text_does_not_tell_a_copy_tells(done, store):
    assert asked(store, "SELECT ?page { ?r dcterms:source 'yuhang.txt' ; foaf:page ?page . ?r a fz:Report }") == [
        ["https://www.example.org/yuhang"]
    ]
    record = json.loads((done[1] / "build.json").read_bytes())
    one = next(each for each in record["inputs"] if each["file"] == "yuhang.txt")
    assert one["metadata"]["url"] == "urls.csv url @ yuhang.html"
    assert one["metadata"]["title"] == "text"


def test_near_copies_are_marked_both_ways_and_counted_once_by_who_wants(store):
    found = asked(
        store,
        "SELECT ?a ?b { ?x fz:nearCopyOf ?y . ?x dcterms:source ?a . ?y dcterms:source ?b } ORDER BY ?a ?b",
    )
    assert ["a.txt", "b.txt"] in found
    assert ["b.txt", "a.txt"] in found
    assert sorted([b, a] for a, b in found) == found
    assert not any("d.txt" in pair or "yuhang.txt" in pair for pair in found)
    assert all(a != b for a, b in found)


def test_the_record_tells_copies_and_near_copies(done):
    record = json.loads((done[1] / "build.json").read_bytes())
    inputs = {one["file"]: one for one in record["inputs"]}
    assert [copy["file"] for copy in inputs["yuhang.txt"]["copies"]] == FILES
    assert set(inputs["yuhang.txt"]["copies"][0]) == {"file", "sha256", "format", "encoding"}
    assert {one["file"] for one in inputs["a.txt"]["near_copies"]} == {"b.txt", "c.txt"}
    assert inputs["d.txt"]["near_copies"] == inputs["d.txt"]["copies"] == []
    assert sorted(flaw["file"] for flaw in record["problems"] if flaw["code"] == "near-copy") == ["b.txt", "c.txt"]
    assert not any(
        flaw["file"].startswith("yuhang") for flaw in record["problems"] if flaw["code"] != "metadata-conflict"
    )


def test_the_graph_conforms(done):
    outcome, _ = done
    assert outcome.validation
    assert outcome.validation.conforms
    assert outcome.copies == {"yuhang.txt": tuple(FILES)}


def test_the_same_bytes_in_any_order_and_number_of_processes(inputs, done, tmp_path):
    paths = sorted((path for path in inputs.rglob("*") if path.is_file() and path.name != "urls.csv"), reverse=True)
    options = {"sources": inputs / "urls.csv"}
    pipeline.run(paths, tmp_path / "one", pipeline.Options(jobs=1, **options))
    assert contents(tmp_path / "one") == contents(done[1])
    pipeline.run([*paths[::2], *paths[1::2]], tmp_path / "two", pipeline.Options(jobs=2, **options))
    assert contents(tmp_path / "two") == contents(done[1])


@pytest.mark.skipif(sys.platform == "win32", reason="the name is none that Windows allows")
def test_the_build_says_it_in_a_line(inputs, tmp_path, run_kg):
    told = run_kg("build", inputs, "--sources", inputs / "urls.csv", "-o", tmp_path / "out")
    assert told.returncode == 0, told.stderr
    line = next(line for line in told.stderr.splitlines() if "same report" in line)
    assert line.startswith("5 inputs hold the same report as others")
    assert "yuhang.txt = " in line
    assert sum("near copies" in line for line in told.stderr.splitlines()) == 2
    checked = run_kg("validate", tmp_path / "out")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_atlas_names_the_files_on_the_page_of_the_report(done, open_page):
    page = open_page(done[1] / "index.html", "#/report/yuhang.txt")
    shown = page.inner_text("main")
    assert all(name in shown for name in FILES if name != HOSTILE)
    assert page.query_selector("main i") is None
