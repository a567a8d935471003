"""Assertions to RDF, the store, SPARQL, and SHACL.

``build`` turns what reports assert into sorted triples, ``store`` and ``load`` put them where ``run`` can ask, ``check``
validates what was built.
"""

from kg.graph.builder import build
from kg.graph.query import Answer, run
from kg.graph.store import load, store
from kg.model import Validation

__all__ = ["Answer", "build", "check", "load", "run", "store", "warm"]


def check(data: bytes, programmes: bool = True) -> Validation:
    """Validate a built graph, given as N-Triples; see :func:`kg.graph.checking.check`. Loads pySHACL."""
    from kg.graph import checking

    return checking.check(data, programmes)


def warm() -> None:
    """Load what :func:`check` needs, in a process that will be asked later."""
    from kg.graph import checking

    checking.warm()
