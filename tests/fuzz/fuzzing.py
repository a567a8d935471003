"""Try damaged files and disordered reports on the readers and on all that comes after, for some minutes.

    python tests/fuzz/fuzzing.py [--minutes 10] [--seed N] [--jobs 2]      (make fuzz FUZZ_MINUTES=10 FUZZ_SEED=N)
    python tests/fuzz/fuzzing.py --seed N --case M                         one case again, in this process

The seed is printed; the same seed gives the same cases in the same order. What breaks a contract (contracts.py), crashes
a process or takes too long is printed, made small, and written below .make/fuzz; exit code 1. Every hundredth round the
reports are built as a whole, published, and the pages and the graph read again.
"""

import argparse
import itertools
import re
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import contracts  # noqa: E402
import whole  # noqa: E402

FINDINGS = ROOT / ".make" / "fuzz"
BATCH = 300


def run(minutes, seed, jobs):
    """Try cases until the time is over; the number of findings."""
    end = time.monotonic() + 60 * minutes
    told: Counter = Counter()
    findings: dict[str, int] = {}
    tried = 0
    for batch in itertools.count():
        cases = [(seed, batch * BATCH + at) for at in range(BATCH)]
        for number, found, trouble in contracts.attempts(cases, jobs):
            tried += 1
            told.update(found)
            kind = kind_of_trouble(trouble)
            if trouble and findings.setdefault(kind, number) == number:
                print(f"case {number}: {trouble}", flush=True)
                _keep(seed, number, kind)
        trouble = whole.trouble(f"{seed}/{batch}")
        if trouble and findings.setdefault(trouble[-150:], -batch) == -batch:
            print(f"build of batch {batch}: {trouble}", flush=True)
        if time.monotonic() > end:
            break
    print(f"seed {seed}: {tried} files tried and {batch + 1} builds in {minutes:g} minutes, {len(findings)} findings")
    print(", ".join(f"{code} {count}" for code, count in told.most_common()))
    return len(findings)


def kind_of_trouble(trouble):
    """What troubles of one kind have in common: the last line of the traceback without figures."""
    return re.sub(r"[0-9]+", "0", trouble.strip().splitlines()[-1])[:120] if trouble else ""


def _keep(seed, number, kind):
    name, data = contracts.case(seed, number)
    FINDINGS.mkdir(parents=True, exist_ok=True)
    (FINDINGS / f"{seed}-{name}").write_bytes(data)
    if kind.startswith(("timeout", "crash", "memory", "AssertionError: slow")):
        return  # to be made small by hand: each trial takes long, or ends this process
    small = smaller(name, data, kind)
    (FINDINGS / f"{seed}-small-{name}").write_bytes(small)
    print(f"  {len(data)} bytes, made smaller: {small[:400]!r}", flush=True)


def smaller(name, data, kind, seconds=60):
    """The bytes without whatever the same trouble comes without: pieces are left out, ever shorter ones."""
    end = time.monotonic() + seconds
    size = len(data) // 2
    while size and time.monotonic() < end:
        at = 0
        while at < len(data) and time.monotonic() < end:
            shorter = data[:at] + data[at + size :]
            trouble = contracts.verdict(name, shorter)[1]
            if trouble and kind_of_trouble(trouble) == kind:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def main():
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--case", type=int, default=None)
    options = parser.parse_args()
    seed = int(time.time()) if options.seed is None else options.seed
    if options.case is not None:
        print(contracts.tried(*contracts.case(seed, options.case)))
        return 0
    print(f"seed {seed}", flush=True)
    return 1 if run(options.minutes, seed, options.jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
