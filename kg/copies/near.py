"""Near copies: reports that share most of their text, and are two all the same (another site's repost, an excerpt).

What is measured is containment (Broder 1997, section 2): the share of the shingles of the shorter text that the longer one
has, too, so that an excerpt counts as one. Calibrated on all texts at hand, 55 reports, 1,485 pairs of two different
ones, and on copies of three of them that were altered on purpose (tests/test_copies.py does both again), at k characters a
shingle, measured on all shingles and, in brackets, by the sketch:

    two different reports, the 3 pairs with most in common      k = 4          5          6          8
    Hangzhou 2024, and a sample rewritten from its facts      0.443      0.356      0.288      0.181
    Yuhang 2021, the same                                     0.421      0.341      0.283      0.186
    Zhejiang 2026, the same                                   0.411      0.326      0.255      0.149
TABLE
Four characters are too few (法治政府 is everywhere), eight are broken by every small change. Between 0.36 and 0.85 nothing
was seen; what lies there is two years of one place that share paragraphs, which are two reports and no copies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.model import Fingerprint

NEAR = 0.7
"""From this share of the shorter text on, two reports are near copies."""

FEWEST = 300
"""Words of the shorter text: a paragraph of boilerplate may stand anywhere."""

_HOLDERS = 32  # texts that are remembered for a shingle: what bounds the work for boilerplate, and for mass copies
_HINT = 0.2  # of the sketch, by which a pair becomes worth a closer look


def share(one: Fingerprint, other: Fingerprint) -> float:
    """The share of the shorter text that stands in the other one, too, as estimated from their sketches: 0 to 1."""
    every = max(one.every, other.every)
    a, b = _at(one, every), _at(other, every)
    fewer = min(len(a), len(b))
    return len(a & b) / fewer if fewer else 0.0


def _at(one: Fingerprint, every: int) -> set[int]:
    return set(one.sketch) if one.every == every else {code for code in one.sketch if not code % every}


def near_pairs(prints: Sequence[Fingerprint]) -> Iterator[tuple[int, int, float]]:
    """All pairs of near copies, as (smaller index, larger index, share), in order of the larger.

    Linear in the number of texts: of each shingle only the first holders are known, so a text is compared with no more
    than those. In a crowd of more near copies than that each is still paired with the first ones.
    """
    holders: dict[int, list[int]] = {}
    for number, one in enumerate(prints):
        if one.words < FEWEST:
            continue
        common: Counter[int] = Counter()
        for code in one.sketch:
            held = holders.setdefault(code, [])
            common.update(held)
            if len(held) < _HOLDERS:
                held.append(number)
        for earlier in sorted(common):
            if common[earlier] >= _HINT * _fewer(one, prints[earlier]):
                measured = share(prints[earlier], one)
                if measured >= NEAR:
                    yield earlier, number, measured


def _fewer(one: Fingerprint, other: Fingerprint) -> float:
    """About how many hashes the shorter sketch has, at the modulus that both share."""
    every = max(one.every, other.every)
    return min(len(each.sketch) * each.every / every for each in (one, other))
