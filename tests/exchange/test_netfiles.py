"""GraphML and GEXF as networkx reads them: types and labels intact, each statement an edge of its own."""

import io
import re
from collections import Counter

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nasty import NAMES, TEXTS, triples_of

from kg.exchange.netfiles import edge_rows, gexf, graphml, node_rows
from kg.exchange.network import EDGE_COLUMNS, NODE_COLUMNS, NODES, STATEMENTS, network, xml_text
from kg.exchange.rdf import sorted_triples
from kg.ids import key
from kg.inquiry.stored import open_graph

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@pytest.fixture(scope="module")
def store(built):
    return open_graph(built).store


@pytest.fixture(scope="module")
def made(store):
    return network(sorted_triples(store))


def from_graphml(graph):
    return nx.read_graphml(io.BytesIO("".join(graphml(graph)).encode()), force_multigraph=True)


def from_gexf(graph):
    read = nx.read_gexf(io.BytesIO("".join(gexf(graph)).encode()))
    for _, data in read.nodes(data=True):  # what networkx adds: ids once more
        data.pop("id", None)
    for *_, data in read.edges(data=True):
        data.pop("id", None)
    return read


READERS = (from_graphml, from_gexf)


@pytest.mark.parametrize("read", READERS)
def test_samples_come_back_the_same(made, read):
    back = read(made)
    assert (len(made), made.number_of_edges()) > (400, 600)
    assert dict(back.nodes(data=True)) == dict(made.nodes(data=True))
    assert {(a, b, key): data for a, b, key, data in back.edges(keys=True, data=True)} == {
        (a, b, key): data for a, b, key, data in made.edges(keys=True, data=True)
    }


def test_every_thing_is_a_node_of_its_type(store, made):
    types = Counter(data["type"] for _, data in made.nodes(data=True))
    assert set(types) == set(NODES.values())
    for name, kind in NODES.items():
        [[count]] = store.query(f"SELECT (COUNT(?x) AS ?n) {{ ?x a {name} }}", prefixes=_prefixes())
        assert types[kind] == int(count.value), name


def test_every_statement_is_an_edge(store, made):
    relations = Counter(data["relation"] for *_, data in made.edges(data=True))
    for name, (_, _, relation) in STATEMENTS.items():
        [[count]] = store.query(f"SELECT (COUNT(?x) AS ?n) {{ ?x a {name} }}", prefixes=_prefixes())
        assert relations[relation] == int(count.value) > 0, name
    assert {"parent", "jurisdiction", "issuer", "broader", "became"} <= set(relations)
    assert not {"ran", "isPartOf"} & set(relations)  # these follow from the others


def test_an_edge_tells_what_the_statement_says(made):
    about = {data["label"]: node for node, data in made.nodes(data=True) if data["type"] == "programme"}
    edges = made.get_edge_data("place:330105", about["红茶议事会"])
    said = next(data for data in edges.values() if data["relation"] == "engagement")
    assert (said["status"], said["year"], said["reports"]) == ("implemented", 2022, 2)
    assert said["sentences"] >= 2
    assert "红茶议事会" in said["evidence"]
    assert said["file"].endswith(".txt")
    assert all(edge.startswith("engagement:") for edge, data in edges.items() if data["relation"] == "engagement")


def test_places_tell_level_and_code_and_programmes_their_curation(made):
    place = made.nodes["place:330105"]
    assert (place["label"], place["level"], place["code"]) == ("拱墅区", "county", "330105")
    assert place["path"] == "浙江省/杭州市/拱墅区"
    assert made.has_edge("place:330105", "place:330100")
    curations = {data.get("curation") for _, data in made.nodes(data=True) if data["type"] == "programme"}
    assert curations == {"curated", "candidate"}
    assert any("label_en" in data for _, data in made.nodes(data=True))


def test_a_statement_without_a_place_belongs_to_that_of_its_report():
    graph = network(triples_of(["甲"]))
    planned = [(a, data) for a, _, data in graph.edges(data=True) if data.get("status") == "planned" and "year" not in data]
    assert [place for place, _ in planned] == ["place:990105"]


def test_places_that_changed_are_joined(made):
    graph = network(triples_of(["甲"]))
    changes = {(a, b): data for a, b, data in graph.edges(data=True) if data["relation"] == "became"}
    assert set(changes) == {("place:990103", "place:990105"), ("place:990105", "place:990105")}
    assert changes["place:990103", "place:990105"]["date"] == "2021-04-09"


@pytest.mark.parametrize("write", [graphml, gexf])
def test_no_clock_and_no_version_in_the_files(made, write):
    text = "".join(write(made))
    assert text == "".join(write(made))
    assert "lastmodified" not in text.lower()
    assert "networkx" not in text.lower()
    assert "拱墅区" in text  # not &#25329;
    assert not FORBIDDEN.search(text)


def test_columns_are_those_of_the_network(made):
    assert {key for _, data in made.nodes(data=True) for key in data} <= set(NODE_COLUMNS)
    assert {key for *_, data in made.edges(data=True) for key in data} == set(EDGE_COLUMNS) - {"id", "source", "target"}
    nodes, edges = node_rows(made), edge_rows(made)
    assert len({row[0] for row in nodes}) == len(nodes) == len(made)
    assert len({row[0] for row in edges}) == len(edges) == made.number_of_edges()
    assert {row[EDGE_COLUMNS.index("source")] for row in edges} <= {row[0] for row in nodes}
    assert {type(cell) for row in (*nodes, *edges) for cell in row} == {str}


def test_the_nastiest_names_come_back():
    _come_back(NAMES)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_nasty_names_come_back(names):
    _come_back(names)


def _come_back(names):
    graph = network(triples_of(names))
    said = {data["evidence"] for *_, data in graph.edges(data=True) if "evidence" in data}
    first = {key(name): name for name in reversed(names)}  # names of one key are one programme: its first sentence shows
    assert {xml_text(name) for name in first.values()} <= said
    for read in READERS:
        back = read(graph)
        assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
        assert sorted(map(str, back.edges(keys=True, data=True))) == sorted(map(str, graph.edges(keys=True, data=True)))


def test_what_xml_forbids_is_shown_as_replaced():
    assert xml_text("a\x00b\x0bc\ufffe\r\nd\re<&>\t\u2028") == "a\ufffdb\ufffdc\ufffd\nd\ne<&>\t\u2028"


def _prefixes():
    from kg.vocabulary import prefixes

    return prefixes()
