"""Awards: honours, prizes, selections, pilots and rankings, each with what the report says came of it.

The verb tells the result (入围 is no win), the noun may overrule it (获批…试点 is a pilot, …培育名单 a candidature),
and whoever only wishes (力争创建) is a candidate. Weak verbs (获, 列入, 创建) take anything as object, so theirs must
look like an honour; strong ones (获评, 荣获, 入选) vouch for it. Rankings are in :mod:`kg.mention.awards.rankings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.clauses import Clause, clauses
from kg.gazetteer import Gazetteer
from kg.mention.awards.honours import Honour, ellipsis_after, number_of
from kg.mention.awards.objects import approved, contest_before, gifts, objects
from kg.mention.awards.praise import find_praise, said_in_full
from kg.mention.awards.rankings import find_rankings, ranked_clause
from kg.mention.awards.recipients import Recipient, Subject, antecedent, for_place, of_own, point_back, read_subject
from kg.mention.awards.retold import tell_alike
from kg.mention.awards.scope import Scope
from kg.mention.awards.titles import find_pending, find_titles
from kg.mention.awards.words import CANDIDATE, DONE, NEGATED, PILOT, PLACE_TITLE, PLACED, RUNS_ON, VERBS, WISH
from kg.model import AwardMention, Report
from kg.vocabulary import Vocabulary


def find_awards(report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[AwardMention, ...]:
    """All award mentions of a report in order of appearance.

    Args:
        report: a structured report.
        vocabulary: gives the level of series whose name does not tell it (``vocabulary.awards``).
        gazetteer: places, for relative levels and the place in front of a recipient.

    """
    meta = report.meta
    office = meta.publisher if meta.kind == "department-annual-report" else None
    scope = Scope(meta.place, gazetteer, meta.publisher, office)
    found: list[AwardMention] = []
    former: list[Clause] = []
    for sentence in report.sentences:
        role = report.section_of(sentence).role
        parts = list(clauses(report.words(sentence), sentence.start))
        found += _in_sentence(parts, former, role, scope)
        former = parts
    found = [_with_curated_level(award, vocabulary) for award in sorted(found, key=lambda a: (a.start, a.end))]
    return tell_alike([award for award in found if award.count != 0])  # 获评示范村0个 tells of none


def _in_sentence(parts: list[Clause], former: list[Clause], role: str, scope: Scope) -> Iterator[AwardMention]:
    last: list[AwardMention] = []
    for index, clause in enumerate(parts):
        before = parts[:index]
        if last and (award := _elliptic(last[-1], clause, scope)):
            here = [award]
        else:
            here = list(_in_clause(clause, before, former, last, role, scope))
            if role != "plan":
                here += [] if here else _counted(clause, scope)
                here += find_rankings(ranked_clause(clause, before), last, scope)
        yield from here
        last = here or last


def _elliptic(last: AwardMention, clause: Clause, scope: Scope) -> AwardMention | None:
    counted = Honour(last.start, last.end, last.name, last.edition, last.level, last.rank, last.count)
    honour = ellipsis_after(counted, clause.words, clause.start, scope)
    return _award(honour, last.result, Recipient(None), "award-ellipsis") if honour else None


def _counted(clause: Clause, scope: Scope) -> Iterator[AwardMention]:
    """Titles that are only counted: 新增全国茶香示范村2个."""
    for honour, bearer in find_titles(clause, scope):
        yield _award(honour, _by_noun("won", honour, clause), bearer, "award-counted")
    for honour in find_pending(clause, scope):
        yield _award(honour, "candidate", of_own(honour.name, scope), "award-pending")


def _in_clause(
    clause: Clause, before: list[Clause], former: list[Clause], last: list[AwardMention], role: str, scope: Scope
) -> Iterator[AwardMention]:
    """The awards of one clause: of its first verb that has an honour as object."""
    for verb in VERBS.finditer(clause.masked):
        subject = read_subject(clause, verb.start(), scope)
        if not subject.contest:
            subject = replace(subject, contest=contest_before(before))
        if _OF_US.search(verb.group()):
            subject = _named_by(clause, verb, subject, scope)
        honours = objects(clause, verb, subject, scope)
        result = _result(clause, verb, role)
        if not honours or result is None:
            continue
        honours, given = gifts(clause, verb, honours, scope)
        if verb.group().startswith("获批"):
            honours = [approved(honour, scope) for honour in honours]
            given = given or subject.recipients or (of_own(honours[0].name, scope),)
        recipients = given or subject.recipients
        respective = _SEVERALLY.search(clause.masked[: verb.start()]) and len(honours) == len(recipients) > 1
        for order, honour in enumerate(honours):
            those = recipients[order : order + 1] if respective else recipients
            for recipient in _receivers(those, honour, result, clause, before, former, last, scope):
                if named := said_in_full(honour, recipient.words):
                    yield _placed(_award(named, _by_noun(result, named, clause), recipient, f"award-{verb.lastgroup}"))
        return
    if role != "plan":
        praised = find_praise(clause, before, former, scope)
        yield from (_award(honour, result, recipient, "award-praise") for honour, result, recipient in praised)


# 甲县、乙县分别获评丙县、丁县: the first is the first's.
_SEVERALLY = re.compile("分别?(?:被|入|荣)?$")


# 水利部确定我县为甲试点: who stands in front names, and the place is named.
_OF_US = re.compile("[我本][省市区县旗州]为$")


def _named_by(clause: Clause, verb: re.Match[str], subject: Subject, scope: Scope) -> Subject:
    """The subject confers; its object within the verb (我县) receives."""
    agent = subject.recipients[0].words if len(subject.recipients) == 1 else None
    start, end = verb.end() - 3, verb.end() - 1
    own = Recipient(scope.place.name if scope.place else None, (clause.start + start, clause.start + end))
    return replace(subject, recipients=(own,), agent=agent or subject.agent)


def _result(clause: Clause, verb: re.Match[str], role: str) -> str | None:
    """The result that the verb tells, a wish or a plan taken for a candidature, or None where the verb denies it."""
    kind = (verb.lastgroup or "").removeprefix("weak_")
    left = clause.masked[max(0, verb.start() - 14) : verb.start()]
    if NEGATED.search(left):
        return None
    if kind == "candidate" and verb.group() == "培育" and role == "plan":
        return None
    if verb.group() in ("创建", "创建为") and not DONE.search(clause.masked):
        return "candidate"
    if kind != "candidate" and (WISH.search(left) and (role == "plan" or verb.group() == "创建")):
        return "candidate"
    if role == "plan":
        return "candidate" if kind == "candidate" or verb.group() in ("创建", "创建成") else None
    return kind


def _by_noun(result: str, honour: Honour, clause: Clause) -> str:
    """A pilot is a pilot whatever the verb, and being on a list of candidates is no win."""
    words = clause.words[honour.start - clause.start : honour.end - clause.start]
    if CANDIDATE.search(words) and not (result == "shortlisted" and "候选" in words):
        return "candidate"
    if re.search(r"入围(?:奖|地区|名单|对象|单位)?$", honour.name):
        return "shortlisted"
    if result in ("won", "selected") and PILOT.search(honour.name):
        return "pilot"
    return "won" if result == "selected" and PLACE_TITLE.search(honour.name) else result


def _receivers(
    recipients: tuple[Recipient, ...],
    honour: Honour,
    result: str,
    clause: Clause,
    before: list[Clause],
    former: list[Clause],
    last: list[AwardMention],
    scope: Scope,
) -> tuple[Recipient, ...]:
    """The subject's recipients; without a subject those of the award before, or what was spoken of before."""
    if recipients:
        return tuple(point_back(recipient, former + before) for recipient in recipients)
    if honour.count is not None or (result == "candidate" and not before):
        return (Recipient(None),) if honour.count is not None else (of_own(honour.name, scope),)
    if last and last[-1].recipient and _goes_on(last[-1], honour, clause, before):
        return (Recipient(last[-1].recipient, last[-1].at),)
    return (antecedent(before, honour.name, scope),)


