"""Numbers for things, and rows in an order of their own: what keeps the data of a page small and the same each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from kg.publish.html import plain

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]
_NUMERIC = ("start", "end")


class Numbers:
    """Things by number, in the order in which they were first asked for."""

    def __init__(self) -> None:
        self._known: dict[Any, int] = {}

    def of(self, key: Any) -> int:  # noqa: ANN401 - any hashable key
        """The number of a key; a new one for a new key."""
        return self._known.setdefault(key, len(self._known))

    def __iter__(self) -> Iterator[Any]:
        return iter(list(self._known))


def local(iri: str) -> str:
    """What follows the last slash of an IRI, readable: how the page's addresses name a thing."""
    return plain(unquote(iri.rpartition("/")[2]))


def in_order(rows: Iterable[Row], *columns: str) -> list[Row]:
    """Rows sorted by columns (offsets as numbers), then by all they hold: whatever order they came in."""

    def key(row: Row) -> tuple[list[str], list[tuple[str, str]]]:
        told = [row.get(column, "").zfill(9) if column in _NUMERIC else row.get(column, "") for column in columns]
        return told, sorted(row.items())

    return sorted(rows, key=key)
