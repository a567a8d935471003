"""How much memory a process may take: what one input needs must not bring down the machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import resource

MOST = 850_000_000
"""Bytes that an input may add to a process: one that has loaded everything has 80 MB, both together stay below 1 GB."""
MOST_OF_PROGRAMS = 4_000_000_000
"""Bytes of addresses for a program that reads an input (LibreOffice maps more than a gigabyte when it starts)."""


def limit(more: int = MOST) -> None:
    """Let this process take so many bytes more than it has; beyond that there is a MemoryError.

    Only Linux keeps to RLIMIT_AS (setrlimit(2)); elsewhere nothing happens.
    """
    if sys.platform == "linux":
        has = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _set(has + more)


@contextmanager
def for_programs() -> Iterator[None]:
    """While a program is started that needs more than this process may have, and inherits its limit."""
    if sys.platform != "linux":
        yield
        return
    before, _ = resource.getrlimit(resource.RLIMIT_AS)
    _set(MOST_OF_PROGRAMS if before != resource.RLIM_INFINITY else before)
    try:
        yield
    finally:
        _set(before)


def _set(soft: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = soft if hard == resource.RLIM_INFINITY or soft == resource.RLIM_INFINITY else min(soft, hard)
    resource.setrlimit(resource.RLIMIT_AS, (hard if soft == resource.RLIM_INFINITY else wanted, hard))
