"""Text -> Report: metadata, sections with their role, sentences."""

from __future__ import annotations

from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.model import Report, Source, Text
from kg.structure.claims import merged
from kg.structure.completing import completed
from kg.structure.genre import REPORT, find_genre, kept, refused
from kg.structure.headings import find_headings
from kg.structure.metadata import find_metadata
from kg.structure.sections import body_end, find_sections
from kg.structure.sentences import find_sentences
from kg.structure.title import Title, body_start, find_title
from kg.vocabulary import Vocabulary

__all__ = ["completed", "structure"]


def structure(text: Text, vocabulary: Vocabulary, gazetteer: Gazetteer, keep_all: bool = False) -> Report:
    """Find the title, the body, its sections and sentences, and what the report says of itself.

    With ``keep_all`` what is no report is structured all the same, and a problem of the report says so.

    Raises:
        InputError: ``not-a-report``: the text is of another genre, see :mod:`kg.structure.genre`.
    """
    source = text.source
    title = find_title(text.text) or _claimed_title(source)
    body = body_start(text.text, title)
    end = body_end(text.text, body)
    headings = [heading for heading in find_headings(text.text) if body <= heading.start < end]
    sections = find_sections(text.text, headings, body, end, vocabulary)
    genre = find_genre(text.text, title, body, sections)
    if genre != REPORT and not keep_all:
        raise refused(source.name, genre)
    sentences = find_sentences(text.text, body, end, sections, headings)
    found = find_metadata(title, source.text, text.text, body, sections, gazetteer)
    meta, problems = merged(found, source.claims, source.name, gazetteer)
    if genre != REPORT:
        meta = replace(meta, kind="plan" if genre == "plan" else "other")
        problems = (*problems, kept(source.name, genre))
    return Report(source, text.text[:end], text.offsets, meta, sections, sentences, genre, problems)


def _claimed_title(source: Source) -> Title | None:
    """The title that the file gives a text without one, where it is that of a report."""
    said = (find_title(claim.value + "\n") for claim in source.claims if claim.key == "title")
    found = next((title for title in said if title), None)
    return Title(found.text, 0, 0) if found else None
