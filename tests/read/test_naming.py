"""Names of the files in texts/: safe anywhere, unique, the same each time, readable."""

from pathlib import PureWindowsPath

from hypothesis import given
from hypothesis import strategies as st

from kg.read.naming import text_files


def test_readable_where_nothing_stands_against_it():
    assert text_files(["拱墅.txt", "拱墅.html", "reports.csv#12", "A b（1）.TXT"]) == {
        "拱墅.txt": "texts/拱墅.txt", "拱墅.html": "texts/拱墅.html.txt", "reports.csv#12": "texts/reports.csv#12.txt",
        "A b（1）.TXT": "texts/A b（1）.txt",
    }  # fmt: skip


def test_what_had_to_be_altered_bears_a_mark():
    made = text_files(["a.zip!/乙/b.html", "余杭/报告.txt", "con.txt", "问?.txt"])
    assert made["a.zip!/乙/b.html"].startswith("texts/a.zip!_乙_b.html-")
    assert made["con.txt"].startswith("texts/con-")
    assert all(len(name.partition("-")[2]) == len("12345678.txt") for name in made.values())


def test_names_that_differ_in_capitals_only():
    made = text_files(["A.txt", "a.txt", "b.txt"])
    assert len({name.lower() for name in made.values()}) == 3
    assert made["b.txt"] == "texts/b.txt"


def test_a_text_and_a_page_of_one_name_are_two():
    assert len(set(text_files(["a.txt", "a.txt.txt", "a.html", "a.html.txt"]).values())) == 4


@given(st.lists(st.text(min_size=1, max_size=300), unique=True, max_size=6))
def test_any_names(names):
    made = text_files(names)
    assert len({name.lower() for name in made.values()}) == len(names)
    for name in made.values():
        path = PureWindowsPath(name)
        assert path.parts[0] == "texts"
        assert len(path.parts) == 2
        assert len(path.name.encode()) < 230
        assert not set(path.name) & set('<>:"/\\|?*%')
        assert not path.stem.endswith((" ", "."))
        assert path.name.isprintable() or not any(ord(mark) < 32 for mark in path.name)
    assert made == text_files(names)
