"""Fixtures shared by all tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import pipeline

pytest_plugins = ["browser"]  # the fixtures of browser.py

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "kg" / "data" / "samples"
SAMPLE_FILES = sorted(SAMPLES.glob("*.txt"))  # the README beside them is no report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and gold annotations beside the checkout; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "evaluation" / "score.py").exists():
        pytest.skip("../shared is not here: real reports and gold annotations are not part of the repository")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """An output folder built from the packaged samples, in this process."""
    target = tmp_path_factory.mktemp("built") / "out"
    pipeline.run(SAMPLE_FILES, target, pipeline.Options(jobs=1))
    return target


@pytest.fixture(scope="session")
def run_kg():
    """Call the command line in a process of its own: ``run_kg("build", …, env={…})``."""

    def run(*arguments, env=None, flags=(), cwd=None, check=False):
        command = [sys.executable, *flags, "-m", "kg", *map(str, arguments)]
        settings = {**os.environ, "KG_LANG": "en", **(env or {})}
        return subprocess.run(
            command, env=settings, cwd=cwd or ROOT, capture_output=True, encoding="utf-8", errors="replace", check=check
        )

    return run


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by relative path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
