"""A graph against the shapes of ontology/shapes.ttl: SHACL (https://www.w3.org/TR/shacl/), done by pySHACL over rdflib.

Never over oxrdflib, which takes fifteen times as long. Nothing is fetched: imports of ontologies are not followed, and
shapes that ask other servers (SERVICE) are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from kg.errors import ConfigurationError
from kg.model import SEVERITIES, Finding
from kg.triples import literal, named
from kg.vocabulary import PREFIXES, Vocabulary, ontology_folder

SHAPES_FILE = "shapes.ttl"
_FZ = PREFIXES["fz"]
_STRING = PREFIXES["xsd"] + "string"


class Checked(Graph):
    """A graph that parses each query of a shape once: pySHACL hands it over anew for every node, 3 ms each time."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as rdflib has it
        """Answer a query, given as text or prepared."""
        return super().query(_prepared(query_object) if isinstance(query_object, str) else query_object, *args, **kwargs)


@cache
def _prepared(text: str) -> Query:
    return prepareQuery(text)


def rdflib_graph(quads: Iterable[Any]) -> Checked:
    """Return a graph of rdflib that holds what pyoxigraph has read, in a tenth of the time that rdflib would read."""
    graph = Checked(bind_namespaces="none")
    known: dict[str, URIRef] = {}
    graph.addN((*triple, graph) for quad in quads if (triple := _triple(quad, known)))
    return graph


def _triple(quad: Any, known: dict[str, URIRef]) -> tuple[Any, Any, Any] | None:  # noqa: ANN401 - pyoxigraph's classes
    if isinstance(quad.object, ox.Triple) or isinstance(quad.subject, ox.Triple):
        return None  # RDF 1.2; SHACL says nothing of triple terms
    return _node(quad.subject, known), _node(quad.predicate, known), _node(quad.object, known)


def _node(term: Any, known: dict[str, URIRef]) -> Any:  # noqa: ANN401
    if isinstance(term, ox.NamedNode):
        return known.get(term.value) or known.setdefault(term.value, URIRef(term.value))
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == _STRING:  # what rdflib, unlike RDF 1.1, takes for something else than a plain one
        return Literal(term.value)
    # As written: "07" stays so and is told to be what it is.
    return Literal(term.value, datatype=known.get(datatype) or known.setdefault(datatype, URIRef(datatype)), normalize=False)


def add_known(graph: Graph, vocabulary: Vocabulary) -> None:
    """Add what shapes need to know beside the data: the concepts of the schemes, and which fz: terms are defined."""
    for concept in vocabulary.concepts.values():
        node = URIRef(concept.iri)
        graph.add((node, RDF.type, SKOS.Concept))
        graph.add((node, SKOS.notation, Literal(concept.notation)))
        graph.add((node, SKOS.inScheme, URIRef(concept.iri.rpartition("/")[0])))
        for name, language in ((concept.zh, "zh"), (concept.en, "en")):
            if name:
                graph.add((node, SKOS.prefLabel, Literal(name, lang=language)))


def terms_used(graph: Graph) -> tuple[list[str], list[str]]:
    """The IRIs of the predicates and of the classes in use, sorted."""
    classes = {str(value) for value in graph.objects(None, RDF.type, unique=True) if isinstance(value, URIRef)}
    return sorted(map(str, graph.predicates(unique=True))), sorted(classes)


def add_terms(graph: Graph, predicates: Iterable[str], classes: Iterable[str], vocabulary: Vocabulary) -> None:
    """Add what follows for the fz: terms in use: properties (RDF 1.1 Semantics, rdfD2), classes (RDFS, rdfs3)."""
    for names, kind in ((predicates, RDF.Property), (classes, RDFS.Class)):
        for name in names:
            if name.startswith(_FZ):
                graph.add((URIRef(name), RDF.type, kind))
                if name in vocabulary.terms:
                    graph.add((URIRef(name), RDFS.isDefinedBy, URIRef(_FZ.rstrip("#"))))


@cache
def own_shapes() -> Graph:
    """Return the shapes of the ontology; ConfigurationError where the file is missing or wrong."""
    return flat(read_shapes(ontology_folder() / SHAPES_FILE))


def read_shapes(file: Path) -> Graph:
    """Return the shapes in a Turtle file.

    Raises:
        ConfigurationError: ``shapes-broken``, also where a query of theirs would ask another server.
    """
    try:
        shapes = rdflib_graph(ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE))
        asked = [str(text) for name in (SH.select, SH.ask, SH.construct) for text in shapes.objects(None, name)]
        if any(re.search(r"\bSERVICE\b", text, re.IGNORECASE) for text in asked):
            raise ValueError("SERVICE: shapes may not ask other servers")
    except (OSError, SyntaxError, ValueError) as error:
        raise shapes_broken(str(error), str(file)) from error
    return shapes


TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


def flat(shapes: Graph) -> Graph:
    """Return the same shapes with the targets of node shapes at their property shapes: the same results, five times as fast.

    pySHACL looks at a property shape of a node shape node by node, and at one that has targets itself for all of them at
    once.
    """
    flattened = Graph(bind_namespaces="none")
    flattened += shapes
    for shape, property_shape in shapes.subject_objects(SH.property):
        targets = [(name, value) for name in TARGETS for value in shapes.objects(shape, name)]
        if targets and (shape, SH.deactivated, None) not in shapes:
            flattened.remove((shape, SH.property, property_shape))
            for name, value in targets:
                flattened.add((property_shape, name, value))
    return flattened


def shapes_broken(detail: str, where: str) -> ConfigurationError:
    """Return the error of shapes that cannot be used."""
    return ConfigurationError(
        "shapes-broken", f"形状文件用不了：{detail}", f"the shapes cannot be used: {detail}", where=where,
        remedy_zh="改正这个文件，或去掉 --shapes", remedy_en="mend the file, or leave --shapes out",
    )  # fmt: skip


def validate(graph: Graph, shapes: Graph) -> tuple[Finding, ...]:
    """Return what is wrong with a graph, sorted; each thing once, however many shapes say it.

    Raises ConfigurationError (``shapes-broken``) where the shapes are no valid SHACL.
    """
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError, ValidationFailure

    try:
        _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", do_owl_imports=False, inplace=True)
    except (ReportableRuntimeError, ValidationFailure) as error:
        raise shapes_broken(str(getattr(error, "message", "") or error), "--shapes") from error
    if not isinstance(results, Graph):
        raise shapes_broken(str(results), "--shapes")
    unique = {finding.order(): finding for finding in _findings(results, shapes)}
    return tuple(unique[order] for order in sorted(unique))


def _findings(results: Graph, shapes: Graph) -> Iterator[Finding]:
    for result in results.objects(None, SH.result):
        path, value = results.value(result, SH.resultPath), results.value(result, SH.value)
        messages = _messages(result, results, shapes)
        yield Finding(
            focus=_term(results.value(result, SH.focusNode)),
            path=None if path is None else _path(path, results),
            value="" if value is None else _term(value),
            shape=_shape(results.value(result, SH.sourceShape), shapes),
            component=_local(results.value(result, SH.sourceConstraintComponent)),
            severity=_severity(results.value(result, SH.resultSeverity)),
            messages=tuple(sorted(messages.items())),
        )


def _messages(result: Any, results: Graph, shapes: Graph) -> dict[str, str]:  # noqa: ANN401
    """Language -> message. Of the messages of a SPARQL constraint pySHACL passes on any one, so those are looked up."""
    constraint = results.value(result, SH.sourceConstraint)
    own = list(shapes.objects(constraint, SH.message)) if constraint else []
    told = own or list(results.objects(result, SH.resultMessage))
    return {str(said.language or ""): str(said) for said in told if isinstance(said, Literal)}


def _term(node: Any) -> str:  # noqa: ANN401
    """A node of rdflib in N-Triples syntax."""
    if not isinstance(node, Literal):
        return str(node.n3())
    datatype = named(str(node.datatype)) if node.datatype else ""
    return literal(str(node), language=node.language or "", datatype=datatype)


def _local(node: Any) -> str:  # noqa: ANN401
    return str(node).rpartition("#")[2]


def _severity(node: Any) -> str:  # noqa: ANN401
    name = _local(node)
    return name if name in SEVERITIES else SEVERITIES[0]  # a severity of one's own counts as the default one


def _shape(node: Any, shapes: Graph) -> str:  # noqa: ANN401
    """The shape; one without a name by the nearest that has one, for the names of blank nodes change with each run."""
    while isinstance(node, BNode):
        node = min(shapes.subjects(None, node), key=str, default=None)
    return "" if node is None else _term(node)


def _path(node: Any, results: Graph) -> Any:  # noqa: ANN401
    """A property path (https://www.w3.org/TR/shacl/#property-paths) as JSON-LD with the prefix ``sh``."""
    if isinstance(node, URIRef):
        return {"@id": str(node)}
    if (node, RDF.first, None) in results:
        return {"@list": [_path(step, results) for step in Collection(results, node)]}
    return {f"sh:{_local(p)}": _path(o, results) for p, o in sorted(results.predicate_objects(node))}
