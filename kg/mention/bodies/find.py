"""Bodies: organisations as written, with their kind and what is said to be done with them.

Official bodies are found by what stands before and in them (:mod:`kg.mention.bodies.organs`), all others by the end of their
name (:mod:`kg.mention.bodies.named`). Classes (各部门, 有关单位) are no bodies.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.clauses import BLACK, Clause, clauses
from kg.gazetteer import Gazetteer
from kg.levels import place_of
from kg.mention.bodies.named import named_bodies
from kg.mention.bodies.office import office_of, parts_of_office
from kg.mention.bodies.official import official_bodies
from kg.model import BodyMention, Place, Report
from kg.vocabulary import Vocabulary

_TITLE = re.compile("《[^》]*》")
# Ends that the vocabulary would read otherwise: 市委 is the party's, 市发改委 a department, 市政府办 the government's.
_BY_SHAPE = (
    (
        re.compile(r"政府(?:办(?:公[室厅])?)?$|府办(?:公室)?$|常务会议$|办事处$|管委会$|国务院(?:办公厅)?$|^国办$"),
        "government",
    ),
    (
        re.compile(
            r"(?:[省市区县州旗盟镇乡道]|自治区)党?委(?:办|办公[室厅]|常委会(?:会议)?|全会)?$|依法治.{1,2}(?:办"
            r"|办公室|委员会办公室)$|中心组$"
        ),
        "party",
    ),
    (re.compile(r"(?:领导|协调|工作|评议)?小组$|专班$|联席会议$|[依法治].{1,2}委员会$"), "committee"),
    (
        re.compile(
            r"(?:发改|改革|卫健|健康|住建|建设|国资|经信|农业农村|城管|交通|信息化|管理)委(?:员会)?$|(?:局|厅"
            r"|(?<!公)司|署)$|办(?:公室)?$"
        ),
        "department",
    ),
    (re.compile(r"^(?:世界|亚洲开发|亚洲基础设施投资)银行$|^中国科学院$"), "other"),
    (re.compile(r"银行$|集团$|公司$"), "company"),
)


def find_bodies(report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[BodyMention, ...]:
    """All bodies that a report names, as written, in order of appearance.

    Args:
        report: a structured report.
        vocabulary: its scheme ``body-kind`` tells the kind by the end of the name.
        gazetteer: places in front of organs.

    """
    found: list[BodyMention] = []
    office = office_of(report.meta)
    for sentence in report.sentences:
        planned = report.section_of(sentence).role == "plan"
        for clause in clauses(report.words(sentence), sentence.start):
            text = _TITLE.sub(lambda title: BLACK * len(title.group()), clause.words)
            official = list(official_bodies(text, clause.start, report.meta.place, gazetteer))
            parts = list(parts_of_office(text, clause.start, office))
            official = [o for o in official if not any(p.start <= o.start and o.end <= p.end for p in parts)] + parts
            bodies = _settle(official, [*_named(clause, report.meta.place, gazetteer), *_founded_by_name(clause)])
            found += [_planned(body) if planned else body for body in bodies]
    return tuple(replace(body, kind=_kind(body, vocabulary)) for body in found)


_LEVEL_FIRST = re.compile(r"自治[区州旗县]|街道|市(?!场|政[公设工管道园]|域|民)|区(?!域|块)|[省县州盟旗镇乡](?!域|际|村)")


def _named(clause: Clause, place: Place | None, gazetteer: Gazetteer) -> list[BodyMention]:
    """The clause's bodies by the end of their names; what the ending found inside a longer name is dropped."""
    found: list[BodyMention] = []
    for name in named_bodies(clause, gazetteer):
        start, end = clause.start + name.start, clause.start + name.end
        level = _LEVEL_FIRST.match(clause.masked, name.start)
        if place and level and place_of(level.group(), place, gazetteer) is None:
            continue  # 县调解中心 in a province's report is any county's
        if found and start <= found[-1].start:
            found.pop()
        found.append(
            BodyMention(start, end, clause.words[name.start : name.end], "body-ending", relation=name.relation)
        )
    return found


# 成立“甲乙调解室”: what is set up under a quoted name is a body where the name ends like one.
_FOUNDED = re.compile(
    r"(?:成立|组建|设立|新设|挂牌)了?(?:“[^“”]{2,16}”、?)*?“([^“”]{2,14}(?:队|团|室|站|中心|委员会|小组|联盟|专班|会|院|所))”"
)


def _founded_by_name(clause: Clause) -> list[BodyMention]:
    return [
        BodyMention(clause.start + m.start(1), clause.start + m.end(1), m.group(1), "body-quoted", relation="established")
        for m in _FOUNDED.finditer(clause.words)
        if not re.match(r"[\u4e00-\u9fff]{0,8}(?:队|团|中心|委员会|专区|窗口?|栏目|品牌|平台)", clause.words[m.end() :])
    ]


def _settle(official: list[BodyMention], named: list[BodyMention]) -> list[BodyMention]:
    """Both kinds in order; of two over the same words the longer: 市政府 within 市政府采购中心 goes."""
    whole = [n for n in named if not any(n.start < o.start < n.end for o in official)]  # 召集市委…委员会 is two words
    kept = [n for n in whole if not any(o.start <= n.start < o.end and n.end <= o.end for o in official)]
    rest = [o for o in official if not any(n.start <= o.start and o.end <= n.end for n in kept)]
    return sorted([*kept, *rest], key=lambda body: (body.start, body.end))


def _planned(body: BodyMention) -> BodyMention:
    """What a plan says will be set up is not set up yet."""
    return replace(body, relation="mentioned") if body.relation == "established" else body


def _kind(body: BodyMention, vocabulary: Vocabulary) -> str:
    return "association" if body.rule == "body-allied" else kind_of(body.name, vocabulary)


def kind_of(name: str, vocabulary: Vocabulary) -> str:
    """The notation of ``body-kind`` for a name: by shape where kinds share an ending, else by its longest ending."""
    for pattern, kind in _BY_SHAPE:
        if pattern.search(name):
            return kind
    kinds = _kinds(vocabulary)
    return next((kinds[name[at:]] for at in range(len(name)) if name[at:] in kinds), "other")


@lru_cache(maxsize=4)
def _kinds(vocabulary: Vocabulary) -> dict[str, str]:
    return vocabulary.notation_by_cue("body-kind")
