"""Where a query is wrong: the line, the column and the word at which its parser gives up.

Oxigraph tells the farthest place that it has looked at, which lies up to the length of its longest keyword behind the
error: it takes as many characters as OPTIONAL has and compares them. Two things find the error itself. Spaces between
words are widened, so that a keyword never reaches into the next word; and the text is cut off at each place, with
characters that no rule takes behind it: the error is where cutting earlier first changes what the parser says. It
parses some thousand texts of that length in a hundredth of a second.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import east_asian_width

import pyoxigraph as ox

from kg.errors import QueryError

_POSITION = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)
_GAP = " " * 24  # longer than any keyword of SPARQL 1.1 and its functions (ENCODE_FOR_URI has 14)
_NOTHING = "\x01" * 24  # what no rule of the grammar takes, but for strings and comments
_STRINGS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\r\n]|\\.)*"' r"|'(?:[^'\\\r\n]|\\.)*'" r"|<[^<>\"{}|^`\\\s]*>" r"|#[^\r\n]*|\s",
    re.DOTALL,
)  # fmt: skip
# What the parser says beside what it expected: a sentence among the words of the grammar.
_REASON = re.compile(r"\b(?:IRI|[A-Z][a-z]+)(?: [\w?]+){2,}")
# Reasons that are told behind the word that they are about; where that word begins.
_BEHIND = {
    "Prefix not found": re.compile(r"[^\s,;()\[\]{}/|^]*:[^\s,;()\[\]{}]*\s*$"),
    "IRI parsing failed": re.compile(r"<[^<]*$"),
}
_CALLED = {
    "Prefix not found": ("前缀没有声明", "unknown prefix"),
    "The SELECT contains a variable that is unbound": (
        "SELECT 里的变量不在 GROUP BY 里", "SELECT has a variable that is not in GROUP BY"
    ),
    "IRI parsing failed": ("不是 IRI", "not an IRI"),
}  # fmt: skip
_WIDTH = 100  # columns of a line that are shown
_FULL_WIDTH = frozenset("，；。：“”‘’？！（）｛｝［］《》＝＜＞＊")


def syntax_error(query: str, message: str, prefixes: Mapping[str, str], *, parsed: str = "") -> QueryError:
    """The error for a query that its parser refuses with a message; ``where`` is the line and a caret below it.

    ``parsed`` is what was parsed, where that is not the query itself but a text of the same length.
    """
    found = _POSITION.search(message)
    if not found:
        return QueryError("query-syntax", f"SPARQL 语法错误：{message}", f"SPARQL syntax error: {message}", where=query)
    at, said = _locate(parsed or query, dict(prefixes))
    reason = next(iter(_REASON.findall(f"{said}, {found[3]}")), "")
    about = _BEHIND[reason].search(query, 0, at) if reason in _BEHIND else None
    at = about.start() if about else at
    line = query.count("\n", 0, at) + 1
    column = at - (query.rfind("\n", 0, at) + 1) + 1
    zh, en = _reason(query, at, reason)
    remedy_zh, remedy_en = "检查这个位置之前的括号、引号、句点和前缀。", (
        "Check brackets, quotes, full stops and prefixes before this place."
    )  # fmt: skip
    if query[at : at + 1] in _FULL_WIDTH and at < len(query):
        remedy_zh, remedy_en = "标点要用半角。", "Write it with the punctuation of ASCII."
    return QueryError(
        "query-syntax", f"SPARQL 语法错误，第 {line} 行第 {column} 列：{zh}",
        f"SPARQL syntax error at line {line}, column {column}: {en}", where=_pointed(query.split("\n")[line - 1], column),
        remedy_zh=remedy_zh, remedy_en=remedy_en,
    )  # fmt: skip


def _locate(query: str, prefixes: dict[str, str]) -> tuple[int, str]:
    """The offset of the error, and what the parser says of it."""
    wide, at = _widened(query)
    final, said = _farthest(wide + _NOTHING, prefixes)
    for cut in range(len(query), -1, -1):
        if _farthest(wide[: at[cut]] + _NOTHING, prefixes)[0] != final:
            return _word(query, min(cut + 1, len(query))), said
    return 0, said


def _word(query: str, at: int) -> int:
    """The same offset; where space begins there, that of the word before, which is then no word of the language."""
    if at >= len(query.rstrip()):
        return len(query.rstrip())
    if not query[at].isspace():
        return at
    before = re.search(r"[\w:.-]+$", query[:at])
    return before.start() if before else at


def _widened(query: str) -> tuple[str, list[int]]:
    """The query with wide gaps, and where each of its characters begins there (and its end)."""
    pieces: list[str] = []
    at: list[int] = []
    length = last = 0
    for match in [*_STRINGS.finditer(query), None]:
        start, end = match.span() if match else (len(query), len(query))
        at += range(length, length + start - last)
        length += start - last
        pieces.append(query[last:start])
        text = match[0] if match else ""
        pieces.append(text + _GAP if text.isspace() else text)
        at += range(length, length + len(text))
        length += len(pieces[-1])
        last = end
    return "".join(pieces), [*at, length]


def _farthest(text: str, prefixes: dict[str, str]) -> tuple[int, str]:
    """How far the parser has looked, as an offset, and what it says; -1 where it finds nothing wrong."""
    try:
        ox.Store().query(text, prefixes=prefixes)
    except SyntaxError as error:
        found = _POSITION.search(str(error))
        if found:
            line, column = int(found[1]), int(found[2])
            start = -1
            for _ in range(line - 1):
                start = text.find("\n", start + 1)
            return start + column, found[3]
    except (OSError, RuntimeError, ValueError):
        pass
    return -1, ""


def _reason(query: str, at: int, said: str) -> tuple[str, str]:
    """What is wrong there, in both languages: what the parser says, or else the word that it did not expect."""
    if said:
        return _CALLED.get(said, (said, said))
    if at >= len(query.rstrip()):
        return "查询没有写完", "the query ends too early"
    found = re.compile(r"[\w?$:-]+|.", re.DOTALL).match(query, at)
    word = found[0][:40] if found else ""
    return f"这里不该有“{word}”", f"“{word}” is not expected here"


def _pointed(line: str, column: int) -> str:
    """The line and a caret below the column, cut to what fits on a screen; wide characters count as two."""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", line)
    start = max(0, column - 1 - _WIDTH // 2)
    shown = ("…" if start else "") + line[start : start + _WIDTH]
    before = shown[: column - 1 - start + bool(start)]
    blank = "".join("\u3000" if east_asian_width(mark) in "WF" else " " for mark in before)
    return f"{shown}\n{blank}^"
