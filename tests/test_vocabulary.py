from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import ConfigurationError
from kg.ids import DEFAULT_BASE, iri, key
from kg.nodes import Nodes, read
from kg.vocabulary import KINDS, SCHEMES, ontology_folder, prefixes, vocabulary

WORDS = vocabulary()
NOTATIONS = {
    "status": "implemented planned problem",
    "role": "lead achievement problem duty plan",
    "place-level": "country province prefecture county township village",
    "award-level": "international national regional provincial municipal county other",
    "award-result": "won shortlisted selected candidate ranked pilot",
    "programme-kind": "reform campaign mechanism platform brand",
    "body-kind": "government department party congress court procuratorate committee centre association company "
    "university other",
    "body-relation": "established leads mentioned",
    "document-kind": "law regulation rule policy standard plan publication other",
    "document-relation": "enacted issued implemented studied mentioned",
    "report-kind": "government-annual-report department-annual-report township-annual-report congress-inquiry-report "
    "plan other",
    "place-change-kind": "merge split rename upgrade transfer found",
    "curation": "curated candidate",
}
FILES = sorted(ontology_folder().rglob("*.ttl"))
SMALL = 2  # triples at least: an invalid example may be a node and its type


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_says_the_same_to_two_parsers(file):
    data = file.read_bytes()
    graph = rdflib.Graph().parse(data=data, format="turtle")
    assert len(graph) == len({quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)}) >= SMALL


@pytest.mark.parametrize("scheme", SCHEMES)
def test_schemes_have_the_notations_of_the_tables(scheme):
    assert set(WORDS.notations(scheme)) == set(NOTATIONS[scheme].split())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_cue_points_to_one_concept(scheme):
    cues = [cue for notation in WORDS.notations(scheme) for cue in WORDS.cues(scheme, notation)]
    assert len(cues) == len(set(cues)) == len(WORDS.notation_by_cue(scheme))


def test_cues_come_longest_first():
    cues = WORDS.cues("role", "plan")
    assert "下一步" in cues
    assert list(cues) == sorted(cues, key=lambda cue: (-len(cue), cue))
    assert [len(cue) for cue in WORDS.notation_by_cue("award-result")] == sorted(
        (len(cue) for cue in WORDS.notation_by_cue("award-result")), reverse=True
    )


@pytest.mark.parametrize(
    ("scheme", "cue", "notation"),
    [
        ("award-result", "荣获", "won"),
        ("award-result", "入围", "shortlisted"),
        ("award-result", "培育对象", "candidate"),
        ("programme-kind", "专项整治", "campaign"),
        ("document-kind", "条例", "regulation"),
        ("body-kind", "局", "department"),
        ("role", "第一责任人", "duty"),
    ],
)
def test_cues(scheme, cue, notation):
    assert WORDS.notation_by_cue(scheme)[cue] == notation


def test_terms():
    assert WORDS.term("fz:place") == "https://w3id.org/fazhi/ontology#place"
    assert WORDS.term("xsd:date").endswith("#date")


@pytest.mark.parametrize("curie", ["fz:plase", "dcterms:isPartof", "xsd:text", "foo:bar", "place:330105", "fz:", ""])
def test_a_misspelt_term_raises(curie):
    with pytest.raises(ConfigurationError) as raised:
        WORDS.term(curie)
    assert raised.value.code == "vocabulary-unknown-name"
    assert raised.value.remedy_zh


@pytest.mark.parametrize(("scheme", "notation"), [("status", "done"), ("statuses", "planned")])
def test_a_misspelt_concept_raises(scheme, notation):
    with pytest.raises(ConfigurationError):
        WORDS.concept(scheme, notation)
    with pytest.raises(ConfigurationError):
        WORDS.notations("statuses")


