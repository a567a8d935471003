"""Mentions -> Entities: places, bodies and programmes that the words stand for."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.model import AwardMention, Entities, Mentions, Place, PlaceMention, QuantityMention, Report
from kg.resolve.bodies import resolve_bodies
from kg.resolve.documents import resolve_documents
from kg.resolve.places import resolve_places
from kg.resolve.programmes import place_of, resolve_programmes
from kg.vocabulary import Vocabulary

__all__ = ["resolve"]

Named = tuple[tuple[PlaceMention, Place], ...]


def _award_place(mention: AwardMention, report: Report, places: Named) -> Place | None:
    """Where the recipient is: the last place named in its words, else whose the recipient is, else the report's."""
    start, end = mention.at
    inside = [place for named, place in places if start <= named.start and named.end <= end]
    if inside:
        return inside[-1]
    return (place_of(start, end, report, places) if end > start else None) or report.meta.place


def _quantity_place(mention: QuantityMention, report: Report, places: Named) -> Place | None:
    return place_of(mention.start, mention.end, report, places) or report.meta.place


def resolve(report: Report, mentions: Mentions, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Entities:
    """What every mention of a report stands for; a mention that stands for nothing certain is left out and counted."""
    places, unresolved = resolve_places(mentions.places, report, gazetteer)
    return Entities(
        places=places,
        programmes=resolve_programmes(mentions.programmes, report, places, vocabulary),
        awards=tuple((mention, _award_place(mention, report, places)) for mention in mentions.awards),
        bodies=resolve_bodies(mentions.bodies, report, gazetteer),
        documents=resolve_documents(mentions.documents, vocabulary),
        quantities=tuple((mention, _quantity_place(mention, report, places)) for mention in mentions.quantities),
        unresolved=unresolved,
    )
