"""Programme mentions -> programmes: each name gets its identity, and the place that runs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Place, PlaceMention, Programme, ProgrammeMention, Report
from kg.resolve.identity import identify
from kg.vocabulary import Vocabulary

Named = Sequence[tuple[PlaceMention, Place]]

# What may stand before the subject of a clause; 支持甲镇推行“乙” makes the place the subject of what follows.
_SUBJECT_BEFORE = re.compile(r"(?:^|[，；。：！？\n、.]|）|支持|指导|推动|其中|如)$")
_LONGEST = 24  # characters between a subject and what it runs
_FARTHEST = 60  # characters over which a subject goes on governing clauses that have none


def place_of(start: int, end: int, report: Report, places: Named) -> Place | None:
    """Whose the thing named at [start, end) is, where the sentence says so; None means the report's own place.

    A place just before the name, or as the subject of its clause, owns it (甲街道推行“乙”机制), and what that subject does
    further (甲镇成立乙站，打造丙平台). Several places together (在甲镇、乙镇试点“丙”) are the report's place at work in them.
    What the report's place lies in is mere scope (某某省监督平台), unless the name is quoted.
    """
    own = report.meta.place
    sentence = report.sentence_at(start)
    first, last = (bisect_left(places, offset, key=lambda pair: pair[0].start) for offset in (sentence.start, end))
    for index in range(last - 1, first - 1, -1):
        mention, place = places[index]
        if own and place.key == own.key:
            return None
        below = own is None or place.path.startswith(own.path + "/")
        # 某某县“甲”机制, or a name that begins with its place; a place inside quotation marks is part of the name.
        begins = mention.start == start and (mention.rule == "gazetteer" or below)
        if mention.end == start or begins:
            if begins:
                place = _innermost(places, index, last)
            alone = _alone(report, places, index, first) and not re.match("[、和与]", report.text[mention.end :][:1])
            return place if alone and (below or _marked(report, mention.end, start)) else None
        if below and mention.end < start and _governs(report, places, index, first, sentence.start, start):
            return place if _alone(report, places, index, first) else None
    return None


def _innermost(places: Named, index: int, last: int) -> Place:
    """乙区 in 甲市乙区“丙”机制: of places that follow one another the one that the name stands behind."""
    while index + 1 < last and places[index + 1][0].start == places[index][0].end:
        index += 1
    return places[index][1]


def _marked(report: Report, place_end: int, start: int) -> bool:
    """Whether a name has marks of its own: 某某区“甲议事会”, “某某省监督系统”; what they hold is somebody's, not scope."""
    return "“" in (report.text[place_end : place_end + 1], report.text[start - 1 : start])


def _listed_with(report: Report, places: Named, index: int, first: int) -> bool:
    """Whether a place is the next item of a list of places: 乙镇 in 甲镇、乙镇."""
    if index <= first:
        return False
    between = report.text[places[index - 1][0].end : places[index][0].start]
    return bool(re.fullmatch(r"(?:（[^（）]*）)?[、和与及]", between))


def _alone(report: Report, places: Named, index: int, first: int) -> bool:
    return not _listed_with(report, places, index, first)


def _governs(report: Report, places: Named, index: int, first: int, floor: int, start: int) -> bool:
    """甲镇推行“乙”: the place opens the clause. 对甲镇开展督察: it is what the report's place works on."""
    between = report.text[places[index][0].end : start]
    if re.search("[；。”]|等(?!方式)", between):
        return False
    if "，" in between:
        # 潭门镇成立甲站，打造乙平台: the clause of the name has no subject of its own, only a verb.
        if len(between) > _FARTHEST or not re.fullmatch(r"(?![全我各本该])[\u4e00-\u9fff]{2,4}", between.rsplit("，", 1)[1]):
            return False
    elif len(between) > _LONGEST or "：" in between:
        return False
    while _listed_with(report, places, index, first) or _within_next(report, places, index, first):
        index -= 1
    return bool(_SUBJECT_BEFORE.search(report.text[floor : places[index][0].start]))


def _within_next(report: Report, places: Named, index: int, first: int) -> bool:
    """Whether a place is named with the one that it lies in: 乙区 in 甲市乙区."""
    return index > first and places[index - 1][0].end == places[index][0].start


def resolve_programmes(
    mentions: Sequence[ProgrammeMention],
    report: Report,
    places: Named,
    vocabulary: Vocabulary,
) -> tuple[tuple[ProgrammeMention, Programme, Place | None], ...]:
    """Every mention with its programme and the place that runs it."""
    own = report.meta.place
    resolved: list[tuple[ProgrammeMention, Programme, Place | None]] = []
    said: dict[tuple[int, str], Place] = {}  # what a sentence has given a place once stays there: 其中“甲”入围…
    for mention in mentions:
        place = place_of(mention.start, mention.end, report, places)
        name = _without_list(mention, report, places)
        programme = identify(_without_place(name, place or own), mention.kind, vocabulary)
        here = (report.sentence_at(mention.start).index, programme.key)
        place = place or said.get(here)
        if place:
            said[here] = place
        resolved.append((mention, programme, place or own))
    return tuple(resolved)


def _without_list(mention: ProgrammeMention, report: Report, places: Named) -> str:
    """A name without several places in front: 甲县、乙县丙试点 is 丙试点, run in both."""
    at, found = mention.start, 0
    for place, _ in places[bisect_left(places, at, key=lambda pair: pair[0].start) :]:
        if place.start != at or place.end >= mention.end:
            break
        found += 1
        at = place.end + (report.text[place.end] in "、和与")
    words = report.text[mention.start : at]
    return mention.name.removeprefix(words) if found > 1 and len(mention.name) - len(words) >= 4 else mention.name


def _without_place(name: str, place: Place | None) -> str:
    """A name without the place that runs it in front: 某某区“甲”行动 is “甲”行动, run by 某某区."""
    rest = name
    for step in place.path.split("/") if place else ():
        rest = rest.removeprefix(step)
    return rest if len(rest) >= 4 and place and name[: len(name) - len(rest)].endswith(place.name) else name
