"""kg network as people use it: which page it writes, what it says, and what it never destroys."""

import json
import re

import pytest
from calling import caller

from kg.errors import ConfigurationError
from kg.exchange.page import network_page


@pytest.fixture
def call(monkeypatch, capsys):
    return caller(monkeypatch, capsys)


def data(file):
    return json.loads(re.search(r'<script type="application/json" id="kg-data">(.*?)</script>', file.read_text("utf-8"))[1])


def names(file, kind):
    return {name for sort, name, *_ in data(file)["nodes"] if sort == kind}


def test_the_page_of_everything_is_that_of_the_build(call, built, tmp_path):
    code, out, err = call("network", "-g", built, "-o", tmp_path / "all.html")
    assert (code, out) == (0, "")
    assert err.startswith(f"Drawn: {tmp_path / 'all.html'} (")
    ours, theirs = data(tmp_path / "all.html"), data(built / "network.html")
    assert ours.pop("atlas").endswith("/out/index.html")
    assert theirs.pop("atlas") == "index.html"
    assert ours == theirs


@pytest.mark.parametrize("name", ["拱墅", "拱墅区", "330105", "place:330105", "浙江省/杭州市/拱墅区"])
def test_a_place_by_all_of_its_names(call, built, tmp_path, name):
    file = tmp_path / "x.html"
    assert call("network", "-g", built, "--place", name, "--hops", "1", "-o", file)[0] == 0
    assert names(file, "place") == {"浙江省", "浙江省/杭州市", "浙江省/杭州市/拱墅区"}
    assert len(names(file, "programme")) > 10
    asked = data(file)["about"]
    assert asked["names"] == ["拱墅区"]
    assert data(file)["nodes"][asked["starts"][0]][1] == "浙江省/杭州市/拱墅区"


def test_a_programme_by_a_part_of_its_name_and_the_year_and_status(call, built, tmp_path):
    file = tmp_path / "x.html"
    assert call("network", "-g", built, "--programme", "大综合一体化", "--hops", "1", "-o", file)[0] == 0
    assert names(file, "programme") == {"大综合一体化行政执法改革"}
    everywhere = names(file, "place")
    assert call("network", "-g", built, "--programme", "大综合一体化", "--year", 2022, "--status", "已实施", "-o", file)[0] == 0
    assert {"浙江省/杭州市/拱墅区"} <= names(file, "place") < everywhere
    assert {(status, year) for said in data(file)["statements"] for status, year, *_ in said} == {("implemented", "2022")}


def test_the_same_bytes_each_time(call, built, tmp_path):
    for name in ("a.html", "b.html"):
        assert call("network", "-g", built, "--place", "杭州市", "-o", tmp_path / name)[0] == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html"]


def test_an_unknown_name_leads_to_the_closest(call, built, tmp_path):
    code, out, err = call("network", "-g", built, "--place", "拱野区", "-o", tmp_path / "x.html")
    assert (code, out) == (2, "")
    assert "拱野区" in err
    assert "浙江省/杭州市/拱墅区" in err
    assert call("network", "-g", built, "--status", "done", "-o", tmp_path / "x.html")[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_draw_writes_nothing_and_says_what_there_is(call, built, tmp_path):
    code, _, err = call("network", "-g", built, "--place", "拱墅区", "--year", "1999", "-o", tmp_path / "x.html")
    assert code == 1
    assert "Nothing to draw" in err
    assert "2022" in err
    assert "implemented" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("hops", ["0", "7", "-1"])
def test_steps_must_lead_somewhere_and_not_everywhere(call, built, tmp_path, hops):
    code, _, err = call("network", "-g", built, "--place", "拱墅区", "--hops", hops, "-o", tmp_path / "x.html")
    assert code == 2
    assert "1 to 6" in err


def test_files_of_a_build_are_not_overwritten(built, tmp_path, call):
    before = (built / "network.html").read_bytes()
    for name in ("network.html", "index.html", "graph.ttl"):
        code, _, err = call("network", "-g", built, "-o", built / name)
        assert code == 2
        assert "made by kg build" in err
    assert (built / "network.html").read_bytes() == before
    assert call("network", "-g", built, "-o", built)[0] == 2
    assert call("network", "-g", built, "-o", tmp_path / "none" / "x.html")[0] == 2
    assert call("network", "-g", tmp_path / "none.ttl", "-o", tmp_path / "x.html")[0] == 2


def test_the_atlas_is_linked_where_there_is_one(built, tmp_path):
    graph = tmp_path / "有 空格" / "graph.ttl"
    graph.parent.mkdir()
    graph.write_bytes((built / "graph.ttl").read_bytes())
    network_page(graph, tmp_path / "x.html", place="拱墅区")
    assert data(tmp_path / "x.html")["atlas"] == ""
    (graph.parent / "index.html").write_text("someone else's", encoding="utf-8")
    network_page(graph, tmp_path / "x.html", place="拱墅区")
    assert data(tmp_path / "x.html")["atlas"] == ""
    (graph.parent / "build.json").write_bytes((built / "build.json").read_bytes())
    network_page(graph, tmp_path / "x.html", place="拱墅区")
    assert data(tmp_path / "x.html")["atlas"] == "%E6%9C%89%20%E7%A9%BA%E6%A0%BC/index.html"
    assert network_page(graph, graph.parent / "x.html", place="拱墅区").beside_build
    assert data(graph.parent / "x.html")["atlas"] == "index.html"


def test_a_former_page_stays_where_a_new_one_cannot_be_made(built, tmp_path):
    file = tmp_path / "x.html"
    file.write_text("former", encoding="utf-8")
    assert network_page(built, file, place="拱墅区", year="1999").size == 0
    with pytest.raises(ConfigurationError):
        network_page(tmp_path / "none.ttl", file)
    assert file.read_text(encoding="utf-8") == "former"
