"""A graph that was just built, against the shapes: whole where it is small, else a sample of every form of its nodes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, Graph, URIRef

from kg.graph.sample import Terms, choose
from kg.graph.shacl import Checked, add_known, add_terms, own_shapes, rdflib_graph, validate
from kg.model import Validation
from kg.triples import Term, Triple, from_n_triples, iri_of, n_triples
from kg.vocabulary import Vocabulary, vocabulary

# Measured, on one core: 5,000 triples take 0.3 s, and as much again for loading pySHACL; a sample of 9,000 triples 0.4 s.
WHOLE = 6_000
EACH = 3  # nodes of each form in a sample: 200 nodes of a graph of 10,761, in 78 forms

# What shapes ask of the neighbours of a node: what they are and are in, where evidence comes from, what circles would
# run over, and the statements behind fz:ran.
_BESIDE = (
    "rdf:type", "skos:inScheme", "oa:hasSource", "dcterms:isPartOf", "org:unitOf", "skos:broader",
    "fz:programme", "fz:status", "fz:place",
)  # fmt: skip


def warm() -> None:
    """Load what checking needs, so that it is there when the graph is."""
    shapes, graph, node = own_shapes(), Checked(bind_namespaces="none"), URIRef("urn:x")
    for name, predicate in ((SH.targetClass, RDF.type), (SH.targetSubjectsOf, None)):
        for value in shapes.objects(None, name):
            graph.add((node, predicate, value) if predicate else (node, value, node))
    validate(graph, shapes)  # what comes of it is of no interest: its queries are parsed now


def check(data: bytes, programmes: bool = True) -> Validation:
    """Validate a graph as :func:`kg.graph.build` makes it: sorted triples, the classes of every node stated.

    Args:
        data: the triples as :func:`kg.triples.n_triples` writes them, which cross into another process in no time.
        programmes: False leaves out the vocabulary of programmes, as in the build.
    """
    words = vocabulary(programmes=programmes)
    triples = from_n_triples(data)
    shapes, kept = own_shapes(), triples
    of = len({subject for subject, _, _ in triples})
    checked = of
    if len(triples) > WHOLE:
        kept, chosen, of = choose(triples, _terms(words), EACH)
        checked = len(chosen)
    graph = rdflib_graph(ox.parse(n_triples(kept), format=ox.RdfFormat.N_TRIPLES))
    if checked < of:
        shapes = aimed(shapes, graph, {URIRef(iri_of(node)) for node in chosen})
    add_known(graph, words)
    predicates, classes = _used(triples, f"<{words.term('rdf:type')}>")
    add_terms(graph, predicates, classes, words)
    return Validation(validate(graph, shapes), checked, of)


def _terms(words: Vocabulary) -> Terms:
    def named(curie: str) -> Term:
        return f"<{words.term(curie)}>"

    return Terms(named("rdf:type"), named("fz:ran"), named("fz:place"), frozenset(map(named, _BESIDE)))


def _used(triples: Iterable[Triple], of_type: Term) -> tuple[list[str], list[str]]:
    """The IRIs of the predicates and of the classes in use, sorted."""
    predicates = {predicate for _, predicate, _ in triples}
    classes = {value for _, predicate, value in triples if predicate == of_type}
    return sorted(map(iri_of, predicates)), sorted(map(iri_of, classes))


def aimed(shapes: Graph, graph: Graph, chosen: set[URIRef]) -> Graph:
    """Return shapes that look at the chosen nodes only, those of them that they would look at anyway.

    What stands beside the chosen nodes is there in part only, and must not be judged. (pySHACL can be given the nodes to
    look at, but searches that list anew for each shape and node.) Classes of terms stay: those are there in full.
    """
    by_class: dict[Any, set[Any]] = {}
    by_property: dict[Any, set[Any]] = {}
    for node in chosen:
        for predicate, value in graph.predicate_objects(node):
            by_property.setdefault(predicate, set()).add(node)
            if predicate == RDF.type:
                by_class.setdefault(value, set()).add(node)
    narrowed = Graph(bind_namespaces="none")
    narrowed += shapes
    for target, nodes in ((SH.targetClass, by_class), (SH.targetSubjectsOf, by_property)):
        for shape, value in list(narrowed.subject_objects(target)):
            if value not in (RDF.Property, RDFS.Class):
                narrowed.remove((shape, target, value))
                narrowed.addN((shape, SH.targetNode, node, narrowed) for node in nodes.get(value, ()))
    return narrowed
