"""How much of the score is owed to words that one report taught: run it, it prints tables for README.md here.

    python tests/evaluation/leave_one_out.py [--fired]

The rules were written with the three real reports in view, so no run can undo that. What can be undone are words: for each
real report, everything in ontology/ (programmes, awards, laws, indicators, and all cue words of the schemes) that this
report uses and the other real reports do not is taken away, and the report is scored with what is left. That is a lower
bound: words that any Chinese report may use are taken away as well, if only this one of three happens to use them.

The second table empties the programme vocabulary (``--no-programmes``) for each set. With ``--fired`` a third one tells in
how many reports each rule of the programmes fires: a rule that fires in one report only is suspect.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import kg.vocabulary
from kg import ids, pipeline
from kg.vocabulary import Vocabulary, vocabulary

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
SCORER = SHARED / "evaluation" / "score.py"
LISTS = ("places", "programmes", "runs", "awards", "bodies", "documents", "indicators")


def scored(texts: Sequence[Path], golds: Sequence[Path], programmes: bool = True) -> tuple[dict[str, Any], Path]:
    """What the scorer says of a build of the texts, and where its tables are."""
    target = Path(tempfile.mkdtemp()) / "out"
    done = pipeline.run(list(texts), target, pipeline.Options(jobs=1, programmes=programmes))
    assert {problem.code for problem in done.problems} <= {"place-ambiguous"}, done.problems
    command = [sys.executable, str(SCORER), str(target / "tables"), *map(str, golds), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout), target / "tables"


def without(full: Vocabulary, mine: str, others: str) -> tuple[Vocabulary, int]:
    """The vocabulary without the words that stand in ``mine`` and not in ``others`` (identity keys), and how many went."""
    gone: Counter[str] = Counter()

    def kept(words: Sequence[str]) -> tuple[str, ...]:
        stays = tuple(word for word in words if ids.key(word) not in mine or ids.key(word) in others)
        gone["words"] += len(words) - len(stays)
        return stays

    def named(things: Sequence[Any]) -> Iterator[Any]:
        for thing in things:
            names = kept((thing.label, *thing.aliases))
            if names:
                label = thing.label if thing.label in names else f"没有名字的{thing.label}"
                yield replace(thing, label=label, aliases=tuple(name for name in names if name != thing.label))

    laws = {name: value for name, value in full.laws.items() if kept((name,))}
    concepts = {key: replace(concept, cues=kept(concept.cues)) for key, concept in full.concepts.items()}
    fewer = replace(
        full, concepts=concepts, laws=laws, programmes=tuple(named(full.programmes)), awards=tuple(named(full.awards)),
        indicators=tuple(named(full.indicators)),
    )  # fmt: skip
    return fewer, gone["words"]


def row(name: str, said: dict[str, Any]) -> str:
    return f"| {name} | " + " | ".join(f"{said[kind]['f1']:.3f}" for kind in LISTS) + " |"


def leave_one_out() -> None:
    """Print the scores of each real report with all words, and without those that only it uses."""
    texts = sorted((SHARED / "corpus").glob("*.txt"))
    keys = {text: ids.key(text.read_text(encoding="utf-8").replace("\n", "")) for text in texts}
    full, load = vocabulary(), kg.vocabulary._load
    print(f"| report | {' | '.join(LISTS)} |\n|---|{'---|' * len(LISTS)}")
    for text in texts:
        gold = [SHARED / "evaluation" / "gold" / f"{text.stem}.json"]
        print(row(text.stem, scored([text], gold)[0]))
        fewer, gone = without(full, keys[text], "\n".join(key for other, key in keys.items() if other != text))
        kg.vocabulary._load = lambda programmes, fewer=fewer: fewer  # type: ignore[assignment]
        try:
            print(row(f"{text.stem}, without {gone} words", scored([text], gold)[0]))
        finally:
            kg.vocabulary._load = load


def emptied(fired: bool) -> None:
    """Print programme recall with and without the programme vocabulary for each set, and where each rule fires."""
    sets = {
        "real": (SHARED / "corpus", SHARED / "evaluation" / "gold"),
        "invented": (HERE / "invented", HERE / "invented"),
    }
    where: dict[str, set[str]] = {}
    print("\n| set | programme recall | without the programme vocabulary | drop | F1 | without |\n|---|---|---|---|---|---|")
    for name, (texts, golds) in sets.items():
        inputs, gold = sorted(texts.glob("*.txt")), sorted(golds.glob("*.json"))
        (full, tables), (bare, _) = scored(inputs, gold), scored(inputs, gold, programmes=False)
        one, other = full["programmes"], bare["programmes"]
        print(f"| {name} | {one['recall']:.3f} | {other['recall']:.3f} | {one['recall'] - other['recall']:.3f} "
              f"| {one['f1']:.3f} | {other['f1']:.3f} |")  # fmt: skip
        with (tables / "implementations.csv").open(encoding="utf-8-sig", newline="") as rows:
            for said in csv.DictReader(rows):
                where.setdefault(said["rule"], set()).add(said["source"])
    if fired:
        print("\n| rule | reports |\n|---|---|")
        for rule, reports in sorted(where.items(), key=lambda item: (-len(item[1]), item[0])):
            print(f"| {rule} | {len(reports)} |")


if __name__ == "__main__":
    leave_one_out()
    emptied("--fired" in sys.argv)
