"""SPARQL on a store: answers as plain strings, errors that say where and what to do.

A graph is not changed by asking it, and nothing is fetched: see :mod:`kg.graph.guard`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.guard import refuse
from kg.graph.syntax import syntax_error
from kg.ids import DEFAULT_BASE
from kg.vocabulary import prefixes


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of plain strings (IRIs in full, literals without language or type); "" where a variable is unbound.

    An ASK has one row with "true" or "false"; a CONSTRUCT or DESCRIBE has the columns subject, predicate, object.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def dicts(self) -> list[dict[str, str]]:
        """Return the rows as dicts by variable."""
        return [dict(zip(self.variables, row, strict=True)) for row in self.rows]


def run(store: ox.Store, query: str, *, base: str = DEFAULT_BASE) -> Answer:
    """Run a query. All prefixes of the graph are known without being declared; ``base`` is that of the data IRIs.

    Raises QueryError: query-syntax (with line and column), query-service, query-update, query-dataset, query-failed.
    """
    known = prefixes(base)
    refuse(query, known)
    try:
        return _answer(store.query(query, prefixes=known))
    except SyntaxError as error:
        raise syntax_error(query, str(error), known) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError("query-failed", f"查询没有完成：{error}", f"The query failed: {error}", where=query) from error


def _answer(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    if isinstance(result, ox.QueryBoolean):
        return Answer(("answer",), (("true" if result else "false",),))
    if isinstance(result, ox.QueryTriples):
        triples = sorted({(_text(t.subject), _text(t.predicate), _text(t.object)) for t in result})
        return Answer(("subject", "predicate", "object"), tuple(triples))
    variables = tuple(variable.value for variable in result.variables)
    return Answer(variables, tuple(tuple(_text(value) for value in row) for row in _rows(result)))


def _rows(result: ox.QuerySolutions) -> Iterator[list[object]]:
    for solution in result:
        yield list(solution)


def _text(value: object) -> str:
    if isinstance(value, (ox.NamedNode, ox.Literal)):
        return value.value
    return "" if value is None else str(value)
