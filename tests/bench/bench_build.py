"""Whole-process `kg build` of long reports against `jieba.posseg` tagging the same text in one process, in pairs.

    python tests/bench/bench_build.py [--rounds 5] [FOLDER]

FOLDER holds text files (by default ../shared/corpus/provincial). The two commands take turns, so that a busy machine
slows both; printed are each round, the medians, their ratio, and the slowest stages of one more build in this process.
A benchmark is read by people; no test asserts on it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POSSEG = """
import pathlib, sys
import jieba, jieba.posseg
jieba.setLogLevel(60)
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    for pair in jieba.posseg.cut(path.read_text(encoding="utf-8")):
        pass
"""


# Where Python is told to keep no bytecode, each start of kg would be compiled anew, as no installed package is.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    """Wall time of one process, start-up and all."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def stages(folder: Path) -> Counter[str]:
    """Seconds spent in each stage of one build in this process, loading included under `load`."""
    from kg import graph, pipeline, publish, read
    from kg.gazetteer import gazetteer
    from kg.ids import DEFAULT_BASE
    from kg.triples import n_triples
    from kg.vocabulary import vocabulary

    spent: Counter[str] = Counter()

    def timed(name: str, call, *arguments):
        begin = time.perf_counter()
        result = call(*arguments)
        spent[name] += time.perf_counter() - begin
        return result

    words, places = timed("load", lambda: (vocabulary(), gazetteer()))
    inputs, _ = read.find_inputs([folder])
    kept = []
    for given in inputs:
        state = {"input": given, "vocabulary": words, "gazetteer": places, "keep all": False}
        for stage in pipeline.STAGES[:6]:
            state[stage.gives] = timed(stage.name, stage.run, *(state[need] for need in stage.needs))
        kept.append(state["facts"])
    triples = timed("graph", graph.build, kept, words, places, DEFAULT_BASE)
    store = timed("graph", graph.store, triples)
    verdict = timed("validate", graph.check, n_triples(triples))
    timed("publish", publish.files_of, triples, lambda: store, kept, [], lambda: verdict, words, DEFAULT_BASE)
    return spent


def main() -> None:
    """Run the pairs and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "corpus" / "provincial")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"skipped: {options.folder.name} is not here", file=sys.stderr)
        return
    characters = sum(len(path.read_text(encoding="utf-8")) for path in options.folder.glob("*.txt"))
    builds, tags = [], []
    with tempfile.TemporaryDirectory() as scratch:
        target = str(Path(scratch) / "out")
        build = [sys.executable, "-m", "kg", "build", str(options.folder), "-o", target]
        tag = [sys.executable, "-c", POSSEG, str(options.folder)]
        seconds(build), seconds(tag)  # one round to warm caches
        for number in range(1, options.rounds + 1):
            builds.append(seconds(build))
            tags.append(seconds(tag))
            print(f"round {number}: kg build {builds[-1]:.2f} s, posseg {tags[-1]:.2f} s, ratio {builds[-1] / tags[-1]:.2f}")
    a, b = statistics.median(builds), statistics.median(tags)
    ratios = statistics.median(x / y for x, y in zip(builds, tags, strict=True))
    print(f"{characters:,} characters: kg build {a:.2f} s, jieba.posseg {b:.2f} s, median ratio {ratios:.2f} (aim: 1.0 or less)")
    for name, spent in stages(options.folder).most_common():
        print(f"  {name:10} {spent:.2f} s")


if __name__ == "__main__":
    main()
