"""Text -> Report: metadata, sections with their role, sentences."""

from __future__ import annotations

import re

from kg.errors import InputError
from kg.gazetteer import Gazetteer
from kg.model import Report, Text
from kg.structure.headings import find_headings
from kg.structure.metadata import find_metadata
from kg.structure.sections import body_end, find_sections
from kg.structure.sentences import find_sentences
from kg.structure.title import body_start, find_title
from kg.vocabulary import Vocabulary

__all__ = ["structure"]


# A report without a title says within its first paragraphs what it is about.
_OPENING = 800
_SUBJECT = re.compile(
    r"法治(?:政府)?建设|依法行政|依法治[省市区县镇]|法治[\u4e00-\u9fff]{2,3}建设|政府工作报告|向大会报告工作"
)


def _no_report(name: str) -> InputError:
    return InputError(
        "not-a-report", "不像是法治政府建设报告", "this does not look like a report on law-based government",
        where=name, remedy_zh="确认文件内容；若确是报告，请在第一行补上标题",
        remedy_en="check the file; if it is a report, add its title as the first line",
    )  # fmt: skip


def structure(text: Text, vocabulary: Vocabulary, gazetteer: Gazetteer, keep_all: bool = False) -> Report:
    """Find the title, the body, its sections and sentences, and what the report says of itself.

    Raises:
        InputError: ``not-a-report``: neither a title nor the opening speaks of what such reports are about.
    """
    title = find_title(text.text)
    if title is None and not _SUBJECT.search(text.text[:_OPENING]):
        raise _no_report(text.source.name)
    body = body_start(text.text, title)
    end = body_end(text.text, body)
    headings = [heading for heading in find_headings(text.text) if body <= heading.start < end]
    sections = find_sections(text.text, headings, body, end, vocabulary)
    sentences = find_sentences(text.text, body, end, sections, headings)
    meta = find_metadata(title, text.source.text, text.text, body, sections, gazetteer)
    return Report(text.source, text.text[:end], text.offsets, meta, sections, sentences)
