"""Texts, from the input as read to the structured report."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model.place import Place
from kg.model.problem import Problem

if TYPE_CHECKING:
    from kg.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a file, a list beside it or its user says of a report, and where.

    ``key`` is one of ``title place year publisher issued identifier number url`` (``identifier`` is the 索引号,
    ``number`` the 文号); ``value`` is as written; ``origin`` says where it stood: ``table 发布机构``, ``meta PubDate``,
    ``column 标题``, ``file x.meta.json``.
    """

    key: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Source:
    """One input as read: decoded or extracted, line ends untouched.

    ``name`` is the input's file name, as shown in the column ``source`` (``a.zip!/b.html``, ``reports.csv#12``);
    ``sha256`` is of the bytes, ``format`` what they were (``txt``, ``html``, ``pdf`` …), ``claims`` what the file says of
    itself outside its text, the most trusted first, ``problems`` what was odd about reading it.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    format: str = "txt"
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A cleaned text and where each of its characters stood in the source.

    ``offsets[i]`` is the source offset of clean character ``i``; ``len(offsets) == len(text)``.
    """

    source: Source
    text: str
    offsets: array[int]


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
    """What a report says of itself. ``kind`` is a notation of the scheme ``report-kind``; ``issued`` an ISO date.

    ``identifier`` is the index number of a government page (索引号), ``number`` the document number (文号), ``url`` the
    page that it was published on. ``origins`` tells for every value that is known where it comes from: ``text``, or the
    origin of a :class:`Claim`.
    """

    title: str
    place: Place | None
    year: int | None
    publisher: str | None
    issued: str | None
    kind: str
    identifier: str | None = None
    number: str | None = None
    url: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Report:
    """A structured report: the unit of all further work, a pure function of its source and the vocabulary."""

    source: Source
    text: str
    offsets: array[int]
    meta: Metadata
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    genre: str = "report"
    """``report``, or what else it is: ``paper``, ``news``, ``plan``, ``template``, ``other`` (see kg.structure.genre)."""
    problems: tuple[Problem, ...] = ()
    """What its reader should know: metadata that contradict each other, a genre that is no report."""

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the clean offset (the nearest before it, for an offset between two sentences)."""
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
