"""Source -> Text: one spelling for punctuation, no page furniture, no second copy of the body.

Every step either replaces characters one by one or deletes spans, so that each clean character keeps the offset of the
source character it came from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter

from kg.model import Source, Text

_CJK = r"\u4e00-\u9fff\u3400-\u4dbf"
_WIDE = _CJK + "，。；：！？、（）《》〈〉“”‘’「」『』【】·—…"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x0b\x0c"
_INVISIBLE = re.compile("[\r\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


def _table() -> dict[int, str]:
    """One-to-one replacements: compatibility forms by NFKC where that is one character, Chinese punctuation as ours."""
    table = {ord(space): " " for space in _SPACES}
    ranges = ((0xFF01, 0xFF5E), (0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0x2E80, 0x2EF3))
    for first, last in ranges:
        for code in range(first, last + 1):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1:
                table[code] = folded
    table |= {ord(a): b for a, b in zip("，；：！？（）", "，；：！？（）", strict=True)}
    table |= {ord(a): b for a, b in zip(";!?()", "；！？（）", strict=True)}
    table |= {ord(a): b for a, b in zip("﹙﹚〔〕•・‧∙｡〝〞﹁﹂", "（）（）····。“”“”", strict=True)}
    return table


_TABLE = _table()
_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9]{3})")
_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")
_QUOTES = re.compile(r'"')

# What web pages put around a text. A line made of nothing but these words is furniture.
_FURNITURE_WORD = (
    r"下载|打印(?:本页)?|全屏|收藏(?:本页)?|[【\[]?字[号体][：:]?|[】\]]|加?大|还原|减?小|中|分享(?:到)?[：:]?|返回(?:顶部|首页|列表)?|关闭(?:窗口)?"
    r"|首页|[>›»/|]+|上一[篇条][：:]?.{0,40}|下一[篇条][：:]?.{0,40}|扫一扫.{0,20}|(?:您|你)?(?:当前|现在)?的?位置[：:]?.{0,60}"
    r"|点击(?:率|数|量)?[：:]?[0-9]*|(?:浏览|访问|阅读)(?:次数|量)?[：:]?[0-9]*次?|无障碍|微信|微博|QQ空间|(?:视力)?保护色[：:]?"
    r"|(?:责任)?编辑[：:]?.{0,8}|作者[：:].{0,8}|来源[：:].{0,20}|信息来源[：:].{0,20}|审核[：:].{0,8}|附件[：:]?|[.。…]+|第?[0-9-]+页?|-+[0-9]+-+"
)
_FURNITURE = re.compile(rf"(?:(?:{_FURNITURE_WORD})\s*)+")
_BREADCRUMB = re.compile(r"^[^。；]{0,40}[>›»][^。；]{0,40}[>›»][^。；]{0,60}$")
_LINE_END = "。！？；：…"
_OPEN_CLOSE = {"《": "》", "“": "”", "（": "）"}
_HEADING = re.compile(rf"\s*(?:[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十]+）|[0-9]+[.、]|（[0-9]+）|第[{_CJK}]+[章节部分])")


def _delete(text: str, offsets: array[int], spans: list[tuple[int, int]]) -> tuple[str, array[int]]:
    """Text and offsets without the spans (sorted, not overlapping)."""
    if not spans:
        return text, offsets
    pieces, kept, at = [], array("I"), 0
    for start, end in spans:
        pieces.append(text[at:start])
        kept.extend(offsets[at:start])
        at = end
    pieces.append(text[at:])
    kept.extend(offsets[at:])
    return "".join(pieces), kept


def _unify(text: str) -> str:
    """The same number of characters, punctuation and compatibility forms in one spelling."""
    text = text.translate(_TABLE)
    text = _COMMA.sub("，", text)
    text = _COLON.sub("：", text)
    opening = [False]

    def pair(_: re.Match[str]) -> str:
        opening[0] = not opening[0]
        return "“" if opening[0] else "”"

    return _QUOTES.sub(pair, text)


_SPACE_RUN = re.compile(rf" +(?=\n|$)|(?:(?<=\n)|^) +|(?<=[{_WIDE}]) +| +(?=[{_WIDE}])", re.MULTILINE)


def _furniture(text: str) -> list[tuple[int, int]]:
    """Lines that belong to the page, not to the report; blank lines go with them."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if not bare or _FURNITURE.fullmatch(bare) or _BREADCRUMB.search(bare):
            spans.append((at, at + len(line)))
        at += len(line)
    return spans


