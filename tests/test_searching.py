"""Names found by their first two characters: the same as looking for each of them everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.searching import Names

WORDS = st.text(alphabet="甲乙丙", max_size=5)


@given(st.sets(WORDS, max_size=8), st.text(alphabet="甲乙丙丁", max_size=30), st.integers(0, 6))
def test_every_name_is_found_wherever_it_stands(names, text, begin):
    known = Names(names)
    there = {
        at: sorted((name for name in names if len(name) > 1 and text.startswith(name, at)), key=len, reverse=True)
        for at in range(begin, len(text))
    }
    starts = known.starts(text, begin)
    assert starts == sorted(starts)
    assert {at for at, found in there.items() if found} <= set(starts)
    for at, found in there.items():
        assert list(known.at(text, at)) == found
        assert known.longest(text, at) == (found[0] if found else None)


@pytest.mark.parametrize(("text", "begin"), [("", 0), ("甲", 0), ("甲乙", 1), ("甲乙", 9)])
def test_where_no_name_fits_none_starts(text, begin):
    assert Names(["甲乙", "甲", ""]).starts(text, begin) == []
