"""Triples in a store that answers SPARQL."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.triples import Triple, n_triples


def store(triples: Iterable[Triple]) -> ox.Store:
    """Return a store in memory that holds the triples in its default graph."""
    return load(n_triples(triples))


def load(data: bytes) -> ox.Store:
    """Return a store in memory that holds N-Triples. Loading does not hold Python back: it may run in a thread."""
    loaded = ox.Store()
    loaded.bulk_load(data, format=ox.RdfFormat.N_TRIPLES)
    return loaded
