"""kg export as people use it: what it writes where, what it says, and what it never destroys."""

import json
import os
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from calling import caller
from conftest import ROOT, contents

import kg
from kg.errors import ConfigurationError
from kg.exchange import FORMATS, formats

TEXTS = [name for name, form in FORMATS.items() if form.text]


@pytest.fixture
def call(monkeypatch, capsys):
    return caller(monkeypatch, capsys)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_by_its_suffix(call, built, tmp_path, name):
    file = tmp_path / f"graph{FORMATS[name].suffixes[0]}"
    code, out, err = call("export", built, "-o", file)
    assert (code, out) == (0, "")
    assert err.startswith(f"Exported {name}: {file} (")
    first = file.read_bytes()
    assert call("export", built / "graph.ttl", "--format", name.upper(), "-o", file)[0] == 0
    assert file.read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("name", TEXTS)
def test_text_goes_to_standard_output(call, built, tmp_path, name):
    file = tmp_path / "there"
    assert call("export", built, "-f", name, "-o", file)[0] == 0
    code, out, err = call("export", built, "-f", name)
    assert (code, err) == (0, "")
    assert out.encode() == file.read_bytes()


def test_the_default_graph_is_that_of_the_demo(call, built, tmp_path, monkeypatch):
    (tmp_path / "outputs").symlink_to(built)
    monkeypatch.chdir(tmp_path)
    code, out, _ = call("export", "-f", "jsonld")
    assert code == 0
    assert json.loads(out)["@graph"]


def test_csv_is_a_folder_or_an_archive(call, built, tmp_path):
    assert call("export", built, "--format", "csv", "-o", tmp_path / "tables")[0] == 0
    files = contents(tmp_path / "tables")
    assert len(files) == 9
    assert call("export", built, "--format", "csv", "-o", tmp_path / "tables")[0] == 0  # once more, in its place
    assert contents(tmp_path / "tables") == files
    assert call("export", built, "-o", tmp_path / "tables.zip")[0] == 0
    with zipfile.ZipFile(tmp_path / "tables.zip") as parts:
        assert {name: parts.read(name) for name in parts.namelist()} == files


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_hash_seed_does_not_matter(built, tmp_path, run_kg, seed):
    for name, form in FORMATS.items():
        done = run_kg("export", built, "-o", tmp_path / f"a{form.suffixes[0]}", env={"PYTHONHASHSEED": seed})
        assert done.returncode == 0, done.stderr
        kg.export(built, tmp_path / f"b{form.suffixes[0]}", name)
        assert (tmp_path / f"a{form.suffixes[0]}").read_bytes() == (tmp_path / f"b{form.suffixes[0]}").read_bytes(), name


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "nq"])
def test_graphs_of_others_are_exported_as_well(call, tmp_path, name):
    said = (
        '<urn:a> <urn:b> "c", _:x . <urn:e> a fz:Engagement ; fz:place <urn:p> ; fz:programme <urn:q> ; fz:year "soon" ; '
        'fz:evidence <urn:s> . <urn:s> oa:start "first" . <urn:p> a fz:Place . <urn:q> a fz:Programme .'
    )
    prefixes = "@prefix fz: <https://w3id.org/fazhi/ontology#> . @prefix oa: <http://www.w3.org/ns/oa#> . "
    (tmp_path / "other.ttl").write_text(prefixes + said, encoding="utf-8")
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    for graph in ("other", "empty"):
        file = tmp_path / f"{graph}{FORMATS[name].suffixes[0]}x"
        code, _, err = call("export", tmp_path / f"{graph}.ttl", "-f", name, "-o", file)
        assert code == 0, err
    if name in ("gexf", "graphml"):
        assert "urn:q" in (tmp_path / f"other.{name}x").read_text(encoding="utf-8")


# --- what is refused --------------------------------------------------------------------------------------------------


