"""The real reports as web pages, PDF and Word files score as their plain text does, to within a point on every list.

The files are made here, from the texts beside the checkout (skipped where they are absent); PDF and .doc by Chromium and
LibreOffice where these are installed.
"""

import json
import subprocess
import sys
from email.message import EmailMessage

import pytest
import rendering

from kg import pipeline

LISTS = ("places", "programmes", "runs", "awards", "bodies", "documents", "indicators")
POINT = 0.01


def texts(shared):
    found = sorted((shared / "corpus").glob("*.txt"))
    assert len(found) == 3
    return {path.stem: path.read_text(encoding="utf-8") for path in found}


@pytest.fixture(scope="module")
def score(shared, tmp_path_factory):
    """A function that builds a folder and gives what the scorer says of it."""
    gold = sorted((shared / "evaluation" / "gold").glob("*.json"))
    assert len(gold) == 3

    def scored(folder):
        target = tmp_path_factory.mktemp("scored") / "out"
        done = pipeline.run([folder], target, pipeline.Options(jobs=1, validate=False))
        assert done.reports == 3, done.problems
        command = [
            sys.executable,
            str(shared / "evaluation" / "score.py"),
            str(target / "tables"),
            *map(str, gold),
            "--json",
        ]
        return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)

    return scored


@pytest.fixture(scope="module")
def plain(score, shared, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    for name, text in texts(shared).items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return score(folder)


def close(said, plain):
    """The lists that are more than a point off, and the metadata."""
    off = {
        name: (plain[name]["f1"], said[name]["f1"])
        for name in LISTS
        if abs(plain[name]["f1"] - said[name]["f1"]) > POINT
    }
    return off, said["meta"]["right"]


def pages(make, encoding):
    def write(shared, folder):
        for name, text in texts(shared).items():
            (folder / f"{name}.html").write_bytes(make(text).encode(encoding))

    return write


def archives(shared, folder):
    """Pages saved as one file each."""
    for name, text in texts(shared).items():
        message = EmailMessage()
        message["MIME-Version"] = "1.0"
        message["Snapshot-Content-Location"] = "https://www.example.org/fz.html"
        message.add_related(rendering.page(text), subtype="html", cte="quoted-printable")
        (folder / f"{name}.mhtml").write_bytes(message.as_bytes())


def words(shared, folder):
    for name, text in texts(shared).items():
        rendering.word(text, folder / f"{name}.docx")


def printed(shared, folder):
    """Chromium prints one page after another: it is quick."""
    source = folder.parent / "print.html"
    for name, text in texts(shared).items():
        source.write_text(rendering.paper(text), encoding="utf-8")
        rendering.printed(source, folder / f"{name}.pdf")


def exported(to):
    def write(shared, folder):
        work = folder.parent / "work"
        work.mkdir()
        made = [rendering.word(text, work / f"{name}.docx") for name, text in texts(shared).items()]
        out = folder.parent / "converted"
        out.mkdir()
        for path in rendering.converted(made, to, out):
            path.rename(folder / path.name)

    return write


FORMS = {
    "page": pages(rendering.page, "utf-8"),
    "page in gbk": pages(lambda text: rendering.page(text, "gb2312"), "gb18030"),
    "page in utf-8 that says gb2312": pages(lambda text: rendering.page(text, "gb2312"), "utf-8"),
    "old page": pages(rendering.old_page, "gb18030"),
    "web archive": archives,
    "docx": words,
    "PDF by Chromium": printed,
    "PDF by LibreOffice": exported("pdf"),
    "doc by LibreOffice": exported("doc"),
}


@pytest.mark.parametrize("form", FORMS)
def test_it_scores_as_plain_text_does(form, score, plain, shared, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    FORMS[form](shared, folder)
    assert list(folder.iterdir())
    off, metadata = close(score(folder), plain)
    assert off == {}
    assert metadata >= plain["meta"]["right"]


def test_a_table_of_texts_gives_the_same_facts(shared, tmp_path):
    """Rows have names of their own (``reports.jsonl#2``), so facts are compared, not scores."""
    for name, text in texts(shared).items():
        for form, options in (("txt", text), ("jsonl", json.dumps({"正文": text}, ensure_ascii=False) + "\n")):
            folder = tmp_path / form
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.{form}").write_text(options, encoding="utf-8")
    facts = {
        form: pipeline.gather(pipeline.Options().inputs([tmp_path / form])[0], pipeline.Options(jobs=1))[0]
        for form in ("txt", "jsonl")
    }
    assert len(facts["txt"]) == len(facts["jsonl"]) == 3
    for one, other in zip(facts["txt"], facts["jsonl"], strict=True):
        assert other.name == one.name.replace(".txt", ".jsonl#1")
        assert (other.engagements, other.observations, other.meta.title) == (
            one.engagements,
            one.observations,
            one.meta.title,
        )
