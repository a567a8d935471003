"""Status and year of what a sentence says: the section decides, wording may overrule it."""

from __future__ import annotations

import re

from kg.model import Report, Section

_BY_ROLE = {"problem": "problem", "plan": "planned"}  # what all other sections tell of was done

# In a section on what was done, such words before the name say that it is still to come. 拟定 and 将 as in 将其纳入 are
# about the present, 即将 and 将于 about the future.
_FUTURE = re.compile(
    r"(?:拟(?!定)|谋划|即将|将于|将会|将(?=[\u4e00-\u9fff]{0,4}(?:推进|开展|建立|实施|构建|打造|启动|出台))|力争"
    r"|计划(?=[\u4e00-\u9fff])|准备(?=[\u4e00-\u9fff])|着手|提出建立|建议建立|下一步)"
)
# In a section on problems, 随着甲改革的深入 is background: the reform goes on, the trouble is with something else. But
# 甲改革实施后，人员未同步到位 is trouble with the reform.
_BACKGROUND = re.compile(r"随着|伴随|在[^，。；]{0,12}背景下")
_LONGEST_CLAUSE = 200  # characters; what stands further ahead does not govern a name
_CLAUSE_START = re.compile(r"[，。；：！？\n]")


def clause_before(report: Report, start: int, floor: int) -> str:
    """The words of the clause from its beginning up to ``start``."""
    floor = max(floor, start - _LONGEST_CLAUSE)
    return _CLAUSE_START.split(report.text[floor:start])[-1]


def status_of(report: Report, start: int, end: int) -> tuple[str, int | None]:
    """Status and year of a programme named at [start, end) of the clean text.

    A plan is for the year its heading names, else for the year after the report's.
    """
    sentence = report.sentence_at(start)
    section = report.section_of(sentence)
    status = _BY_ROLE.get(section.role, "implemented")
    before = clause_before(report, start, sentence.start)
    if status == "problem" and _BACKGROUND.search(before + report.text[start : end + 12]):
        status = "implemented"
    elif status == "implemented" and (_FUTURE.search(before) or _suggested(report, end)):
        return "planned", _next(report.meta.year)
    return status, planned_year(report, section) if status == "planned" else report.meta.year


def _suggested(report: Report, end: int) -> bool:
    """提出建立甲机制等工作建议: what is proposed is not yet there."""
    return bool(re.match(r"[^，。；]{0,6}等[^，。；]{0,6}建议", report.text[end : end + 16]))


def planned_year(report: Report, section: Section) -> int | None:
    """The year that a plan section speaks of."""
    year = report.meta.year
    if section.year and (year is None or section.year > year):
        return section.year
    return _next(year)


def _next(year: int | None) -> int | None:
    return year + 1 if year is not None else None


def year_of(report: Report, start: int) -> int | None:
    """The year of any other fact: the report's, in a plan the year planned for."""
    section = report.section_of(report.sentence_at(start))
    return planned_year(report, section) if section.role == "plan" else report.meta.year


_TARGET = re.compile(r"到(20[0-9]{2})年(?!以来)")
_FIVE_YEAR_PLAN = re.compile("“?十([一二三四五六七八九])五”?")
_LOOKING_BACK = re.compile("(?:——)?(?:过去(?:的)?五年|这五年|五年来|“?十([一二三四五六七八九])五”?(?:时期|期间|以来))")


def measured_year(report: Report, start: int) -> int | None:
    """The year of a value: as :func:`year_of`, but of a target the year that it is set for.

    力争到2030年，里程达到9000公里 is for 2030; a section on the aims of “十五五” sets them for its last year, 2030. A
    paragraph on the five years gone by tells of the report's year wherever it stands.
    """
    year, sentence = year_of(report, start), report.sentence_at(start)
    section = report.section_of(sentence)
    if section.role != "plan" or year is None:
        return year
    named = _TARGET.findall(report.text[sentence.start : start])
    if named:
        return max(year, int(named[-1]))
    if _looks_back(report, start):
        return report.meta.year
    return year if section.year else _last_year(report, section) or year


def _looks_back(report: Report, start: int) -> bool:
    """Whether the paragraph is about five years that end with the report's year, or ended before."""
    opening = _LOOKING_BACK.match(report.text, report.text.rfind("\n", 0, start) + 1)
    if opening is None:
        return False
    return not (opening[1] and report.meta.year and _end_of_plan(opening[1]) > report.meta.year)


def _end_of_plan(numeral: str) -> int:
    """The last year of a five-year plan: 2025 for 四, of 十四五."""
    return 2010 + 5 * "一二三四五六七八九".index(numeral)


def _last_year(report: Report, section: Section) -> int | None:
    """The last year of the five-year plan that a section or one around it names; none where it names a year too."""
    while True:
        plan = _FIVE_YEAR_PLAN.search(section.heading)
        if plan:
            return _end_of_plan(plan[1])
        if section.parent is None or section.year:
            return None
        section = report.sections[section.parent]
