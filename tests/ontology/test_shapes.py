"""The shapes: every class has one, every shape has an example that fails for the stated reason, and real graphs conform."""

import re

import pyoxigraph as ox
import pytest
from conftest import ROOT
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef

from kg import pipeline
from kg.console.findings import path_text
from kg.graph import shacl
from kg.inquiry.stored import open_graph
from kg.inquiry.validation import validated
from kg.vocabulary import PREFIXES

EXAMPLES = ROOT / "ontology" / "examples"
VALID, INVALID = (sorted((EXAMPLES / kind).glob("*.ttl")) for kind in ("valid", "invalid"))
NAMESPACE = "https://w3id.org/fazhi/shapes#"
BASE = "https://example.org/id/"


@pytest.fixture(scope="module")
def shapes():
    return shacl.read_shapes(ROOT / "ontology" / "shapes.ttl")


def header(file):
    """What the comments on top of an example say: key -> text."""
    return dict(re.findall(r"^# (\w+): ?(.*)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE))


def found(file):
    """Findings but for gaps, which are no errors: (shape, path, constraint)."""
    told = validated(open_graph(file)).findings
    names = (one for one in told if one.severity != "Info")
    return [(one.shape[1:-1].removeprefix(NAMESPACE), path_text(one.path, BASE), f"sh:{one.component}") for one in names]


def constrained(shapes):
    """Every named shape that has a target or is the property shape of one."""
    aimed = {shape for target in shacl.TARGETS for shape in shapes.subjects(target, None)}
    return aimed | {part for shape in aimed for part in shapes.objects(shape, SH.property)}


def test_examples_are_there():
    assert len(VALID) >= 10
    assert len(INVALID) >= 100


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.stem)
def test_valid_example_conforms(file, shapes):
    assert found(file) == []
    told = header(file)
    assert told["zh"]
    assert told["en"]
    for name in told["shape"].split():
        assert (URIRef(NAMESPACE + name), RDF.type, SH.NodeShape) in shapes, name


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_invalid_example_fails_for_the_stated_reason_and_no_other(file):
    told = header(file)
    assert told["zh"]
    assert told["en"]
    stated = (told["shape"], told["path"], told["constraint"])
    # Some mistakes break a second shape of necessity: the example says so.
    besides = [tuple(told["besides"].split())] if "besides" in told else []
    assert sorted(found(file)) == sorted([stated, *besides])


def test_every_shape_has_an_invalid_example(shapes):
    named = {str(shape).removeprefix(NAMESPACE) for shape in constrained(shapes)}
    parts = {
        str(whole).removeprefix(NAMESPACE): {str(part).removeprefix(NAMESPACE) for part in shapes.objects(whole, SH.property)}
        for whole in shapes.subjects(RDF.type, SH.NodeShape)
    }
    told = {header(file)["shape"] for file in INVALID}
    assert len(told) > 80
    lacking = {name for name in named if name not in told and not parts.get(name, set()) & told}
    assert lacking == {"Statement-placeKnown", "Statement-yearKnown"}, "these are gaps: valid/gaps.ttl has both"


def test_every_node_shape_has_a_valid_example(shapes):
    told = {name for file in VALID for name in header(file)["shape"].split()}
    targeted = {shape for target in shacl.TARGETS for shape in shapes.subjects(target, None)}
    assert {str(shape).removeprefix(NAMESPACE) for shape in targeted} == told


def test_gaps_are_told_and_are_no_violations():
    told = validated(open_graph(EXAMPLES / "valid" / "gaps.ttl"))
    assert [one.severity for one in told.findings] == ["Info", "Info"]
    assert told.conforms


def test_every_shape_speaks_both_languages(shapes):
    speaking = [shape for shape in constrained(shapes) if (shape, SH.sparql, None) not in shapes]
    plain = [shape for shape in speaking if (shape, RDF.type, SH.PropertyShape) in shapes]
    assert len(plain) > 80
    for shape in plain:
        for predicate in (SH.name, SH.message):
            assert sorted(said.language for said in shapes.objects(shape, predicate)) == ["en", "zh"], shape
    for rule in shapes.subjects(RDF.type, SH.SPARQLConstraint):
        assert sorted(said.language for said in shapes.objects(rule, SH.message)) == ["en", "zh"], rule
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        assert sorted(said.language for said in shapes.objects(shape, SH.name)) == ["en", "zh"], shape


def test_shapes_are_shacl_by_the_shapes_of_shacl(shapes):
    import pyshacl

    assert pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True, advanced=False)[0]


