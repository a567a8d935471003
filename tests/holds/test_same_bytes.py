"""The same inputs give the same bytes: in any order, under any hash seed, in any number of processes, in any locale."""

import os
import shutil
import subprocess

import pytest
from conftest import ROOT, SAMPLE_FILES, contents

from kg import pipeline


def test_order_of_inputs(built, tmp_path):
    pipeline.run(reversed(SAMPLE_FILES), tmp_path / "out", pipeline.Options(jobs=1))
    assert contents(tmp_path / "out") == contents(built)


@pytest.mark.parametrize(("seed", "jobs"), [("1", 4), ("4242", 2)])
def test_hash_seed_and_processes(built, tmp_path, run_kg, seed, jobs):
    done = run_kg("build", *SAMPLE_FILES, "-o", tmp_path / "out", "--jobs", jobs, env={"PYTHONHASHSEED": seed})
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == contents(built)


def test_no_file_is_opened_in_the_encoding_of_the_locale(built, tmp_path, run_kg):
    flags = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning")
    done = run_kg("build", *SAMPLE_FILES, "-o", tmp_path / "out", flags=flags)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == contents(built)


@pytest.fixture(scope="session")
def gbk(tmp_path_factory):
    """Settings of a Chinese system in GBK, with a locale compiled for the test."""
    folder = tmp_path_factory.mktemp("locales")
    if not shutil.which("localedef"):
        pytest.skip("localedef is not here: install Debian's locales to test a GBK locale")
    made = subprocess.run(
        ["localedef", "-i", "zh_CN", "-f", "GBK", str(folder / "zh_CN.GBK")], capture_output=True, check=False
    )
    if not (folder / "zh_CN.GBK").exists():
        pytest.skip(f"no GBK locale can be made: {made.stderr.decode(errors='replace')[:200]}")
    return {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GBK", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "KG_LANG": ""}


def test_gbk_locale(built, tmp_path, gbk):
    import sys

    probe = subprocess.run(
        [sys.executable, "-c", "import locale; print(locale.getpreferredencoding(False))"],
        env={**os.environ, **gbk}, capture_output=True, check=True,
    )  # fmt: skip
    assert probe.stdout.strip().lower() in (b"gbk", b"gb2312", b"cp936"), "the locale did not take: the test would prove nothing"
    command = [sys.executable, "-m", "kg", "build", *map(str, SAMPLE_FILES), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, env={**os.environ, **gbk}, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("gbk", "replace")
    assert contents(tmp_path / "out") == contents(built)


def test_outputs_in_the_repository_are_what_demo_makes(built):
    committed = contents(ROOT / "outputs")
    made = contents(built)
    assert sorted(committed) == sorted(made)
    different = [name for name in made if committed[name] != made[name]]
    assert not different, f"run `make demo` and commit outputs/: {different}"
