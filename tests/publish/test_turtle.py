import shutil
import subprocess

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import MadeUpGazetteer, facts

from kg.graph import build
from kg.ids import iri
from kg.publish.turtle import turtle
from kg.triples import literal, n_triples, named
from kg.vocabulary import vocabulary

TRIPLES = build([facts()], vocabulary(), MadeUpGazetteer())
P = named("https://w3id.org/fazhi/ontology#programme")
NAMES = [
    "330105", "1+5执法", "城市·眼", "·眼", "a.b", "a.", "-x", "_y", "a b", "“引”", "〇一", "𠮷野", "é", "1-2", "x%20",
]  # fmt: skip
AWKWARD = [(named(iri("programme", name)), P, literal(name)) for name in NAMES]


def read(data, format=ox.RdfFormat.TURTLE):
    return {quad.triple for quad in ox.parse(data, format=format)}


@pytest.mark.parametrize("triples", [TRIPLES, AWKWARD], ids=["graph", "awkward"])
def test_three_parsers_read_as_many_triples(triples, tmp_path):
    data = turtle(triples)
    assert read(data) == read(n_triples(triples), ox.RdfFormat.N_TRIPLES)
    assert len(read(data)) == len(set(triples))
    assert len(rdflib.Graph().parse(data=data, format="turtle")) == len(set(triples))
    if shutil.which("rapper") is None:
        pytest.skip("rapper is not installed: Turtle was read by two parsers only")
    file = tmp_path / "graph.ttl"
    file.write_bytes(data)
    result = subprocess.run(["rapper", "-i", "turtle", "-o", "ntriples", str(file)], capture_output=True, check=True)
    assert read(result.stdout, ox.RdfFormat.N_TRIPLES) == read(data)


def test_sorted_without_blank_nodes_type_first():
    text = turtle(reversed(TRIPLES)).decode()
    assert text == turtle(TRIPLES).decode()
    assert "_:" not in text
    assert "\nplace:990105 a fz:Place ;\n    dcterms:isPartOf " in text
    assert "oa:start 20 ;" in text
    assert '"97.1"' not in text
    assert "fz:approximate false" in text


def test_prefixes_follow_the_base():
    base = "https://example.org/id/"
    text = turtle(build([facts()], vocabulary(), MadeUpGazetteer(), base)).decode()
    assert f"@prefix report: <{base}report/> ." in text
    assert "\nplace:990105 a" in text
    assert "w3id.org/fazhi/id" not in text


def test_an_empty_graph_is_prefixes_only():
    assert read(turtle([])) == set()


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "zh"]))
def test_any_text_comes_back(text, language):
    triple = (named(iri("evidence", "1")), P, literal(text, language=language))
    [quad] = ox.parse(turtle([triple]), format=ox.RdfFormat.TURTLE)
    assert quad.object.value == text
    [back] = rdflib.Graph().parse(data=turtle([triple]), format="turtle").objects()
    assert str(back) == text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_comes_back(name):
    node = named(iri("programme", name))
    [quad] = ox.parse(turtle([(node, P, node)]), format=ox.RdfFormat.TURTLE)
    assert str(quad.subject) == node
    [back] = rdflib.Graph().parse(data=turtle([(node, P, node)]), format="turtle").objects()
    assert f"<{back}>" == node
