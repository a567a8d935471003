"""Near copies: reports that share most of their text, and are two all the same (another site's repost, an excerpt).

What is measured is containment (A. Z. Broder, On the resemblance and containment of documents, 1997, section 2): the share
of the shingles of the shorter text that the longer one has, too, so that an excerpt counts. The limit was calibrated on 55
texts at hand (real, samples, invented; 1,485 pairs, none a copy of another) and on altered copies of the three real reports,
with k characters a shingle, all of them counted, and with the sketch that is kept (k = 5). Of the pairs the three with
most in common, of each alteration the report with least:

                                                        k = 4      5      6      8   sketch
    two texts: Hangzhou 2024, its rewritten sample      0.443  0.356  0.288  0.181    0.347
    two texts: Yuhang 2021, its rewritten sample        0.421  0.341  0.283  0.186    0.331
    two texts: Zhejiang 2026, its rewritten sample      0.411  0.326  0.255  0.149    0.296
    half of the sentences, and half of another report   0.424  0.403  0.387  0.362    0.423
    the middle half; line ends or punctuation changed   1.000  1.000  1.000  1.000    1.000
    a third of the sentences left out                   0.977  0.970  0.962  0.949    0.968
    another place and the year before                   0.975  0.966  0.957  0.942    0.966
    paragraphs in another order                         0.961  0.949  0.937  0.913    0.958
    every figure another one                            0.841  0.819  0.795  0.752    0.837
    2 of 100 characters another one                     0.918  0.895  0.874  0.833    0.886
    4 of 100                                            0.864  0.829  0.797  0.737    0.809
    6 of 100                                            0.794  0.746  0.701  0.621    0.736
    10 of 100                                           0.680  0.607  0.546  0.438    0.625

Four characters are in all texts (法治政府), eight are broken by every small change. Between 0.43 and 0.73 nothing was seen but
what was made for it; two years of one place that share paragraphs, of which none are at hand, would lie there.
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
_LEAST = 4  # common hashes: half of the hint for the shortest texts


def share(one: Fingerprint, other: Fingerprint) -> float:
    """The share of the shorter text that stands in the other one, too, as estimated from their sketches: 0 to 1."""
    every = max(one.every, other.every)
    a, b = _at(one, every), _at(other, every)
    fewer = min(len(a), len(b))
    return len(a & b) / fewer if fewer else 0.0


def _at(one: Fingerprint, every: int) -> frozenset[int]:
    """The hashes of a sketch that are in it at a coarser sampling, too."""
    return frozenset(one.sketch if one.every == every else (code for code in one.sketch if not code % every))


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
            held = holders.get(code)
            if held is None:
                holders[code] = [number]
                continue
            common.update(held)
            if len(held) < _HOLDERS:
                held.append(number)
        for earlier in sorted(earlier for earlier, count in common.items() if count >= _LEAST):
            if common[earlier] >= _HINT * _fewer(one, prints[earlier]):
                measured = share(prints[earlier], one)
                if measured >= NEAR:
                    yield earlier, number, measured


def _fewer(one: Fingerprint, other: Fingerprint) -> float:
    """About how many hashes the shorter sketch has, at the modulus that both share."""
    every = max(one.every, other.every)
    return min(len(each.sketch) * each.every / every for each in (one, other))
