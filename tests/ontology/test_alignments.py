"""Alignments: one file a target, apart from the core, from terms that exist to terms of that target."""

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.vocabulary import ontology_folder, vocabulary

FOLDER = ontology_folder()
FILES = sorted((FOLDER / "alignments").glob("*.ttl"))
TARGETS = {
    "schema-org": ["https://schema.org/"],
    "eli": ["http://data.europa.eu/eli/ontology#"],
    "cpov": ["http://data.europa.eu/m8g/", "http://purl.org/dc/terms/"],
    "cpsv-ap": ["http://purl.org/vocab/cpsv#", "http://data.europa.eu/m8g/"],
    "wikidata": ["http://www.wikidata.org/prop/direct/P"],
}
MAPPINGS = {
    SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, RDFS.subClassOf,
    RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty,
}  # fmt: skip


def test_there_is_a_file_for_each_target():
    assert [file.stem for file in FILES] == sorted(TARGETS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_mappings_lead_from_known_terms_to_the_target(file):
    graph = rdflib.Graph().parse(file)
    ontology = graph.value(None, RDF.type, OWL.Ontology)
    mappings = [(s, p, o) for s, p, o in graph if s != ontology]
    assert len(mappings) >= 3
    for subject, predicate, target in mappings:
        assert str(subject) in vocabulary().terms, subject
        assert predicate in MAPPINGS
        assert str(target).startswith(tuple(TARGETS[file.stem])), target
        if str(target).startswith("https://schema.org/"):
            assert str(target).removeprefix("https://schema.org/") in rdflib.SDO.__annotations__, target


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_mapping_is_explained(file):
    lines = file.read_text(encoding="utf-8").split("\n")
    assert sum(line.startswith("# ") for line in lines) >= 3


def test_the_core_knows_nothing_of_alignments():
    for file in (FOLDER / "fazhi.ttl", FOLDER / "terms.ttl", *FILES):
        assert not list(rdflib.Graph().parse(file).triples((None, OWL.imports, None)))
    core = (FOLDER / "fazhi.ttl").read_text(encoding="utf-8")
    assert "data.europa.eu" not in core
    assert "wikidata" not in core
