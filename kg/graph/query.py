"""SPARQL on a store: answers as plain strings, errors that say where and what to do.

A graph is not changed by asking it, and nothing is fetched: see :mod:`kg.graph.guard`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.guard import refuse
from kg.graph.syntax import syntax_error
from kg.ids import DEFAULT_BASE
from kg.vocabulary import prefixes

_PARAMETER = re.compile(r"(VALUES\s+\?(\w+)Name\s*\{)[^}]*(\})")


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


def bind(query: str, parameters: Mapping[str, str]) -> str:
    """Fill the parameters of a question: ``place`` goes where the text has ``VALUES ?placeName { UNDEF }``.

    Values become string literals, escaped. Raises QueryError (query-parameter) for a name that the text lacks.
    """
    known = sorted({match[2] for match in _PARAMETER.finditer(query)})
    for name in parameters:
        if name not in known:
            raise QueryError(
                "query-parameter", f"这个问题没有参数 {name}。", f"This question has no parameter {name}.", where=name,
                remedy_zh=f"可用的参数：{'、'.join(known) or '无'}。",
                remedy_en=f"It has: {', '.join(known) or 'none'}.",
            )  # fmt: skip

    def fill(match: re.Match[str]) -> str:
        value = parameters.get(match[2])
        return match[0] if value is None else f"{match[1]} {ox.Literal(value)} {match[3]}"

    return _PARAMETER.sub(fill, query)


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