def test_every_term_and_concept_has_labels_and_a_meaning_in_both_languages():
    folder = ontology_folder()
    graph = rdflib.Graph()
    for file in FILES:
        graph.parse(file)
    defined = set(rdflib.Graph().parse(folder / "fazhi.ttl").subjects(rdflib.RDFS.isDefinedBy))
    defined -= {rdflib.URIRef(WORDS.term("fz:Structure"))}
    concepts = {rdflib.URIRef(concept.iri) for concept in WORDS.concepts.values()}
    assert len(defined) > 50
    for node in sorted(defined | concepts):
        for languages in (
            {
                label.language
                for label in (*graph.objects(node, rdflib.RDFS.label), *graph.objects(node, rdflib.SKOS.prefLabel))
            },
            {text.language for text in graph.objects(node, rdflib.SKOS.definition)},
        ):
            assert languages == {"zh", "en"}, node


def test_programmes_are_curated_with_care():
    assert len(WORDS.programmes) >= 80
    names: dict[str, str] = {}
    keys = {programme.key for programme in WORDS.programmes}
    for programme in WORDS.programmes:
        assert programme.key == key(programme.label)
        assert programme.kind in WORDS.notations("programme-kind")
        assert programme.en
        assert programme.definition_zh
        assert programme.definition_en
        assert programme.broader is None or programme.broader in keys
        for name in (programme.label, *programme.aliases):
            assert names.setdefault(key(name), programme.key) == programme.key, name


def test_the_iri_of_a_curated_programme_is_the_one_that_graphs_mint():
    text = (ontology_folder() / "vocabularies" / "programmes.ttl").read_text(encoding="utf-8")
    for programme in WORDS.programmes:
        assert f"<{iri('programme', programme.key)}> a fz:Programme" in text


def test_without_programmes_the_rest_is_there():
    bare = vocabulary(programmes=False)
    assert bare.programmes == ()
    assert bare.awards == WORDS.awards
    assert bare.sha256 != WORDS.sha256
    assert vocabulary() is WORDS is vocabulary(True)


def test_laws_by_short_and_full_name():
    assert len({full for full, _ in WORDS.laws.values()}) >= 150
    for name in ("行政处罚法", "中华人民共和国行政处罚法"):
        assert WORDS.laws[name] == ("中华人民共和国行政处罚法", "law")
    assert WORDS.laws["优化营商环境条例"][1] == "regulation"
    assert {kind for _, kind in WORDS.laws.values()} <= set(WORDS.notations("document-kind"))


def test_awards_and_indicators():
    assert {award.level for award in WORDS.awards} <= set(WORDS.notations("award-level"))
    assert all(award.conferred_by and award.en for award in WORDS.awards)
    assert len(WORDS.indicators) >= 20
    for concepts in (WORDS.awards, WORDS.indicators):
        names = [key(name) for concept in concepts for name in (concept.label, *concept.aliases)]
        assert len(names) == len(set(names))


def test_prefixes_are_sorted_and_follow_the_base():
    default, other = prefixes(), prefixes("https://example.org/")
    assert list(default) == sorted(default)
    assert default["place"] == DEFAULT_BASE + "place/"
    assert other["place"] == "https://example.org/place/"
    assert other["status"] == default["status"]
    assert not set(KINDS) & set(SCHEMES)


def test_a_broken_file_says_which_and_where():
    nodes = Nodes()
    with pytest.raises(ConfigurationError) as raised:
        nodes.load(Path("status.ttl"), b"<a:a> <a:b> .")
    assert raised.value.code == "vocabulary-broken"
    assert "status.ttl" in raised.value.zh
    with pytest.raises(ConfigurationError):
        read(Path("no such file.ttl"))


def test_line_ends_do_not_change_the_hash(tmp_path):
    (tmp_path / "unix.ttl").write_bytes(b"<a:a>\n<a:b> <a:c> .\n")
    (tmp_path / "windows.ttl").write_bytes(b"<a:a>\r\n<a:b> <a:c> .\r\n")
    assert read(tmp_path / "unix.ttl") == read(tmp_path / "windows.ttl")
