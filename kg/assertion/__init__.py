"""Entities -> Assertions: who ran what and when, each with its sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

from kg.assertion.evidence import evidence_of
from kg.assertion.status import measured_year, status_of, year_of
from kg.fingerprint import fingerprint
from kg.model import (
    AwardOutcome,
    BodyRole,
    DocumentRole,
    Engagement,
    Entities,
    Observation,
    PlaceNamed,
    Problem,
    Report,
    ReportFacts,
)

__all__ = ["assert_facts"]

T = TypeVar("T")


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    """Each assertion once, in order of appearance."""
    return tuple(dict.fromkeys(items))


def _places(report: Report, entities: Entities) -> Iterable[PlaceNamed]:
    """Each place once, with the first sentence that names it."""
    seen = set()
    for mention, place in entities.places:
        if place.key not in seen:
            seen.add(place.key)
            yield PlaceNamed(place, evidence_of(report, mention))


def _engagements(report: Report, entities: Entities) -> Iterable[Engagement]:
    for mention, programme, place in entities.programmes:
        status, year = status_of(report, mention.start, mention.end)
        yield Engagement(programme, place, year, status, evidence_of(report, mention))


def _awards(report: Report, entities: Entities) -> Iterable[AwardOutcome]:
    for mention, place in entities.awards:
        yield AwardOutcome(
            mention.name, mention.edition, mention.level, mention.result, mention.recipient, place,
            year_of(report, mention.start), mention.count, mention.rank, evidence_of(report, mention),
        )  # fmt: skip


def _bodies(report: Report, entities: Entities) -> Iterable[BodyRole]:
    for mention, body in entities.bodies:
        yield BodyRole(
            body, report.meta.place, mention.relation, year_of(report, mention.start), evidence_of(report, mention)
        )


def _documents(report: Report, entities: Entities) -> Iterable[DocumentRole]:
    for mention in entities.documents:
        yield DocumentRole(
            mention.name, mention.kind, report.meta.place, mention.relation,
            year_of(report, mention.start), evidence_of(report, mention),
        )  # fmt: skip


def _observations(report: Report, entities: Entities) -> Iterable[Observation]:
    for mention, place in entities.quantities:
        yield Observation(
            mention.name, mention.value, mention.unit, mention.change, mention.approximate, place,
            measured_year(report, mention.start), report.text[mention.start : mention.end], evidence_of(report, mention),
        )  # fmt: skip


def assert_facts(report: Report, entities: Entities) -> ReportFacts:
    """All that a report asserts, each assertion with its evidence, and what about the report needs attention."""
    return ReportFacts(
        name=report.source.name,
        source_sha256=report.source.sha256,
        text_sha256=hashlib.sha256(report.source.text.encode()).hexdigest(),
        words_sha256=hashlib.sha256("".join(report.source.text.split()).encode()).hexdigest(),
        fingerprint=fingerprint(report.text[report.sections[0].start :]) if report.sections else None,
        encoding=report.source.encoding,
        format=report.source.format,
        characters=len(report.source.text),
        meta=report.meta,
        places=_unique(_places(report, entities)),
        engagements=_unique(_engagements(report, entities)),
        awards=_unique(_awards(report, entities)),
        bodies=_unique(_bodies(report, entities)),
        documents=_unique(_documents(report, entities)),
        observations=_unique(_observations(report, entities)),
        problems=_problems(report, entities),
    )


def _problems(report: Report, entities: Entities) -> tuple[Problem, ...]:
    """What the reader of the tables should know: no place, no year, names that could be several places."""
    name, problems = report.source.name, [*report.source.problems, *report.problems]
    if report.meta.place is None:
        problems.append(Problem(
            "place-unknown", name, "认不出这份报告是哪个地方的", "the place of this report is unknown",
            "在文首补上带地名的标题", "add a title that names the place as the first line",
        ))  # fmt: skip
    if report.meta.year is None:
        problems.append(Problem(
            "year-unknown", name, "认不出这份报告是哪一年的", "the year of this report is unknown",
            "在标题里写明年份", "name the year in the title",
        ))  # fmt: skip
    if entities.unresolved:
        names = "、".join(entities.unresolved[:8])
        problems.append(Problem(
            "place-ambiguous", name,
            f"有重名、无法确定的地名，未收入：{names}", f"ambiguous place names left out: {names}",
            "在原文中写出上级地名", "write the place above it in the text",
        ))  # fmt: skip
    return tuple(problems)
