"""Programmes: curated names by alias, unknown names by grammar, and both again wherever the report repeats them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.mention.segments import Segment, segments
from kg.mention.names import Name, plain_names
from kg.mention.quoted import quoted_names
from kg.model import Mention, ProgrammeMention, Report
from kg.vocabulary import Vocabulary

# A verb that makes the object a document, a meeting or a person, not a programme, unless the name is quoted.
_NOT_GOVERNING = frozenset("召开 签订 印发 制发 修订 出台 编制".split())
_BRACKETS = re.compile(r"[“”‘’《》]")


@lru_cache(maxsize=2)
def _alias_pattern(vocabulary: Vocabulary) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, str]]]:
    """One pattern of all aliases, longest first, that lets quotation marks stand anywhere in a name."""
    names: dict[str, tuple[str, str]] = {}
    for concept in vocabulary.programmes:
        for alias in (concept.label, *concept.aliases):
            bare = _BRACKETS.sub("", alias)
            if len(bare) >= 3:
                names.setdefault(bare, (concept.label, concept.kind))
    if not names:
        return None, {}
    parts = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join("[“”‘’]?".join(map(re.escape, part)) for part in parts)), names


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)


def _known(report: Report, vocabulary: Vocabulary, taken: Sequence[tuple[int, int]]) -> list[ProgrammeMention]:
    """Curated names, outside titles of documents and names of awards."""
    pattern, names = _alias_pattern(vocabulary)
    if pattern is None or not report.sentences:
        return []
    found = []
    for match in pattern.finditer(report.text, report.sentences[0].start):
        start, end = _with_quotes(report.text, match.start(), match.end())
        if not _overlaps(start, end, taken):
            _, kind = names[_BRACKETS.sub("", match.group())]
            found.append(ProgrammeMention(start, end, report.text[start:end], "vocabulary", kind))
    return found


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """A match widened over the quotation mark that closes or opens just outside it."""
    if text[start:end].count("“") < text[start:end].count("”") and text[start - 1 : start] == "“":
        start -= 1
    if text[start:end].count("“") > text[start:end].count("”") and text[end : end + 1] == "”":
        end += 1
    return start, end


def _segment_names(report: Report, segment: Segment, vocabulary: Vocabulary) -> list[Name]:
    text = report.text[segment.start : segment.end]
    if "“" in text:
        names = quoted_names(text, segment.masked, segment.verb, vocabulary)
        # What stands beside a quotation in the same object may be a plain name: 推进“甲”改革和乙试点.
        last = max((name.end for name in names), default=0)
        rest = re.match(r"[和与及、]", segment.masked[last:]) if last else None
        if rest and segment.verb:
            names += [_moved(name, last + 1) for name in plain_names(segment.masked[last + 1 :], vocabulary)]
        return names
    if not segment.verb or segment.verb in _NOT_GOVERNING:
        return _subject_names(report, segment, vocabulary)
    return plain_names(segment.masked, vocabulary)


# 八大专项行动, 十大工程: a set of programmes, named by its number.
_SET = re.compile(r"[三四五六七八九十百]+大(?:专项)?(?:[\u4e00-\u9fff]{0,4})(?:行动|工程|改革|攻坚战)(?![计领组])")


def _sets(report: Report, taken: Sequence[tuple[int, int]]) -> list[tuple[ProgrammeMention, str]]:
    begin = report.sentences[0].start if report.sentences else 0
    return [
        (ProgrammeMention(match.start(), match.end(), match.group(), "numbered-set", "campaign"), "")
        for match in _SET.finditer(report.text, begin)
        if not _overlaps(match.start(), match.end(), taken)
    ]


def _moved(name: Name, by: int) -> Name:
    return Name(name.start + by, name.end + by, name.text, name.kind, name.rule, name.core)


def _subject_names(report: Report, segment: Segment, vocabulary: Vocabulary) -> list[Name]:
    """A heading names its subject and says how it fares: 街道综合改革走深走实。 Only at the start of a sentence."""
    section = report.section_of(segment.sentence)
    if segment.verb or segment.clause[0] != segment.sentence.start or section.level not in (2, 3):
        return []
    names = plain_names(segment.masked, vocabulary)
    return [
        name
        for name in names[:1]
        if name.start <= 2 and name.end < len(segment.masked)
        and (name.kind in ("reform", "campaign") or name.text.endswith("全覆盖"))
    ]  # fmt: skip


def _by_grammar(report: Report, vocabulary: Vocabulary, taken: Sequence[tuple[int, int]]) -> list[tuple[ProgrammeMention, str]]:
    """Unknown names with the words that stood in quotation marks ("" without)."""
    found = []
    for sentence in report.sentences:
        for segment in segments(report, sentence):
            for name in _segment_names(report, segment, vocabulary):
                start, end = segment.start + name.start, segment.start + name.end
                if not _overlaps(start, end, taken):
                    mention = ProgrammeMention(start, end, name.text, name.rule, name.kind or "mechanism")
                    found.append((mention, name.core))
    return found


def _again(report: Report, found: Iterable[tuple[ProgrammeMention, str]], taken: Sequence[tuple[int, int]]) -> list[ProgrammeMention]:
    """Where the report repeats a name that grammar has found elsewhere: the same quotation, or the same words in full."""
    spans = list(taken)
    repeats: list[ProgrammeMention] = []
    names: dict[str, ProgrammeMention] = {}
    for mention, core in found:
        spans.append((mention.start, mention.end))
        if core and len(core) >= 3 or len(mention.name) >= 8:
            names.setdefault(f"“{core}”" if core else mention.name, mention)
    begin = report.sentences[0].start if report.sentences else 0
    for words, mention in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        at = report.text.find(words, begin)
        while at >= 0:
            end = at + len(words)
            if not _overlaps(at, end, spans):
                repeats.append(ProgrammeMention(at, end, mention.name, "repeated", mention.kind))
                spans.append((at, end))
            at = report.text.find(words, end)
    return repeats


def find_programmes(
    report: Report, vocabulary: Vocabulary, taken: Sequence[Mention] = ()
) -> tuple[ProgrammeMention, ...]:
    """All mentions of programmes, in order; ``taken`` are spans that name something else (documents, awards, bodies)."""
    spans = [(mention.start, mention.end) for mention in taken]
    grammar = _by_grammar(report, vocabulary, spans)
    grammar += _sets(report, [*spans, *((mention.start, mention.end) for mention, _ in grammar)])
    mentions = [mention for mention, _ in grammar]
    mentions += _again(report, grammar, spans)
    covered = spans + [(mention.start, mention.end) for mention in mentions]
    mentions += [m for m in _known(report, vocabulary, spans) if not _overlaps(m.start, m.end, covered)]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
