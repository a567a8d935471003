"""Every rule is documented (ontology/vocabularies/rule.ttl) and proven: it fires on the example that its concept gives.

Programmes are proven without the vocabulary of programmes, so that it is grammar that finds them.
"""

import re
from pathlib import Path

import pytest
import rdflib
from conftest import ROOT, SAMPLE_FILES
from invented import TITLE, report_of, report_with
from rdflib.namespace import RDF, SKOS

from kg.gazetteer import gazetteer
from kg.mention import find_mentions
from kg.model import Mentions, Report
from kg.vocabulary import SCHEMES, ontology_folder, vocabulary

SCHEME = rdflib.URIRef("https://w3id.org/fazhi/vocabulary/rule")
GRAPH = rdflib.Graph().parse(ontology_folder() / "vocabularies" / "rule.ttl")
CONCEPTS = {str(GRAPH.value(concept, SKOS.notation)): concept for concept in GRAPH.subjects(RDF.type, SKOS.Concept)}
EXAMPLES = {notation: str(GRAPH.value(concept, SKOS.example)) for notation, concept in CONCEPTS.items()}
KINDS = tuple(Mentions.__dataclass_fields__)
# Kind of mentions -> the rules that find them: the members of the collection of that name.
FINDS = {
    kind: sorted(str(GRAPH.value(one, SKOS.notation)) for one in GRAPH.objects(SCHEME + f"#{kind}", SKOS.member))
    for kind in KINDS
}
PAIRS = [(kind, rule) for kind, rules in FINDS.items() for rule in rules]
# A rule that holds only in the reports of some places or offices.
TITLES = {"village-alone": "长沙县黄兴镇2023年法治政府建设年度报告", "body-office": "安徽省农业农村厅2023年法治政府建设年度报告"}
BLANK, FULL = vocabulary(programmes=False), vocabulary()
REPORTS = sorted((ROOT / "tests" / "evaluation" / "invented").glob("*.txt")) + SAMPLE_FILES
LONG = 12  # characters; a shorter sentence may stand anywhere by chance


def mentions_of(report: Report, rule: str) -> Mentions:
    return find_mentions(report, FULL if rule == "vocabulary" else BLANK, gazetteer())


def emitted(report: Report) -> set[tuple[str, str]]:
    """Kind and rule of all mentions of a report, with the vocabulary of programmes and without."""
    both = [find_mentions(report, words, gazetteer()) for words in (FULL, BLANK)]
    return {(kind, mention.rule) for found in both for kind in KINDS for mention in getattr(found, kind)}


def emitted_by(file: Path) -> set[tuple[str, str]]:
    return emitted(report_of(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("kind", "rule"), PAIRS)
def test_a_rule_fires_on_its_example(kind, rule):
    example = EXAMPLES[rule]
    report = report_with(example, title=TITLES.get(rule, TITLE))
    assert report.text.count(example) == 1
    start = report.text.index(example)
    end = start + len(example)
    found = [mention for mention in getattr(mentions_of(report, rule), kind) if mention.rule == rule]
    assert [mention for mention in found if start <= mention.start < mention.end <= end], f"{rule}: {example}"


def test_every_concept_is_whole():
    for notation, concept in CONCEPTS.items():
        assert concept == SCHEME + f"/{notation}"
        assert GRAPH.value(concept, SKOS.inScheme) == SCHEME
        assert [example.language for example in GRAPH.objects(concept, SKOS.example)] == ["zh"]
        for said in (SKOS.prefLabel, SKOS.definition):
            assert sorted(text.language for text in GRAPH.objects(concept, said)) == ["en", "zh"], notation
        assert any(notation in rules for rules in FINDS.values()), notation
    assert set(GRAPH.objects(SCHEME, SKOS.hasTopConcept)) == set(CONCEPTS.values())


def test_no_two_concepts_say_the_same():
    for said in (SKOS.prefLabel, SKOS.definition, SKOS.example):
        texts = [text for concept in CONCEPTS.values() for text in GRAPH.objects(concept, said)]
        assert len(texts) == len(set(texts))


def test_the_scheme_holds_no_cues_and_is_not_loaded():
    assert SKOS.hiddenLabel not in set(GRAPH.predicates())
    assert "rule" not in SCHEMES
    assert ("rule", "verb-name-head") not in FULL.concepts


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_what_reports_are_read_by_is_documented(file):
    assert emitted_by(file) <= set(PAIRS)


def test_what_a_build_says_is_documented(built):
    said = set(re.findall(r'fz:rule "([^"]+)"', (built / "graph.ttl").read_text(encoding="utf-8")))
    assert said
    assert said <= set(CONCEPTS)


def test_no_concept_is_unknown_to_the_program():
    examples = [report_with(example, title=TITLES.get(rule, TITLE)) for rule, example in EXAMPLES.items()]
    assert set().union(*map(emitted, examples)) == set(PAIRS)


def sentences() -> list[str]:
    return [s for example in EXAMPLES.values() for s in re.findall("[^。]+。", example) if len(s) >= LONG]


def test_no_example_is_from_a_report_at_hand():
    texts = ["".join(file.read_text(encoding="utf-8").split()) for file in REPORTS]
    assert len(sentences()) > 30
    assert not [s for s in sentences() if any(s.rstrip("。") in text for text in texts)]


def test_no_example_is_from_a_real_report(shared):
    texts = ["".join(file.read_text(encoding="utf-8").split()) for file in (shared / "corpus").rglob("*.txt")]
    assert texts
    assert not [s for s in sentences() if any(s.rstrip("。") in text for text in texts)]


def test_what_real_reports_are_read_by_is_documented(shared):
    for file in sorted((shared / "corpus").rglob("*.txt")):
        assert emitted_by(file) <= set(PAIRS), file.name


def rows() -> list[str]:
    """The table of rules as ontology/README.md has it: by kind, then by name, a rule of two kinds once."""
    lines: dict[str, str] = {}
    for rule in (rule for rules in FINDS.values() for rule in rules):
        finds = [_both(SCHEME + f"#{kind}") for kind in KINDS if rule in FINDS[kind]]
        lines[rule] = f"| `{rule}` | {'<br>'.join(finds)} | {_both(CONCEPTS[rule])} | {EXAMPLES[rule]} |"
    return list(lines.values())


def _both(node: rdflib.URIRef) -> str:
    labels = {label.language: str(label) for label in GRAPH.objects(node, SKOS.prefLabel)}
    return f"{labels['zh']} · {labels['en']}"


def test_the_readme_of_the_ontology_lists_the_rules():
    text = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
    table = text.partition("| 规则 · rule |")[2]
    assert [line for line in table.splitlines() if line.startswith("| `")] == rows()
