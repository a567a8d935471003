"""The curated vocabularies: complete in both languages, sourced, without cycles, and true to the gazetteer."""

import re

import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from kg.gazetteer import gazetteer
from kg.ids import iri, key
from kg.publish.html import words
from kg.vocabulary import SCHEMES, VOCABULARY_BASE, ontology_folder, vocabulary

WORDS = vocabulary()
FZ = rdflib.Namespace("https://w3id.org/fazhi/ontology#")
FOLDER = ontology_folder() / "vocabularies"
FILES = sorted(FOLDER.glob("*.ttl"))
LEVELS = ("country", "province", "prefecture", "county")


@pytest.fixture(scope="module")
def graph():
    assert len(FILES) > 15
    both = rdflib.Graph()
    for file in FILES:
        both.parse(file)
    return both


def languages(values):
    return sorted(value.language for value in values)


def chain(start, after):
    """Everything that ``after`` leads to, itself left out unless it comes back."""
    seen, pending = set(), list(after(start))
    while pending:
        now = pending.pop()
        if now not in seen:
            seen.add(now)
            pending.extend(after(now))
    return seen


def test_there_are_at_least_120_programmes_in_both_languages(graph):
    programmes = sorted(graph.subjects(RDF.type, FZ.Programme))
    assert len(programmes) == len(WORDS.programmes) >= 120
    for programme in programmes:
        assert languages(graph.objects(programme, SKOS.prefLabel)) == ["en", "zh"], programme
        assert languages(graph.objects(programme, SKOS.definition)) == ["en", "zh"], programme
        assert len(list(graph.objects(programme, FZ.kind))) == 1, programme
        assert len(list(graph.objects(programme, FZ.beganLevel))) == 1, programme
        assert len(list(graph.objects(programme, FZ.beganYear))) <= 1, programme


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_programmes_share_a_label(language):
    labels = [key(item.label if language == "zh" else item.en) for item in WORDS.programmes]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []


def test_a_programme_began_where_its_level_says():
    places = gazetteer()
    for item in WORDS.programmes:
        assert item.level in LEVELS, item.label
        assert item.year is None or 1949 <= item.year <= 2026, item.label
        place = places.get(item.place) if item.place else None
        assert (place.level if place else "country") == item.level, item.label


def test_places_in_the_vocabulary_are_those_of_the_gazetteer(graph):
    told = sorted(graph.subjects(RDF.type, FZ.Place))
    assert {str(place) for place in told} == {iri("place", item.place) for item in WORDS.programmes if item.place}
    for node in told:
        place = gazetteer().get(str(graph.value(node, FZ.code)))
        assert place is not None
        assert str(node) == iri("place", place.key)
        assert str(graph.value(node, RDFS.label)) == place.name
        assert str(graph.value(node, FZ.path)) == place.path
        assert str(graph.value(node, FZ.level)).rpartition("/")[2] == place.level


def test_successors_are_known_and_come_round_to_nobody():
    before = {item.key: item.replaces for item in WORDS.programmes}
    assert before["政务服务增值化改革"] == ("最多跑一次改革",)
    assert before["大综合一体化行政执法改革"] == ("综合行政执法改革",)
    assert before["八五普法"] == ("七五普法",)
    years = {item.key: item.year for item in WORDS.programmes}
    for item in WORDS.programmes:
        assert set(item.replaces) <= set(before), item.label
        assert item.key not in chain(item.key, before.__getitem__), item.label
        for former in item.replaces:
            assert (years[former] or 0) <= (item.year or 9999), item.label


def test_nothing_is_part_of_itself():
    above = {item.key: (item.broader,) if item.broader else () for item in WORDS.programmes}
    assert not [name for name in above if name in chain(name, above.__getitem__)]


def test_every_programme_has_a_source_that_the_vocabularies_describe():
    cited = {source for item in WORDS.programmes for source in item.sources}
    assert len(cited) > 150
    for item in WORDS.programmes:
        assert item.sources, item.label
        for source in item.sources:
            document = WORDS.documents[source]
            assert document.label, source
            assert document.kind in WORDS.notations("document-kind"), source


def test_sources_are_minted_as_graphs_mint_them_and_each_is_used(graph):
    scheme = rdflib.URIRef(VOCABULARY_BASE + "source")
    sources = sorted(graph.subjects(SKOS.inScheme, scheme))
    assert len(sources) > 150
    cited = set(graph.objects(None, DCTERMS.source))
    for source in sources:
        document = WORDS.documents[key(str(graph.value(source, SKOS.prefLabel)))]
        assert str(source) == iri("document", document.key)
        assert source in cited, source
        assert document.publisher, source
        assert not re.search("[《》]", document.label + document.title), source
        assert document.label not in WORDS.laws, f"{source} is in laws.ttl already"


def test_what_is_told_of_a_source_has_the_form_of_its_kind():
    numbered = [document for document in WORDS.documents.values() if document.identifier]
    assert len(numbered) > 50
    for document in numbered:
        # 国发〔2021〕7号, 国务院令第722号, 农业农村部通告〔2019〕4号, GB/T 33200—2016
        form = r"\S+〔(\d{4})〕\d+号|\S+令第\d+号|GB/T \d+—(\d{4})"
        match = re.fullmatch(form, document.identifier)
        assert match, document.identifier
        year = match[1] or match[2]
        # 中发〔2016〕18号 is of its year; what a number says the date must not deny.
        assert not (year and document.issued) or document.issued.startswith(year), document.label
    for document in WORDS.documents.values():
        assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", document.issued), document.label
        assert not document.title or document.title.endswith(document.label), document.label
    numbers = [document.identifier for document in numbered]
    assert len(numbers) == len(set(numbers))


def test_awards_have_a_level_and_somebody_who_confers_them(graph):
    awards = sorted(graph.subjects(RDF.type, FZ.Award))
    assert len(awards) == len(WORDS.awards) > 45
    for award in awards:
        assert languages(graph.objects(award, SKOS.prefLabel)) == ["en", "zh"], award
        assert languages(graph.objects(award, SKOS.definition)) == ["en", "zh"], award
        assert len(list(graph.objects(award, FZ.conferredBy))) == 1, award
    for item in WORDS.awards:
        assert item.conferred_by, item.label
        assert item.level in WORDS.notations("award-level"), item.label


@pytest.mark.parametrize("scheme", [*SCHEMES, "rule"])
def test_concepts_of_a_scheme_have_names_and_meanings_in_both_languages(graph, scheme):
    node = rdflib.URIRef(VOCABULARY_BASE + scheme)
    members = sorted(graph.subjects(SKOS.inScheme, node))
    assert len(members) > 1
    for concept in [node, *members]:
        assert languages(graph.objects(concept, SKOS.prefLabel)) == ["en", "zh"], concept
        assert languages(graph.objects(concept, SKOS.definition)) == ["en", "zh"], concept


def test_indicators_have_names_and_meanings_in_both_languages(graph):
    indicators = sorted(graph.subjects(RDF.type, FZ.Indicator))
    assert len(indicators) > 100
    for indicator in indicators:
        assert languages(graph.objects(indicator, SKOS.prefLabel)) == ["en", "zh"], indicator


def test_pages_name_concepts_as_the_vocabulary_does():
    for scheme in ("status", "programme-kind", "award-result"):
        for notation in WORDS.notations(scheme):
            concept = WORDS.concept(scheme, notation)
            assert words()[notation] == (concept.zh, concept.en.capitalize())
