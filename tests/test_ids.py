import hashlib
import subprocess
import sys

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import digest, iri, key, slug


def test_digest_is_a_prefix_of_sha256_of_the_joined_parts():
    assert digest("甲", "2022", size=20) == hashlib.sha256("甲\x1f2022".encode()).hexdigest()[:20]


def test_digest_keeps_parts_apart():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", "") != digest("a")
    assert len(digest("a")) == 16


def test_digest_does_not_depend_on_the_hash_seed():
    code = "from kg.ids import digest, slug; print(digest('甲', '乙'), slug('“甲” 乙'))"
    seen = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("330105-桃源社区", "330105-桃源社区"),
        ("1+5改革", "1+5改革"),
        ("湖心·议事厅", "湖心·议事厅"),
        ("“湖心”", "%E2%80%9C湖心%E2%80%9D"),
        ("a/b", "a%2Fb"),
        ("100%", "100%25"),
        ("..", "%2E%2E"),
        ("café", "caf%C3%A9"),
    ],
)
def test_slug(name, expected):
    assert slug(name) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_name_makes_a_valid_iri(name):
    node = ox.NamedNode(iri("programme", name))
    data = f"{node} {node} {node} ."
    assert [quad.subject for quad in ox.parse(data.encode(), format=ox.RdfFormat.N_TRIPLES)] == [node]
    assert slug(name) not in {"", ".", ".."}


def test_iri_takes_another_base():
    assert iri("place", "330105", "https://example.org/x/") == "https://example.org/x/place/330105"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“湖心·议事厅”平台", "湖心议事厅平台"),
        ("湖心、议事，厅", "湖心议事厅"),
        ("云山纲要（2021—2025年）", "云山纲要(2021-2025年)"),
        ("ＡＰＰ 一号", "app一号"),
        ("《甲乙办法》", "甲乙办法"),
    ],
)
def test_key_joins_spellings(left, right):
    assert key(left) == key(right)


@pytest.mark.parametrize(("left", "right"), [("1+5改革", "15改革"), ("甲改革", "乙改革"), ("2021-2025", "20212025")])
def test_key_keeps_names_apart(left, right):
    assert key(left) != key(right)


def test_key_of_marks_only_is_not_empty():
    assert key("“”") != ""
