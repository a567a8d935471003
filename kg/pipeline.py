"""The order of the stages, and how a build runs through them.

    read -> clean -> structure -> mention -> resolve -> assertion -> graph -> publish

The first six work on one report at a time and keep nothing between reports, so reports may be processed in any order
and in several processes; what comes back of each is its assertions, a few tens of kilobytes.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from kg import assertion, clean, copies, graph, mention, mishaps, publish, read, resolve, structure, worker, workers
from kg.errors import InputError, InternalError
from kg.gazetteer import gazetteer
from kg.ids import DEFAULT_BASE
from kg.model import Problem, Report, ReportFacts, Validation
from kg.triples import n_triples
from kg.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the pipeline: what it needs and gives, by name, and the function that does it."""

    name: str
    needs: tuple[str, ...]
    gives: str
    run: Callable[..., Any]


STAGES = (
    Stage("read", ("input",), "source", read.read_input),
    Stage("clean", ("source",), "text", clean.clean),
    Stage("structure", ("text", "vocabulary", "gazetteer", "keep all"), "report", structure.structure),
    Stage("mention", ("report", "vocabulary", "gazetteer"), "mentions", mention.find_mentions),
    Stage("resolve", ("report", "mentions", "vocabulary", "gazetteer"), "entities", resolve.resolve),
    Stage("assertion", ("report", "entities"), "facts", assertion.assert_facts),
    Stage("graph", ("all facts", "vocabulary", "gazetteer"), "triples", graph.build),
    Stage("publish", ("triples", "store", "all facts", "problems", "verdict"), "files", publish.publish),
)
"""The stages in order. Up to ``assertion`` they run once a report, then once a build."""

_PER_REPORT = STAGES[:6]

