"""The ready questions of ``ontology/questions`` with what they answer on a graph."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.errors import ConfigurationError
from kg.publish.html import plain
from kg.publish.tables import cell
from kg.questions import Question, bind, questions

#: Rows of an answer that the page holds; it says how many there are, and how to get them all.
SHOWN = 200
# The two places of which most is told: what a question about pairs of places is asked for.
_FULLEST = """
PREFIX fz: <https://w3id.org/fazhi/ontology#>
SELECT ?path WHERE { ?engagement a fz:Engagement ; fz:programme ?run ; fz:place/fz:path ?path }
GROUP BY ?path ORDER BY DESC(COUNT(DISTINCT ?run)) ?path LIMIT 2"""


def answers(store: ox.Store) -> list[dict[str, Any]]:
    """Every question with its words, its SPARQL and its answer, by name.

    The store answers without holding Python back, so this may run in a thread beside other work.

    Returns:
        For each question ``name``, ``zh``, ``en``, ``sparql``, ``parameters`` (name, example), ``columns``, ``numbers``
        (positions of columns that hold numbers alone), ``rows`` (the first :data:`SHOWN`, as strings), ``total``, and
        ``asked`` (parameter, value): with what it was asked, where it would else run over every pair of places.

    Raises:
        ConfigurationError: where a question is no SPARQL.
    """
    fullest = [row["path"].value for row in store.query(_FULLEST)]  # type: ignore[union-attr]
    return [
        _answer(store, question, dict(zip(question.pairs, fullest, strict=False))) for question in questions().values()
    ]


def _answer(store: ox.Store, question: Question, asked: dict[str, str]) -> dict[str, Any]:
    try:
        solutions = store.query(bind(question.sparql, asked))
    except SyntaxError as error:
        raise ConfigurationError(
            "question-broken", f"现成的问题 {question.name} 用不了：{error}", f"cannot ask {question.name}: {error}",
            where=question.name, remedy_zh="恢复这个文件", remedy_en="restore the file",
        ) from error  # fmt: skip
    assert isinstance(solutions, ox.QuerySolutions)
    columns = [variable.value for variable in solutions.variables]
    rows = [[plain(cell(value)) for value in solution] for solution in islice(solutions, SHOWN)]
    total = len(rows) + sum(1 for _ in solutions)
    cells = [[row[at] for row in rows] for at in range(len(columns))]
    numbers = [at for at, column in enumerate(cells) if any(column) and all(map(_number, column))]
    return {
        "name": question.name, "zh": question.zh, "en": question.en, "sparql": question.sparql,
        "parameters": [list(pair) for pair in question.parameters], "columns": columns, "numbers": numbers,
        "rows": rows, "total": total, "asked": [list(pair) for pair in asked.items()],
    }  # fmt: skip


def _number(text: str) -> bool:
    """Whether a cell is a number, or nothing."""
    return not text or text.lstrip("-").replace(".", "", 1).isdecimal()
