"""Triples in a store that answers SPARQL."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.triples import Triple, n_triples


def store(triples: Iterable[Triple]) -> ox.Store:
    """Return a store in memory that holds the triples in its default graph."""
    loaded = ox.Store()
    loaded.bulk_load(n_triples(triples), format=ox.RdfFormat.N_TRIPLES)
    return loaded
