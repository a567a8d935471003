"""Documents named without 《》: a verb of making or carrying out, a noun phrase, and an ending of documents.

Coordination is kept apart: 制定甲管理办法、乙工作规范等制度 names two; 出台甲和乙两个方案 names two;
编印甲、乙领域工作指引 names one, for 甲 alone is no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.clauses import mask
from kg.mention.documents.words import (
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
_NUMBERED = re.compile(
    r"(?P<body>.{4,60}?)(?:等)?(?:两|二|三|四|五|六|[2-9])[个项部份类](?:[\u4e00-\u9fff]{0,4}?)(?P<ending>方案"
    r"|办法|意见|文件|制度|规划|计划|指引|清单|规定|细则|规范|标准)$"
)
_SPLIT = re.compile(r"、|和|及其|以及|及|与")
# 28条, “十条” as the name of a policy (纾困28条等政策), not a count of articles (解读116条).
_ARTICLES = re.compile(
    r"(?P<name>[\u4e00-\u9fff“A-Za-z]{2,16}?(?:[1-9][0-9]|[二三四五六七八九]?十[一二三四五六七八九]?)条”?)"
    r"(?:、|(?=(?:系列|等)?[\u4e00-\u9fff]{0,6}(?:措施|举措|意见|政策|办法)))"
)
_POLICIES = re.compile(r"(?:措施|举措|意见|政策|办法)$")
_NEW_VERB = re.compile(rf"并(?:{MAKE}|{CARRY})|出台|印发|制定")
_AND_VERB = re.compile(rf"(?:并|和|、)(?:{MAKE}|{CARRY})")
# 决定, 通知, 报告 are acts more often than documents: without 关于 they are none (行政处罚决定, 调研报告).
_ACT = re.compile(r"(?<!实施)(?<!指导)(?<!若干)(?:决定|通知|通告|报告|意见|规定|纪要|标准)$")
_ABOUT = re.compile(r"^关于|^《")
# A class, not a document: 各行业推广方案, 绿化等专项规划.
_CLASS = re.compile(
    rf"^[各每多]|等(?:[\u4e00-\u9fff]{{0,2}}(?:专项|重点|配套|相关))?[\u4e00-\u9fff]{{0,2}}(?:{ENDING})$"
)
# What is completed rather than made must be a paper that is kept up to date: 完善指导手册, not 完善片区规划.
_KEPT = re.compile("(?:手册|清单|办法|细则|指引|指南|基准|规程)$")
# 学习借鉴调解办法: what is learnt is a way of doing more often than a text, but for 条例.
_STUDIES = re.compile("学习$|宣传$")
_HEARD = re.compile("审议|听取")
_COUNTED = re.compile(r"^[（]?[0-9一二三四五六七八九十百]+余?[件个份部篇项条]|^事项[0-9]")
# A count inside the phrase: what stands before it is another object (事项96个和乙清单).
_COUNT_INSIDE = re.compile(r"[0-9]余?[件个份篇项类张家名次]")
_QUANTITY = re.compile(r"^(?:[0-9]+|[一二三四五六七八九十两]+)余?[件个份部篇项类条](?!规定)")
_SUBJECT = re.compile(
    rf"^(?P<name>[^，。；：]{{4,40}}?(?:{STRONG}))(?=获批|出台|印发|颁布|正式|审议通过|公布施行"
    rf"|发布实施|施行)"
)
_OPENS_TITLE = re.compile("^《")
_STRONG_END = re.compile(f"(?:{STRONG})$")
_ENDING = re.compile(f"(?:{ENDING})")
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
        phrases = [phrase for phrase in _object(text, masked, match, end) if not _launched(match.group(), phrase.name)]
        yield from phrases
        any_found = any_found or bool(phrases)
        at = max([phrase.end for phrase in phrases] + [match.end()])
    subject = None if any_found else _SUBJECT.match(masked[start:end])
    if subject and distinguishing(subject["name"]) >= 4 and "■" not in subject["name"][:1]:
        yield Phrase(start, start + subject.end("name"), text[start : start + subject.end("name")], "subject")


# 推出“甲”计划, 实施乙“丙”三年行动计划: what has a name of its own and is launched is no paper.
_LAUNCH = frozenset(("推出", "实施", "推行", "首创"))
_CAMPAIGN = re.compile("“[^“”]{2,12}”[^“”]{0,6}计划$")


def _launched(verb: str, name: str) -> bool:
    return verb in _LAUNCH and bool(_CAMPAIGN.search(name))


def _object(text: str, masked: str, verb: re.Match[str], end: int) -> Iterator[Phrase]:
    """The documents that are objects of a verb, up to the end of the clause."""
    start = verb.end()
    while (opening := BUT_BARE.match(masked[start:end])) or (opening := _AND_VERB.match(masked[start:end])):
        start += opening.end()
    new = _NEW_VERB.search(masked, start, end)
    stop = new.start() if new and new.start() > start else end
    if verb["make"] and not weak_verb(verb.group()) and _POLICIES.search(text[start:stop]):
        articles = list(_articles(text, start, stop))
        if articles:
            yield from articles
            return
    shared = list(_shared(text, masked, start, stop)) if verb["make"] else []
    yield from shared or _items(text, masked, start, stop, verb)


def _articles(text: str, start: int, stop: int) -> Iterator[Phrase]:
    """Policies named by the number of their articles (出台稳岗20条、“纾困十条”等政策)."""
    while match := _ARTICLES.match(text, start, stop):
        yield Phrase(start, match.end("name"), match["name"], "articles")
        start = match.end()


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
            yield Phrase(
                at, at + size, text[at : at + size] + (ending if ending not in ("文件", "制度") else ""), "shared"
            )
        separator = _SPLIT.match(masked, at + size)
        at += size + (len(separator.group()) if separator else 0)


def _items(text: str, masked: str, start: int, stop: int, verb: re.Match[str]) -> Iterator[Phrase]:
    """The items of a coordination that end as documents do; an item that does not belongs to the next one."""
    begin = at = start
    while at < stop:
        separator = _SPLIT.search(masked, at, stop)
        item_end = separator.start() if separator else stop
        done = _complete(text, masked, begin, item_end, stop)
        if done and _acceptable(text[begin:done], verb):
            yield Phrase(begin, done, _name(text[begin:done]), "make" if verb["make"] else "carry")
        elif not done and separator and masked[begin:item_end].startswith("■") and text[item_end - 1] == "》":
            done = item_end
        if not separator:
            return
        at = separator.end()
        begin = at if done else begin


def _complete(text: str, masked: str, begin: int, item_end: int, stop: int) -> int:
    """Where the document name ends that begins at ``begin`` and ends before ``item_end``, or 0."""
    for match in reversed(list(_ENDING.finditer(masked, begin, item_end))):
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
    classes = (_QUANTITY, _COUNT_INSIDE, _CLASS, _OPENS_TITLE)
    if not 4 <= len(name) <= _LONGEST or any(pattern.search(name) for pattern in classes):
        return False
    weak = weak_verb(verb.group())
    distinct = distinguishing(name)
    if _ACT.search(name) and not _is_text(name, verb, distinct):
        return False
    if _STUDIES.search(verb.group()) and not name.endswith("条例"):
        return False
    if weak and not _KEPT.search(name):
        return False
    if (weak or verb["carry"]) and not _STRONG_END.search(name):
        return False
    return distinct >= (4 if weak or verb["carry"] else 2)


def _is_text(name: str, verb: re.Match[str], distinct: int) -> bool:
    """Whether what ends in 决定, 报告, 标准 … is a text here: it says 关于, it was read out, or it was drawn up."""
    if _ABOUT.match(name) or (name.endswith("报告") and _HEARD.search(verb.group())):
        return True
    drawn_up = bool(verb["make"]) and not weak_verb(verb.group())
    return drawn_up and distinct >= 4 and name.endswith(("标准", "规定"))
