"""Evidence: the sentence around a mention, with its offsets in the source as read."""

from __future__ import annotations

from kg.model import Evidence, Mention, Report


def evidence_of(report: Report, mention: Mention) -> Evidence:
    """The sentence that holds a mention (two, where a name runs over a sentence end), as it stands in the source."""
    first = report.sentence_at(mention.start)
    last = report.sentence_at(max(mention.start, mention.end - 1))
    start, end = report.source_span(min(first.start, mention.start), max(last.end, mention.end))
    role = report.section_of(first).role
    return Evidence(start, end, report.source.text[start:end], role, mention.rule)
