"""Mentions -> Entities: places, bodies and programmes that the words stand for."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.model import Entities, Mentions, Place, PlaceMention, QuantityMention, Report
from kg.resolve.awards import award_place
from kg.resolve.bodies import resolve_bodies
from kg.resolve.documents import resolve_documents
from kg.resolve.places import resolve_places
from kg.resolve.programmes import place_of, resolve_programmes
from kg.vocabulary import Vocabulary

__all__ = ["resolve"]

Named = tuple[tuple[PlaceMention, Place], ...]


def _quantity_place(mention: QuantityMention, report: Report, places: Named) -> Place | None:
    return place_of(mention.start, mention.end, report, places) or report.meta.place


def resolve(report: Report, mentions: Mentions, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Entities:
    """What every mention of a report stands for; a mention that stands for nothing certain is left out and counted."""
    places, unresolved = resolve_places(mentions.places, report, gazetteer)
    return Entities(
        places=places,
        programmes=resolve_programmes(mentions.programmes, report, places, vocabulary),
        awards=tuple((mention, award_place(mention, report, places, gazetteer)) for mention in mentions.awards),
        bodies=resolve_bodies(mentions.bodies, report, gazetteer),
        documents=resolve_documents(mentions.documents, vocabulary),
        quantities=tuple((mention, _quantity_place(mention, report, places)) for mention in mentions.quantities),
        unresolved=unresolved,
    )
