"""JSON-LD, N-Triples, N-Quads, Turtle: back to the same triples in rdflib and in Oxigraph, and the same bytes each time."""

import json
import random
import re
import shutil
import subprocess

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from nasty import NAMES, TEXTS, triples_of

from kg.errors import ConfigurationError
from kg.exchange.context import context
from kg.exchange.jsonld import json_ld
from kg.exchange.rdf import dataset, n_quads, n_triples, sorted_triples, turtle
from kg.graph import store
from kg.ids import iri
from kg.inquiry.stored import open_graph
from kg.triples import literal, named, read_literal
from kg.vocabulary import PREFIXES, vocabulary

# What rdflib says of its own parsers, and of the strange literals below.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore::UserWarning:rdflib")

FZ, XSD = PREFIXES["fz"], PREFIXES["xsd"]
WRITERS = {"jsonld": json_ld, "nt": n_triples, "nq": n_quads, "ttl": turtle}
OXIGRAPH = {
    "jsonld": ox.RdfFormat.JSON_LD, "nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "ttl": ox.RdfFormat.TURTLE,
}  # fmt: skip
RDFLIB = {"jsonld": "json-ld", "nt": "nt11", "nq": "nquads", "ttl": "turtle"}


@pytest.fixture(scope="module")
def triples(built):
    return sorted_triples(open_graph(built).store)


