"""A query that runs too long, or takes too much memory, is given up.

Oxigraph cannot be interrupted, but it lets other threads of Python run while it evaluates (measured for joins,
sorting, grouping and paths). So a query runs in a thread of its own, and the thread that asked watches it: no process
to start (0.13 s), no answer to carry over. A thread cannot be ended from outside either: the command line ends the whole
process once the error is told, which ends the query on every system.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TypeVar

from kg.errors import QueryError

T = TypeVar("T")
_GLANCE = 0.02  # seconds between two looks; sorting takes memory at half a gigabyte a second
_SHARE = 0.75  # of the memory of the machine, beyond which it would start to swap
_CGROUP = Path("/sys/fs/cgroup/memory.max")


def within(work: Callable[[], T], seconds: float) -> T:
    """What ``work`` returns, or what it raises, if it ends in time; 0 seconds are no limit of time.

    Raises QueryError: ``query-timeout``, ``query-memory``. The thread of the query goes on until the process ends.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # whatever it is, the one who asked must hear it
            failed.append(error)

    thread = Thread(target=run, name="query", daemon=True)
    thread.start()
    _watch(thread, seconds)
    if failed:
        raise failed[0]
    return done[0]


def _watch(thread: Thread, seconds: float) -> None:
    end, most = time.monotonic() + seconds, _memory() * _SHARE
    while thread.is_alive():
        thread.join(_GLANCE)
        if seconds and thread.is_alive() and time.monotonic() > end:
            raise QueryError(
                "query-timeout", f"查询超过了 {seconds:g} 秒，已停止",
                f"The query took longer than {seconds:g} seconds and was stopped", where="--timeout",
                remedy_zh="缩小范围（年份、地方、LIMIT），看看几个条件是否忘了共用变量，或加大 --timeout",
                remedy_en="narrow it (a year, a place, LIMIT), look for patterns that share no variable, or give "
                "--timeout more",
            )  # fmt: skip
        if most and thread.is_alive() and _taken() > most:
            raise QueryError(
                "query-memory", "查询占用的内存太多，已停止", "The query took too much memory and was stopped",
                remedy_zh="缩小范围（年份、地方、LIMIT），看看几个条件是否忘了共用变量",
                remedy_en="narrow it (a year, a place, LIMIT), or look for patterns that share no variable",
            )  # fmt: skip


def _memory() -> int:
    """Bytes of memory that this process may take; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    try:
        bounds = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
        if _CGROUP.is_file() and (bound := _CGROUP.read_text(encoding="ascii").strip()).isdigit():
            bounds.append(int(bound))
    except (OSError, ValueError):
        return 0
    return min(bounds)


def _taken() -> int:
    """Bytes of memory that this process has taken at most."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024  # bytes there, kilobytes elsewhere
