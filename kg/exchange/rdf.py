"""N-Triples, N-Quads and Turtle: sorted, so that the same graph gives the same bytes, and written a piece at a time.

https://www.w3.org/TR/n-triples/, https://www.w3.org/TR/n-quads/, https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pyoxigraph as ox

from kg.errors import ConfigurationError
from kg.publish.turtle import turtle_blocks
from kg.triples import Term, Triple, literal, named
from kg.vocabulary import vocabulary

_LINES = 4096  # lines written at once: a few hundred kilobytes


def sorted_triples(store: Iterable[ox.Quad]) -> list[Triple]:
    """Return the triples of a store in order, spelt as a build spells them (:mod:`kg.triples`).

    A store keeps numbers and truth values by what they mean: ``007`` of a foreign graph is ``7`` here. Sorting needs
    all of them at once: about 100 MB for 200,000 triples. Raises ConfigurationError (``rdf-too-new``) for triples about
    triples and for directed text (RDF 1.2), which most of these formats cannot say.
    """
    return sorted({(_term(quad.subject), _term(quad.predicate), _term(quad.object)) for quad in store})


def _term(value: object) -> Term:
    if isinstance(value, ox.NamedNode):
        return named(value.value)
    if isinstance(value, ox.BlankNode):
        return f"_:{value.value}"
    if isinstance(value, ox.Literal) and value.direction is None:
        if value.language:
            return literal(value.value, language=value.language)
        plain = value.datatype.value == vocabulary().term("xsd:string")
        return literal(value.value, datatype="" if plain else named(value.datatype.value))
    raise ConfigurationError(
        "rdf-too-new", f"图谱里有 RDF 1.2 才有的内容，不能导出：{value}",
        f"the graph holds what only RDF 1.2 can say and cannot be exported: {value}",
        remedy_zh="去掉这条三元组", remedy_en="remove this triple",
    )  # fmt: skip


def n_triples(triples: Sequence[Triple]) -> Iterator[str]:
    """Write N-Triples, a line a triple."""
    return _pieces(f"{s} {p} {o} .\n" for s, p, o in triples)


def n_quads(triples: Sequence[Triple]) -> Iterator[str]:
    """Write N-Quads: all triples in the graph that is named as the dataset (the one ``dcat:Dataset``) is.

    Raises ConfigurationError (``dataset-unclear``) where the graph does not describe exactly one dataset.
    """
    name = dataset(triples)
    return _pieces(f"{s} {p} {o} {name} .\n" for s, p, o in triples)


def turtle(triples: Sequence[Triple]) -> Iterator[str]:
    """Write Turtle: of a graph that a build made, the bytes of its ``graph.ttl``."""
    return _pieces(turtle_blocks(triples))


def dataset(triples: Sequence[Triple]) -> Term:
    """Return the node of the dataset that the triples belong to."""
    kind = (named(vocabulary().term("rdf:type")), named(vocabulary().term("dcat:Dataset")))
    found = [subject for subject, *said in triples if tuple(said) == kind]
    if len(found) == 1:
        return found[0]
    raise ConfigurationError(
        "dataset-unclear", f"图谱里有 {len(found)} 个 dcat:Dataset，不知道命名图该叫什么",
        f"the graph describes {len(found)} datasets (dcat:Dataset), so the named graph has no name",
        remedy_zh="改用 --format nt，或导出 kg build 建的图谱", remedy_en="use --format nt, or a graph that kg build made",
    )  # fmt: skip


def _pieces(lines: Iterator[str]) -> Iterator[str]:
    while piece := "".join(islice(lines, _LINES)):
        yield piece
