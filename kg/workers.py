"""Processes that work on one item at a time, so that what crashes or hangs on an item takes nothing else with it.

The executors of the standard library end as a whole when one of their processes dies, and cannot give up a task that
runs. Here a process that dies or takes too long is replaced, and the item that it had is said to be lost. What comes
out is the same for any number of processes: the results in the order of the items.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from time import monotonic
from types import ModuleType
from typing import Any, Generic, TypeVar

from kg import memory
from kg.errors import InternalError

T = TypeVar("T")
R = TypeVar("R")

_Pipe = Connection  # on Windows a PipeConnection, which has the same methods

START = "fork" if sys.platform == "linux" else "spawn"
"""How processes begin. Fork shares what is loaded (0.7 s of imports); elsewhere it is unsafe, or not there."""
_NO_MEMORY = 77  # exit code of a process in which an item needed more memory than there is
_HEAVY = 1_000_000  # bytes: such items are begun first of all
_WINDOW = 256  # lighter ones are begun by size within so many, so that results can be handed on soon
_GRACE = 10  # seconds after which a process whose parent is gone ends an item by itself


@dataclass(frozen=True, slots=True)
class Lost:
    """Why there is no result: ``timeout``, ``crash`` or ``memory``; for a crash, how the process ended (``SIGSEGV``)."""

    why: str
    how: str = ""


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


def results(work: Work[T, R], items: Sequence[T], jobs: int, seconds: float) -> Iterator[R]:
    """The result of each item, in the order of the items.

    With one job, safe items are done in this process and the others in one beside it; with more, all in so many others.
    ``seconds`` is how long an item may take there, 0 for as long as it likes. An exception of ``work.do`` is raised here.
    """
    with _crew(work, max(1, jobs), seconds or inf) as crew:
        if jobs > 1:
            yield from crew.results(items)
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
        self._context = multiprocessing.get_context(START)
        self._workers: list[_Worker] = []

    def results(self, items: Sequence[T]) -> Iterator[R]:
        """The results in order; processes go on while the caller looks at one."""
        waiting = deque(begin_order([self._work.size(item) for item in items]))
        done: dict[int, R] = {}
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
                self._workers.append(_Worker(self._context, self._work.do, self._seconds, self._folder, others))
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

    def _hear(self, worker: _Worker, waiting: deque[int], items: Sequence[T], done: dict[int, R]) -> None:
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

    def _bury(self, worker: _Worker) -> None:
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


class _Worker:
    """One process: ``at`` is the item that it works on, ``used`` whether it has done others before."""

    def __init__(
        self, context: BaseContext, do: Callable[[Any], Any], seconds: float, folder: str, others: Sequence[_Pipe]
    ) -> None:
        self.connection, theirs = context.Pipe()
        copied = [ours.fileno() for ours in (self.connection, *others)] if START == "fork" else []
        arguments = (theirs, copied, do, seconds, folder)
        self.process: Any = context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        with without_main():
            self.process.start()
        theirs.close()
        self._seconds = seconds
        self.ready = False
        self.at: int | None = None
        self.used = False
        self.deadline = inf

    @property
    def item(self) -> int:
        assert self.at is not None
        return self.at

    def begin(self, at: int, item: object) -> None:
        self.at = at
        self.deadline = monotonic() + self._seconds if self.ready else inf
        with suppress(OSError):  # it has died; listening to it will say so
            self.connection.send(item)

    def receive(self) -> tuple[Any] | None:
        """The result; None where it only says that it is loaded and begins now. Raises what the work raised."""
        kind, said = self.connection.recv()
        if kind == "ready":
            self.ready = True
            self.deadline = monotonic() + self._seconds
            return None
        self.at, self.used, self.deadline = None, True, inf
        if kind == "error":
            raise said
        return (said,)

    def cause(self) -> Lost:
        """Why the process ended by itself."""
        self.process.join(5)
        code = self.process.exitcode
        if code == _NO_MEMORY:
            return Lost("memory")
        if hasattr(signal, "SIGALRM") and code == -signal.SIGALRM:
            return Lost("timeout")
        if code is not None and code < 0:
            names = {one.value: one.name for one in signal.Signals}
            return Lost("crash", names.get(-code, f"signal {-code}"))
        return Lost("crash", f"exit {code:#x}" if code and code > 255 else f"exit {code}")

    def kill(self) -> None:
        """End the process and what it has started (LibreOffice)."""
        if self.process.exitcode is None:
            if sys.platform == "win32":
                subprocess.run(["taskkill", "/F", "/T", "/PID", str(self.process.pid)], capture_output=True, check=False)
            else:
                with suppress(OSError):
                    os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()
        self.process.join()
        self.connection.close()


# --- in the other process ---------------------------------------------------------------------------------------------


def _serve(connection: _Pipe, copied: Sequence[int], do: Callable[[Any], Any], seconds: float, folder: str) -> None:
    """Work on what comes until nothing can come any more.

    ``copied`` are the other ends of pipes that a fork has copied: while they are open here, nobody would see that the
    process which began this one is gone.
    """
    for descriptor in copied:
        os.close(descriptor)
    tempfile.tempdir = folder
    faulthandler.disable()  # that a process died is said by the other side, on one line
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side is told, and ends this process
    if sys.platform != "win32":
        os.setpgid(0, 0)
    memory.limit()
    code = 0
    try:
        connection.send(("ready", None))
        while True:
            item = connection.recv()
            _alarm(seconds + _GRACE)
            reply = _reply(do, item)
            _alarm(inf)
            connection.send(reply)
    except MemoryError:
        code = _NO_MEMORY
    except (EOFError, OSError):
        pass
    os._exit(code)  # no handler of the other side's, copied by a fork, is to run here


def _reply(do: Callable[[Any], Any], item: object) -> tuple[str, Any]:
    try:
        return "result", do(item)
    except MemoryError:
        raise
    except Exception as error:
        return "error", error


def _alarm(seconds: float) -> None:
    """Have the system end this process after so many seconds, even where nobody is left to do it."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, 0 if seconds == inf else seconds)


@contextmanager
def without_main() -> Iterator[None]:
    """Begin processes that do not load the script which began this one.

    A new process on Windows runs the script again, up to where that builds a graph, where no ``if __name__ ==
    "__main__"`` keeps it from doing so. Nothing that workers need is in the script.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
