"""One process beside this one, which works on an item at a time: how it begins, what it says, how it ends."""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection
from time import monotonic
from types import ModuleType
from typing import Any

from kg import memory

START = "fork" if sys.platform == "linux" else "spawn"
"""How processes begin. Fork shares what is loaded (0.7 s of imports); elsewhere it is unsafe, or not there."""
_NO_MEMORY = 77  # exit code of a process in which an item needed more memory than there is
_GRACE = 10  # seconds after which a process whose parent is gone ends an item by itself


@dataclass(frozen=True, slots=True)
class Lost:
    """Why there is no result: ``timeout``, ``crash`` or ``memory``; for a crash, how the process ended (``SIGSEGV``)."""

    why: str
    how: str = ""


class Worker:
    """One process: ``at`` is the item that it works on, ``used`` whether it has done others before."""

    def __init__(self, do: Callable[[Any], Any], seconds: float, folder: str, others: Sequence[Connection]) -> None:
        context = multiprocessing.get_context(START)
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
        """The item that it works on."""
        assert self.at is not None
        return self.at

    def begin(self, at: int, item: object) -> None:
        """Hand it an item; its time runs from now, or from when it is loaded."""
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


def _serve(connection: Connection, copied: Sequence[int], do: Callable[[Any], Any], seconds: float, folder: str) -> None:
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
