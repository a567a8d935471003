"""Which forms a graph can be exported in, by what suffix each is known, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.exchange.jsonld import json_ld
from kg.exchange.netfiles import gexf, graphml
from kg.exchange.network import network
from kg.exchange.rdf import n_quads, n_triples, turtle
from kg.triples import Triple

Text = Callable[[Sequence[Triple]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """A form: ``suffixes`` that tell it, and what writes it as text, None where it is no text."""

    name: str
    suffixes: tuple[str, ...]
    text: Text | None = None


FORMATS = {
    form.name: form
    for form in (
        Format("jsonld", (".jsonld", ".json"), json_ld),
        Format("nt", (".nt",), n_triples),
        Format("nq", (".nq",), n_quads),
        Format("ttl", (".ttl",), turtle),
        Format("graphml", (".graphml",), lambda triples: graphml(network(triples))),
        Format("gexf", (".gexf",), lambda triples: gexf(network(triples))),
        Format("csv", (".zip",)),
        Format("xlsx", (".xlsx",)),
    )
}
