"""The nouns of the project: frozen, slotted dataclasses, no I/O.

*Mention* is text, *entity* is the world, *concept* is the vocabulary, *assertion* is what a report says. All offsets of
a :class:`Report` and its mentions index ``Report.text`` (the cleaned text); only :class:`Evidence` speaks of the source
as read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

# --- read, clean ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One input as read: decoded, line ends untouched.

    ``name`` is the input's file name, as shown in the column ``source``; ``sha256`` is of the bytes.
    """

    name: str
    text: str
    encoding: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Text:
    """A cleaned text and where each of its characters stood in the source.

    ``offsets[i]`` is the source offset of clean character ``i``; ``len(offsets) == len(text)``.
    """

    source: Source
    text: str
    offsets: array[int]


# --- structure --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A jurisdiction. ``key`` is its code (six digits, nine for townships), or parent code + "-" + name without one.

    ``since`` and ``until`` are ISO dates of the period in force where known; ``path`` is ``浙江省/杭州市/拱墅区``.
    """

    key: str
    name: str
    level: str  # country | province | prefecture | county | township | village
    parent: str | None
    path: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A dated change of divisions: n-ary, since several places may become several.

    ``date`` is ISO, of the precision known (2021-04-09, 2014-12, 2005); ``kind``: merge | split | rename | upgrade |
    transfer | found; ``before`` and ``after`` hold codes, and a code on both sides is a place that goes on.
    """

    date: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading; sections nest by ``level`` (0 lead, 1 一、, 2 （一）, 3 1., 4 一是).

    ``role`` is a notation of the vocabulary scheme ``role``: lead | achievement | problem | duty | plan; ``year`` is the
    year that the heading names, if any.
    """

    index: int
    level: int
    heading: str
    start: int
    end: int
    role: str
    year: int | None
    parent: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a clause closed by a semicolon: the unit of evidence. ``section`` indexes ``Report.sections``."""

    index: int
    start: int
    end: int
    section: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a report says of itself. ``kind`` is a notation of the scheme ``report-kind``; ``issued`` an ISO date."""

    title: str
    place: Place | None
    year: int | None
    publisher: str | None
    issued: str | None
    kind: str


@dataclass(frozen=True)
class Report:
    """A structured report: the unit of all further work, a pure function of its source and the vocabulary."""

    source: Source
    text: str
    offsets: array[int]
    meta: Metadata
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the clean offset (the nearest before it, for an offset between two sentences)."""
        from bisect import bisect_right

        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def words(self, span: Sentence | Section | Mention) -> str:
        """The clean text of a sentence, a section or a mention."""
        return self.text[span.start : span.end]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open offsets into the source as read, for half-open, non-empty offsets into the clean text."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def section_of(self, sentence: Sentence) -> Section:
        """The innermost section of a sentence."""
        return self.sections[sentence.section]

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self.sentences)


# --- mention ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of clean text that names something. ``rule`` is the name of the rule that found it."""

    start: int
    end: int
    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A named jurisdiction as written, e.g. 上塘街道 or 杭州市拱墅区."""


@dataclass(frozen=True, slots=True)
class ProgrammeMention(Mention):
    """A named programme. ``kind``: reform | campaign | mechanism | platform | brand."""

    kind: str = "mechanism"


@dataclass(frozen=True, slots=True)
class AwardMention(Mention):
    """An honour as written, without its edition. ``result`` and ``level`` are notations; ``recipient`` as written.

    ``at`` is the clean offset span of the recipient (0, 0 where there is none), for resolving its place.
    """

    edition: str | None = None
    level: str = "other"
    result: str = "won"
    recipient: str | None = None
    at: tuple[int, int] = (0, 0)
    count: int | None = None
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class BodyMention(Mention):
    """An organisation as written (区民政局). ``relation``: established | leads | mentioned."""

    kind: str = "other"
    relation: str = "mentioned"


@dataclass(frozen=True, slots=True)
class DocumentMention(Mention):
    """A document as written, outer 《》 removed. ``relation``: enacted | issued | implemented | studied | mentioned."""

    kind: str = "other"
    relation: str = "mentioned"


@dataclass(frozen=True, slots=True)
class QuantityMention(Mention):
    """A measured quantity. ``name`` is what is measured; ``change`` is in % year on year."""

    value: Decimal = Decimal(0)
    unit: str = ""
    change: Decimal | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one report, each kind in order of appearance."""

    places: tuple[PlaceMention, ...] = ()
    programmes: tuple[ProgrammeMention, ...] = ()
    awards: tuple[AwardMention, ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    documents: tuple[DocumentMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()


# --- resolve ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: ``key`` identifies it (quotation marks and generic tails removed), ``label`` is how it is shown.

    ``curated`` is False for a candidate, which no vocabulary knows.
    """

    key: str
    label: str
    kind: str
    curated: bool


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: ``owner`` is the place it belongs to (None: nationwide, international or unknown).

    ``local`` is its name without the owner (民政局), ``label`` the name in full (拱墅区民政局).
    """

    local: str
    label: str
    kind: str
    owner: Place | None


@dataclass(frozen=True, slots=True)
class Entities:
    """Mentions with what they stand for, in the order of ``Mentions``; a mention that resolves to nothing is left out."""

    places: tuple[tuple[PlaceMention, Place], ...] = ()
    programmes: tuple[tuple[ProgrammeMention, Programme, Place | None], ...] = ()
    awards: tuple[tuple[AwardMention, Place | None], ...] = ()
    bodies: tuple[tuple[BodyMention, Body], ...] = ()
    documents: tuple[DocumentMention, ...] = ()
    quantities: tuple[tuple[QuantityMention, Place | None], ...] = ()
    unresolved: tuple[str, ...] = ()


# --- assertion --------------------------------------------------------------------------------------------------------


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
class Problem:
    """Something about an input that its sender should know. ``zh``/``en`` say what; ``remedy_*`` what to do."""

    code: str
    file: str
    zh: str
    en: str
    remedy_zh: str = ""
    remedy_en: str = ""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """All that one report asserts: what is kept of a report once it has been read."""

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
