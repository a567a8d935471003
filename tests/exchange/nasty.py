"""Graphs of names that break programs: markup, formulas, controls, marks of every kind."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from made_up import MadeUpGazetteer, facts

from kg.graph import build
from kg.ids import key
from kg.model import Engagement, Programme
from kg.vocabulary import vocabulary

NAMES = (
    '=HYPERLINK("http://example.org","甲")', "+1+1", "-2+3", "@SUM(A1)", "#N/A", "＝１＋１", "2022", "1e5", "TRUE",
    '“引号”"与<标签>&实体;</label>', "]]><!--", "&amp;amp;", "_x0041_改革", "a\tb", "a\nb", "a\r\nb", "\u0001\u0000\u000b控制",
    "\ufffe\uffff", "\u2028\u2029\u0085", "\u202e反向", "𠀀𠮷😀", "e\u0301é", "  前后空格  ", "'", "\\", "\\u0041", "a\\", "%25",
    "../..", "?x=1#y", "fz:place", "@id", "http://example.org/<>", "甲" * 300,
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(NAMES), st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12))


def triples_of(names):
    """A sorted graph in which each name is that of a programme, and the sentence that tells of it."""
    report = facts()
    first = report.engagements[0]
    said = tuple(
        Engagement(
            Programme(key(name), name, "reform", curated=False), first.place, first.year, first.status,
            replace(first.evidence, start=1000 + at, end=1000 + at + len(name), text=name),
        )
        for at, name in enumerate(names)
    )  # fmt: skip
    return sorted(build([replace(report, engagements=(*report.engagements, *said))], vocabulary(), MadeUpGazetteer()))
