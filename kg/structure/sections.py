"""Sections with their role: what was done, what is wrong, what comes next, what the leaders did."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Section
from kg.structure.dates import years
from kg.structure.headings import Heading
from kg.structure.turns import split_at_turns
from kg.vocabulary import Vocabulary

# Cues are tried in this order: a heading on problems also says 工作, one on plans also says 举措. A heading that names
# problems and plans both (存在的问题和下一步打算) begins as problems; the sentence 下一步… opens its plan.
_ORDER = ("duty", "problem", "plan", "achievement")

def heading_year(text: str) -> int | None:
    """The last year that a heading names: 2025年工作回顾和2026年安排 speaks, to a reader of plans, of 2026."""
    return next(reversed(years(text)), None)


# 坚持问题导向 and 今年以来的重点任务落实情况 say nothing of problems or of what comes next.
_NO_CUE = re.compile(
    r"问题导向|(?:突出|重点)?问题(?:专项)?(?:整治|整改|治理)|(?:重点|目标|主要|各项)?任务(?=的?(?:完成|落实|推进|进展))"
)


def role_of(heading: str, vocabulary: Vocabulary) -> str | None:
    """The role that a heading's words announce, or None."""
    words = _NO_CUE.sub("", heading)
    for role in _ORDER:
        if any(cue in words for cue in vocabulary.cues("role", role)):
            return role
    return None


def _heading_sections(headings: list[Heading], start: int, end: int, vocabulary: Vocabulary) -> list[Section]:
    """One section a heading, from its marker to the next heading; roles go down from parent to child."""
    first = headings[0].start if headings else end
    sections = [Section(0, 0, "", start, max(start, first), "lead", None, None)]
    stack: list[Section] = [sections[0]]
    before = _Before()
    for heading, following in zip(headings, [h.start for h in headings[1:]] + [end] * bool(headings), strict=True):
        while stack[-1].level >= heading.level:
            stack.pop()
        parent = stack[-1]
        year = heading_year(heading.text) if heading.level == 1 else parent.year
        if heading.level == 1:
            role = _chapter_role(role_of(heading.text, vocabulary), year, before, heading.text)
            before.add(role, year)
        else:
            role = _settle(heading, parent.role if parent.level else "achievement", vocabulary)
        index, words = len(sections), heading.text
        section = Section(index, heading.level, words, heading.start, following, role, year, parent.index)
        sections.append(section)
        stack.append(section)
    return sections


# 十五五规划纲要的说明, 十五五时期的主要考虑: a chapter on a five-year plan looks ahead, unless it looks back.
_FIVE_YEARS = re.compile(r"五年规划|“十[一二三四五六七八九]五”(?!.*(?:回顾|成就|成绩|成效|情况))")


_BACK = re.compile(r"回顾|成效|成绩|成就|情况|完成|做法")


@dataclass(slots=True)
class _Before:
    """What the chapters before were: the role of the last, the earliest year that one on achievements names."""

    role: str = "lead"
    reviewed: int | None = None

    def add(self, role: str, year: int | None) -> None:
        self.role = role
        if role == "achievement" and year:
            self.reviewed = min(year, self.reviewed or year)


def _chapter_role(own: str | None, year: int | None, before: _Before, words: str) -> str:
    """A chapter is what its heading says; but 2026年重点工作 behind a chapter on 2025 is a plan.

    So is what follows a plan without saying otherwise.
    """
    if own in (None, "achievement"):
        later = year is not None and before.reviewed is not None and year > before.reviewed
        follows = before.role == "plan" and not _BACK.search(words)
        if later or follows or _FIVE_YEARS.search(words):
            return "plan"
    return own or "achievement"


def _settle(heading: Heading, inherited: str, vocabulary: Vocabulary) -> str:
    """A paragraph heading may only open problems or plans within a mixed chapter.

    （二）聚焦重点工作 below a plan stays plan; （三）存在的问题 below a chapter of achievements is problems.
    """
    plain = heading.level == 2 and _PLAIN.search(heading.text)
    own = role_of(heading.text, vocabulary) if plain else None
    return own if own in ("problem", "plan") and inherited in ("achievement", "problem") else inherited


# （三）聚焦突出问题 is a paragraph of achievements; （三）存在的问题 is not. Below a chapter only plain words count.
_PLAIN = re.compile(r"存在|不足|短板|下一步|下步|打算|安排|计划$|思路|今后|明年|展望")


# Behind such a line a report explains the words that it has used; it asserts nothing more.
_GLOSSARY = re.compile(
    r"\n(?:附件[0-9一二三四五六七八九十]*[：、 \n]*)?(?:有关|相关|部分)?"
    r"(?:名词|名词术语|用语|术语)(?:解释|注释|说明)[：:]?(?=\n)"
)


def body_end(text: str, start: int) -> int:
    """Where the body of a report that begins at ``start`` ends: before a glossary in its second half, else with the text."""
    glossary = _GLOSSARY.search(text, start + (len(text) - start) // 2)
    return glossary.start() if glossary else len(text)


def find_sections(
    text: str, headings: list[Heading], start: int, end: int, vocabulary: Vocabulary
) -> tuple[Section, ...]:
    """The sections of the clean text from ``start`` to ``end``, in order; the first is the lead."""
    below = [heading for heading in headings if start <= heading.start < end]
    sections = _heading_sections(below, start, end, vocabulary)
    filled = [section for section in sections if section.end > section.start or not section.index]
    return tuple(split_at_turns(filled, text))