Observer = Callable[[str, int, int], None]
"""Called with a stage or file name, how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told.

    ``jobs`` 0 means: as many processes as pay off; ``programmes`` False empties the programme vocabulary; ``validate``
    False publishes the graph without a look at its shapes; ``include`` and ``exclude`` are globs that files found in
    folders and archives must fit; ``sources`` is a list that tells of the inputs (``--sources``); ``keep_all`` builds in
    what is no report, too; ``timeout`` is how many seconds one input may take, 0 for no limit.
    """

    base: str = DEFAULT_BASE
    jobs: int = 0
    programmes: bool = True
    validate: bool = True
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    sources: Path | None = None
    keep_all: bool = False
    timeout: float = 60

    def inputs(self, paths: Iterable[Path]) -> tuple[list[read.Input], list[Problem]]:
        """The reports in files and folders, by the globs and the list of sources; see :func:`kg.read.find_inputs`."""
        sources = read.read_sources(self.sources) if self.sources else None
        return read.find_inputs(paths, read.Globs(self.include, self.exclude), sources)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: how many reports, counts by kind, every problem with an input, what validation found.

    ``copies`` has, by the name of the input that was kept, the names of the others that hold the same report.
    """

    reports: int
    counts: dict[str, int]
    problems: tuple[Problem, ...] = field(default=())
    validation: Validation | None = None
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)


def facts_of(given: read.Input, options: Options, folder: Path | None = None) -> ReportFacts | Problem:
    """All assertions of one input, or the problem that kept it from being read. Never raises for bad input.

    The text of the report is written to ``folder``, under the name that the input has for it.
    """
    state = _start(given, options)
    try:
        for stage in _PER_REPORT:
            state[stage.gives] = stage.run(*(state[need] for need in stage.needs))
        if folder is not None:
            publish.write_text(folder, given.text_file, state["source"].text)
    except InputError as error:
        return Problem(error.code, given.name, error.zh, error.en, error.remedy_zh, error.remedy_en)
    except MemoryError:
        raise
    except Exception as error:
        return mishaps.internal(given.name, error)
    facts = state["facts"]
    assert isinstance(facts, ReportFacts)
    return replace(facts, text_file=given.text_file if folder else "")


def _start(given: read.Input, options: Options) -> dict[str, Any]:
    """What the first stages need that no stage gives."""
    words = vocabulary(programmes=options.programmes)
    return {"input": given, "vocabulary": words, "gazetteer": gazetteer(), "keep all": options.keep_all}


def structured(given: read.Input, options: Options | None = None) -> Report:
    """One input as far as it is structured: what ``kg inspect`` shows.

    Raises:
        InputError: it cannot be read.
    """
    state = _start(given, options or Options(keep_all=True))
    for stage in STAGES[:3]:
        state[stage.gives] = stage.run(*(state[need] for need in stage.needs))
    report = state["report"]
    assert isinstance(report, Report)
    return report


_ALONE = 300_000  # bytes of input that one process reads while a second one is still loading (measured: 0.7 s)


def _jobs(wanted: int, inputs: Sequence[read.Input]) -> int:
    """How many processes: a new one costs about half a second of loading, a megabyte of text about five."""
    if wanted > 0:
        return min(wanted, max(1, len(inputs)))
    size = sum(given.size for given in inputs)
    return 1 if size < _ALONE else min(os.cpu_count() or 1, 8, len(inputs))


def _all_facts(inputs: Sequence[read.Input], options: Options, folder: Path | None) -> Iterator[ReportFacts | Problem]:
    """The facts of every input, in the order of the inputs, or the problem with it: also that it took its reader down."""
    vocabulary(programmes=options.programmes), gazetteer()  # before processes fork, and for all of them
    work = workers.Work(
        partial(facts_of, options=options, folder=folder), partial(_lost, options=options, folder=folder), _size, read.is_plain
    )
    yield from workers.results(work, inputs, _jobs(options.jobs, inputs), options.timeout, publish.warm)


def _size(given: read.Input) -> int:
    return given.size


def _lost(given: read.Input, why: worker.Lost, options: Options, folder: Path | None) -> Problem:
    if folder is not None:
        (folder / given.text_file).unlink(missing_ok=True)
    return mishaps.lost(given.name, why, options.timeout)


def gather(
    inputs: Sequence[read.Input], options: Options, observe: Observer | None = None, folder: Path | None = None
) -> tuple[list[ReportFacts], list[Problem]]:
    """Read all inputs: the facts of every report, once each, sorted by name, and the problems.

    What holds a report that another input holds, too, becomes a copy of it (see :mod:`kg.copies`). The texts of what is
    kept are written below ``folder``.
    """
    found: list[ReportFacts] = []
    problems: list[Problem] = []
    for done, (given, result) in enumerate(zip(inputs, _all_facts(inputs, options, folder), strict=True), start=1):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            found.append(result)
        if observe:
            observe(given.name, done, len(inputs))
    kept, more = copies.settle(found)
    for lost in {one.text_file for one in found} - {one.text_file for one in kept}:
        if folder is not None:
            (folder / lost).unlink(missing_ok=True)
    return kept, problems + more


def run(
    paths: Iterable[Path], target: Path, options: Options | None = None, observe: Observer | None = None
) -> Outcome:
    """Build a graph from files and folders and publish it into ``target``, whole or not at all.

    Raises:
        InputError: ``nothing-built``: not one of the inputs is a readable report.
        ConfigurationError: the target cannot be written, or holds files that no build has made.
        InternalError: ``graph-nonconforming``: the graph breaks the shapes of the ontology.
    """
    options = options or Options()
    publish.check_target(target)
    inputs, problems = options.inputs(paths)
    with publish.building(target) as folder:
        kept, more = gather(inputs, options, observe, folder)
        problems = sorted([*problems, *more], key=lambda problem: (problem.file, problem.code, problem.en))
        if not kept:
            raise NothingBuilt(problems)
        if observe:
            observe("graph", 0, 1)
        words = vocabulary(programmes=options.programmes)
        with _validator(options, inputs) as validate, ThreadPoolExecutor(max_workers=1) as beside:
            triples = graph.build(kept, words, gazetteer(), options.base)
            data = n_triples(triples)
            verdict = validate(data)
            store = beside.submit(graph.load, data).result
            counts = publish.publish(triples, store, kept, problems, verdict, words, options.base, target)
    if observe:
        observe("publish", 1, 1)
    same = {one.name: tuple(copy.name for copy in one.copies) for one in kept if one.copies}
    return Outcome(len(kept), counts, tuple(problems), verdict(), same)


# --- validation -------------------------------------------------------------------------------------------------------

Verdict = Callable[[], Validation | None]
"""Waits for the validation of the graph and returns what it found; None where nobody asked for one."""


@contextmanager
def _validator(options: Options, inputs: Sequence[read.Input]) -> Iterator[Callable[[bytes], Verdict]]:
    """A function that starts to validate a graph, given as N-Triples, and returns what waits for the verdict.

    A large build, which has had processes for reading, validates in one of its own while the pages are written: that
    takes no time where two cores are there. A small one takes less time than a process to do it in.
    """
    if not options.validate:
        yield lambda _: lambda: None
        return
    work = partial(graph.check, programmes=options.programmes)
    if _jobs(options.jobs, inputs) == 1:
        yield lambda data: cache(lambda: _conforming(work(data)))
        return
    context = multiprocessing.get_context(worker.START)
    with ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=gc.disable) as pool:
        with worker.without_main():
            pool.submit(graph.warm)  # loads pySHACL while this process makes the graph

        def start(data: bytes) -> Verdict:
            pending = pool.submit(work, data)
            return lambda: _conforming(pending.result())

        yield start


def _conforming(validation: Validation) -> Validation:
    """The validation, where it found no violation: a graph that breaks its own shapes is not published."""
    if validation.conforms:
        return validation
    count, first = len(validation.violations), validation.violations[:3]
    zh, en = ("；".join(f"{one.focus} {one.message(language)}" for one in first) for language in ("zh", "en"))
    raise InternalError(
        "graph-nonconforming", f"建成的图谱有 {count} 处违规，没有写出，原有输出未动。这是程序的错：{zh}",
        f"the graph built has {count} violations; nothing was written and former output is untouched. "
        f"This is our fault: {en}",
        remedy_zh="请把这一行发给开发者；要看这个图谱，加 --no-validate 重建，再用 kg validate 查看",
        remedy_en="please report this line to the developers; to see the graph, build it with --no-validate and run "
        "kg validate on it",
    )  # fmt: skip


class NothingBuilt(InputError):
    """Not one of the inputs could be built; ``problems`` says why, input by input."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(
            "nothing-built", "没有一份输入可以建成图谱", "not one of the inputs could be built",
            remedy_zh="按上面每个文件的提示处理后重试", remedy_en="mend the inputs as said above and try again",
        )  # fmt: skip
        self.problems = tuple(problems)
