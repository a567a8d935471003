"""Programme mentions -> programmes: spellings of one name become one key, known names their curated concept."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from kg import ids
from kg.model import Place, PlaceMention, Programme, ProgrammeMention, Report
from kg.vocabulary import ProgrammeConcept, Vocabulary

# Words that say where or how far, not what: 全市“甲”行动 and 我区“甲”行动 are one campaign.
_RELATIVE = re.compile(r"^(?:全[国省市区县州]|我[省市区县州]|本[省市区县]|[省市区县](?=“))")
# 甲改革工作, 甲项目, 甲建设 name the same thing as 甲改革, 甲. 专项, 工程, 活动 are left: they may tell two things apart.
_TAIL = re.compile(r"(?:工作|项目|建设)+$")
# 政务事项“一网通办”: where a quotation closes the name and is itself a known name, the rest says where it applies.
_LAST_QUOTED = re.compile(r"“([^“”]+)”$")
_WRAPPED = re.compile(r"^“([^“”]+)”$")


@lru_cache(maxsize=2)
def _concepts(vocabulary: Vocabulary) -> dict[str, ProgrammeConcept]:
    table: dict[str, ProgrammeConcept] = {}
    for concept in vocabulary.programmes:
        for name in (concept.label, *concept.aliases):
            table.setdefault(ids.key(name), concept)
    return table


def shown(name: str) -> str:
    """How a name is shown: without relative words, generic tails and quotation marks around the whole."""
    name = _RELATIVE.sub("", name.strip())
    bare = _TAIL.sub("", name)
    if len(ids.key(bare)) >= 3:
        name = bare
    return _WRAPPED.sub(r"\1", name)


def identify(name: str, kind: str, vocabulary: Vocabulary) -> Programme:
    """The programme a name stands for: a curated concept where its key or that of its bare form is an alias."""
    label = shown(name)
    concepts = _concepts(vocabulary)
    core = _LAST_QUOTED.search(name)
    names = (name, label, core.group(1) if core else name)
    concept = next((concepts[key] for key in map(ids.key, names) if key in concepts), None)
    if concept:
        return Programme(ids.key(concept.label), concept.label, concept.kind, curated=True)
    return Programme(ids.key(label), label, kind, curated=False)


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
