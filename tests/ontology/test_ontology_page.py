"""The page and the picture of the ontology are what it says now, load nothing, and can be read."""

import importlib.util
import os
import re
import subprocess
import sys
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS

from kg.vocabulary import PREFIXES, ontology_folder

FOLDER = ontology_folder()
ROOT = FOLDER.parent
NAMES = ("classes.svg", "index.html")
CORE = rdflib.Graph().parse(FOLDER / "fazhi.ttl")
CLASSES = sorted(CORE.subjects(RDF.type, OWL.Class))
PROPERTIES = sorted({*CORE.subjects(RDF.type, OWL.ObjectProperty), *CORE.subjects(RDF.type, OWL.DatatypeProperty)})
SVG = "{http://www.w3.org/2000/svg}"


def local(iri: str) -> str:
    return str(iri).removeprefix(PREFIXES["fz"])


@pytest.fixture(scope="module")
def page() -> str:
    return (FOLDER / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def picture() -> ElementTree.Element:
    return ElementTree.parse(FOLDER / "classes.svg").getroot()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_what_is_committed_is_what_the_generator_makes(tmp_path, seed):
    pytest.importorskip("pylode", reason="pyLODE makes the page; pip install fazhi-kg[dev]")
    command = [sys.executable, str(FOLDER / "docs" / "make.py"), str(tmp_path)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(NAMES)
    for name in NAMES:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), f"run make docs: {name} is out of date"


def test_nothing_is_loaded_from_anywhere(page):
    for tag in ("<script", "<link", "<img", "<iframe", "<object", "<embed", "@import", "url(http", " src="):
        assert tag not in page
    for name in NAMES:
        text = (FOLDER / name).read_text(encoding="utf-8")
        assert set(re.findall(r"url\(([^)]*)\)", text)) == {"#arrow", "#triangle"}


def test_every_term_has_its_anchor_and_both_labels(page):
    anchors = re.findall(r'\bid="([^"]*)"', page)
    assert len(anchors) == len(set(anchors))
    assert len(CLASSES) + len(PROPERTIES) > 60
    for term in (*CLASSES, *PROPERTIES):
        assert local(term) in anchors
        labels = {label.language: str(label) for label in CORE.objects(term, RDFS.label)}
        entry = page[page.index(f'id="{local(term)}"') :]
        assert re.search(r"<h3>([^<]*?)\s*<", entry)[1] == f"{labels['zh']} {labels['en']}"
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(anchors)


def test_the_page_speaks_chinese_where_its_maker_speaks_english(page):
    for english in ("Metadata", "Object Properties", "Table of Contents", "Legend", "In Domain", "Sub Class Of"):
        assert f">{english}" not in page
    assert re.search(r"<h2>类 Classes</h2>", page)


def test_the_page_is_linked(page):
    for readme in (ROOT / "README.md", ROOT / "README.en.md"):
        if readme.is_file():
            assert "ontology/index.html" in readme.read_text(encoding="utf-8")
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "index.html" in readme
    assert "classes.svg" in readme
    assert 'href="classes.svg"' in page


def test_the_picture_names_every_class_and_property_in_both_languages(picture):
    texts = [element.text for element in picture.iter(SVG + "text")]
    assert len(texts) > 150
    for term in (*CLASSES, *PROPERTIES):
        for label in CORE.objects(term, RDFS.label):
            assert str(label) in texts, label


def _corners(path: str) -> list[tuple[float, float]]:
    """The corners of a path of M, H and V."""
    corners: list[tuple[float, float]] = []
    for letter, numbers in re.findall(r"([MHV])([-\d.,]+)", path):
        if letter == "M":
            corners.append(tuple(map(float, numbers.split(","))))
        elif letter == "H":
            corners.append((float(numbers), corners[-1][1]))
        else:
            corners.append((corners[-1][0], float(numbers)))
    return corners


def test_no_line_of_the_picture_crosses_a_box(picture):
    boxes = [
        [float(box.get(name)) for name in ("x", "y", "width", "height")]
        for box in picture.iter(SVG + "rect")
        if box.get("class") == "box"
    ]
    lines = [path.get("d") for path in picture.iter(SVG + "path") if (path.get("class") or "").startswith("line")]
    assert len(boxes) >= 15
    assert len(lines) >= 18
    for line in lines:
        for (x1, y1), (x2, y2) in pairwise(_corners(line)):
            for x, y, width, height in boxes:
                across = min(x1, x2) < x + width - 0.2 and max(x1, x2) > x + 0.2
                down = min(y1, y2) < y + height - 0.2 and max(y1, y2) > y + 0.2
                assert not (across and down), (line, x, y)


def test_boxes_of_the_picture_do_not_overlap_and_hold_their_text(picture):
    groups = list(picture.iter(SVG + "g"))
    frames = []
    for group in groups:
        box = next(rect for rect in group.iter(SVG + "rect") if rect.get("class") == "box")
        x, y, width, height = (float(box.get(name)) for name in ("x", "y", "width", "height"))
        frames.append((x, y, x + width, y + height))
        for text in group.iter(SVG + "text"):
            assert x < float(text.get("x")) < x + width
            assert y < float(text.get("y")) < y + height
    for number, (left, top, right, bottom) in enumerate(frames):
        for other in frames[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_a_class_without_a_place_in_the_picture_is_told():
    spec = importlib.util.spec_from_file_location("ontology_picture", FOLDER / "docs" / "picture.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["ontology_picture"] = module
    spec.loader.exec_module(module)
    graph = rdflib.Graph(bind_namespaces="none").parse(FOLDER / "fazhi.ttl").parse(FOLDER / "terms.ttl")
    graph.add((rdflib.URIRef(PREFIXES["fz"] + "Teahouse"), RDF.type, OWL.Class))
    with pytest.raises(ValueError, match="Teahouse"):
        module.draw(graph)
