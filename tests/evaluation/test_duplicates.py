"""Every pair of programmes whose names are nearly alike is settled: the same by a rule or the vocabulary, or two.

One build of all reports at hand (real, provincial, samples, invented) names some two and a half thousand programmes. Pairs
whose names are at least ``ALIKE`` (Dice coefficient of the pairs of characters of their identity keys) are compared with
``pairs.csv``. A pair that is not there fails the test: whoever changes a rule decides whether it is one thing (then the
vocabulary or a rule of ``kg/resolve/identity.py`` makes it one) or two (then it is written down, with the reason).

Verdicts: ``two`` are different things; ``open`` are one thing, or may be, but nothing in the names can tell it from pairs
that are two, so they stay two candidates until somebody curates them.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest
from conftest import SAMPLE_FILES

from kg import ids, pipeline

HERE = Path(__file__).parent
ALIKE = 0.8
VERDICTS = {"two", "open"}


def bigrams(name):
    key = ids.key(name)
    return {key[at : at + 2] for at in range(len(key) - 1)} or {key}


def alike(names):
    """All pairs of names, each in order, that are nearly alike; by an index of pairs of characters, not all against all."""
    parts = {name: bigrams(name) for name in names}
    holders = {}
    for name in sorted(names):
        for part in parts[name]:
            holders.setdefault(part, []).append(name)
    common = Counter()
    for sharing in holders.values():
        common.update((one, other) for at, one in enumerate(sharing) for other in sharing[at + 1 :])
    return {pair for pair, n in common.items() if 2 * n / sum(len(parts[name]) for name in pair) >= ALIKE}


@pytest.fixture(scope="module")
def settled():
    with (HERE / "pairs.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["one"], row["other"]): (row["verdict"], row["why"]) for row in csv.DictReader(lines)}


@pytest.fixture(scope="module")
def programmes(shared, tmp_path_factory):
    """The labels of all programmes of one build of every report at hand."""
    texts = [*(shared / "corpus").rglob("*.txt"), *SAMPLE_FILES, *(HERE / "invented").glob("*.txt")]
    target = tmp_path_factory.mktemp("all") / "out"
    pipeline.run(sorted(texts), target, pipeline.Options(jobs=2))
    with (target / "tables" / "implementations.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {row["programme"] for row in csv.DictReader(lines)}


def test_every_verdict_is_one_and_has_a_reason(settled):
    assert {verdict for verdict, _ in settled.values()} <= VERDICTS
    assert all(why for _, why in settled.values())
    assert all(one < other for one, other in settled)


def test_every_pair_of_nearly_equal_names_is_settled(programmes, settled):
    assert len(programmes) > 1000
    assert alike(programmes) - set(settled) == set()


def test_no_verdict_is_left_over(programmes, settled):
    assert set(settled) - alike(programmes) == set()


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("云窗办综合服务改革", "云窗办综合服务改革试点", True), ("云窗办改革", "霜刃护苗行动", False)],
)
def test_what_is_nearly_alike(one, other, near):
    assert bool(alike({one, other})) is near
