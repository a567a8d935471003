"""Every kind of bad input in one folder: each is said by a code of its own, in both languages, with what to do.

The table below is what ``kg build`` and ``kg inspect`` say; the first test compares it with the list that the files are
made from, the others with what a build of that folder says.

| input | code | what is said |
|---|---|---|
| empty.pdf | file-empty | the file is empty |
| stump.pdf | file-damaged | the PDF file is damaged or incomplete |
| half.pdf | file-cut-off | the end of the PDF is missing; what is left is built |
| locked.pdf | file-encrypted | the PDF file is protected by a password |
| scan.pdf | file-no-text | the PDF holds no text, only pictures: run OCR |
| book.pdf | file-too-large | the PDF has 2001 pages; no report has more than 2000 |
| locked.docx | file-encrypted | the Word file is protected by a password |
| locked.doc | file-encrypted | the Word file is protected by a password |
| locked.odt | file-encrypted | the ODF file is protected by a password |
| half.docx | file-damaged | the Word file is damaged or incomplete |
| big.docx | file-too-large | parts of 70 MB; no report has more than 64 MiB |
| bomb.zip | archive-too-large | a.txt grows more than 400 times; it was not unpacked |
| escape.zip!/../../escape.txt | archive-unsafe-path | the path in the archive leads out of it |
| half.zip | file-damaged | the zip file is damaged or incomplete |
| huge.txt | file-too-large | the file has 200 MB; no report has more than 8 MiB |
| zeros.txt | file-binary | neither text nor a known kind of document |
| menu.html | page-without-text | no text, only navigation and links |
| cell.jsonl#1 | file-too-large | a row of 42 MB |
| vanishes.txt | file-unreadable | No such file or directory |
| changes.csv#1 | file-changed | the file changed while it was read |
| unknown.xyz | file-binary | neither text nor a known kind of document |
| sheet.xlsx | format-unsupported | save it as CSV |
| closed | folder-unreadable | the folder cannot be opened; what is in it was not read |
| itself.txt | file-unreadable | Too many levels of symbolic links |
| round | link-not-followed | a link to a folder; it was not followed |
| pipe.txt | file-unreadable | not a regular file |

A report under an unknown extension (known.xyz) and one whose name is in GBK are built without a word.
"""

import json
import os
import re
from contextlib import suppress

import bad_inputs
import pytest
from bad_inputs import CODES, GBK_NAME
from calling import caller

from kg import pipeline

LINKS = {"itself.txt", "round", "pipe.txt"}
POSIX = os.name == "posix"


def _find(found):
    """What finds the inputs, and afterwards one of them is gone and another written to."""

    def find(paths, globs=None, sources=None):
        inputs, problems = found(paths, globs, sources)
        for given in inputs:
            if given.name == "vanishes.txt":
                given.path.unlink()
            if given.name == "changes.csv#1":
                given.path.write_bytes(given.path.read_bytes() + b"x")
                os.utime(given.path, ns=(0, given.modified + 1))
        return inputs, problems

    return find


def _scandir(usual, closed):
    """A system that keeps one folder closed, to root as well."""

    def scandir(path="."):
        if not isinstance(path, int) and os.fspath(path) == os.fspath(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path)

    return scandir


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a build of the folder says: code and problem by name, the names of what was built."""
    folder = tmp_path_factory.mktemp("bad")
    bad_inputs.make(folder)
    if POSIX:
        bad_inputs.make_links(folder)
    if GBK_NAME:
        with suppress(OSError):  # the test of it says so
            bad_inputs.make_gbk_name(folder)
    target = tmp_path_factory.mktemp("made") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline.read, "find_inputs", _find(pipeline.read.find_inputs))
        patch.setattr(os, "scandir", _scandir(os.scandir, folder / "closed"))
        pipeline.run([folder], target, pipeline.Options(jobs=1))
    record = json.loads((target / "build.json").read_bytes())
    return folder, {flaw["file"]: flaw for flaw in record["problems"]}, _built(record["inputs"])


def _built(inputs):
    """Names of what was built; those that hold the same report are copies of one."""
    return [name for one in inputs for name in (one["file"], *(copy["file"] for copy in one.get("copies", ())))]


def test_the_table_above_lists_what_is_tried():
    rows = re.findall(r"^\| (\S+) \| ([a-z-]+) \| \S", __doc__, flags=re.MULTILINE)
    assert dict(rows[1:] if rows[0][0] == "input" else rows) == CODES


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_it_is_said(told, name, code):
    if name in LINKS and not POSIX:
        pytest.skip("links and pipes are of POSIX systems")
    _, problems, _ = told
    flaw = problems[name]
    assert flaw["code"] == code
    for language in ("zh", "en"):
        assert flaw["message"][language]
        assert flaw["remedy"][language]
    assert re.search("[一-鿿]", flaw["message"]["zh"] + flaw["remedy"]["zh"])


def test_nothing_else_is_said_and_nothing_else_lost(told):
    _, problems, built = told
    names = [name for name in CODES if POSIX or name not in LINKS]
    assert sorted(problems) == sorted(names)
    assert {"good.txt", "half.pdf", "known.xyz"} <= set(built)
    assert set(built) <= {"good.txt", "half.pdf", "known.xyz", "拱墅区.txt"}


def test_a_name_in_gbk(told):
    folder, _, built = told
    if not GBK_NAME or not (folder / GBK_NAME).exists():
        pytest.skip("this system has no file names that are not Unicode")
    assert "拱墅区.txt" in built


@pytest.mark.parametrize("name", ["empty.pdf", "locked.pdf", "scan.pdf", "locked.docx", "bomb.zip", "huge.txt", "menu.html"])
def test_inspect_says_the_same(told, monkeypatch, capsys, name):
    folder, problems, _ = told
    code, shown, _ = caller(monkeypatch, capsys)("inspect", folder / name)
    assert code == 2
    assert problems[name]["message"]["en"].rstrip(".") in shown
    assert problems[name]["remedy"]["en"].rstrip(".") in shown


def test_ocr_is_named_for_a_scan(told):
    _, problems, _ = told
    assert "OCR" in problems["scan.pdf"]["remedy"]["zh"]
    assert "OCR" in problems["scan.pdf"]["remedy"]["en"]
