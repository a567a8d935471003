"""Processes beside this one: order, crashes, time, memory, and what happens when one side is gone."""

import ctypes
import os
import signal
import subprocess
import sys
import time

import pytest

from kg import memory, worker
from kg.errors import InternalError
from kg.worker import Lost
from kg.workers import Work, begin_order, results

POSIX = os.name == "posix"
SIGNALS = pytest.mark.skipif(not POSIX, reason="these signals are of POSIX systems")
_done = 0


def _do(item):
    """Do what an item says; what is worked on next in the same process knows how many were before."""
    global _done
    _done += 1
    kind, value = item
    if kind == "exit":
        os._exit(value)
    if kind == "segfault":
        ctypes.string_at(0)
    if kind == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "sleep":
        time.sleep(value)
    if kind == "memory":
        raise MemoryError
    if kind == "fill":
        return len(bytearray(value))
    if kind == "error":
        raise ValueError(value)
    if kind == "shy" and _done > 1:
        os._exit(9)
    return kind, value if value != "pid" else os.getpid()


def _lost(item, why):
    return item, why


def _size(item):
    return item[1] if isinstance(item[1], int) else 0


def _safe(item):
    return item[0] == "safe"


WORK = Work(_do, _lost, _size, _safe)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs):
    items = [("echo", (at * 7) % 20) for at in range(20)]
    assert list(results(WORK, items, jobs, 60)) == items
    assert list(results(WORK, [], jobs, 60)) == []


@pytest.mark.parametrize(("jobs", "calls"), [(1, 0), (2, 1)])
def test_what_is_done_meanwhile_is_done_once_while_others_work(jobs, calls):
    called, numbers = [], list(range(5))
    work = Work(abs, _lost, abs, lambda _: True)
    assert list(results(work, numbers, jobs, 30, lambda: called.append(os.getpid()))) == numbers
    assert called == [os.getpid()] * calls


def test_the_largest_are_begun_first():
    sizes = [10, 5_000_000, 30, 20, 2_000_000]
    assert begin_order(sizes) == [1, 4, 2, 3, 0]
    many = begin_order([at % 1000 for at in range(3000)])
    assert sorted(many) == list(range(3000))
    assert max(place - at for place, at in enumerate(many)) < 256  # results need not wait for ever
    assert begin_order([7] * 600) == list(range(600))


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize(
    ("item", "why"),
    [
        (("exit", 3), Lost("crash", "exit 3")),
        (("exit", 0), Lost("crash", "exit 0")),
        pytest.param(("segfault", 0), Lost("crash", "SIGSEGV"), marks=SIGNALS),
        pytest.param(("kill", 0), Lost("crash", "SIGKILL"), marks=SIGNALS),
        (("memory", 0), Lost("memory")),
    ],
)
def test_what_dies_on_an_item_loses_that_item_alone(jobs, item, why):
    items = [("echo", 1), item, ("echo", 2), item, ("echo", 3)]
    assert list(results(WORK, items, jobs, 60)) == [("echo", 1), (item, why), ("echo", 2), (item, why), ("echo", 3)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_takes_too_long_is_given_up(jobs):
    items = [("echo", 1), ("sleep", 600), ("echo", 2)]
    begin = time.monotonic()
    assert list(results(WORK, items, jobs, 1)) == [("echo", 1), (("sleep", 600), Lost("timeout")), ("echo", 2)]
    assert time.monotonic() - begin < 300


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to RLIMIT_AS")
def test_memory_has_a_bound_and_is_there_below_it():
    items = [("fill", 2 * memory.MOST), ("fill", memory.MOST // 2)]
    assert list(results(WORK, items, 2, 60)) == [(items[0], Lost("memory")), memory.MOST // 2]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to RLIMIT_AS")
def test_a_program_may_have_more_memory_and_the_limit_is_as_before():
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    try:
        memory.limit()
        limited = resource.getrlimit(resource.RLIMIT_AS)
        assert limited[0] < memory.MOST_OF_PROGRAMS
        with memory.for_programs():
            assert resource.getrlimit(resource.RLIMIT_AS)[0] == memory.MOST_OF_PROGRAMS
        assert resource.getrlimit(resource.RLIMIT_AS) == limited
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def test_an_item_is_not_blamed_for_what_one_before_it_broke():
    items = [("echo", 5), ("shy", 0), ("echo", 0)]
    assert list(results(WORK, items, 1, 60)) == items
    items = [("exit", 4), ("echo", 1)]
    assert list(results(WORK, [("echo", 9), *items], 2, 60))[1] == (("exit", 4), Lost("crash", "exit 4"))


def test_an_error_of_the_work_is_raised_here():
    with pytest.raises(ValueError, match="甲"):
        list(results(WORK, [("echo", 1), ("error", "甲"), ("echo", 2)], 2, 60))


def test_with_one_job_safe_items_stay_in_this_process():
    safe, other = results(WORK, [("safe", "pid"), ("echo", "pid")], 1, 60)
    assert safe[1] == os.getpid() != other[1]
    assert all(pid != os.getpid() for _, pid in results(WORK, [("safe", "pid")] * 3, 2, 60))


def test_memory_that_runs_out_here_is_said_as_well():
    work = Work(_do, _lost, _size, lambda _: True)
    assert list(results(work, [("memory", 0), ("echo", 1)], 1, 60)) == [(("memory", 0), Lost("memory")), ("echo", 1)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_that_are_spawned_do_the_same(monkeypatch, jobs):
    monkeypatch.setattr(worker, "START", "spawn")
    items = [("echo", 1), ("exit", 3), ("safe", 2)]
    assert list(results(WORK, items, jobs, 60)) == [("echo", 1), (("exit", 3), Lost("crash", "exit 3")), ("safe", 2)]


def test_where_no_process_can_be_begun_it_is_said(monkeypatch):
    monkeypatch.setattr(worker, "_serve", os._exit)  # which takes no such arguments
    monkeypatch.setattr(worker, "START", "fork" if POSIX else "spawn")
    with pytest.raises(InternalError) as raised:
        list(results(WORK, [("echo", 1)], 2, 60))
    assert raised.value.code == "workers-unavailable"


SCRIPT = """
import kg
from kg import worker
worker.START = "spawn"
print("begun", flush=True)
outcome = kg.build({inputs!r}, {target!r}, jobs=2)
print("built", outcome.reports, flush=True)
"""


def test_a_script_without_a_guard_is_not_run_again(tmp_path):
    from conftest import ROOT, SAMPLE_FILES

    script = tmp_path / "script.py"
    inputs = [str(file) for file in SAMPLE_FILES[:2]]
    script.write_text(SCRIPT.format(inputs=inputs, target=str(tmp_path / "out")), encoding="utf-8")
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, str(script)], env=settings, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.split() == ["begun", "built", "2"], done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_processes_end_when_the_one_that_began_them_is_killed():
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; import test_workers as t\n"
        "for _, pid in t.results(t.WORK, [('echo', 'pid'), ('echo', 'pid')], 2, 0):\n"
        "    print(pid, flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    here = os.path.dirname(__file__)  # noqa: PTH120
    command = [sys.executable, "-c", code, here, os.path.dirname(here)]  # noqa: PTH120
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as parent:
        child = int(parent.stdout.readline())  # the loop now waits for a line that never comes
        assert _alive(child)
        parent.kill()
    end = time.monotonic() + 60
    while _alive(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not _alive(child)


def _alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
