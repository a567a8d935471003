"""Turns: where a section changes its subject without a heading, from praise to problems, from problems to plans, or back."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Section
from kg.structure.headings import numeral

# In a section of problems or achievements, from such a sentence on the report speaks of what is to come.
_TURN = re.compile(
    r"(?<=[。\n])(?:下一?步|下一?阶段|今后[，一]|在今后的工作中|接下来|针对(?:上述|以上|这些|存在的?)(?:问题|不足|短板)"
    r"|(20[0-4][0-9])年，?(?:我|全|本|将|[^，。]{2,6}将))"
)
# In a section on achievements, 主要存在以下问题 and 我们也看到挑战不少 open a passage on problems, which closes the section.
_FLAW = re.compile(
    r"(?<=[。\n])[^。\n]{0,60}(?:也清醒(?:地)?(?:认识|看)到|还存在|仍存在|也存在|尚存在|存在(?:一些|以下|的?主要)?(?:不足|问题|短板|困难)"
    r"|(?:也|还要?|更|必须|应当?|清醒(?:地)?)(?:认识|看)到[^。\n]{0,60}?(?:问题|挑战|不足|困难|短板|差距|弱项)"
    r"|问题[^。，\n]{0,4}不容(?:忽视|回避))[^。\n]{0,40}"
)
_LONGEST = 160  # characters of such a sentence up to its cue; a longer one tells how problems were solved
# In a chapter on the fifteenth plan, a paragraph that opens with “十四五”时期 tells what was done.
_PLAN_NUMBER = re.compile(r"“十([一二三四五六七八九])五”|第十([一二三四五六七八九])个五年")
_REVIEW = re.compile(
    r"(?<=\n)(?:(?:过去|刚刚过去的)?“十([一二三四五六七八九])五”(?:时期|以来|期间|规划期)|(?:过去|这|近)五年)[^\n]*(?=\n|$)"
)


def split_at_turns(sections: list[Section], text: str) -> list[Section]:
    """Cut sections where they turn; what a list below such a passage says (一是…；二是…) belongs to the passage."""
    result: list[Section] = []
    place: dict[int, int] = {}
    plan_number = max((_number(section.heading) for section in sections), default=0)
    for section in sections:
        place[section.index] = len(result)
        parent = place.get(section.parent) if section.parent is not None else None
        for start, end, role, year in _pieces(_as_before(section, result), text, plan_number):
            result.append(Section(len(result), section.level, section.heading, start, end, role, year, parent))
    return result


def _number(words: str) -> int:
    """The number of the five-year plan that words name: 5 for “十五五”, 0 for none."""
    return max((numeral(one or two) for one, two in _PLAN_NUMBER.findall(words)), default=0)


def _as_before(section: Section, done: list[Section]) -> Section:
    """A paragraph 一是… right behind a passage on problems is one of the problems, and so are its followers."""
    last = done[-1] if done else None
    if last and section.level == 4 and section.role == "achievement" and last.role == "problem" and last.end == section.start:
        return replace(section, role="problem")
    return section


def _pieces(section: Section, text: str, plan_number: int) -> list[tuple[int, int, str, int | None]]:
    """The stretches of one section with their roles; one stretch in nearly every case."""
    cuts = [(section.start, section.role, section.year)]
    if section.role == "achievement":
        flaw = _FLAW.search(text, section.start, section.end)
        while flaw and not _opens_problems(section, flaw, text):
            flaw = _FLAW.search(text, flaw.end(), section.end)
        if flaw:
            cuts.append((flaw.start(), "problem", section.year))
    if section.role in ("problem", "achievement"):
        turn = _TURN.search(text, section.start, section.end)
        if turn and (section.role == "problem" or turn.group(1) is None):
            cuts.append((turn.start(), "plan", int(turn.group(1)) if turn.group(1) else None))
    if section.role == "plan":
        cuts += _reviews(section, text, plan_number)
    cuts.sort(key=lambda cut: cut[0])
    ends = [cut[0] for cut in cuts[1:]] + [section.end]
    pieces = [(start, end, role, year) for (start, role, year), end in zip(cuts, ends, strict=True) if end > start]
    return pieces or [(section.start, section.end, section.role, section.year)]


def _opens_problems(section: Section, flaw: re.Match[str], text: str) -> bool:
    """Problems close a passage or have a paragraph of their own; elsewhere such a sentence tells how they were solved."""
    late = flaw.start() - section.start > (section.end - section.start) / 2
    own = flaw.start() > 0 and text[flaw.start() - 1] == "\n"
    return (late or own) and flaw.end() - flaw.start() < _LONGEST


def _reviews(section: Section, text: str, plan_number: int) -> list[tuple[int, str, int | None]]:
    """Paragraphs of a plan that look back on the five years before it, and where the plan goes on."""
    cuts: list[tuple[int, str, int | None]] = []
    for match in _REVIEW.finditer(text, section.start, section.end):
        number = numeral(match.group(1)) if match.group(1) else -1
        if number < plan_number:
            cuts += [(match.start(), "achievement", None), (match.end(), "plan", section.year)]
    return cuts
