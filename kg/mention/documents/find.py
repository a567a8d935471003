"""Documents: what stands in 《》, and documents named without it (出台甲管理办法, 贯彻乙条例, 专题学习丙法).

The place's relation to a document is read from the nearest verb before it in the sentence, else from the words behind
it; items of a chain (《甲》、《乙》) share the verb of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.mention.documents.kinds import kind_of, relation_of
from kg.mention.documents.laws import find_laws
from kg.mention.documents.phrases import find_phrases
from kg.model import DocumentMention, Report, Sentence
from kg.vocabulary import Vocabulary

_LONGEST = 120  # characters; longer brackets were never closed
_SPACE = re.compile(r"\s+")
_COMPOUND = re.compile(
    r"》的?(?P<tail>(?:任务|分工|重点|行动|实施|工作|贯彻|配套|落实|具体)+(?:方案|意见|细则|办法|清单|规划|计划"
    r"|举措|措施))(?=[，。；、的）\n]|等|和|及|$)"
)
_CHAIN = re.compile(r"》(?:（[^（）]{1,30}）)?(?:[、，]|和|及|以及|与|暨)?(?:[\u4e00-\u9fff]{0,8}(?=《))?$")


@dataclass(frozen=True, slots=True)
class _Titled:
    """A stretch in 《》 of the text: offsets with the brackets, and the title inside."""

    start: int
    end: int
    title: str


def titles(text: str, start: int, end: int) -> Iterator[_Titled]:
    """The outermost 《…》 between two offsets, nested ones kept inside, line breaks and spaces in the title dropped.

    >>> [t.title for t in titles("印发《关于〈甲办法〉的《补充》通知》", 0, 18)]
    ['关于〈甲办法〉的《补充》通知']
    """
    at = text.find("《", start, end)
    while at >= 0:
        close = _closing(text, at, min(end, at + _LONGEST))
        if close > at + 1:
            yield _Titled(at, close + 1, _title(text[at + 1 : close]))
        at = text.find("《", max(close, at) + 1, end)


def _title(raw: str) -> str:
    """The title without the white space that line ends left; spaces between Latin words stay one."""
    return re.sub(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])", "", raw).strip()


def _closing(text: str, at: int, end: int) -> int:
    """Offset of the 》 that closes the 《 at ``at``, or -1."""
    depth = 0
    for i in range(at, end):
        if text[i] == "《":
            depth += 1
        elif text[i] == "》":
            depth -= 1
            if not depth:
                return i
        elif text[i] == "。" and depth:
            return -1
    return -1


def find_documents(report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[DocumentMention, ...]:
    """The documents of a report's body, in order of appearance; ``name`` is as written, without the outer 《》."""
    if not report.sentences:
        return ()
    found: list[DocumentMention] = []
    for sentence in report.sentences:
        found += _of_sentence(report, sentence, vocabulary)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


# 落实国务院关于甲管理的规定: an issuer, 关于, and what it is; a title without its marks.
_ABOUT = re.compile(
    r"“[一二三四五六七八九]五”普法规划|(?:国务院(?:办公厅)?|中共中央(?:办公厅)?|最高人民(?:法院|检察院)|[\u4e00-\u9fff]{1,6}(?:人民政府|省政府|市政府|委员会)(?:办公[厅室])?)"
    r"关于[^，。；《》“”\n]{4,40}?的(?:指导|实施|若干)?(?:意见|规定|决定|通知|办法|方案)(?=[，。；、]|$)"
)
# “护企十条”: a policy in quotation marks that goes by the number of its articles.
_NUMBERED = re.compile(r"“(?P<name>[\u4e00-\u9fffA-Za-z]{1,14}(?:[1-9][0-9]|[二三四五六七八九]?十[一二三四五六七八九]?)条)”")


def _of_sentence(report: Report, sentence: Sentence, vocabulary: Vocabulary) -> list[DocumentMention]:
    text = report.text
    titled = list(titles(text, sentence.start, sentence.end))
    found = list(_bracketed(report, sentence, titled, vocabulary))
    for match in _ABOUT.finditer(text, sentence.start, sentence.end):
        if not any(mention.start < match.end() and match.start() < mention.end for mention in found):
            found.append(_mention(report, sentence, match.span(), match.group(), "phrase-about", vocabulary))
    for match in _NUMBERED.finditer(text, sentence.start, sentence.end):
        found.append(_mention(report, sentence, match.span("name"), match["name"], "phrase-quoted", vocabulary))
    spans = [(mention.start, mention.end) for mention in found]
    for phrase in find_phrases(report.words(sentence)):
        start, end = sentence.start + phrase.start, sentence.start + phrase.end
        if not any(a < end and start < b and not (start < a and b < end) for a, b in spans):
            found.append(_mention(report, sentence, (start, end), phrase.name, "phrase-" + phrase.rule, vocabulary))
    taken = [(mention.start, mention.end) for mention in found]
    for law in find_laws(text, sentence.start, sentence.end, vocabulary):
        if not any(a < law[1] and law[0] < b for a, b in taken):
            found.append(_mention(report, sentence, (law[0], law[1]), law[2], "law", vocabulary))
    return found


def _bracketed(
    report: Report, sentence: Sentence, titled: list[_Titled], vocabulary: Vocabulary
) -> Iterator[DocumentMention]:
    """Documents in 《》; in 《甲》实施方案 the compound is a document too."""
    text = report.text
    first = sentence.start
    for index, item in enumerate(titled):
        chained = index and _CHAIN.fullmatch(text[titled[index - 1].end - 1 : item.start])
        first = first if chained else item.start
        yield _mention(report, sentence, (item.start, item.end), item.title, "titled", vocabulary, at=first)
        compound = _COMPOUND.match(text, item.end - 1, sentence.end)
        if compound:
            span = (item.start, compound.end())
            yield _mention(
                report, sentence, span, _SPACE.sub("", text[slice(*span)]), "titled-compound", vocabulary, at=first
            )


def _mention(
    report: Report, sentence: Sentence, span: tuple[int, int], name: str, rule: str, vocabulary: Vocabulary,
    at: int | None = None,
) -> DocumentMention:  # fmt: skip
    """A mention with kind and relation; ``at`` is where the chain began that the verb governs."""
    kind = kind_of(
        name, report.text[max(sentence.start, span[0] - 4) : span[0]], report.text[span[1] : span[1] + 16], vocabulary
    )
    before = report.text[sentence.start : span[0] if at is None else at]
    after = report.text[span[1] : sentence.end]
    place = report.meta.place.name if report.meta.place else ""
    relation = relation_of(name, kind, before, after, place, vocabulary)
    return DocumentMention(span[0], span[1], name, rule, kind, relation)
