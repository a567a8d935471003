"""Disordered reports built as a whole: the graph conforms and is parsed again, every page parses, offsets are true."""

import csv
import random
import tempfile
import traceback
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph
from contracts import _report

from kg import pipeline


def trouble(seed):
    """A build of some disordered reports: the traceback where it breaks, "" where all holds."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "in"
        inputs.mkdir()
        for number in range(6):
            (inputs / f"{number}.txt").write_bytes(_report(chance))
        try:
            build(inputs, Path(folder) / "out")
        except Exception:
            return traceback.format_exc()
    return ""


def build(inputs: Path, target: Path) -> bool:
    """Build a folder and check what comes out; whether anything did. Raises AssertionError, or what the build raises."""
    try:
        outcome = pipeline.run([inputs], target, pipeline.Options(jobs=1, keep_all=True))
    except pipeline.NothingBuilt:
        return False
    assert not [one for one in outcome.problems if one.code == "internal-error"], outcome.problems
    assert outcome.validation is not None  # the graph conforms: one that does not is an InternalError
    assert outcome.validation.conforms
    check_output(target)
    return True


def check_output(target: Path) -> None:
    """The files of a build: they parse, and evidence is where it is said to be."""
    graph = list(pyoxigraph.parse(path=str(target / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE))
    assert graph
    assert not [quad for quad in graph if isinstance(quad.subject, pyoxigraph.BlankNode)]
    pages = sorted(target.rglob("*.html"))
    assert pages
    for page in pages:
        parser = HTMLParser()
        parser.feed(page.read_text(encoding="utf-8"))
        parser.close()
    with (target / "tables" / "reports.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = {row["source"]: (target / row["text"]).read_bytes().decode() for row in csv.DictReader(file)}
    assert texts
    for table in sorted((target / "tables").glob("*.csv")):
        with table.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("evidence"):
                    assert texts[row["source"]][int(row["start"]) : int(row["end"])] == row["evidence"], (table.name, row)
