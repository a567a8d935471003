"""A stored graph against the shapes of the ontology, whole, with shapes of the user's own where there are any."""

from __future__ import annotations

from pathlib import Path

from kg.inquiry.stored import Stored
from kg.model import Validation
from kg.vocabulary import vocabulary

LARGE = 50_000  # triples; validation takes about five seconds per 100,000 (measured), so that waiting is announced


def validated(stored: Stored, shapes: Path | None = None) -> Validation:
    """Validate a graph: all of its nodes, against the shapes of the ontology and those of a file.

    Raises:
        ConfigurationError: ``shapes-broken``.
    """
    from rdflib import Graph

    from kg.graph import shacl

    graph = shacl.rdflib_graph(stored.store)
    used = Graph(bind_namespaces="none")
    used += shacl.own_shapes()
    if shapes is not None:
        used += shacl.flat(shacl.read_shapes(shapes))
    nodes = sum(1 for _ in graph.subjects(unique=True))
    shacl.add_known(graph, vocabulary())
    shacl.add_terms(graph, *shacl.terms_used(graph), vocabulary())
    return Validation(shacl.validate(graph, used), nodes, nodes)
