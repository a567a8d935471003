"""The ready questions of ontology/questions/, and what people may ask with: their names, parameters and values.

A question is a .rq file whose head says what it answers::

    # zh: 哪些地方推行了一个项目
    # en: which places ran a programme
    # param: programme

and whose text holds ``VALUES ?programmeName { UNDEF }`` for each parameter. The queries behind the tables are questions,
too, under ``tables/``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import ConfigurationError, QueryError
from kg.graph import Answer, bind, run
from kg.messages import listed, pick, text
from kg.names import Thing, closest, meant, things
from kg.stored import Stored, open_graph
from kg.vocabulary import ontology_folder, vocabulary

_HEAD = re.compile(r"#\s*(zh|en|param)\s*:\s*(.*)")
# Which class of things a parameter names; others are taken as they are.
_KINDS = {"place": "Place", "programme": "Programme", "indicator": "Indicator", "award": "Award"}


@dataclass(frozen=True, slots=True)
class Question:
    """A ready question: ``parameters`` are names of options that it takes."""

    name: str
    zh: str
    en: str
    parameters: tuple[str, ...]
    query: str


def questions() -> dict[str, Question]:
    """All ready questions by name, those behind the tables last. ConfigurationError where the folder is broken."""
    folder = ontology_folder() / "questions"
    files = [*sorted(folder.glob("*.rq")), *sorted(folder.glob("tables/*.rq"))]
    return {found.name: found for found in (_question(file, folder) for file in files)}


def _question(file: Path, folder: Path) -> Question:
    query = query_file(file)
    head = [found.groups() for line in query.splitlines() if (found := _HEAD.match(line))]
    said = {name: value.strip() for name, value in reversed(head)}
    parameters = tuple(words[0].rstrip("：:,，") for name, value in head if name == "param" and (words := value.split()))
    name = file.relative_to(folder).with_suffix("").as_posix()
    return Question(name, said.get("zh", ""), said.get("en", ""), parameters, query)


def query_file(file: Path) -> str:
    """The text of a query file. ConfigurationError where it cannot be read as UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            "query-file-unreadable", "读不了这个查询文件", "this query file cannot be read", where=str(file),
            remedy_zh="检查路径，并以 UTF-8 保存", remedy_en="check the path, and save it as UTF-8",
        ) from error  # fmt: skip


def find_query(what: str) -> str:
    """The SPARQL that is meant by SPARQL text, the path of a .rq file, or the name of a ready question.

    Raises:
        QueryError: ``question-unknown``, with the names nearest to it.
        ConfigurationError: ``query-file-unreadable``.
    """
    if re.search(r"[\s{]", what.strip()) and not what.strip().endswith(".rq"):
        return what
    if what.endswith((".rq", ".sparql")):
        return query_file(Path(what))
    known = questions()
    if what in known:
        return known[what].query
    near = get_close_matches(what, known, n=3, cutoff=0.4)
    raise QueryError(
        "question-unknown", "没有这个问题", "there is no such question", where=what,
        remedy_zh=f"相近的有：{'、'.join(near)}" if near else "用 kg query --list 看现成的问题",
        remedy_en=f"the closest are: {', '.join(near)}" if near else "see the ready questions with kg query --list",
    )  # fmt: skip


def fill(query: str, parameters: Mapping[str, str], stored: Stored) -> str:
    """Write parameters into a query, each as the graph spells it.

    Raises:
        QueryError: ``unknown-value``, with the closest names; ``query-parameter`` for one the query does not take.
    """
    known = things(stored) if parameters.keys() & _KINDS.keys() else ()
    bind(query, parameters)  # a parameter the query does not take is told before a value that the graph does not know
    return bind(query, {name: _value(name, value, known, stored) for name, value in parameters.items()})


def _value(name: str, value: str, known: tuple[Thing, ...], stored: Stored) -> str:
    if name == "status":
        return _status(value)
    if name not in _KINDS:
        return value
    among = tuple(thing for thing in known if thing.kind == _KINDS[name])
    found = meant(value, among, stored.base)
    if found:
        return _spelt(value, found)
    near = listed(closest(value, among))
    said = text("unknown-name", name=value) + (text("closest", names=near) if near else "")
    raise QueryError("unknown-value", said, said, where=f"--{name}")


def _spelt(value: str, found: tuple[Thing, ...]) -> str:
    """How a question matches the thing: by label, or by what was given where that means several things."""
    return found[0].label if len(found) == 1 else value


def _status(value: str) -> str:
    """The notation of a status given by notation or by label in either language."""
    words = vocabulary()
    concepts = [words.concept("status", notation) for notation in words.notations("status")]
    for concept in concepts:
        if value.lower() in (concept.notation, concept.zh, concept.en):
            return concept.notation
    said = "、".join(f"{concept.notation}（{concept.zh}）" for concept in concepts)
    raise QueryError(
        "unknown-value", f"没有状态“{value}”", f"there is no status “{value}”", where="--status",
        remedy_zh=f"可用：{said}", remedy_en=f"use one of: {', '.join(concept.notation for concept in concepts)}",
    )  # fmt: skip


def ask(graph: Path, what: str, parameters: Mapping[str, str]) -> tuple[Answer, str]:
    """Ask the graph in a file or folder; returns the answer and the base of the graph's data IRIs.

    Raises:
        QueryError: the query is unknown, wrong or refused, or a parameter names nothing that the graph knows.
        ConfigurationError: the graph or the query file cannot be read.
    """
    query = find_query(what)
    stored = open_graph(graph)
    return run(stored.store, fill(query, parameters, stored) if parameters else query, base=stored.base), stored.base


def question_rows() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The ready questions as a table, each with what it answers in the user's language and the options that it takes."""
    rows = []
    for question in questions().values():
        options = " ".join(f"--{name}" for name in question.parameters)
        rows.append((question.name, pick(question.zh, question.en), options))
    return (text("question"), text("answers"), text("options")), rows
