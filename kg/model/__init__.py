"""The nouns of the project: frozen, slotted dataclasses, no I/O.

*Mention* is text, *entity* is the world, *concept* is the vocabulary, *assertion* is what a report says. All offsets of
a :class:`Report` and its mentions index ``Report.text`` (the cleaned text); only :class:`Evidence` speaks of the source
as read.
"""

from kg.model.assertion import (
    AwardOutcome,
    BodyRole,
    DocumentRole,
    Engagement,
    Evidence,
    Observation,
    PlaceNamed,
    ReportFacts,
)
from kg.model.copies import Copy, Fingerprint, NearCopy
from kg.model.entity import Body, Entities, Programme
from kg.model.mention import (
    AwardMention,
    BodyMention,
    DocumentMention,
    Mention,
    Mentions,
    PlaceMention,
    ProgrammeMention,
    QuantityMention,
)
from kg.model.place import Place, PlaceChange
from kg.model.problem import Problem
from kg.model.report import Claim, Metadata, Report, Section, Sentence, Source, Text
from kg.model.validation import SEVERITIES, Finding, Validation

__all__ = [
    "SEVERITIES",
    "AwardMention",
    "AwardOutcome",
    "Body",
    "BodyMention",
    "BodyRole",
    "Claim",
    "Copy",
    "DocumentMention",
    "DocumentRole",
    "Engagement",
    "Entities",
    "Evidence",
    "Finding",
    "Fingerprint",
    "Mention",
    "Mentions",
    "Metadata",
    "NearCopy",
    "Observation",
    "Place",
    "PlaceChange",
    "PlaceMention",
    "PlaceNamed",
    "Problem",
    "Programme",
    "ProgrammeMention",
    "QuantityMention",
    "Report",
    "ReportFacts",
    "Section",
    "Sentence",
    "Source",
    "Text",
    "Validation",
]
