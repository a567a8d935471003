"""Assertions to RDF, the store, and SPARQL.

``build`` turns what reports assert into sorted triples, ``store`` loads triples, ``run`` asks a store.
"""

from kg.graph.builder import build
from kg.graph.query import Answer, bind, run
from kg.graph.store import store

__all__ = ["Answer", "bind", "build", "run", "store"]
