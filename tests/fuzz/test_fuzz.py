"""A short run of what ``make fuzz`` does for minutes, and disordered reports from hypothesis that shrink to small ones."""

import random
import sys

import contracts
import fuzzing
import pytest
import whole
from contracts import check_facts, tried
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import ENCODINGS, TEXT, mutated_bytes, mutated_text
from seeds import TEXT as REPORT
from seeds import samples, seeds

from kg import pipeline
from kg.read import Input

SEED = 20261126
CHANCE = st.floats(0, 1, exclude_max=True, allow_nan=False)
STEPS = st.lists(st.tuples(CHANCE, CHANCE, CHANCE), min_size=1, max_size=5)
REPORTS = st.builds(mutated_text, st.sampled_from((REPORT, REPORT, *(text[:4000] for text in samples()))), STEPS)
"""Reports put out of order: cut, repeated, shuffled, misread, with other marks, other spaces, without line ends."""


def test_some_damaged_files_and_disordered_reports():
    done = list(contracts.attempts([(SEED, number) for number in range(150)], 2))
    assert [number for number, _, _ in done] == list(range(150))
    assert [trouble for _, _, trouble in done if trouble] == []
    codes = {code for _, found, _ in done for code in found}
    assert {"built", "file-damaged", "file-encoding"} <= codes  # it does reach what it is to try


def test_a_case_is_the_same_each_time_and_none_like_another():
    assert contracts.case(1, 77) == contracts.case(1, 77)
    assert len({contracts.case(seed, number)[1] for seed in range(2) for number in range(50)}) > 95


@pytest.mark.parametrize("number", range(len(seeds())))
def test_the_files_that_mutations_begin_with_are_good(number):
    suffix, data = seeds()[number]
    assert tried(f"x{suffix}", data) == (["program-missing"] if suffix == ".doc" else ["built"])


@pytest.mark.parametrize("step", TEXT, ids=lambda step: step.__name__)
def test_every_mutation_alters_a_report(step):
    assert any(step(REPORT, a, b) != REPORT for a, b in ((0.3, 0.7), (0.6, 0.2), (0.9, 0.9)))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(words=REPORTS, encoding=st.sampled_from(ENCODINGS))
def test_no_report_breaks_a_stage(tmp_path_factory, words, encoding):
    path = tmp_path_factory.getbasetemp() / "fuzzed.txt"
    data = words.encode(encoding, "replace")
    path.write_bytes(data)
    made = pipeline.facts_of(Input(path, path.name, size=len(data)), pipeline.Options(keep_all=True))
    if isinstance(made, pipeline.Problem):
        assert made.code != "internal-error", made.en
        assert made.remedy_zh
    else:
        check_facts(made, contracts.read_text_of(path))


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(reports=st.lists(REPORTS, min_size=1, max_size=4))
def test_whatever_is_built_conforms_and_parses(tmp_path_factory, reports):
    folder = tmp_path_factory.mktemp("fuzzed")
    (folder / "in").mkdir()
    for number, words in enumerate(reports):
        (folder / "in" / f"{number}.txt").write_text(words, encoding="utf-8", errors="replace")
    whole.build(folder / "in", folder / "out")


def test_the_checks_of_an_output_can_fail(built, tmp_path):
    import shutil

    whole.check_output(built)
    shutil.copytree(built, tmp_path / "out")
    table = tmp_path / "out" / "tables" / "awards.csv"
    table.write_bytes(table.read_bytes().replace("。".encode(), "！".encode()))
    with pytest.raises(AssertionError):
        whole.check_output(tmp_path / "out")


def test_findings_are_made_small(monkeypatch):
    monkeypatch.setattr(contracts, "verdict", lambda name, data: ([], "boom 1" if b"#" in data and b"!" in data else ""))
    data = bytes(random.Random(1).randrange(48, 58) for _ in range(400))
    assert fuzzing.smaller("x", data + b"#" + data + b"!" + data, "boom 0") == b"#!"


def test_the_command_repeats_a_case(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["fuzzing.py", "--seed", "1", "--case", "0"])
    assert fuzzing.main() == 0
    assert "[" in capsys.readouterr().out


def test_bytes_stay_bytes_whatever_is_done_to_them():
    others = [data for _, data in seeds()]
    for number in range(300):
        chance = random.Random(number)
        assert isinstance(mutated_bytes(chance.choice((b"", b"x", *others)), chance, others), bytes)
