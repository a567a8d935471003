"""What people may ask a graph: SPARQL, a file of it, or a ready question, with values as the graph spells them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.console.messages import pick, text
from kg.graph import Answer, run
from kg.inquiry.limits import within
from kg.inquiry.places import replaced
from kg.inquiry.stored import Stored, open_graph
from kg.inquiry.suggest import Thing, meant, things
from kg.inquiry.values import KINDS, status_named, things_named
from kg.questions import bind, query_file, question, questions

# What picks among the rows of a query that does not take it as a parameter.
_COLUMNS = ("year", "status")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, the base of the graph's data IRIs, and what the asker may want to know beside it (a line each)."""

    answer: Answer
    base: str
    hints: tuple[str, ...] = ()


def ask(graph: Path, what: str, parameters: Mapping[str, str], *, seconds: float = 0) -> Reply:
    """Ask the graph in a file or folder; a query that runs longer than ``seconds`` is given up (0: no limit).

    A year or status that the query does not take as a parameter picks among the rows, where they tell it.

    Raises:
        QueryError: the query is unknown, wrong or refused, or a parameter names nothing that the graph knows.
        ConfigurationError: the graph or the query file cannot be read.
    """
    query = find_query(what)
    stored = open_graph(graph)
    wanted = {name: status_named(value) if name == "status" else value for name, value in parameters.items()}
    picked = {name: wanted.pop(name) for name in _COLUMNS if name in wanted and f"?{name}Name" not in query}
    filled = _filled(query, wanted, stored) if wanted else wanted
    bound = bind(query, filled)
    answer = _pick(query, within(lambda: run(stored.store, bound, base=stored.base), seconds), picked)
    return Reply(answer, stored.base, () if answer.rows else replaced(stored, filled.get("place", "")))


def find_query(what: str) -> str:
    """The SPARQL that is meant by SPARQL text, the path of a .rq file, or the name of a ready question.

    Raises:
        QueryError: ``question-unknown``, with the names nearest to it.
        ConfigurationError: ``query-file-unreadable``.
    """
    if what.endswith((".rq", ".sparql")) and "{" not in what:
        return query_file(Path(what))
    if re.search(r"[\s{]", what) or not what:
        return what
    return question(what).sparql


def question_rows() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The ready questions as a table, each with what it answers in the user's language and how it is asked."""
    rows: list[tuple[str, ...]] = []
    for one in questions().values():
        options = " ".join(f"--{name} {example}" for name, example in one.parameters)
        rows.append((one.name, pick(one.zh, one.en), options))
    return (text("question"), text("answers"), text("example")), rows


def _filled(query: str, parameters: Mapping[str, str], stored: Stored) -> dict[str, str]:
    """The parameters of a query, each as the graph spells it."""
    bind(query, parameters)  # a parameter that the query does not take is told before a value that the graph lacks
    known = things(stored) if parameters.keys() & KINDS.keys() else ()
    return {name: _value(name, value, known, stored) for name, value in parameters.items()}


def _value(name: str, value: str, known: tuple[Thing, ...], stored: Stored) -> str:
    """A value as questions match it: the path of a place, the label of another thing, or a part of one as given."""
    if name not in KINDS:
        return value
    found = things_named(name, value, known, stored.base)
    exact = meant(value, found, stored.base)
    return exact[0].shown if len(exact) == 1 else value


def _pick(query: str, answer: Answer, wanted: Mapping[str, str]) -> Answer:
    missing = {name: value for name, value in wanted.items() if name not in answer.variables}
    bind(query, missing)  # raises for what is neither a parameter nor a column
    columns = [(answer.variables.index(name), value) for name, value in wanted.items()]
    rows = tuple(row for row in answer.rows if all(row[at] == value for at, value in columns))
    return Answer(answer.variables, rows)
