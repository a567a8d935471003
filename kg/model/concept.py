"""What the vocabularies in ontology/ hold: concepts with their cue words, programmes, awards, indicators, documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a scheme: ``notation`` is what tables say, ``cues`` what texts say (longest first)."""

    iri: str
    scheme: str
    notation: str
    zh: str
    en: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeConcept:
    """A curated programme. ``key`` is the identity key of its label; ``kind`` a notation of ``programme-kind``.

    ``level`` is a notation of ``place-level``: that of the government that began it; ``place`` is a code of the
    gazetteer where it did not begin nationwide.
    """

    key: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    en: str = ""
    definition_zh: str = ""
    definition_en: str = ""
    broader: str | None = None  # the key of the programme that it is part of
    replaces: tuple[str, ...] = ()  # the keys of its predecessors
    sources: tuple[str, ...] = ()  # the keys of the documents that found or name it
    level: str = ""
    place: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentConcept:
    """A law or official document. ``key`` is the identity key of its label; ``kind`` a notation of ``document-kind``.

    ``identifier`` is its number (国发〔2021〕7号), ``issued`` a year, month or day in ISO form; "" where not known.
    """

    key: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    title: str = ""  # in full, with its issuer, where the label leaves that out
    identifier: str = ""
    issued: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class AwardConcept:
    """A curated award series; ``level`` is a notation of ``award-level``, ``conferred_by`` a name in Chinese."""

    label: str
    aliases: tuple[str, ...]
    level: str
    en: str = ""
    conferred_by: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorConcept:
    """A canonical indicator with its usual unit."""

    label: str
    aliases: tuple[str, ...]
    unit: str
    en: str = ""
