"""Which version of the package is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str:
    """The version of this package as installed, or ``0+unknown`` in a bare checkout."""
    try:
        return version("fazhi-kg")
    except PackageNotFoundError:
        return "0+unknown"