def _goes_on(last: AwardMention, honour: Honour, clause: Clause, before: list[Clause]) -> bool:
    """Whether the subject runs on (…，并获甲奖) and may have this one too: 3所学校 are no pilot city."""
    adjacent = bool(before) and before[-1].start <= last.start
    return (adjacent or bool(RUNS_ON.match(clause.words))) and (last.count is None or not for_place(honour.name))


# 创新奖二等奖 is the second class of the 创新奖; a 大赛二等奖 has no other name.
_CLASS = re.compile(r"(?<=奖)(?:[特一二三]等奖|[金银铜]奖|提名奖|入围奖)$")


def _award(honour: Honour, result: str, recipient: Recipient, rule: str) -> AwardMention:
    count = recipient.count if recipient.count is not None else honour.count
    return AwardMention(
        honour.start,
        honour.end,
        _CLASS.sub("", honour.name),
        rule,
        honour.edition,
        honour.level,
        result,
        recipient.words,
        recipient.at,
        count,
        honour.rank,
    )


def _placed(award: AwardMention) -> AwardMention:
    """获全市考核第二名 is a rank in the contest, not a prize of that name."""
    match = PLACED.fullmatch(award.name)
    if match is None:
        return award
    number = number_of(match.group("number")) if match.group("number") else None
    rank = str(number) if number is not None else match.group("rank")
    return replace(award, name=match.group("contest"), result="ranked", rank=rank)


def _with_curated_level(award: AwardMention, vocabulary: Vocabulary) -> AwardMention:
    """The level of a series that the vocabulary knows, where its name tells none."""
    level = _levels(vocabulary).get(re.sub("[“”]", "", award.name)) if award.level == "other" else None
    return replace(award, level=level) if level else award


@lru_cache(maxsize=4)
def _levels(vocabulary: Vocabulary) -> dict[str, str]:
    """Award series by all their names -> level."""
    return {name: award.level for award in vocabulary.awards for name in (award.label, *award.aliases)}
