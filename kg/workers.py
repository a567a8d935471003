"""Processes that work on one item at a time, so that what crashes or hangs on an item takes nothing else with it.

The executors of the standard library end as a whole when one of their processes dies, and cannot give up a task that
runs. Here a process that dies or takes too long is replaced, and the item that it had is said to be lost. What comes
out is the same for any number of processes: the results in the order of the items.
"""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import wait
from time import monotonic
from typing import Generic, TypeVar

from kg.errors import InternalError
from kg.worker import Lost, Worker

T = TypeVar("T")
R = TypeVar("R")

_HEAVY = 1_000_000  # bytes: such items are begun first of all
_WINDOW = 256  # lighter ones are begun by size within so many, so that results can be handed on soon


@dataclass(frozen=True)
class Work(Generic[T, R]):
    """What is done to an item, and what there is to know about items.

    ``lost`` gives what stands for the result of an item that has none; ``size`` says in bytes how much work an item is;
    ``safe`` whether it may be done in the calling process, where nothing can stop it.
    """

    do: Callable[[T], R]
    lost: Callable[[T, Lost], R]
    size: Callable[[T], int]
    safe: Callable[[T], bool]


def results(
    work: Work[T, R], items: Sequence[T], jobs: int, seconds: float, meanwhile: Callable[[], None] = lambda: None
) -> Iterator[R]:
    """The result of each item, in the order of the items.

    With one job, safe items are done in this process and the others in one beside it; with more, all in so many others.
    ``seconds`` is how long an item may take there, 0 for as long as it likes. An exception of ``work.do`` is raised here.
    ``meanwhile`` is called once where there are several processes, as soon as they all have something to do.
    """
    with _crew(work, max(1, jobs), seconds or inf) as crew:
        if jobs > 1:
            yield from crew.results(items, meanwhile)
            return
        for item in items:
            yield _here(work, item) if work.safe(item) else next(crew.results([item]))


def _here(work: Work[T, R], item: T) -> R:
    try:
        return work.do(item)
    except MemoryError:
        return work.lost(item, Lost("memory"))


def begin_order(sizes: Sequence[int]) -> list[int]:
    """The order in which items are begun: the largest first, that all processes end at about the same time."""
    return sorted(range(len(sizes)), key=lambda at: (sizes[at] < _HEAVY, sizes[at] < _HEAVY and at // _WINDOW, -sizes[at], at))


@contextmanager
def _crew(work: Work[T, R], jobs: int, seconds: float) -> Iterator[_Crew[T, R]]:
    """Processes, none of them begun, and a folder for the temporary files of them all: killed ones leave theirs behind."""
    with tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True) as folder:
        crew = _Crew(work, jobs, seconds, folder)
        try:
            yield crew
        finally:
            crew.end()


class _Crew(Generic[T, R]):
    """Up to ``jobs`` processes, begun when there is something to do for them."""

    def __init__(self, work: Work[T, R], jobs: int, seconds: float, folder: str) -> None:
        self._work, self._jobs, self._seconds, self._folder = work, jobs, seconds, folder
        self._workers: list[Worker] = []

    def results(self, items: Sequence[T], meanwhile: Callable[[], None] = lambda: None) -> Iterator[R]:
        """The results in order; processes go on while the caller looks at one."""
        waiting = deque(begin_order([self._work.size(item) for item in items]))
        done: dict[int, R] = {}
        self._hand_out(waiting, items)
        meanwhile()
        for at in range(len(items)):
            while True:
                self._hand_out(waiting, items)
                self._take_in(waiting, items, done, 0 if at in done else None)
                if at in done:
                    break
            self._hand_out(waiting, items)
            yield done.pop(at)

    def _hand_out(self, waiting: deque[int], items: Sequence[T]) -> None:
        idle = [worker for worker in self._workers if worker.at is None]
        while waiting and (idle or len(self._workers) < self._jobs):
            if not idle:
                others = [worker.connection for worker in self._workers]
                self._workers.append(Worker(self._work.do, self._seconds, self._folder, others))
                idle.append(self._workers[-1])
            idle.pop().begin(waiting[0], items[waiting[0]])
            waiting.popleft()

    def _take_in(self, waiting: deque[int], items: Sequence[T], done: dict[int, R], most: float | None) -> None:
        """Wait up to ``most`` seconds (None: as long as it takes) for something to happen, and note what has."""
        busy = {worker.connection: worker for worker in self._workers if worker.at is not None}
        soonest = min((worker.deadline for worker in busy.values()), default=inf) - monotonic()
        patience = max(0.0, soonest) if most is None else most
        said = wait(list(busy), None if patience == inf else patience)
        for connection in said:
            self._hear(busy[connection], waiting, items, done)  # type: ignore[index]
        now = monotonic()
        for worker in [one for one in busy.values() if one.connection not in said and one.deadline <= now]:
            self._bury(worker)
            done[worker.item] = self._work.lost(items[worker.item], Lost("timeout"))

    def _hear(self, worker: Worker, waiting: deque[int], items: Sequence[T], done: dict[int, R]) -> None:
        """Take what a process says. One that died loses its item, unless an item before that may be to blame."""
        at = worker.item
        try:
            said = worker.receive()
        except (EOFError, ConnectionError):
            why = worker.cause()
            self._bury(worker)
            if not worker.ready:
                raise _unavailable(why) from None
            if worker.used and why.why != "timeout":
                waiting.appendleft(at)
            else:
                done[at] = self._work.lost(items[at], why)
            return
        if said is not None:
            done[at] = said[0]

    def _bury(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.kill()

    def end(self) -> None:
        """End all processes, at once those that are still at work."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            if worker.at is None:
                worker.process.join(1)
            worker.kill()


def _unavailable(why: Lost) -> InternalError:
    return InternalError(
        "workers-unavailable", f"不能另起进程读文件（{why.how}）", f"no process can be begun to read files in ({why.how})",
        remedy_zh="请把这一行和所用系统发给开发者", remedy_en="please report this line and your system to the developers",
    )  # fmt: skip
