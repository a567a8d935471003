"""What can befall an input beyond its own faults, said as a problem: time, memory, a crash, an error of this program."""

from __future__ import annotations

import os

from kg.memory import MOST
from kg.model import Problem
from kg.worker import Lost


def internal(name: str, error: Exception) -> Problem:
    """One report that this program stumbles over must not take the others with it; that it stumbled is said."""
    if os.environ.get("KG_DEBUG"):
        raise error
    what = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    return Problem(
        "internal-error", name, f"程序出错，这份报告没有收入（{what}）", f"this program failed on the report ({what})",
        "请把文件名和这一行发给开发者", "please send this line and the file to the developers",
    )  # fmt: skip


def lost(name: str, why: Lost, seconds: float) -> Problem:
    """An input for which a worker gave its life, its time or its memory."""
    if why.why == "timeout":
        return Problem(
            "file-timeout", name, f"{seconds:g} 秒内没有读完，已跳过",
            f"it could not be read in {seconds:g} seconds; it was skipped",
            "用 --timeout-per-file 多给些时间，或把文件拆小、另存为文本",
            "give it more time with --timeout-per-file, or split it or save it as text",
        )  # fmt: skip
    if why.why == "memory":
        return Problem(
            "file-memory", name, f"读它要用 {MOST / 1e6:.0f} MB 以上的内存，已跳过",
            f"reading it takes more than {MOST / 1e6:.0f} MB of memory; it was skipped",
            "把文件拆小，或另存为文本", "split it, or save it as text",
        )  # fmt: skip
    return Problem(
        "reader-crashed", name, f"读取程序在这个文件上崩溃了（{why.how}），已跳过",
        f"the reader crashed on this file ({why.how}); it was skipped",
        "文件多半已损坏：重新下载，或打开后另存一份；文件若是好的，请发给开发者",
        "it is most likely damaged: download it again, or open it and save a copy; if it is fine, send it to the developers",
    )  # fmt: skip
