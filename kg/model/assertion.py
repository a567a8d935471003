"""Assertions: what a report says of entities, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kg.model.copies import Copy, Fingerprint, NearCopy
from kg.model.entity import Body, Programme
from kg.model.place import Place
from kg.model.problem import Problem
from kg.model.report import Metadata


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence behind an assertion: half-open offsets into the source as read, ``text == source[start:end]``."""

    start: int
    end: int
    text: str
    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """A report names a place."""

    place: Place
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Engagement:
    """A place ran, plans or has trouble with a programme in a year."""

    programme: Programme
    place: Place | None
    year: int | None
    status: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AwardOutcome:
    """Somebody received, or was considered for, an honour."""

    award: str
    edition: str | None
    level: str
    result: str
    recipient: str | None
    place: Place | None
    year: int | None
    count: int | None
    rank: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class BodyRole:
    """What a place did with a body: established, leads, mentioned."""

    body: Body
    place: Place | None
    relation: str
    year: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DocumentRole:
    """What a place did with a document: enacted, issued, implemented, studied, mentioned."""

    document: str
    kind: str
    place: Place | None
    relation: str
    year: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Observation:
    """A measured value."""

    indicator: str
    value: Decimal
    unit: str
    change: Decimal | None
    approximate: bool
    place: Place | None
    year: int | None
    raw: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """All that one report asserts: what is kept of a report once it has been read.

    ``text_sha256`` is of the text as read, ``words_sha256`` of its characters but white space: the same words with other
    line ends are the same text. ``format`` is what the input was (``txt``, ``html``, ``pdf`` …), ``text_file`` where the text
    lies in the output folder (``texts/x.txt``; "" where it was not written). ``fingerprint`` is of the body; ``copies`` and
    ``near_copies`` are known once all reports have been read (see :mod:`kg.copies`).
    """

    name: str
    source_sha256: str
    text_sha256: str
    encoding: str
    characters: int
    meta: Metadata
    places: tuple[PlaceNamed, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    awards: tuple[AwardOutcome, ...] = ()
    bodies: tuple[BodyRole, ...] = ()
    documents: tuple[DocumentRole, ...] = ()
    observations: tuple[Observation, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    words_sha256: str = ""
    format: str = "txt"
    text_file: str = ""
    fingerprint: Fingerprint | None = None
    copies: tuple[Copy, ...] = ()
    near_copies: tuple[NearCopy, ...] = ()
