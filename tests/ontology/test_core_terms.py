"""The core of the ontology: its version, its hints against what a build writes, and its examples."""

import re

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from kg.vocabulary import PREFIXES, VOCABULARY_BASE, ontology_folder, prefixes, vocabulary

FOLDER = ontology_folder()
ONTOLOGY = rdflib.URIRef("https://w3id.org/fazhi/ontology")
CORE = rdflib.Graph().parse(FOLDER / "fazhi.ttl")
PROPERTIES = sorted({*CORE.subjects(RDF.type, OWL.ObjectProperty), *CORE.subjects(RDF.type, OWL.DatatypeProperty)})
CLASSES = sorted(CORE.subjects(RDF.type, OWL.Class))
EXAMPLES = sorted((str(term), str(text)) for term, text in CORE.subject_objects(SKOS.example))
FZ = PREFIXES["fz"]


def local(iri: str) -> str:
    return str(iri).removeprefix(FZ)


def test_about_a_dozen_classes():
    assert 10 <= len(CLASSES) <= 16
    assert len(PROPERTIES) > 45
    assert len(EXAMPLES) == len(CLASSES) + len(PROPERTIES)


def test_the_version_is_told_alike_everywhere():
    version = str(CORE.value(ONTOLOGY, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert CORE.value(ONTOLOGY, OWL.versionIRI) == ONTOLOGY + f"/{version}"
    changes = re.findall(r"^## (\S+)", (FOLDER / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert changes[0] == version
    assert CORE.value(ONTOLOGY, OWL.priorVersion) == ONTOLOGY + f"/{changes[1]}"


def test_the_licence_is_an_iri():
    assert isinstance(CORE.value(ONTOLOGY, DCTERMS.license), rdflib.URIRef)


def test_hints_entail_nothing():
    assert not list(CORE.triples((None, RDFS.domain, None)))
    # A dimension of a data cube must have a range (Data Cube, integrity constraint 4).
    dimensions = set(CORE.subjects(RDF.type, rdflib.URIRef(PREFIXES["qb"] + "DimensionProperty")))
    assert set(CORE.subjects(RDFS.range)) == dimensions != set()


@pytest.mark.parametrize(("term", "example"), EXAMPLES, ids=[local(term) for term, _ in EXAMPLES])
def test_an_example_is_turtle_and_uses_its_term_and_no_unknown_one(term, example):
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes().items())
    graph = rdflib.Graph().parse(data=head + example + "\n", format="turtle")
    assert f"fz:{local(term)}" in example
    known = vocabulary().terms
    for _, predicate, value in graph:
        assert str(predicate) in known
        if predicate == RDF.type or str(value).startswith(VOCABULARY_BASE):
            assert str(value) in known, value


@pytest.fixture(scope="module")
def graph(built) -> ox.Store:
    store = ox.Store()
    store.load((built / "graph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    return store


def _kinds(graph: ox.Store, term: ox.NamedNode | ox.Literal) -> set[str]:
    """The classes of a node with their superclasses, or the datatype of a literal."""
    if isinstance(term, ox.Literal):
        return {term.datatype.value}
    types = {
        quad.object.value for quad in graph.quads_for_pattern(term, ox.NamedNode(str(RDF.type)), None)
    }  # fmt: skip
    return types | {str(above) for name in types for above in CORE.transitive_objects(rdflib.URIRef(name), RDFS.subClassOf)}


@pytest.mark.parametrize("term", PROPERTIES, ids=local)
def test_hints_are_true_of_what_a_build_writes(term, graph):
    used_on = {str(name) for name in CORE.objects(term, rdflib.SDO.domainIncludes)}
    takes = {str(name) for name in CORE.objects(term, rdflib.SDO.rangeIncludes)}
    seen = list(graph.quads_for_pattern(None, ox.NamedNode(str(term)), None))
    for quad in seen:
        assert _kinds(graph, quad.subject) & used_on, (quad.subject, used_on)
        assert _kinds(graph, quad.object) & takes, (quad.object, takes)
    is_object = (term, RDF.type, OWL.ObjectProperty) in CORE
    assert is_object != any(name.startswith((PREFIXES["xsd"], str(RDF))) for name in takes)
    assert all(isinstance(quad.object, ox.NamedNode) == is_object for quad in seen)


def test_hints_were_compared_with_something(graph):
    seen = {term for term in PROPERTIES if any(graph.quads_for_pattern(None, ox.NamedNode(str(term)), None))}
    assert len(seen) > 40
