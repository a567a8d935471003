"""Places and how they changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A jurisdiction. ``key`` is its code (six digits, nine for townships), or parent code + "-" + name without one.

    ``since`` and ``until`` are ISO dates of the period in force where known; ``path`` is ``浙江省/杭州市/拱墅区``.
    """

    key: str
    name: str
    level: str  # country | province | prefecture | county | township | village
    parent: str | None
    path: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A dated change of divisions: n-ary, since several places may become several.

    ``date`` is ISO, of the precision known (2021-04-09, 2014-12, 2005); ``kind``: merge | split | rename | upgrade |
    transfer | found; ``before`` and ``after`` hold codes, and a code on both sides is a place that goes on.
    """

    date: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str
