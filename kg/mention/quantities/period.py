"""The time that a figure covers where it is not the report's year: 年均, 五年, 累计, 较2020年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Report, Sentence

_FIVE_YEARS = re.compile(
    "^(?:——)?(?:各位代表！)?(?:过去(?:的)?五年|这五年|五年来|“?十[一二三四五六]五”?(?:时期|期间|以来))[^，]{0,16}[，：]"
)
_THIS_YEAR = re.compile("20[0-9]{2}年(?!以来|来|起|底|末|至|的)|今年|去年|全年|本年|一年来|同比|比上年|较上年|年内")
_ANNUAL = "年均(?!浓度|气温|值|降|水|龄)"
_OVER_FIVE = "(?<![前近续个0-9.])(?:[五5]年(?:来|间|期间)?(?![规计行发制以级期前后内均]))"
_WORD = re.compile(f"(?P<annual>{_ANNUAL})|(?P<five>{_OVER_FIVE})|(?P<sum>累计)")
_SINCE = re.compile("[较比](?P<year>20[0-9]{2})年(?:底|末)?|[较比](?P<plan>“?十[一二三四]五”?末)")
_STANDS = re.compile("(?:达到?|增至|增加到|扩大到|升至|提高到|突破|超过|为)$")
_FLOW = re.compile(
    "^(?:(?:城镇)?新[^的、]{0,3}[建增设签]|改造|改建|建成|建设|完成|实施|发放|培育|引进|打造|治理|修复|开工|投入|减免|化解|查处|救助|募集|筹集"
    "|制定|修订|出台|提请|推出|举办|承办|获得|带动|争取|清理|拆除|净增|加装|改善|提供)"
)

_GREW = re.compile("(?:(?:年均|五年|累计|较20[0-9]{2}年)*(?:增幅|降幅)|新增|净增|增加)$")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sentence's paragraph says of time: whether it looks back on five years; the report's year."""

    five: bool = False
    dated: bool = False
    year: int | None = None


def scopes(report: Report) -> Iterator[tuple[Sentence, str, Scope]]:
    """Each sentence with its text and its scope. A paragraph that opens with 五年来 looks back on five years.

    So does the one behind it, where the opening is all that its own paragraph says (a headline).
    """
    five, end, headline = False, 0, False
    for sentence in report.sentences:
        text = report.words(sentence)
        if "\n" in report.text[end : sentence.start] or sentence.start == end == 0:
            goes_on = five and (headline or text.startswith("——"))
            opens = bool(_FIVE_YEARS.match(text))
            five, headline = goes_on or opens, opens
        elif headline:
            headline = False
        end = sentence.end
        dated = bool(_THIS_YEAR.search(text))
        yield sentence, text, Scope(five and not dated, dated, report.meta.year)


def period_of(left: str, scope: Scope, former: str = "") -> str:
    """The period words of a figure: ``left`` stands before its number, ``former`` before the list that it is in.

    A value that is reached (累计新增8家、达到90家) takes nothing from the words before the list.
    """
    since = _SINCE.search(left)
    if since and (since["plan"] or scope.year is None or int(since["year"]) < scope.year - 1):
        return "较" + (since["plan"] or since["year"] + "年")
    found = {match.lastgroup for match in _WORD.finditer(left + ("" if _STANDS.search(left) else former))}
    if "annual" in found:
        return "年均"
    total = "sum" in found and not (scope.dated and "five" not in found)
    return ("五年" if "five" in found else "") + ("累计" if total else "")


def with_period(name: str, period: str, scope: Scope) -> str:
    """The name of an amount with its period in front (五年累计引进项目, 年均新增岗位).

    In a paragraph that looks back on five years what was made (新建码头6座) was made in five years. Where the period
    stands behind a subject (志愿团队年均服务老人) it says so there.
    """
    inside = _WORD.search(name)
    if inside and inside.start() > 0 and len(name) - inside.end() >= 2:
        return name
    name = _WORD.sub("", name) if period else name
    if not period and scope.five and _FLOW.match(name):
        period = "五年"
    return period + name if len(name) >= 2 else name


def without_growth(name: str) -> str:
    """A name without what says that it grew (里程新增, 新增书屋, 产值五年增幅): the name of the value that is reached."""
    return re.sub("^新[增建设](?=[\u4e00-\u9fff]{2})", "", _GREW.sub("", name)) or name


def growth_name(name: str, period: str, scope: Scope, kind: str) -> str:
    """The name of a rate of growth (产值年均增幅, 产量五年增幅, 事故数较2020年降幅)."""
    name = re.sub("^(?:年均|五年|累计)+", "", _WORD.sub("", name) if period else name)
    return name + (period or ("五年" if scope.five else "")) + kind
