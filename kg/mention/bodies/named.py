"""Bodies known by the end of their name: centres, committees, leading groups, teams, associations, companies.

Chinese marks the end of such a name (…中心, …委员会) but not its beginning (:mod:`kg.mention.bodies.beginning`), nor whether it
is the name of one body or of many (:mod:`kg.mention.bodies.classes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.clauses import Clause
from kg.gazetteer import Gazetteer
from kg.mention.bodies.beginning import beginning
from kg.mention.bodies.classes import is_class, is_distinct, is_figure
from kg.mention.bodies.endings import ALWAYS_END, ENDING, ESTABLISH, FOUNDER, LEADING, OPENED, SET_UP

_FIRST = re.compile(
    r"^(?:(?:[全国省市区县内]{1,2}|[\u4e00-\u9fff]{2,6}[省市区县州])?首[个家支批](?:[省市区县]级)?|(?:国家|[省市区县])级)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A body's name within a clause: offsets relative to it; ``relation`` as in :class:`kg.model.BodyMention`."""

    start: int
    end: int
    relation: str


def named_bodies(clause: Clause, gazetteer: Gazetteer) -> Iterator[Named]:
    """The bodies of a clause by the end of their names, in order."""
    former: Named | None = None
    for ending in ENDING.finditer(clause.masked):
        found = _name(clause, ending, former, gazetteer)
        if found is not None:
            yield found
            former = found


def _name(clause: Clause, ending: re.Match[str], former: Named | None, gazetteer: Gazetteer) -> Named | None:
    masked = clause.masked
    start, governor = beginning(clause, ending)
    first = _FIRST.match(masked[start : ending.start()])
    start += first.end() if first else 0
    verb = _founding_verb(masked, start, ending.end(), governor, former)
    if not verb and not ALWAYS_END.search(ending.group()):
        return None
    if is_class(masked, start, ending, governor) or is_figure(masked[start : ending.end()], verb in SET_UP):
        return None
    if not is_distinct(masked, start, ending, verb, gazetteer):
        return None
    leads = LEADING.match(masked[ending.end() :])
    return Named(start, ending.end(), "established" if verb else "leads" if leads else "mentioned")


def _founding_verb(masked: str, start: int, end: int, governor: str, former: Named | None) -> str:
    """The verb that founds a body: in front of it, of the list that it stands in, or behind it; else ""."""
    if governor in ESTABLISH:
        return governor
    if before := FOUNDER.search(masked[:start]):
        return before.group(1)
    if former is not None and masked[former.end : start] in ("、", "和", "与", "以及") and former.relation == "established":
        return "建成"
    behind = OPENED.match(masked[end:])
    return behind.group(1) if behind else ""
