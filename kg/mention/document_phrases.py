"""Documents named without 《》: a verb of making or carrying out, a noun phrase, and an ending that only documents have.

Coordination is kept apart: 制定甲管理办法、乙工作规范等制度 names two; 出台甲和乙两个方案 names two that share their ending;
编印甲、乙领域工作指引 names one, for 甲 alone is no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.mention.clauses import mask
from kg.mention.document_words import (
    BUT_BARE,
    CARRY,
    ENDING,
    FOLLOW,
    MAKE,
    STRONG,
    SUFFIX,
    distinguishing,
    weak_verb,
)

_CLAUSE = re.compile(r"[，。；：！？\n]")
_VERB = re.compile(rf"(?P<make>(?:{MAKE})+)|(?P<carry>(?:{CARRY})+)")
_NUMBERED = re.compile(r"(?P<body>.{4,60}?)(?:等)?(?:两|二|三|四|五|六|[2-9])[个项部份类](?:[\u4e00-\u9fff]{0,4}?)(?P<ending>方案|办法|意见|文件|制度|规划|计划|指引|清单|规定|细则|规范|标准)$")
_SPLIT = re.compile(r"、|和|及其|以及|及|与")
# 28条, 十条 as the name of a policy (纾困28条等政策), not a count of articles (解读116条).
_ARTICLES = re.compile(
    r"(?P<name>[\u4e00-\u9fff“”A-Za-z]{2,16}?(?:[1-9][0-9]|[二三四五六七八九]?十[一二三四五六七八九]?)条)(?:(?:[\u4e00-\u9fff]{0,4}(?:措施|举措|意见|政策|办法))|等[\u4e00-\u9fff]{0,6}(?:政策|措施|举措|意见|文件|办法))"
)
_NEW_VERB = re.compile(rf"并(?:{MAKE}|{CARRY})|出台|印发|制定")
_AND_VERB = re.compile(rf"(?:并|和|、)(?:{MAKE}|{CARRY})")
# 决定, 通知, 报告 are acts more often than documents: without 关于 they are none (行政处罚决定, 调研报告).
_ACT = re.compile(r"(?<!实施)(?<!指导)(?<!若干)(?:决定|通知|通告|报告|意见|规定|纪要|标准)$")
_ABOUT = re.compile(r"^关于|^《")
_HEARD = re.compile("审议|听取")
_COUNTED = re.compile(r"^[（]?[0-9一二三四五六七八九十百]+余?[件个份部篇项条]|^事项[0-9]")
# A count inside the phrase: what stands before it is another object (事项96个和乙清单).
_COUNT_INSIDE = re.compile(r"[0-9]余?[件个份篇项类张家名次]")
_QUANTITY = re.compile(r"^(?:[0-9]+|[一二三四五六七八九十两]+)余?[件个份部篇项类条](?!规定)")
_SUBJECT = re.compile(rf"^(?P<name>[^，。；：]{{4,40}}?(?:{STRONG}))(?=获批|出台|印发|颁布|正式|审议通过|公布施行|发布实施|施行)")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """A document in a sentence: half-open offsets into it, the name, and the rule that found it."""

    start: int
    end: int
    name: str
    rule: str


def find_phrases(text: str) -> list[Phrase]:
    """The documents that a sentence names without 《》, in order.

    >>> [p.name for p in find_phrases("制定城市更新管理办法、物业服务规范等制度。")]
    ['城市更新管理办法', '物业服务规范']
    """
    masked = mask(text)
    found: list[Phrase] = []
    at = 0
    for stop in [match.start() for match in _CLAUSE.finditer(masked)] + [len(masked)]:
        found += _clause(text, masked, at, stop)
        at = stop + 1
    return found


def _clause(text: str, masked: str, start: int, end: int) -> Iterator[Phrase]:
    """The documents of one clause: behind each governing verb, else as its subject."""
    at, any_found = start, False
    while match := _VERB.search(masked, at, end):
        phrases = list(_object(text, masked, match, end))
        yield from phrases
        any_found = any_found or bool(phrases)
        at = max([phrase.end for phrase in phrases] + [match.end()])
    subject = None if any_found else _SUBJECT.match(masked[start:end])
    if subject and distinguishing(subject["name"]) >= 4 and "■" not in subject["name"][:1]:
        yield Phrase(start, start + subject.end("name"), text[start : start + subject.end("name")], "subject")


def _object(text: str, masked: str, verb: re.Match[str], end: int) -> Iterator[Phrase]:
    """The documents that are objects of a verb, up to the end of the clause."""
    start = verb.end()
    while (opening := BUT_BARE.match(masked[start:end])) or (opening := _AND_VERB.match(masked[start:end])):
        start += opening.end()
    new = _NEW_VERB.search(masked, start, end)
    stop = new.start() if new and new.start() > start else end
    articles = _ARTICLES.match(text[start:stop]) if verb["make"] else None
    if articles and not weak_verb(verb.group()):
        yield Phrase(start, start + articles.end(), articles["name"], "articles")
        return
    shared = list(_shared(text, masked, start, stop)) if verb["make"] else []
    yield from shared or _items(text, masked, start, stop, verb)


def _shared(text: str, masked: str, start: int, stop: int) -> Iterator[Phrase]:
    """甲和乙两个方案: each part with the ending they share."""
    match = _NUMBERED.match(masked[start:stop])
    if not match:
        return
    at = start
    for part in _SPLIT.split(match["body"]):
        size = len(part)
        if size >= 4 and "■" not in part:
            ending = "" if re.search(f"(?:{ENDING})$", part) else match["ending"]
            yield Phrase(at, at + size, text[at : at + size] + (ending if ending not in ("文件", "制度") else ""), "shared")
        separator = _SPLIT.match(masked, at + size)
        at += size + (len(separator.group()) if separator else 0)


def _items(text: str, masked: str, start: int, stop: int, verb: re.Match[str]) -> Iterator[Phrase]:
    """The items of a coordination that end as documents do; an item that does not belongs to the next one."""
    pattern = re.compile(f"(?:{ENDING})")
    begin = at = start
    while at < stop:
        separator = _SPLIT.search(masked, at, stop)
        item_end = separator.start() if separator else stop
        done = _complete(text, masked, begin, item_end, stop, pattern)
        if done and _acceptable(text[begin:done], verb):
            yield Phrase(begin, done, _name(text[begin:done]), "make" if verb["make"] else "carry")
        elif not done and separator and masked[begin:item_end].startswith("■") and text[item_end - 1] == "》":
            done = item_end
        if not separator:
            return
        at = separator.end()
        begin = at if done else begin


def _complete(text: str, masked: str, begin: int, item_end: int, stop: int, pattern: re.Pattern[str]) -> int:
    """Where the document name ends that begins at ``begin`` and ends before ``item_end``, or 0."""
    for match in reversed(list(pattern.finditer(masked, begin, item_end))):
        end = match.end()
        suffix = SUFFIX.match(text, end)
        end = suffix.end() if suffix else end
        if FOLLOW.match(masked, end, stop) and not _COUNTED.match(masked[end:stop]):
            return end
    return 0


def _name(words: str) -> str:
    return re.sub(r"^(?:等|的|、)+|\s+", "", words)


def _acceptable(words: str, verb: re.Match[str]) -> bool:
    """Whether the noun phrase names a certain document and not a class of them."""
    name = SUFFIX.sub("", words)
    if not 4 <= len(name) <= _LONGEST or _QUANTITY.match(name) or _COUNT_INSIDE.search(name) or name.startswith("《"):
        return False
    if _ACT.search(name) and not _ABOUT.match(name) and not (name.endswith("报告") and _HEARD.search(verb.group())):
        if not (name.endswith(("标准", "规定")) and distinguishing(name) >= 4 and verb["make"] and not weak_verb(verb.group())):
            return False
    strong = re.search(f"(?:{STRONG})$", name)
    if not strong and (verb["carry"] or weak_verb(verb.group())):
        return False
    needed = 4 if verb["carry"] or weak_verb(verb.group()) else 2
    return distinguishing(name) >= needed
