"""SPARQL on a store: answers as plain strings, errors that say where and what to do.

Oxigraph follows SERVICE over the network, which a tool that promises to work offline must not; and a graph that was
built is not changed by asking it. Both are refused here, before the query runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ids import DEFAULT_BASE
from kg.vocabulary import prefixes

# What may hold any word without meaning it: strings, IRIs, comments (in the order in which they can open).
_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"' r"|'(?:[^'\\\n]|\\.)*'" r"|<[^<>\"{}|^`\\\s]*>" r"|#[^\n]*",
    re.DOTALL,
)  # fmt: skip
# A keyword: not a variable (?service), not a part of a prefixed name (fz:service, service:x).
_SERVICE = re.compile(r"(?<![\w?$:-])service\b(?![:\w-])", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?<![\w?$:-])(insert|delete|load|clear|create|drop|copy|move|add)\b(?![:\w-])(?=[\s{])", re.IGNORECASE
)
_FORM = re.compile(r"(?<![\w?$:-])(select|ask|construct|describe)\b(?![:\w-])", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
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

    Raises QueryError: query-syntax (with line and column), query-service, query-update, query-failed.
    """
    _refuse(query)
    try:
        result = store.query(query, prefixes=prefixes(base))
        return _answer(result)
    except SyntaxError as error:
        raise _syntax(query, str(error)) from error
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


def _refuse(query: str) -> None:
    bare = _QUOTED.sub(" ", query)
    if _SERVICE.search(bare):
        raise QueryError(
            "query-service", "查询里有 SERVICE：这里不连接网络。",
            "The query has SERVICE: nothing here uses the network.", where=query,
            remedy_zh="去掉 SERVICE，只查本图。", remedy_en="Remove SERVICE; ask this graph only.",
        )  # fmt: skip
    form, update = _FORM.search(bare), _UPDATE.search(bare)
    if update and (form is None or update.start() < form.start()):
        raise QueryError(
            "query-update", f"{update[1].upper()} 会改动图：这里只能查询。",
            f"{update[1].upper()} would change the graph: this only answers queries.", where=query,
            remedy_zh="用 SELECT、ASK、CONSTRUCT 或 DESCRIBE。", remedy_en="Use SELECT, ASK, CONSTRUCT or DESCRIBE.",
        )  # fmt: skip


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


def _syntax(query: str, message: str) -> QueryError:
    found = _POSITION.search(message)
    if not found:
        return QueryError("query-syntax", f"SPARQL 语法错误：{message}", f"SPARQL syntax error: {message}", where=query)
    line, column, expected = int(found[1]), int(found[2]), _readable(found[3])
    shown = query.splitlines()[line - 1] if line <= len(query.splitlines()) else ""
    return QueryError(
        "query-syntax",
        f"SPARQL 语法错误，第 {line} 行第 {column} 列：{expected}",
        f"SPARQL syntax error at line {line}, column {column}: {expected}",
        where=f"{shown}\n{' ' * (column - 1)}^",
        remedy_zh="检查这个位置之前的括号、引号、句点和前缀。",
        remedy_en="Check brackets, quotes, full stops and prefixes before this place.",
    )


def _readable(expected: str) -> str:
    """Return what the parser says, without its lists of character ranges."""
    if "Prefix not found" in expected:
        return "unknown prefix"
    return " ".join(expected.split())[:200]
