"""texts/ holds what offsets count: text[start:end] == evidence for every row, whatever the file was."""

import csv
import io
import json
import os
import sys

import pyoxigraph as ox
import pytest
import rendering
import tiny_pdf
from conftest import SAMPLES, contents

from kg import pipeline

WITH_EVIDENCE = ("places", "implementations", "awards", "bodies", "documents", "indicators")
SAMPLE = "hangzhou-sifaju-2024.txt"


def rows(folder, table):
    text = (folder / "tables" / f"{table}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A build of one report a format: page in GBK, PDF, docx, CSV, JSON lines, text with other line ends, Markdown."""
    samples = [path.read_text(encoding="utf-8-sig") for path in sorted(SAMPLES.glob("*.txt"))][:9]
    folder = tmp_path_factory.mktemp("mixed") / "in"
    (folder / "余杭").mkdir(parents=True)
    (folder / "a.html").write_bytes(rendering.page(samples[0], "gb2312").encode("gb18030"))
    lines = [line for line in samples[1].splitlines() if line.strip()]
    runs = [(72, 800 - 20 * (at % 36), 4, line[:110]) for at, line in enumerate(lines)]
    (folder / "b.pdf").write_bytes(tiny_pdf.pdf(*(runs[at : at + 36] for at in range(0, len(runs), 36))))
    rendering.word(samples[2], folder / "c.docx")
    with (folder / "d.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([["正文", "链接"], [samples[3], "http://www.example.org/1"], [samples[4], ""]])
    (folder / "e.jsonl").write_text(json.dumps({"content": samples[5]}) + "\n", encoding="utf-8")
    (folder / "余杭" / "f.txt").write_bytes(samples[6].replace("\n", "\r\n").encode("utf-8-sig"))
    (folder / "g.md").write_bytes(samples[7].replace("\n", "\r").encode("utf-16"))
    (folder / "A.HTML").write_text(rendering.old_page(samples[8]), encoding="utf-8")
    target = folder.parent / "out"
    done = pipeline.run([folder], target, pipeline.Options(jobs=2))
    assert done.reports == 9, done.problems
    return target


def texts(folder):
    """Each text by the input that it is of, as anyone reads them: UTF-8, line ends as they are."""
    found = {}
    for row in rows(folder, "reports"):
        with (folder / row["text"]).open(encoding="utf-8", newline="") as file:
            found[row["source"]] = file.read()
        assert len(found[row["source"]]) == int(row["characters"])
    return found


def checked(folder):
    known, count = texts(folder), 0
    for table in WITH_EVIDENCE:
        found = rows(folder, table)
        assert found, table
        for row in found:
            assert known[row["source"]][int(row["start"]) : int(row["end"])] == row["evidence"]
            count += 1
    return count


def test_every_row_of_every_format(mixed):
    assert checked(mixed) > 300
    assert {row["format"] for row in rows(mixed, "reports")} == {"html", "pdf", "docx", "csv", "jsonl", "txt", "md"}


def test_every_row_of_the_samples(built):
    assert checked(built) > 300


def test_the_text_of_a_text_file_is_what_it_decodes_to(built):
    for path in sorted(SAMPLES.glob("*.txt")):
        assert (built / "texts" / path.name).read_bytes().decode() == path.read_bytes().decode("utf-8-sig")


def test_the_graph_knows_the_texts_and_the_offsets(mixed):
    store = ox.Store()
    store.load(path=str(mixed / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    answers = list(store.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX fz: <https://w3id.org/fazhi/ontology#> "
        "SELECT ?file ?start ?end ?exact { ?e a fz:Evidence ; oa:hasSource/fz:textFile ?file ; "
        "oa:start ?start ; oa:end ?end ; oa:exact ?exact }"
    ))  # fmt: skip
    assert len(answers) > 300
    held = {name: data.decode() for name, data in contents(mixed).items() if name.startswith("texts/")}
    for file, start, end, exact in answers:
        assert held[file.value][int(start.value) : int(end.value)] == exact.value


def test_the_record_names_every_text_and_nothing_else_lies_there(mixed):
    record = json.loads((mixed / "build.json").read_bytes())
    held = {name for name in contents(mixed) if name.startswith("texts/")}
    assert {one["text"] for one in record["inputs"]} == held
    assert held <= set(record["outputs"])
    assert {one["file"]: one["format"] for one in record["inputs"]}["d.csv#2"] == "csv"
    assert {one["file"]: one["metadata"] for one in record["inputs"]}["d.csv#1"]["url"] == "column 链接"


def test_what_was_left_out_leaves_no_text(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes((SAMPLES / SAMPLE).read_bytes())
    (tmp_path / "c.txt").write_text("从前有座山。" * 50, encoding="utf-8")
    pipeline.run([tmp_path], tmp_path / "out", pipeline.Options(jobs=1))
    assert [path.name for path in (tmp_path / "out" / "texts").iterdir()] == ["a.txt"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_same_files_give_the_same_bytes_in_any_number_of_processes(mixed, tmp_path):
    pipeline.run([mixed.parent / "in"], tmp_path / "out", pipeline.Options(jobs=1))
    assert contents(tmp_path / "out") == contents(mixed)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_texts_that_cannot_be_written_end_the_build_with_a_reason(tmp_path):
    from kg.errors import ConfigurationError

    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(ConfigurationError) as raised:
        pipeline.run([SAMPLES / SAMPLE], tmp_path / "locked" / "out")
    assert raised.value.code == "target-unwritable"
