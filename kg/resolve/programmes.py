"""Programme mentions -> programmes: each name gets its identity, and the place that runs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Place, PlaceMention, Programme, ProgrammeMention, Report
from kg.resolve.identity import identify
from kg.vocabulary import Vocabulary


def place_of(
    start: int, end: int, report: Report, places: Sequence[tuple[PlaceMention, Place]]
) -> Place | None:
    """Whose the thing named at [start, end) is, where the sentence says so; None means the report's own place.

    A place just before the name or as the subject of the same clause owns it (甲街道推行“乙”机制). What the report's
    place lies in owns it only when it touches the name (某某省执法监督系统): 全省 and the like are mere scope.
    """
    own = report.meta.place
    sentence = report.sentence_at(start)
    first, last = (bisect_left(places, offset, key=lambda pair: pair[0].start) for offset in (sentence.start, end))
    for mention, place in reversed(places[first:last]):
        # 某某县“甲”机制, or a name that begins with its place; a place inside quotation marks is part of the name.
        touching = mention.end == start or (mention.start == start and mention.rule == "gazetteer")
        if own and place.key == own.key:
            return None
        if touching:
            return place
        between = report.text[mention.end : start]
        inside = own is None or place.path.startswith(own.path + "/")
        if inside and mention.end < start and len(between) <= 24 and _is_subject(report, mention, sentence.start, between):
            return place
    return None


_SUBJECT_BEFORE = re.compile(r"(?:^|[，；。：！？\n、]|[0-9]\.|）|支持|指导|推动|其中|如)$")


def _is_subject(report: Report, mention: PlaceMention, floor: int, between: str) -> bool:
    """甲镇推行“乙”: the place opens the clause. 对甲镇开展督察, 在甲镇设立“乙”: it is what the report's place works on."""
    if re.search("[，；。：]", between) or re.match("等", between):
        return False
    return bool(_SUBJECT_BEFORE.search(report.text[floor : mention.start]))


def resolve_programmes(
    mentions: Sequence[ProgrammeMention],
    report: Report,
    places: Sequence[tuple[PlaceMention, Place]],
    vocabulary: Vocabulary,
) -> tuple[tuple[ProgrammeMention, Programme, Place | None], ...]:
    """Every mention with its programme and the place that runs it."""
    own = report.meta.place
    resolved = []
    for mention in mentions:
        place = place_of(mention.start, mention.end, report, places) or own
        programme = identify(_without_place(mention.name, place), mention.kind, vocabulary)
        resolved.append((mention, programme, place))
    return tuple(resolved)


def _without_place(name: str, place: Place | None) -> str:
    """A name without the place that runs it in front: 某某区“甲”行动 is “甲”行动, run by 某某区."""
    if place and name.startswith(place.name) and len(name) - len(place.name) >= 4:
        return name[len(place.name) :]
    return name