def _unclosed(line: str) -> bool:
    """Whether a bracket or quotation mark opens in the line and does not close in it."""
    return any(line.count(a) > line.count(b) for a, b in _OPEN_CLOSE.items())


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which a text was hard-wrapped, or None.

    Wrapped text shows itself: most lines that do not end a sentence have the same width, give or take the two
    characters that punctuation may hang over.
    """
    open_lines = [len(line) for line in lines if line and line[-1] not in _LINE_END and not _HEADING.match(line)]
    if len(open_lines) < 5:
        return None
    width = Counter(open_lines).most_common(1)[0][0]
    near = sum(abs(length - width) <= 2 for length in open_lines)
    return width if width >= 18 and near >= 0.6 * len(open_lines) else None


def _false_breaks(text: str) -> list[tuple[int, int]]:
    """Line ends in the middle of a sentence: inside brackets that the next line closes, or of hard-wrapped text."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    spans, at = [], 0
    for line, after in zip(lines, lines[1:], strict=False):
        at += len(line) + 1
        if not line or not after or line[-1] in _LINE_END or _HEADING.match(after):
            continue
        wrapped = width is not None and abs(len(line) - width) <= 2
        closes = _unclosed(line) and any(c in after for c in "》”）") and len(line) > 8
        if wrapped or closes:
            spans.append((at - 1, at))
    return spans


_PIECE = re.compile(r"[^。\n]+[。\n]*")
_MIN_REPEAT = 300  # characters; a paragraph of boilerplate may stand twice, a page of text does not


def _repeats(text: str) -> list[tuple[int, int]]:
    """Runs of sentences that stood in the same order before: a body printed twice. The later copy goes.

    Short pieces (headings) follow the run they stand in. What stands between the first copy and the second without
    ending a sentence (breadcrumbs, a second title, the index table) goes with the second.
    """
    seen: dict[str, int] = {}
    spans: list[tuple[int, int]] = []
    run_start, run_end, run_long = -1, -1, 0

    def close() -> None:
        if run_start >= 0 and run_long >= _MIN_REPEAT:
            spans.append((_tail_start(text, run_start), run_end))

    for match in _PIECE.finditer(text):
        piece = match.group().strip("。\n")
        repeated = piece in seen
        if len(piece) >= 12 and not repeated:
            close()
            run_start, run_long = -1, 0
            seen[piece] = match.start()
        elif repeated or len(piece) < 12:
            if repeated:
                run_start = match.start() if run_start < 0 else run_start
                run_end = match.end()
                run_long += len(piece)
    close()
    return spans


def _tail_start(text: str, run_start: int) -> int:
    """Where the unfinished lines before a second copy begin: after the last sentence end before it, at a line start."""
    last = max(text.rfind(mark, 0, run_start) for mark in "。！？”")
    line = text.find("\n", last, run_start) if last >= 0 else -1
    return line + 1 if line >= 0 else run_start


def clean(source: Source) -> Text:
    """Unify, drop furniture and repeats, join broken lines; ``Text.offsets`` leads back to the source."""
    text = _unify(source.text)
    offsets = array("I", range(len(text)))
    for spans_of in (_invisible, _spaces, _furniture, _repeats, _false_breaks):
        text, offsets = _delete(text, offsets, spans_of(text))
    return Text(source=source, text=text, offsets=offsets)


def _invisible(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _INVISIBLE.finditer(text)]


def _spaces(text: str) -> list[tuple[int, int]]:
    """Spaces at line ends and beside Chinese characters; those between Latin words and figures stay."""
    return [match.span() for match in _SPACE_RUN.finditer(text)]
