"""How large the pages of many reports are, and how long a browser takes to open them from disk.

    python tests/bench/bench_pages.py [--reports 300] [--rounds 3] [--keep FOLDER]

The reports are the samples told of other places and years (``many.py``), so that names and sentences repeat less than in a
real collection of one province and more than in one of the whole country. Printed are sizes, and for each page the median
time from the start of navigation until it is there (heading, cells, canvas). A benchmark is read by people.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from many import many_reports

from kg import pipeline

PAGES = (
    ("index.html", "#/", "main h1"),
    ("index.html", "#/matrix", ".cells button"),
    ("index.html", "#/programmes", "tbody tr"),
    ("index.html", "#/places", "tbody tr"),
    ("network.html", "", "canvas"),
)


def main() -> None:
    """Build, open, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="build into this folder and leave it there")
    options = parser.parse_args()
    chromium = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if chromium is None:
        print("skipped: no chromium here", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as scratch:
        target = options.keep or Path(scratch) / "out"
        begin = time.perf_counter()
        done = pipeline.run(many_reports(Path(scratch) / "reports", options.reports), target)
        print(f"{done.reports} reports built in {time.perf_counter() - begin:.0f} s")
        for file in ("index.html", "network.html", "graph.ttl"):
            print(f"  {file:14} {(target / file).stat().st_size / 1e6:6.1f} MB")
        _open(chromium, target, options.rounds)


def _open(chromium: str, target: Path, rounds: int) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for file, address, awaited in PAGES:
            times = []
            for _ in range(rounds):
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                begin = time.perf_counter()
                page.goto((target / file).resolve().as_uri() + address)
                page.locator(awaited).first.wait_for()
                times.append(time.perf_counter() - begin)
                page.close()
            print(f"  {file + address:26} {statistics.median(times):5.2f} s")
        browser.close()


if __name__ == "__main__":
    main()
