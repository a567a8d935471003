"""What is refused before a query runs: the network, changes to the graph, and graphs that are not there.

Oxigraph follows SERVICE over the network, which a tool that promises to work offline must not. Words in the text of a
query do not tell whether it does: its parser reads ``SERVICEx:y``, too, and ``1<2)SERVICE:a#>`` may be an IRI or a call.
So the parser itself is asked: where every ``service`` in the text becomes another word of the same length, strings,
variables and names still parse, and a keyword does not, for no name may stand before the braces of its pattern (SPARQL
1.1, 19.8, rule 59).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.syntax import syntax_error

# What may hold any word without meaning it: strings, IRIs, comments (in the order in which they can open).
QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\r\n]|\\.)*"' r"|'(?:[^'\\\r\n]|\\.)*'" r"|<[^<>\"{}|^`\\\s]*>" r"|#[^\r\n]*",
    re.DOTALL,
)  # fmt: skip
# A keyword: not a variable (?service), not a part of a prefixed name (fz:service, service:x).
_SERVICE = re.compile(r"(?<![\w?$:-])service\b(?![:\w-])", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?<![\w?$:-])(insert|delete|load|clear|create|drop|copy|move|add)\b(?![:\w-])(?=[\s{])", re.IGNORECASE
)
_FORM = re.compile(r"(?<![\w?$:-])(select|ask|construct|describe)\b(?![:\w-])", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w?$:-])from\b(?![:\w-])", re.IGNORECASE)
# SPARQL 1.1, 19.2: an escape may stand for any character, of a keyword, too. Oxigraph reads none outside strings and
# IRIs; who writes one there is told why the query is refused all the same.
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00[0-9A-Fa-f]{6})")
_WORD = re.compile("service", re.IGNORECASE)
# Where a keyword may begin: not within a word, a variable, a name, nor in the path of an IRI.
_HIDDEN = re.compile(r"(?<![\w?$:/.#-])service", re.IGNORECASE)


def refuse(query: str, prefixes: Mapping[str, str]) -> None:
    """Raise QueryError for a query that would use the network, change the graph or read another graph.

    Codes: ``query-service``, ``query-update``, ``query-dataset``; ``query-syntax`` for one that mentions a service and
    cannot be parsed: what it would do is not known, so it does not run.
    """
    bare = _ESCAPE.sub(_unescaped, QUOTED.sub(" ", query))
    if _SERVICE.search(bare):
        raise _service(query)
    form, update, source = _FORM.search(bare), _UPDATE.search(bare), _FROM.search(bare)
    if update and (form is None or update.start() < form.start()):
        raise QueryError(
            "query-update", f"{update[1].upper()} 会改动图：这里只能查询。",
            f"{update[1].upper()} would change the graph: this only answers queries.", where=query,
            remedy_zh="用 SELECT、ASK、CONSTRUCT 或 DESCRIBE。", remedy_en="Use SELECT, ASK, CONSTRUCT or DESCRIBE.",
        )  # fmt: skip
    if form and source and source.start() < (bare.find("{") if "{" in bare else len(bare)):
        raise QueryError(
            "query-dataset", "FROM 指的是别的图：这里只有一个图，也不会去取别的。",
            "FROM names another graph: there is only one here, and no other is fetched.", where=query,
            remedy_zh="去掉 FROM；要查别的文件，用 --graph。", remedy_en="Remove FROM; to ask another file use --graph.",
        )  # fmt: skip
    _refuse_hidden(query, prefixes)


def _service(query: str) -> QueryError:
    return QueryError(
        "query-service", "查询里有 SERVICE：这里不连接网络。", "The query has SERVICE: nothing here uses the network.",
        where=query, remedy_zh="去掉 SERVICE，只查本图。", remedy_en="Remove SERVICE; ask this graph only.",
    )  # fmt: skip


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number < 0x110000 else match[0]


def _refuse_hidden(query: str, prefixes: Mapping[str, str]) -> None:
    """Raise where ``service`` is a keyword for the parser, or where that cannot be known."""
    if not _WORD.search(query):
        return
    lower = query.lower()
    letter = next((letter for letter in "qxzjkvw" if f"{letter}ervice" not in lower), None)
    if letter is None:  # nobody writes all seven words by chance
        raise _service(query)
    other = _WORD.sub(lambda word: (letter.upper() if word[0][0] == "S" else letter) + word[0][1:], query)
    try:
        ox.Store().query(other, prefixes=dict(prefixes))
    except SyntaxError as error:
        # Strings and comments masked, but nothing that is in angle brackets: there, too, it may be a keyword.
        hidden = _HIDDEN.search(QUOTED.sub(_kept, query))
        raise _service(query) if hidden else syntax_error(query, str(error), prefixes, parsed=other) from error
    except (OSError, RuntimeError, ValueError):
        return


def _kept(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("<") else " "