@pytest.fixture(autouse=True)
def _as_written(monkeypatch):
    """rdflib would make 007 a 7, and so hide what became of it."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def by_oxigraph(text, form):
    return sorted_triples(ox.parse(text.encode(), format=OXIGRAPH[form]))  # no store: that makes 007 a 7


def by_rdflib(text, form):
    read = rdflib.Dataset(default_union=True) if form == "nq" else rdflib.Graph()
    read.parse(data=text.encode(), format=RDFLIB[form])
    return sorted({tuple(_of_rdflib(term) for term in triple) for triple in read.triples((None, None, None))})


def _of_rdflib(term):
    if isinstance(term, rdflib.URIRef):
        return named(str(term))
    if isinstance(term, rdflib.BNode):
        return f"_:{term}"
    plain = term.datatype is None or str(term.datatype) == f"{XSD}string"
    return literal(str(term), language=term.language or "", datatype="" if plain else named(str(term.datatype)))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("read", [by_oxigraph, by_rdflib])
def test_samples_come_back_the_same(triples, form, read):
    assert len(triples) > 5000
    assert read("".join(WRITERS[form](triples)), form) == triples


@pytest.mark.parametrize("form", WRITERS)
def test_order_of_the_store_does_not_matter(triples, form):
    shuffled = list(triples)
    random.Random(7).shuffle(shuffled)
    again = sorted_triples(store(shuffled))
    assert "".join(WRITERS[form](again)) == "".join(WRITERS[form](triples))


def test_turtle_of_a_build_is_its_own_file(built, triples):
    assert "".join(turtle(triples)).encode() == (built / "graph.ttl").read_bytes()


@pytest.mark.parametrize(("form", "raptor"), [("nt", "ntriples"), ("nq", "nquads"), ("ttl", "turtle")])
def test_raptor_counts_the_same(triples, tmp_path, form, raptor):
    if not shutil.which("rapper"):
        pytest.skip("rapper is not here: install Debian's raptor2-utils to parse exports with a third tool")
    file = tmp_path / f"graph.{form}"
    file.write_text("".join(WRITERS[form](triples)), encoding="utf-8", newline="\n")
    done = subprocess.run(["rapper", "-i", raptor, "-c", file], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert int(re.search(r"returned (\d+) triples", done.stderr)[1]) == len(triples)


def test_the_named_graph_is_the_dataset(triples):
    node = dataset(triples)
    assert node.startswith("<https://w3id.org/fazhi/id/dataset/")
    lines = "".join(n_quads(triples)).splitlines()
    assert len(lines) == len(triples)
    assert all(line.endswith(f" {node} .") for line in lines)
    without = [triple for triple in triples if triple[0] != node]
    with pytest.raises(ConfigurationError) as raised:
        list(n_quads(without))
    assert raised.value.code == "dataset-unclear"


# --- JSON-LD as a web developer reads it ------------------------------------------------------------------------------


def test_jsonld_reads_without_knowing_rdf(triples):
    document = json.loads("".join(json_ld(triples)))
    nodes = {node["id"]: node for node in document["@graph"]}
    assert len(nodes) == len(document["@graph"]) == len({subject for subject, _, _ in triples})
    place = nodes["place/330105"]
    assert (place["type"], place["label"], place["code"]) == ("Place", {"zh": "拱墅区"}, "330105")
    run = next(node for node in nodes.values() if node.get("type") == "Engagement" and node["place"] == place["id"])
    assert run["status"] in {f"vocab:status/{status}" for status in vocabulary().notations("status")}
    assert run["programme"] in nodes
    assert isinstance(run["year"], int)
    figure = next(node for node in nodes.values() if node.get("type") == "Observation")
    assert isinstance(figure["approximate"], bool)
    assert re.fullmatch(r"-?[0-9.]+", figure["value"])  # a string: JSON numbers are no decimals
    assert not [node for node in nodes.values() if {"@id", "@type"} & node.keys()]


def test_jsonld_uses_short_names_alone(triples):
    document = json.loads("".join(json_ld(triples)))
    keys = {key for node in document["@graph"] for key in node}
    assert keys <= document["@context"].keys()
    kinds = {kind for node in document["@graph"] for kind in ([node["type"]] if "type" in node else [])
             if isinstance(kind, str)}  # fmt: skip
    assert kinds
    assert all(kind in document["@context"] or kind.startswith("void:") for kind in kinds)


@pytest.mark.parametrize(
    "base",
    ["https://example.org/a/", "https://example.org/data#", "http://example.org/a/../b/", "urn:example:", "https://e.org/a//b/"],
)
def test_other_bases_come_back_the_same(base):
    other = [tuple(term.replace("<https://w3id.org/fazhi/id/", f"<{base}") for term in row) for row in triples_of(["甲"])]
    text = "".join(json_ld(sorted(other)))
    for read in (by_oxigraph, by_rdflib):
        assert read(text, "jsonld") == sorted(other)
    if base in ("https://example.org/a/", "https://example.org/data#"):
        assert any(node["id"].lstrip("#") == "place/990105" for node in json.loads(text)["@graph"])


def test_an_iri_that_would_be_taken_for_a_short_name_is_refused():
    with pytest.raises(ConfigurationError) as raised:
        list(json_ld([("<org:something>", named(f"{FZ}unit"), '"件"')]))
    assert raised.value.code == "iri-taken-for-prefix"


def test_what_only_rdf_12_can_say_is_refused():
    directed = ox.Store()
    direction = ox.BaseDirection.LTR
    directed.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("x", language="en", direction=direction)))
    with pytest.raises(ConfigurationError) as raised:
        sorted_triples(directed)
    assert raised.value.code == "rdf-too-new"


# --- any graph --------------------------------------------------------------------------------------------------------

KINDS = st.sampled_from(("place", "programme", "award-outcome"))
NODES = st.one_of(
    st.builds(lambda kind, name: named(iri(kind, name)), KINDS, TEXTS),
    st.sampled_from(
        [
            f"<{FZ}Place>", f"<{FZ}>", "<https://w3id.org/fazhi/vocabulary/status/planned>", "<urn:x:y>",
            "<https://w3id.org/fazhi/id/place/a/b>", "<https://w3id.org/fazhi/id/place/..>", "<https://w3id.org/fazhi/id/>",
            "<https://w3id.org/fazhi/id/place/a:b?c#d>", f"<{FZ}//x>", "<http://purl.org/dc/terms/a:b>", "_:b0", "_:b1",
        ]
    ),
)  # fmt: skip
DATATYPES = st.sampled_from(("integer", "boolean", "decimal", "date", "gYear", "double", "anyURI"))
NUMBERS = ("0", "-0", "007", "12", "-5", "999999999999999", "1234567890123456789", "true", "1", "2.50", "")
LEXICAL = st.sampled_from(NUMBERS) | TEXTS
LITERALS = st.one_of(
    st.builds(literal, TEXTS),
    st.builds(lambda text, language: literal(text, language=language), TEXTS, st.sampled_from(("zh", "en", "zh-hans"))),
    st.builds(lambda text, name: literal(text, datatype=f"<{XSD}{name}>"), LEXICAL, DATATYPES),
)
PREDICATES = st.sampled_from(
    [*sorted(context("https://example.org/").properties), f"<{FZ}unheardOf>", "<http://example.org/p/名>", "<urn:p>"]
) | st.just(named(f"{PREFIXES['rdf']}type"))


def _unblank(rows):
    """Triples with blank nodes as one: their labels may change, and the graphs here are too small to confuse them."""
    return sorted({tuple("_:" if term.startswith("_:") else term for term in row) for row in rows})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(NODES, PREDICATES, NODES | LITERALS), min_size=1, max_size=8))
def test_any_triples_come_back(rows):
    rows = [row for row in rows if not (row[1].endswith("#type>") and row[2].startswith('"'))]  # no class is a text
    kept = sorted(set(rows))
    for form in ("jsonld", "nt", "ttl"):
        text = "".join(WRITERS[form](kept))
        assert _unblank(by_oxigraph(text, form)) == _unblank(rows), form
        assert _unblank(by_rdflib(text, form)) == _unblank(rows), form


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_graph_of_nasty_names_comes_back(names):
    _comes_back(triples_of(names))


def test_the_nastiest_names_come_back():
    _comes_back(triples_of(NAMES))


def _comes_back(rows):
    for form, writer in WRITERS.items():
        text = "".join(writer(rows))
        assert by_oxigraph(text, form) == rows, form
        assert by_rdflib(text, form) == rows, form


@given(TEXTS, st.sampled_from(("", "zh", "en")), st.sampled_from(("", f"<{XSD}date>")))
def test_a_literal_is_read_as_it_was_written(text, language, datatype):
    term = literal(text, language=language, datatype="" if language else datatype)
    assert read_literal(term) == (text, language, "" if language else datatype)
