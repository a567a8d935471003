"""The graph of invented reports, asked with SPARQL."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import CITY, DISTRICT, FIVE, HUB, REFORM, TEXT, VILLAGE, MadeUpGazetteer, facts, said

from kg.errors import ConfigurationError
from kg.graph import build, run, store
from kg.model import AwardOutcome, Body, BodyRole, DocumentRole, Engagement, Metadata, PlaceNamed, Programme
from kg.vocabulary import vocabulary

WORDS, PLACES = vocabulary(), MadeUpGazetteer()


def graph(*reports):
    return store(build(reports or [facts()], WORDS, PLACES, version="1"))


def ask(query, *reports):
    return sorted(run(graph(*reports), query).rows)


def only(**kinds):
    """A report that asserts nothing but what is given."""
    empty = dict.fromkeys(("places", "engagements", "awards", "bodies", "documents", "observations"), ())
    return replace(facts(), **{**empty, **kinds})


def test_every_kind_of_thing_is_there():
    counts = dict(ask("SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c"))
    expected = {
        "fz:Report": 1, "fz:Engagement": 6, "fz:Programme": 3, "fz:AwardOutcome": 2, "fz:Award": 2,
        "fz:BodyStatement": 2, "org:FormalOrganization": 2, "fz:DocumentStatement": 2, "fz:Document": 3,
        "qb:Observation": 2, "fz:Indicator": 2,
        "fz:PlaceChange": 1, "prov:Activity": 1, "prov:SoftwareAgent": 1,
    }  # fmt: skip
    assert {name: counts.get(WORDS.term(name)) for name in expected} == {n: str(count) for n, count in expected.items()}


def test_no_blank_nodes_and_sorted():
    triples = build([facts()], WORDS, PLACES)
    assert triples == sorted(set(triples))
    assert not any(term.startswith("_:") for triple in triples for term in triple)


def test_an_engagement_that_two_reports_tell_is_one_node_with_two_sources():
    other = TEXT + "又及。"
    query = "SELECT ?e (COUNT(DISTINCT ?r) AS ?n) { ?e fz:statedIn ?r ; fz:status status:implemented } GROUP BY ?e"
    assert {n for _, n in ask(query, facts(), facts(text=other, name="again.txt"))} == {"2"}


def test_another_year_or_status_is_another_engagement():
    first = said("“放管服”")
    told = [
        Engagement(HUB, DISTRICT, year, status, first) for year in (2021, 2022) for status in ("implemented", "planned")
    ]
    told += told[:2]
    assert len(ask("SELECT ?e { ?e a fz:Engagement }", only(engagements=tuple(told)))) == 4


def test_ran_only_where_implemented_at_a_known_place():
    rows = ask("SELECT ?p ?l { ?p fz:ran/skos:prefLabel ?l FILTER(LANG(?l) = 'zh') }")
    assert rows == [("https://w3id.org/fazhi/id/place/990105", name) for name in ("放管服改革", "湖心·议事厅")]


def test_what_is_unknown_is_left_out():
    assert ask("SELECT ?e { ?e a fz:Engagement FILTER NOT EXISTS { ?e fz:place|fz:year ?x } }") != []
    report = replace(only(), meta=Metadata("", None, None, None, None, "other"))
    rows = ask("SELECT ?id ?p { ?r a fz:Report ; dcterms:identifier ?id ; ?p ?o }", report)
    assert rows[0][0].startswith("unknown-unknown-")
    assert not {WORDS.term(name) for name in ("dcterms:spatial", "fz:reportYear", "dcterms:title")} & {
        p for _, p in rows
    }


def test_evidence_is_shared_by_what_rests_on_it_one_node_a_rule():
    first, again = said("“放管服”"), said("“放管服”", rule="other-rule")
    engagements = (
        Engagement(HUB, DISTRICT, 2022, "implemented", first),
        Engagement(FIVE, DISTRICT, 2022, "implemented", first),
    )
    report = only(engagements=engagements, places=(PlaceNamed(DISTRICT, first), PlaceNamed(DISTRICT, again)))
    rows = ask(
        """SELECT ?e ?rule ?exact ?start ?end { ?e a fz:Evidence ; fz:rule ?rule ; oa:exact ?exact ;
          oa:start ?start ; oa:end ?end }""",
        report,
    )
    assert [row[1] for row in rows].count("made-up") == 1
    assert len(rows) == 2
    assert all(TEXT[int(start) : int(end)] == exact for _, _, exact, start, end in rows)


def test_places_bring_what_they_lie_in_and_how_they_changed():
    above = ask("SELECT ?l { place:990105001-桃源社区 dcterms:isPartOf/rdfs:label ?l }")
    assert {row[0] for row in above} == {"柳荫街道", "南湖区", "清水市", "云山省"}
    assert ask("SELECT ?p { place:990105001-桃源社区 fz:parent ?p }") == [
        ("https://w3id.org/fazhi/id/place/990105001",)
    ]
    rows = ask(
        """SELECT ?d ?k ?b ?a { ?c a fz:PlaceChange ; dcterms:date ?d ; fz:kind/skos:notation ?k ;
          fz:before/fz:path ?b ; fz:after/fz:code ?a }"""
    )
    assert rows == [("2021-04-09", "merge", f"云山省/清水市/{name}", "990105") for name in ("南湖区", "旧城区")]


def test_a_village_has_a_level_and_no_code():
    assert ask("SELECT ?c { place:990105001-桃源社区 fz:code ?c }") == []
    assert ask("SELECT ?l { place:990105001-桃源社区 fz:level/skos:notation ?l }") == [("village",)]


def test_curated_programmes_bring_aliases_definitions_and_what_they_are_part_of():
    part = Programme("证照分离改革", "证照分离改革", "reform", curated=True)
    report = only(engagements=(Engagement(part, DISTRICT, 2022, "implemented", said("“放管服”")),))
    assert ("证照分离",) in ask("SELECT ?a { programme:证照分离改革 skos:altLabel ?a }", report)
    rows = ask(
        """SELECT ?l ?c { programme:证照分离改革 skos:broader+ ?b . ?b skos:prefLabel ?l ;
          fz:curation/skos:notation ?c FILTER(LANG(?l)='zh') }""",
        report,
    )
    assert rows == [("商事制度改革", "curated"), ("放管服改革", "curated")]
    assert len(ask("SELECT ?d { programme:证照分离改革 skos:definition ?d }", report)) == 2


def test_candidates_are_called_what_they_are_called_most():
    first = said("“放管服”")
    labels = ["“湖心·议事厅”", "湖心议事厅", "湖心·议事厅", "湖心·议事厅", "湖心 议事厅"]
    engagements = tuple(
        Engagement(replace(HUB, label=name), DISTRICT, 2000 + n, "planned", first) for n, name in enumerate(labels)
    )
    query = "SELECT ?l ?a { ?p skos:prefLabel ?l ; skos:altLabel ?a ; fz:curation curation:candidate }"
    rows = ask(query, only(engagements=engagements))
    assert rows == [("湖心·议事厅", name) for name in sorted({*labels} - {"湖心·议事厅"})]
    assert ask(query, only(engagements=engagements[::-1])) == rows


def test_of_names_as_frequent_the_shorter_then_the_first():
    first = said("“放管服”")
    for names in (("乙丙 ", "乙丙"), ("乙、丙", "乙，丙")):
        told = tuple(
            Engagement(replace(HUB, label=name), DISTRICT, n, "planned", first) for n, name in enumerate(names)
        )
        shown = [
            ask("SELECT ?l { ?p a fz:Programme ; skos:prefLabel ?l }", only(engagements=order))
            for order in (told, told[::-1])
        ]
        assert shown[0] == shown[1] == [(min(names, key=lambda name: (len(name), name)),)]


def test_a_nomination_is_no_win_and_recipients_are_resolved():
    rows = ask(
        """SELECT ?n ?r ?to { ?o a fz:AwardOutcome ; fz:recipientName ?n ; fz:result/skos:notation ?r ;
          fz:recipient ?to }"""
    )
    assert rows == [
        ("“湖心·议事厅”", "shortlisted", "https://w3id.org/fazhi/id/programme/湖心议事厅"),
        ("桃源社区", "won", "https://w3id.org/fazhi/id/place/990105001-桃源社区"),
    ]


def test_award_aliases_lead_to_the_curated_award():
    assert ask(
        """SELECT ?l ?by { ?a skos:altLabel '全国民主法治示范社区'@zh ; skos:prefLabel ?l ;
          fz:conferredBy ?by FILTER(LANG(?l) = 'zh') }"""
    ) == [("全国民主法治示范村（社区）", "司法部、民政部")]


def test_outcomes_differ_by_edition_result_and_recipient():
    more = said("获评")
    base = AwardOutcome("云山杯", "第三届", "provincial", "won", "甲", DISTRICT, 2022, None, None, more)
    others = [
        replace(base, **change)
        for change in ({"edition": "第四届"}, {"result": "candidate"}, {"recipient": "乙"}, {"count": 2})
    ]
    same = replace(base, recipient="“甲”")
    rows = ask("SELECT ?o { ?o a fz:AwardOutcome }", only(awards=(base, same, *others)))
    assert len(rows) == 5


def test_bodies_of_one_name_belong_to_their_owners():
    at = said("司法局")
    roles = [
        BodyRole(Body("司法局", f"{place.name}司法局", "department", place), place, "mentioned", 2022, at)
        for place in (DISTRICT, CITY)
    ]
    report = only(bodies=tuple(roles))
    assert ask(
        """SELECT ?b ?j { ?b fz:jurisdiction/fz:code ?j ; org:classification body-kind:department }""", report
    ) == [
        ("https://w3id.org/fazhi/id/body/990100-司法局", "990100"),
        ("https://w3id.org/fazhi/id/body/990105-司法局", "990105"),
    ]


def test_the_publisher_is_the_body_of_that_name():
    assert ask("SELECT ?b ?n { ?r dcterms:publisher ?b ; fz:publisherName ?n }") == [
        ("https://w3id.org/fazhi/id/body/990105-司法局", "南湖区司法局")
    ]


def test_a_body_is_a_unit_of_the_one_that_its_name_starts_with():
    at = said("司法局")
    names = ("人民政府", "人民政府办公室", "人民代表大会", "人民代表大会常务委员会")
    roles = tuple(
        BodyRole(Body(name, f"南湖区{name}", "government", DISTRICT), DISTRICT, "mentioned", 2022, at) for name in names
    )
    rows = ask("SELECT ?l ?w { ?b rdfs:label ?l ; org:unitOf/rdfs:label ?w }", only(bodies=roles))
    assert rows == [("南湖区人民代表大会常务委员会", "南湖区人民代表大会"), ("南湖区人民政府办公室", "南湖区人民政府")]


def test_laws_go_by_their_full_name():
    assert ask(
        """SELECT ?d ?k { ?d rdfs:label '中华人民共和国行政处罚法'@zh ; skos:altLabel '行政处罚法'@zh ;
          fz:kind/skos:notation ?k }"""
    ) == [("https://w3id.org/fazhi/id/document/中华人民共和国行政处罚法", "law")]


def test_what_two_places_issue_under_one_name_is_two_documents():
    at = said("印发")
    roles = [DocumentRole("年度工作要点", "plan", place, "issued", 2022, at) for place in (DISTRICT, CITY)]
    reports = [
        replace(only(documents=(role,)), name=f"{n}.txt", text_sha256=str(n) * 64) for n, role in enumerate(roles)
    ]
    assert ask("SELECT ?p { ?d a fz:Document ; fz:issuer/fz:code ?p }", *reports) == [("990100",), ("990105",)]
    # The same report calls it by name elsewhere: it is the same document.
    again = only(documents=(roles[0], replace(roles[0], relation="implemented")))
    assert len(ask("SELECT ?d { ?d a fz:Document }", again)) == 1


def test_observations():
    query = """SELECT ?n ?v ?u ?c ?a ?raw ?area ?period { ?o a qb:Observation ; fz:indicatorName ?n ; fz:value ?v ;
      fz:unit ?u ; fz:approximate ?a ; fz:raw ?raw ; qb:dataSet/qb:structure fz:Structure . OPTIONAL {
      ?o fz:change ?c } OPTIONAL { ?o sdmx-dimension:refArea/fz:code ?area } OPTIONAL {
      ?o sdmx-dimension:refPeriod ?period } }"""
    assert ask(query) == [
        ("办结行政复议案件", "11300", "件", "5.5", "false", "1.13万件", "990105", "2022"),
        ("纠错率", "4.27", "%", "", "true", "4.27%", "", ""),
    ]


def test_an_alias_leads_to_the_canonical_indicator():
    assert ask(
        """SELECT ?l { ?o fz:indicatorName '办结行政复议案件' ;
          fz:indicator/skos:prefLabel ?l FILTER(LANG(?l) = 'zh') }"""
    ) == [("行政复议案件审结数",)]


def test_the_dataset_counts_itself():
    triples = build([facts()], WORDS, PLACES)
    loaded = store(triples)
    assert run(loaded, "SELECT ?n { ?d void:triples ?n }").rows == ((str(len(triples)),),)
    assert (
        run(loaded, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }").rows
        == run(loaded, "SELECT ?n { ?d a dcat:Dataset ; void:entities ?n }").rows
    )
    assert run(loaded, "SELECT ?n { ?d void:class fz:Engagement ; void:entities ?n }").rows == (("6",),)


def test_the_run_tells_version_and_vocabulary():
    rows = ask(
        """SELECT ?v ?sha { ?a a prov:Activity ; fz:vocabularySha256 ?sha ;
          prov:wasAssociatedWith/owl:versionInfo ?v ; prov:used ?r }"""
    )
    assert rows == [("1", WORDS.sha256)]


def test_the_order_of_reports_and_duplicates_change_nothing():
    reports = [facts(text=TEXT + "续" * n, name=f"{n}.txt", year=2018 + n) for n in range(5)]
    expected = build(reports, WORDS, PLACES)
    for seed in range(4):
        shuffled = random.Random(seed).sample(reports * 2, 10)
        assert build(shuffled, WORDS, PLACES) == expected


def test_the_hash_seed_changes_nothing():
    code = (
        "import hashlib; from made_up import *; from kg.graph import build; from kg.vocabulary import vocabulary;"
        "print(hashlib.sha256(repr(build([facts()], vocabulary(), MadeUpGazetteer())).encode()).hexdigest())"
    )
    folder = Path(__file__).parent.parent
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, cwd=folder, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_another_base_moves_the_data_and_nothing_else():
    base = "https://example.org/data/"
    moved = build([facts()], WORDS, PLACES, base)
    back = sorted(tuple(term.replace(base, "https://w3id.org/fazhi/id/") for term in triple) for triple in moved)
    assert back == build([facts()], WORDS, PLACES)
    assert any(triple[0] == f"<{base}place/990105>" for triple in moved)


@pytest.mark.parametrize(
    "base", ["", "data/", "https://example.org/a b/", "https://example.org/data", "https://example.org/<"]
)
def test_a_base_that_is_no_iri_raises(base):
    with pytest.raises(ConfigurationError) as raised:
        build([facts()], WORDS, PLACES, base)
    assert raised.value.code == "base-invalid"


def test_a_notation_that_no_vocabulary_has_raises():
    wrong = only(engagements=(Engagement(REFORM, VILLAGE, 2022, "finished", said("“放管服”")),))
    with pytest.raises(ConfigurationError):
        build([wrong], WORDS, PLACES)