def test_shapes_name_only_terms_that_exist(shapes):
    own = {str(iri) for iri in Graph().parse(ROOT / "ontology" / "fazhi.ttl").subjects()}
    text = (ROOT / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
    spoken = re.sub(r"^ *#.*$|\"[^\"]*\"@\w+", "", text, flags=re.MULTILINE)
    used = {PREFIXES["fz"] + name for name in re.findall(r"\bfz:(\w+)", spoken)}
    assert len(used) > 40
    assert used <= own


def test_flat_shapes_find_the_same(shapes):
    for file in INVALID:
        graph = shacl.rdflib_graph(open_graph(file).store)
        assert shacl.validate(graph, shapes) == shacl.validate(graph, shacl.flat(shapes))


# --- real graphs ------------------------------------------------------------------------------------------------------


def test_every_class_of_a_build_has_a_shape(built, shapes):
    graph = shacl.rdflib_graph(open_graph(built).store)
    classes = set(graph.objects(None, RDF.type))
    assert len(classes) >= 19
    assert classes <= set(shapes.objects(None, SH.targetClass))


def test_graph_of_the_samples_conforms(built):
    assert validated(open_graph(built)).findings == ()


def test_graph_of_real_reports_conforms(shared, tmp_path):
    files = sorted((shared / "corpus").rglob("*.txt"))
    assert len(files) > 10
    pipeline.run(files, tmp_path / "out")
    assert [one for one in validated(open_graph(tmp_path / "out")).findings if one.severity != "Info"] == []


def test_graph_without_programme_vocabulary_conforms(tmp_path):
    from conftest import SAMPLE_FILES

    pipeline.run(SAMPLE_FILES[:3], tmp_path / "out", pipeline.Options(jobs=1, programmes=False))
    assert validated(open_graph(tmp_path / "out")).conforms


# --- a real graph, broken ---------------------------------------------------------------------------------------------

FZ, OA, SKOS = PREFIXES["fz"], PREFIXES["oa"], PREFIXES["skos"]


def first(graph, kind, predicate=None):
    """The first node of a class by name, with a property where one is given."""
    nodes = sorted(graph.subjects(RDF.type, URIRef(kind)))
    return next(node for node in nodes if predicate is None or (node, URIRef(predicate), None) in graph)


def removed(kind, predicate):
    def change(graph):
        graph.remove((first(graph, kind, predicate), URIRef(predicate), None))

    return change


def replaced(kind, predicate, value):
    def change(graph):
        graph.set((first(graph, kind, predicate), URIRef(predicate), value))

    return change


def added(kind, predicate, value):
    def change(graph):
        graph.add((first(graph, kind, predicate), URIRef(predicate), value))

    return change


BREAKS = {
    "no status": (removed(FZ + "Engagement", FZ + "status"), "Engagement-status"),
    "year as text": (replaced(FZ + "Engagement", FZ + "year", Literal("2022")), "Statement-year"),
    "no evidence": (removed(FZ + "BodyStatement", FZ + "evidence"), "Statement-evidence"),
    "no report": (removed(FZ + "DocumentStatement", FZ + "statedIn"), "Statement-statedIn"),
    "text cut": (replaced(FZ + "Evidence", OA + "exact", Literal("改")), "Evidence"),
    "start moved": (replaced(FZ + "Evidence", OA + "start", Literal(10**9)), "Evidence-start"),
    "source of another": (replaced(FZ + "Evidence", OA + "hasSource", URIRef(BASE + "report/x")), "Evidence-source"),
    "label lost": (removed(FZ + "Place", str(RDFS.label)), "Thing-labelZh"),
    "code": (replaced(FZ + "Place", FZ + "code", Literal("3301")), "Place-code"),
    "level of award": (replaced(FZ + "Award", FZ + "level", URIRef("https://w3id.org/fazhi/vocabulary/place-level/county")),
                       "Award-levelScheme"),
    "two kinds": (added(FZ + "Programme", FZ + "kind", URIRef(BASE + "kind/x")), "Programme-kind"),
    "untagged label": (added(FZ + "Indicator", SKOS + "prefLabel", Literal("x")), "Concept-prefLabel"),
    "value as text": (replaced(PREFIXES["qb"] + "Observation", FZ + "value", Literal("36")), "Observation-value"),
    "result unknown": (replaced(FZ + "AwardOutcome", FZ + "result", URIRef(BASE + "result/x")), "AwardOutcome-resultScheme"),
    "ran without engagement": (added(FZ + "Place", FZ + "ran", URIRef(BASE + "programme/x")), "Runner"),
    "ran no programme": (added(FZ + "Place", FZ + "ran", URIRef(BASE + "programme/x")), "Place-ran"),
    "hash": (replaced(FZ + "Report", FZ + "sha256", Literal("0")), "Report-sha256"),
    "misspelt term": (lambda graph: graph.add((first(graph, FZ + "Place"), URIRef(FZ + "levle"), Literal("x"))), "Term"),
    "misspelt class": (lambda graph: graph.add((URIRef(BASE + "x"), RDF.type, URIRef(FZ + "Plase"))), "Term"),
    "unit of a place": (replaced(PREFIXES["org"] + "FormalOrganization", PREFIXES["org"] + "unitOf", URIRef(BASE + "place/x")),
                        "Body-unitOf"),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_graph_is_found_out(name, built, tmp_path):
    change, expected = BREAKS[name]
    graph = shacl.rdflib_graph(open_graph(built).store)
    change(graph)
    broken = tmp_path / "broken.nt"
    graph.serialize(broken, format="nt", encoding="utf-8")
    told = validated(open_graph(broken))
    assert not told.conforms
    assert expected in {one.shape[1:-1].removeprefix(NAMESPACE) for one in told.violations}


def test_values_are_read_as_written():
    written = '<urn:a> <urn:b> "07"^^<http://www.w3.org/2001/XMLSchema#integer>, "x" .'
    graph = shacl.rdflib_graph(ox.parse(written, format=ox.RdfFormat.TURTLE))
    assert sorted(str(value) for value in graph.objects()) == ["07", "x"]
    assert next(value for value in graph.objects() if str(value) == "x").datatype is None
