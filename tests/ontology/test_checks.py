"""Each check of the ontology returns nothing on it and on a built graph, and each has been seen to find its fault."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.vocabulary import PREFIXES, ontology_folder

FOLDER = ontology_folder()
CHECKS = sorted((FOLDER / "checks").glob("*.rq"))
BROKEN = sorted((Path(__file__).parent / "checks_fail").glob("*.ttl"))
QUESTIONS = sorted((FOLDER / "questions").rglob("*.rq"))
CORE = [FOLDER / "fazhi.ttl", FOLDER / "terms.ttl"]
SCHEMES = sorted((FOLDER / "vocabularies").glob("*.ttl"))
ALIGNMENTS = sorted((FOLDER / "alignments").glob("*.ttl"))
SHAPES = sorted(FOLDER.glob("shapes*.ttl"))
HEADER = re.compile(r"# zh: (?P<zh>.+)\n# en: (?P<en>.+)\n# over: (?P<over>ontology|graph)\n")


def store_of(*files: Path) -> ox.Store:
    store = ox.Store()
    for file in files:
        store.load(file.read_bytes(), format=ox.RdfFormat.TURTLE)
    return store


def asked_terms() -> list[ox.Quad]:
    """Which terms each question names: a use that no triple shows."""
    references = ox.NamedNode(PREFIXES["dcterms"] + "references")
    quads = []
    for question in QUESTIONS:
        subject = ox.NamedNode(f"urn:question:{question.stem}")
        for name in set(re.findall(r"\bfz:(\w+)", question.read_text(encoding="utf-8"))):
            quads.append(ox.Quad(subject, references, ox.NamedNode(PREFIXES["fz"] + name)))
    return quads


@pytest.fixture(scope="session")
def ontology() -> ox.Store:
    return store_of(*CORE, *SCHEMES, *ALIGNMENTS, *SHAPES)


@pytest.fixture(scope="session")
def everything(built) -> ox.Store:
    """The ontology with a graph built from the samples, and the terms that the questions name."""
    store = store_of(*CORE, *SCHEMES, *ALIGNMENTS, *SHAPES, built / "graph.ttl")
    store.extend(asked_terms())
    return store


def rows(store: ox.Store, check: Path) -> list[str]:
    solutions = store.query(check.read_text(encoding="utf-8"))
    return [" ".join(str(value) for value in solution) for solution in solutions]


def test_nothing_is_missing():
    assert len(CHECKS) >= 25
    assert len(SCHEMES) >= 15
    assert len(ALIGNMENTS) >= 5
    assert len(QUESTIONS) >= 10
    assert asked_terms()
    assert [check.stem for check in CHECKS] == [broken.stem for broken in BROKEN]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_a_check_says_what_is_wrong_in_both_languages(check):
    header = HEADER.match(check.read_text(encoding="utf-8"))
    assert header
    assert header["zh"].endswith("。")
    assert header["en"].endswith(".")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_a_check_returns_nothing(check, ontology, everything):
    if HEADER.match(check.read_text(encoding="utf-8"))["over"] == "ontology":
        assert rows(ontology, check) == []
    assert rows(everything, check) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.stem)
def test_a_check_finds_its_fault_on_either_engine(check):
    broken = Path(__file__).parent / "checks_fail" / f"{check.stem}.ttl"
    text = broken.read_text(encoding="utf-8")
    expected = int(re.match(r"# rows: (\d+)\n", text)[1])
    assert expected
    found = rows(store_of(broken), check)
    assert len(found) == expected, found
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert len(list(graph.query(check.read_text(encoding="utf-8")))) == expected
