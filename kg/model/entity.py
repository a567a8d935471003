"""Entities: what mentions stand for."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.mention import AwardMention, BodyMention, DocumentMention, PlaceMention, ProgrammeMention, QuantityMention
from kg.model.place import Place


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
