"""Organisations as written."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.model import BodyMention, Report
from kg.vocabulary import Vocabulary


def find_bodies(report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[BodyMention, ...]:
    """All bodies that a report names."""
    return ()
