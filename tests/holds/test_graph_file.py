"""graph.ttl as other tools see it, and the tables as nothing but the graph."""

import re
import shutil
import subprocess

import pyoxigraph as ox
import pytest
import rdflib

from kg.publish.tables import csv_bytes, tables


@pytest.fixture(scope="module")
def store(built):
    loaded = ox.Store()
    loaded.load(path=str(built / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    return loaded


def test_the_same_number_of_triples_in_every_parser(built, store):
    assert len(store) > 5000
    graph = rdflib.Graph().parse(str(built / "graph.ttl"), format="turtle")
    assert len(graph) == len(store)
    if not shutil.which("rapper"):
        pytest.skip("rapper is not here: install Debian's raptor2-utils to parse graph.ttl with a third tool")
    done = subprocess.run(
        ["rapper", "-i", "turtle", "-c", str(built / "graph.ttl")], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(re.search(r"returned (\d+) triples", done.stderr).group(1)) == len(store)


def test_no_blank_nodes(store):
    assert not [quad for quad in store if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)]


def test_the_tables_say_what_the_graph_says(built, store):
    made = tables(store)
    assert len(made) == 7
    for name, (header, rows) in made.items():
        assert (built / "tables" / f"{name}.csv").read_bytes() == csv_bytes(header, rows)
        assert rows, name


def test_ran_stands_only_where_something_was_implemented(store):
    ran = "PREFIX fz: <https://w3id.org/fazhi/ontology#> SELECT ?place ?programme { ?place fz:ran ?programme }"
    implemented = (
        "PREFIX fz: <https://w3id.org/fazhi/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        "SELECT ?place ?programme { ?e a fz:Engagement ; fz:place ?place ; fz:programme ?programme ; "
        'fz:status/skos:notation "implemented" }'
    )
    pairs = {tuple(map(str, row)) for row in store.query(ran)}
    assert pairs
    assert pairs == {tuple(map(str, row)) for row in store.query(implemented)}
