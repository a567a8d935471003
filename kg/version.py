"""Which version of the package is installed."""

from __future__ import annotations

from functools import cache


@cache
def installed_version() -> str:
    """The version of this package as installed, or ``0+unknown`` in a bare checkout."""
    from importlib.metadata import PackageNotFoundError, version  # 20 ms, and most commands do not ask

    try:
        return version("fazhi-kg")
    except PackageNotFoundError:
        return "0+unknown"
