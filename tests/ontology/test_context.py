"""ontology/context.jsonld: made from the ontology, with what builds write in it and nothing else."""

import json

import pyoxigraph as ox
import pytest
from rebuild_context import as_bytes, ranges, written_terms

from kg import pipeline
from kg.exchange.context import context
from kg.ids import DEFAULT_BASE
from kg.triples import iri_of
from kg.vocabulary import PREFIXES, VOCABULARY_BASE, ontology_folder, vocabulary

AGAIN = "run `python tests/ontology/rebuild_context.py` and commit ontology/context.jsonld"
# A report and a change of places name their source in words, a programme points to documents: JSON-LD says {"@id": ...}.
MIXED = {"source"}
XSD, RDF_TYPE = PREFIXES["xsd"], f"{PREFIXES['rdf']}type"


@pytest.fixture(scope="module")
def words():
    return context(DEFAULT_BASE)


def loaded(folder):
    store = ox.Store()
    store.load(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    return store


def test_the_file_is_what_the_ontology_makes():
    assert (ontology_folder() / "context.jsonld").read_bytes() == as_bytes(), AGAIN


def test_every_name_is_a_term_of_the_ontology(words):
    named = {iri_of(term) for term in (*words.properties, *words.classes)}
    assert len(named) > 80
    assert named <= vocabulary().terms


def test_what_builds_write_is_in_the_context_and_nothing_else(words):
    written = {vocabulary().term(term) for term in written_terms()}
    properties = {iri for iri in written if iri.rpartition("#")[2].rpartition("/")[2][0].islower()}
    assert len(properties) > 60
    assert {iri_of(term) for term in words.properties} == properties
    assert {iri_of(term) for term in words.classes} <= written - properties


def _uses(store, words):
    properties = {quad.predicate.value for quad in store} - {RDF_TYPE}
    assert properties
    assert properties <= {iri_of(term) for term in words.properties}, AGAIN
    for term, name in words.properties.items():
        values = [quad.object for quad in store.quads_for_pattern(None, ox.NamedNode(iri_of(term)), None)]
        assert not [value for value in values if not _fits(value, name.type, name.name)], name


def _fits(value, kind, name):
    """Whether a value is of the kind that the context promises; a date may be known to the month or year alone."""
    if isinstance(value, ox.NamedNode):
        return kind == "@id" or name in MIXED
    if value.language:
        return kind == "@language"
    if kind.endswith("#date>"):
        return value.datatype.value in {f"{XSD}{name}" for name in ("date", "gYear", "gYearMonth", "string")}
    if value.datatype.value in {f"{XSD}{name}" for name in ("integer", "boolean", "string")}:
        return kind in {"", "@language"}
    return kind == f"<{value.datatype.value}>"


def test_values_of_the_samples_are_what_the_context_promises(built, words):
    _uses(loaded(built), words)


def test_values_of_the_real_reports_are_what_the_context_promises(shared, tmp_path, words):
    reports = sorted((shared / "corpus").glob("*.txt"))
    assert reports
    pipeline.run(reports, tmp_path / "out", pipeline.Options(jobs=1))
    _uses(loaded(tmp_path / "out"), words)


def test_ranges_of_our_own_properties_are_kept(words):
    told = ranges()
    ours = {term: name for term, name in words.properties.items() if iri_of(term).startswith(PREFIXES["fz"])}
    assert len(ours) > 40
    for term, name in ours.items():
        kinds = told[iri_of(term)]
        assert (name.type == "@id") == ("@id" in kinds), name
        assert (name.type == "@language") == (f"{PREFIXES['rdf']}langString" in kinds), name


def test_a_name_means_one_thing():
    definitions = json.loads((ontology_folder() / "context.jsonld").read_bytes())["@context"]
    meant = [value["@id"] if isinstance(value, dict) else value for value in definitions.values()]
    assert len(meant) == len(set(meant))
    assert definitions["vocab"] == VOCABULARY_BASE
    assert "@base" not in definitions
    assert "@vocab" not in definitions  # an unknown name shall stay unknown
