"""What a build says of itself: a bar while it runs, every problem with an input, and a summary at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.console.messages import listed, problem_line, text
from kg.console.out import out, say

if TYPE_CHECKING:
    from kg.model import Problem
    from kg.pipeline import Observer, Outcome

FEW = 3  # builds of more reports than this show their progress


def tell(problems: Sequence[Problem], counts: dict[str, int], reports: int, output: Path, json: bool) -> None:
    """Every problem on stderr; with ``json`` also what was built, and the problems, as JSON on stdout."""
    for problem in problems:
        say(problem_line(problem))
    if json:
        from kg.console.render import as_json, problem_dict

        flaws = [problem_dict(problem) for problem in problems]
        built = str(output) if reports else None
        out(as_json({"output": built, "reports": reports, "counts": dict(sorted(counts.items())), "problems": flaws}))


def summary(outcome: Outcome, output: Path) -> None:
    """How much was built, how many problems there were, and which page to open."""
    counts = outcome.counts
    rows = sum(number for name, number in counts.items() if name != "triples")
    folder = str(output)
    say(text("built", reports=outcome.reports, triples=counts.get("triples", 0), rows=rows, folder=folder))
    if outcome.validation:
        checked, of = outcome.validation.checked, outcome.validation.of
        say(text("sampled" if outcome.validation.sampled else "checked", checked=checked, of=of, folder=folder))
    if outcome.copies:
        files = sum(map(len, outcome.copies.values()))
        shown = [" = ".join(_few([name, *others])) for name, others in outcome.copies.items()]
        say(text("copies", count=files, reports=len(shown), some=listed(_few(shown))))
    if outcome.problems:
        say(text("problems", count=len(outcome.problems)))
    say(text("open", page=str(output / "index.html")))


def _few(names: Sequence[str]) -> list[str]:
    return [*names[:FEW], "…"] if len(names) > FEW else list(names)


@contextmanager
def progress(quiet: bool) -> Iterator[Observer | None]:
    """A bar on stderr for builds of more than a few reports; nothing where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text("reading"), visible=False)

        def observe(name: str, done: int, total: int) -> None:
            if name in ("graph", "publish") and total == 1:
                bar.update(task, description=text(name))
            else:
                bar.update(task, completed=done, total=total, visible=total > FEW)

        yield observe
