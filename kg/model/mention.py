"""Mentions: stretches of text that name something."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


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
