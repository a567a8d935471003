"""Source -> Text: one spelling for punctuation, no page furniture, no second copy of the body.

Every step either replaces characters one by one or deletes spans, so that each clean character keeps the offset of the
source character it came from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from kg.model import Source, Text
from kg.radicals import RADICALS

_CJK = r"\u4e00-\u9fff\u3400-\u4dbf"
_WIDE = _CJK + "，。；：！？、（）《》〈〉“”‘’「」『』【】·—…"
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x0c"
_LINE_ENDS = "\x0b\x85\u2028\u2029"  # soft line breaks of word processors, and Unicode's own
_INVISIBLE = re.compile("[\r\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


def _table() -> dict[int, str]:
    """One-to-one replacements: compatibility forms by NFKC where that is one character, Chinese punctuation as ours."""
    table = {ord(space): " " for space in _SPACES} | {ord(end): "\n" for end in _LINE_ENDS}
    ranges = ((0xFF01, 0xFF5E), (0xF900, 0xFAD9))
    for first, last in ranges:
        for code in range(first, last + 1):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1:
                table[code] = folded
    table |= RADICALS
    table |= {ord(a): b for a, b in zip("，；：！？（）", "，；：！？（）", strict=True)}
    table |= {ord(a): b for a, b in zip(";!?()", "；！？（）", strict=True)}
    table |= {ord(a): b for a, b in zip("﹙﹚〔〕•・‧∙｡〝〞﹁﹂「」『』", "（）（）····。“”“”“”‘’", strict=True)}
    return table


_TABLE = _table()
_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9]{3})")
_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")
_CR = re.compile("\r(?!\n)")  # the line end of old Macintosh files
# A full stop typed on a keyboard without Chinese punctuation, and 1. as typed for 一、: 12.5 and 1.推进 stay.
_STOP = re.compile(rf"(?<=[{_CJK}”）])\.(?=[{_CJK}“（\n \r]|$)")
_NUMBERED = re.compile(r"((?:^|(?<=。))[ \r]*[一二三四五六七八九十]{1,3})[.。](?=[^\s。])", re.MULTILINE)
_MARKS = re.compile('["“”]')
# A paragraph, over the line ends of hard-wrapped text.
_PARAGRAPH = re.compile(r"(?:[^\n]|(?<![。！？；：\n])\n)+")

# What web pages put around a text. A line made of nothing but these words is furniture. Some open a free text (the name
# of the next article), which lasts until another of them; possessive, so that no line can make the search go back.
_FREE = (
    r"[上下]一[篇条]|扫一扫|(?:您|你)?(?:当前|现在)(?:所在)?的?位置|(?:所在)?位置[：:]"
    r"|(?:责任)?编辑[：:]|作者[：:]|(?:信息)?来源[：:]|审核[：:]"
)
_FURNITURE_WORD = (
    r"下载|打印(?:本页)?|全屏|收藏(?:本页)?|字[号体][：:]?|[【】\[\]]|加?大|还原|减?小|中|分享(?:到)?[：:]?"
    r"|返回(?:顶部|首页|列表)?|关闭(?:窗口)?|首页|[>›»/|]+|无障碍|微信|微博|QQ空间|(?:视力)?保护色[：:]?|附件[：:]?"
    r"|[.。…]+"
    r"|(?:点击|浏览|访问|阅读)(?:次数|率|数|量)?[：:]?[0-9,，]*次?"
    r"|第?[0-9]{1,3}(?![0-9])页?|共[0-9]{1,3}页|[-—–]+|20[0-9]{2}-[0-9]{2}-[0-9]{2}(?: [0-9:：]+)?"
)
_FURNITURE = re.compile(rf"(?:(?>{_FURNITURE_WORD}|(?:{_FREE})[：:]?(?:(?!{_FREE})[^，。；]){{0,60}})\s*+)++")
_BREADCRUMB = re.compile(r"^[^。；]{0,40}[>›»][^。；]{0,40}[>›»][^。；]{0,60}$")
_LINE_END = "。！？；：…"
_HANG = 2  # characters that punctuation may hang over or an indent took away
_OPEN_CLOSE = {"《": "》", "“": "”", "（": "）"}
_HEADING = re.compile(
    rf"\s*(?:[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十]+）|[0-9]{{1,2}}[.、](?![0-9])|（[0-9]+）"
    rf"|第[{_CJK}]+[章节部分])"
)


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
    text = _CR.sub("\n", text)
    text = _COMMA.sub("，", text)
    text = _COLON.sub("：", text)
    return _NUMBERED.sub(r"\1、", _STOP.sub("。", text))


def _quotes(text: str) -> str:
    """The same number of characters, with quotation marks that open and close in turn."""
    return _PARAGRAPH.sub(lambda paragraph: _paired(paragraph.group()), text)


def _paired(paragraph: str) -> str:
    """Straight marks (") and mistyped ones (”甲”) made to open and close in turn.

    An odd number of curly marks is left alone: nobody can tell which one is missing.
    """
    marks = "".join(_MARKS.findall(paragraph))
    turns = "“”" * (len(marks) // 2 + 1)
    if '"' not in marks and (len(marks) % 2 or marks == turns[: len(marks)]):
        return paragraph
    turn = iter(turns)
    return _MARKS.sub(lambda _: next(turn), paragraph)


_SPACE_RUN = re.compile(" +")
_BESIDE = re.compile(f"[\n{_WIDE}]")


def _furniture(text: str) -> list[tuple[int, int]]:
    """Lines that belong to the page, not to the report; blank lines go with them."""
    spans, at = [], 0
    for line in text.split("\n"):
        bare = line.strip()
        if not bare or _FURNITURE.fullmatch(bare) or _BREADCRUMB.search(bare):
            spans.append((at, min(at + len(line) + 1, len(text))))
        at += len(line) + 1
    return [(start, end) for start, end in spans if end > start]


def _unclosed(line: str) -> bool:
    """Whether a bracket or quotation mark opens in the line and does not close in it."""
    return any(line.count(a) > line.count(b) for a, b in _OPEN_CLOSE.items())


def _columns(line: str) -> float:
    """The width of a line in hanzi: a Latin letter or figure takes half the place of one."""
    return len(line.encode("gb18030", "replace")) / 2


def _wrap_width(lines: list[str]) -> tuple[Callable[[str], float], float] | None:
    """How the lines of a hard-wrapped text are measured (by characters or by columns) and how wide they are, or None.

    Wrapped text shows itself: most lines that do not end a sentence have the same width.
    """
    open_lines = [line for line in lines if line and line[-1] not in _LINE_END and not _HEADING.match(line)]
    if len(open_lines) < 5:
        return None
    fits = []
    for measure in (len, _columns):
        widths = [measure(line) for line in open_lines]
        width = Counter(widths).most_common(1)[0][0]
        fits.append((sum(abs(other - width) <= _HANG for other in widths), width, measure))
    near, width, measure = max(fits, key=lambda fit: fit[0])
    return (measure, width) if width >= 18 and near >= 0.6 * len(open_lines) else None


def _false_breaks(text: str) -> list[tuple[int, int]]:
    """Line ends in the middle of a sentence: inside brackets that the next line closes, or of hard-wrapped text."""
    lines = text.split("\n")
    wrap = _wrap_width(lines)
    spans, at = [], 0
    for line, after in pairwise(lines):
        at += len(line) + 1
        if not line or not after or line[-1] in _LINE_END or _HEADING.match(after):
            continue
        # A line may be cut well short of the width, before a figure or a Latin word that did not fit.
        wrapped = wrap is not None and 0.8 * wrap[1] <= wrap[0](line) <= wrap[1] + _HANG
        closes = _unclosed(line) and any(c in after for c in "》”）") and len(line) > 8
        if wrapped or closes:
            spans.append((at - 1, at))
    return spans


_PIECE = re.compile(r"[^。\n]+[。\n]*")
_SHORT = 12  # characters; a shorter piece is a heading or a phrase that may stand twice
_MIN_REPEAT = 300  # characters; a paragraph of boilerplate may stand twice, a page of text does not
_FLAT_FROM = 150  # characters of a run after which a piece is looked for in the whole text before: slow, so not always
_LONGEST_BETWEEN = 3000  # characters between two copies: title, breadcrumbs, index table


def _repeats(text: str) -> list[tuple[int, int]]:
    """Runs of sentences that stood in the same order before: a body printed twice. The later copy goes.

    Short pieces (headings) follow the run they stand in. What stands between the first copy and the second without
    ending a sentence (breadcrumbs, a second title, the index table) goes with the second.
    """
    seen: set[str] = set()
    spans: list[tuple[int, int]] = []
    run_start, run_end, run_long = -1, -1, 0
    flat = ""  # the text before the run, without line ends: the copies may be broken into lines unlike each other
    for match in _PIECE.finditer(text):
        piece = match.group().strip("。\n")
        again = piece in seen
        if not again and run_long >= _FLAT_FROM:
            flat = flat or text[:run_start].replace("\n", "")
            again = piece in flat
        if again:
            run_start = match.start() if run_start < 0 else run_start
            run_end = match.end()
            run_long += len(piece)
        elif len(piece) >= _SHORT:
            if run_long >= _MIN_REPEAT:
                spans.append((_tail_start(text, run_start), run_end))
            run_start, run_long, flat = -1, 0, ""
            seen.add(piece)
    if run_long >= _MIN_REPEAT:
        spans.append((_tail_start(text, run_start), run_end))
    return spans


def _tail_start(text: str, run_start: int) -> int:
    """Where the unfinished lines before a second copy begin: after the last sentence end before it, at a line start."""
    floor = max(0, run_start - _LONGEST_BETWEEN)
    last = max(text.rfind(mark, floor, run_start) for mark in "。！？”")
    line = text.find("\n", last, run_start) if last >= 0 else -1
    return line + 1 if line >= 0 else run_start


def clean(source: Source) -> Text:
    """Unify, drop furniture and repeats, join broken lines; ``Text.offsets`` leads back to the source."""
    text = _unify(source.text)
    offsets = array("I", range(len(text)))
    for spans_of in (_invisible, _spaces, _markdown):
        text, offsets = _delete(text, offsets, spans_of(text))
    text = _quotes(text)
    for spans_of in (_furniture, _repeats, _false_breaks):
        text, offsets = _delete(text, offsets, spans_of(text))
    return Text(source=source, text=text, offsets=offsets)


def _invisible(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _INVISIBLE.finditer(text)]


# Marks of headings and of bold type, as pages turned into Markdown carry them.
_MARKDOWN = re.compile(r"^#{1,6} ?|\*\*|^[*+-] ?(?=[（“\u4e00-\u9fff])", re.MULTILINE)


def _markdown(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _MARKDOWN.finditer(text)]


def _spaces(text: str) -> list[tuple[int, int]]:
    """Spaces at line ends and beside Chinese characters; those between Latin words and figures stay."""
    return [(start, end) for start, end in _runs(text) if _idle(text[start - 1 : start]) or _idle(text[end : end + 1])]


def _runs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _SPACE_RUN.finditer(text)]


def _idle(neighbour: str) -> bool:
    """Whether a space beside this character, or beside the end of the text, says nothing."""
    return not neighbour or bool(_BESIDE.match(neighbour))
