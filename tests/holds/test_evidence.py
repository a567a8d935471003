"""text[start:end] == evidence, for every row of every table and every fz:Evidence, on samples, mutants and real reports."""

import csv
import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import assertion, clean, mention, pipeline, resolve, structure
from kg.errors import InputError
from kg.gazetteer import gazetteer
from kg.model import Source
from kg.vocabulary import vocabulary

WITH_EVIDENCE = ("implementations", "awards", "bodies", "documents", "indicators")


def texts_of(folder):
    """Each text as read: decoded, line ends untouched, the byte order mark taken as encoding."""
    return {path.name: path.read_bytes().decode("utf-8-sig") for path in folder.glob("*.txt")}


def rows(folder: Path, table: str):
    text = (folder / "tables" / f"{table}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("table", WITH_EVIDENCE)
def test_every_row_of_the_samples(built, table):
    texts = texts_of(SAMPLES)
    found = rows(built, table)
    assert found
    for row in found:
        assert texts[row["source"]][int(row["start"]) : int(row["end"])] == row["evidence"]
        assert row["evidence"].strip()


def test_every_evidence_node_of_the_samples(built):
    texts = texts_of(SAMPLES)
    store = ox.Store()
    store.load(path=str(built / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    answers = list(store.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX fz: <https://w3id.org/fazhi/ontology#> "
        "PREFIX dcterms: <http://purl.org/dc/terms/> "
        "SELECT ?source ?start ?end ?exact { ?e a fz:Evidence ; oa:hasSource/dcterms:source ?source ; "
        "oa:start ?start ; oa:end ?end ; oa:exact ?exact }"
    ))  # fmt: skip
    assert len(answers) > 300
    for source, start, end, exact in answers:
        assert texts[source.value][int(start.value) : int(end.value)] == exact.value


def test_every_row_of_the_real_reports(shared, tmp_path):
    pipeline.run([shared / "corpus"], tmp_path / "out", pipeline.Options(jobs=1))
    texts = texts_of(shared / "corpus") | texts_of(shared / "corpus" / "provincial")
    for table in WITH_EVIDENCE:
        for row in rows(tmp_path / "out", table):
            assert texts[row["source"]][int(row["start"]) : int(row["end"])] == row["evidence"]


def facts_of_text(text):
    source = Source("mutant.txt", text, "utf-8", "0" * 64)
    report = structure.structure(clean.clean(source), vocabulary(), gazetteer())
    entities = resolve.resolve(report, mention.find_mentions(report, vocabulary(), gazetteer()), vocabulary(), gazetteer())
    return assertion.assert_facts(report, entities)


PIECES = [piece for text in texts_of(SAMPLES).values() for piece in text.splitlines(keepends=True) if piece.strip()]
SWAPS = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "“": '"', "”": '"', "0": "０", "1": "１"})


@st.composite
def mutants(draw):
    """Reports as accidents make them: lines cut, repeated, shuffled, joined, half-width, with odd spaces and marks."""
    lines = draw(st.lists(st.sampled_from(PIECES), min_size=3, max_size=14))
    changed = []
    for line in lines:
        kind = draw(st.integers(0, 6))
        if kind == 1:
            line = line[: draw(st.integers(0, len(line)))]
        elif kind == 2:
            line = line.translate(SWAPS)
        elif kind == 3:
            line = line.replace("\n", draw(st.sampled_from(["", "\r\n", "\r", "\u2028", "\n\n\u3000\u3000"])))
        elif kind == 4:
            at = draw(st.integers(0, len(line)))
            odd = draw(st.sampled_from(["\ufeff", "\u200b", "“", "》", "\x00", "\U0001f600", "（", "\t"]))
            line = line[:at] + odd + line[at:]
        elif kind == 5:
            line = line + line
        changed.append(line)
    return "某某省某某市拱墅区2022年法治政府建设年度报告\n" + "".join(changed)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutants())
def test_evidence_of_mutants(text):
    try:
        facts = facts_of_text(text)
    except InputError:
        return
    said = [*facts.places, *facts.engagements, *facts.awards, *facts.bodies, *facts.documents, *facts.observations]
    for one in said:
        assert text[one.evidence.start : one.evidence.end] == one.evidence.text
        assert one.evidence.text.strip()
