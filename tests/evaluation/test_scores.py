"""The gate: extraction on annotated reports does not fall below its floors. Floors may only rise.

Two sets: the real reports beside the checkout (gold in ../shared, skipped where that is absent), and reports invented
and annotated by somebody who had not seen the rules (``invented/``). Both are scored by ../shared/evaluation/score.py.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import pipeline

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
# The floors that were asked for on the real reports. A floor below them, or one left out, is a mistake.
ASKED = {
    "meta": 19, "places": 0.95, "programmes": 0.90, "runs": 0.88, "awards": 0.92, "bodies": 0.92, "documents": 0.95,
    "indicators": 0.95,
}  # fmt: skip
NAMES = sorted(ASKED)
RIGHT_PLACE_AND_YEAR = 0.97  # of the right rows
LARGEST_DROP = 0.03  # of programme recall, when the programme vocabulary is emptied


@pytest.fixture(scope="module")
def scores(shared, tmp_path_factory):
    """For each set, what the scorer says of a build of its reports; ``set/bare`` without the programme vocabulary."""
    sets = {
        "real": (shared / "corpus", shared / "evaluation" / "gold"),
        "invented": (HERE / "invented", HERE / "invented"),
    }
    said = {}
    for name, (texts, golds) in sets.items():
        for bare in (False, True):
            target = tmp_path_factory.mktemp(name) / "out"
            options = pipeline.Options(jobs=1, programmes=not bare)
            done = pipeline.run(sorted(texts.glob("*.txt")), target, options)
            assert {problem.code for problem in done.problems} <= {"place-ambiguous"}
            gold = sorted(golds.glob("*.json"))
            assert len(gold) == done.reports > 2
            scorer = str(shared / "evaluation" / "score.py")
            command = [sys.executable, scorer, str(target / "tables"), *map(str, gold), "--json"]
            output = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
            said[f"{name}/bare" if bare else name] = json.loads(output)
    return said


def earlier_floors():
    """The floors of every commit that changed them, newest first; skipped where the history is not here."""
    git = ["git", "-C", str(HERE)]
    try:
        log = subprocess.run(
            [*git, "log", "--format=%H", "--", "floors.json"], capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        pytest.skip("git is not here: earlier floors cannot be read")
    commits = log.stdout.split()
    if log.returncode or not commits:
        pytest.skip("the history of this checkout is not here: earlier floors cannot be read")
    for commit in commits:
        show = [*git, "show", f"{commit}:./floors.json"]
        shown = subprocess.run(show, capture_output=True, encoding="utf-8", check=False)
        if not shown.returncode:
            floors = json.loads(shown.stdout)
            yield commit[:8], floors if "real" in floors else {"real": floors}  # at first there was one set


def test_every_list_has_the_floor_that_was_asked_for():
    assert set(FLOORS) == {"real", "invented"}
    assert all(set(floors) == set(ASKED) for floors in FLOORS.values())
    assert all(FLOORS["real"][name] >= ASKED[name] for name in ASKED)


def test_no_floor_was_lowered():
    lowered = [
        (commit, reports, name, floor)
        for commit, earlier in earlier_floors()
        for reports, floors in earlier.items()
        for name, floor in floors.items()
        if FLOORS[reports][name] < floor
    ]
    assert not lowered


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reports", sorted(FLOORS))
def test_floor(scores, reports, name):
    said = scores[reports]
    found = said["meta"]["right"] if name == "meta" else said[name]["f1"]
    assert found >= FLOORS[reports][name], f"{name}: {found} is below its floor {FLOORS[reports][name]}"


@pytest.mark.parametrize("kind", ["runs", "awards", "indicators"])
@pytest.mark.parametrize("reports", sorted(FLOORS))
def test_place_and_year_are_right_in_the_right_rows(scores, reports, kind):
    said = scores[reports][kind]
    lowest = RIGHT_PLACE_AND_YEAR if reports == "real" or kind == "runs" else 0.93
    assert said["place_right"] >= lowest * said["right"]
    assert said["year_right"] >= lowest * said["right"]


@pytest.mark.parametrize("reports", sorted(FLOORS))
def test_the_vocabulary_is_not_the_only_reason_that_something_is_found(scores, reports):
    full, bare = scores[reports]["programmes"], scores[f"{reports}/bare"]["programmes"]
    assert full["recall"] - bare["recall"] <= LARGEST_DROP
