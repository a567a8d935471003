"""The ready questions of ontology/questions/: SPARQL by name, with the question in both languages and its parameters.

A question is a .rq file whose head says what it answers, and with what it may be narrowed (a name, and an example)::

    # zh: 哪些地方实施过某个项目？
    # en: Which places ran a programme?
    # param: programme 甲乙改革

Its text holds ``VALUES ?programmeName { UNDEF }`` for each parameter; as it stands it runs over all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph as ox

from kg.errors import ConfigurationError, QueryError
from kg.vocabulary import ontology_folder

_PARAMETER = re.compile(r"(VALUES\s+\?(\w+)Name\s*\{)[^}]*(\})")
_HEAD = re.compile(r"^# (zh|en|param|pairs): *(.*?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A ready question.

    ``parameters`` are the names that it can be narrowed by, each with an example; ``pairs`` are those of them without
    which it runs over every pair of places.
    """

    name: str
    zh: str
    en: str
    parameters: tuple[tuple[str, str], ...]
    sparql: str
    pairs: tuple[str, ...] = ()


def questions() -> dict[str, Question]:
    """All ready questions by name, sorted. ConfigurationError where a file cannot be read."""
    files = sorted((ontology_folder() / "questions").glob("*.rq"), key=lambda file: file.stem)
    return {file.stem: _question(file.stem, query_file(file)) for file in files}


def question(name: str) -> Question:
    """The question with a name; QueryError (``question-unknown``), with the nearest names, where there is none."""
    known = questions()
    if name in known:
        return known[name]
    holding = sorted((one for one in known if name.lower() in one), key=lambda one: (not one.startswith(name), one))
    near = holding[:3] or get_close_matches(name.lower(), known, n=3, cutoff=0.4)
    raise QueryError(
        "question-unknown", "没有这个问题", "there is no such question", where=name,
        remedy_zh=f"相近的有：{'、'.join(near)}" if near else "用 kg query --list 看现成的问题",
        remedy_en=f"the closest are: {', '.join(near)}" if near else "see the ready questions with kg query --list",
    )  # fmt: skip


def query_file(file: Path) -> str:
    """The text of a query file. ConfigurationError (``query-file-unreadable``) where it cannot be read as UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            "query-file-unreadable", "读不了这个查询文件", "this query file cannot be read", where=str(file),
            remedy_zh="检查路径，并以 UTF-8 保存", remedy_en="check the path, and save it as UTF-8",
        ) from error  # fmt: skip


def _question(name: str, text: str) -> Question:
    head = [(match[1], match[2]) for match in _HEAD.finditer(text)]
    zh, en = (next((value for field, value in head if field == language), "") for language in ("zh", "en"))
    pairs = (value.partition(" ") for field, value in head if field == "param")
    squared = tuple(word for field, value in head if field == "pairs" for word in value.split())
    return Question(name, zh, en, tuple((parameter, example) for parameter, _, example in pairs), text, squared)


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