def refused(call, *arguments):
    code, out, err = call("export", *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    return err


def test_an_unknown_format_is_answered_with_all_there_are(call, built, tmp_path):
    for arguments in (["--format", "jsnld", "-o", tmp_path / "x"], ["-o", tmp_path / "x.doc"], []):
        said = refused(call, built, *arguments)
        assert all(name in said for name in FORMATS)
    assert "perhaps --format jsonld" in refused(call, built, "--format", "jsnld")
    assert "perhaps --format csv" in refused(call, built, "-o", tmp_path)
    code, _, err = call("export", built, "--format", "word", language="zh")
    assert code == 2
    assert "没有格式“word”" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_what_is_no_text_needs_a_file(call, built, name):
    assert "-o graph." in refused(call, built, "--format", name)


def test_no_graph(call, tmp_path):
    assert "there is no such graph" in refused(call, tmp_path / "nowhere", "-o", tmp_path / "x.nt")
    (tmp_path / "broken.ttl").write_text("<a <b>", encoding="utf-8")
    assert "cannot read this graph" in refused(call, tmp_path / "broken.ttl", "-o", tmp_path / "x.nt")
    assert not (tmp_path / "x.nt").exists()


def test_outputs_of_the_wrong_kind(call, built, tmp_path):
    (tmp_path / "file").write_bytes(b"mine")
    assert "this is a folder" in refused(call, built, "-f", "nt", "-o", tmp_path)
    assert "one file cannot hold" in refused(call, built, "-f", "csv", "-o", tmp_path / "file")
    assert "one file cannot hold" in refused(call, built, "-f", "csv", "-o", tmp_path / "all.csv")
    assert "cannot be written" in refused(call, built, "-f", "nt", "-o", tmp_path / "no" / "folder.nt")
    assert "cannot be written" in refused(call, built, "-f", "nt", "-o", tmp_path / "file" / "x.nt")
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_the_graph_itself_and_foreign_folders_stay(call, built, tmp_path):
    graph = tmp_path / "graph.ttl"
    graph.write_bytes((built / "graph.ttl").read_bytes())
    assert "the graph itself" in refused(call, graph, "-f", "nt", "-o", graph)
    assert graph.read_bytes() == (built / "graph.ttl").read_bytes()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_bytes(b"years of work")
    assert "thesis.docx" in refused(call, built, "-f", "csv", "-o", tmp_path / "mine")
    assert contents(tmp_path / "mine") == {"thesis.docx": b"years of work"}
    kg.build(kg.samples()[:1], tmp_path / "out")
    before = contents(tmp_path / "out")
    assert "build.json" in refused(call, built, "-f", "csv", "-o", tmp_path / "out" / "tables")
    assert refused(call, built, "-f", "csv", "-o", tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_an_export_among_the_files_of_a_build_is_warned_of(call, tmp_path):
    kg.build(kg.samples()[:1], tmp_path / "out")
    code, _, err = call("export", tmp_path / "out", "-o", tmp_path / "out" / "graph.nt")
    assert code == 0
    assert "better export elsewhere" in err
    assert "elsewhere" not in call("export", tmp_path / "out", "-o", tmp_path / "graph.nt")[2]


def test_nothing_half_written(built, tmp_path, monkeypatch):
    def half(triples):
        yield "half"
        raise MemoryError

    monkeypatch.setitem(formats.FORMATS, "nt", formats.Format("nt", (".nt",), half))
    (tmp_path / "x.nt").write_bytes(b"the former")
    with pytest.raises(MemoryError):
        kg.export(built, tmp_path / "x.nt")
    assert contents(tmp_path) == {"x.nt": b"the former"}


def test_cells_that_were_cut_are_told(call, tmp_path, built):
    from kg.inquiry.stored import open_graph

    long = (built / "graph.ttl").read_text(encoding="utf-8").replace("“红茶议事会”入选", "“红茶议事会”入选" + "甲" * 40000, 1)
    (tmp_path / "long.ttl").write_text(long, encoding="utf-8")
    assert len(open_graph(tmp_path / "long.ttl").store) > 5000
    code, _, err = call("export", tmp_path / "long.ttl", "-o", tmp_path / "x.xlsx")
    assert code == 0
    assert "too long for Excel" in err
    assert openpyxl.load_workbook(tmp_path / "x.xlsx")


# --- the package ------------------------------------------------------------------------------------------------------


def test_package_exports(built, tmp_path):
    kg.export(str(built), str(tmp_path / "graph.json"))
    assert json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))["@context"]["place"]
    with pytest.raises(ConfigurationError) as raised:
        kg.export(built, tmp_path / "graph")
    assert raised.value.code == "format-unknown"


def test_text_forms_load_neither_networkx_nor_openpyxl(built, tmp_path):
    code = (
        "import sys, kg; kg.export(sys.argv[1], sys.argv[2]); "
        "print([name for name in ('networkx', 'openpyxl', 'rdflib') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(built), str(tmp_path / "x.jsonld")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT, env=dict(os.environ))
    assert done.stdout.strip() == "[]"
