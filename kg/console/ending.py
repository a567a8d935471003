"""How a command ends: its exit code, and what is said where something went wrong."""

from __future__ import annotations

import os

from kg.console.messages import error_lines, text
from kg.console.out import say
from kg.console.usage import usage_line
from kg.errors import InternalError, KgError
from kg.version import installed_version

FINE, FINDINGS, USAGE, INTERNAL, STOPPED = 0, 1, 2, 101, 130


def failed(error: Exception, commands: list[str]) -> int:
    """Say what went wrong, without a traceback unless KG_DEBUG asks for it, and return the exit code."""
    if os.environ.get("KG_DEBUG"):
        raise error
    if isinstance(error, KgError):
        for line in error_lines(error):
            say(line)
        return INTERNAL if isinstance(error, InternalError) else USAGE
    if hasattr(error, "format_message"):  # what Typer raises where it cannot make sense of the arguments
        say(usage_line(error, commands))
        return USAGE
    detail = " ".join(str(error).split())[:300]
    say(text("internal", kind=type(error).__name__, detail=detail, version=installed_version()))
    return INTERNAL
