"""Words for a level of government (省, 市, 区 …) and the place that they mean in a report.

A report seldom names its own place: 市司法局 written in a district is the prefecture's, written in a county-level city
its own. The rule is one: the nearest of the report's place and its parents whose name ends with the word.
"""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.model import Place

LEVEL_WORDS = ("自治区", "自治州", "街道", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡")


def chain(place: Place | None, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The place and its parents, nearest first; empty for None."""
    return (place, *gazetteer.ancestors(place)) if place else ()


def place_of(word: str, place: Place | None, gazetteer: Gazetteer) -> Place | None:
    """The place that a level word (市, 全市, 我市, 市级, 市本级) means in a report of ``place``, or None."""
    core = level_word(word)
    return next((p for p in chain(place, gazetteer) if core and p.name.endswith(core)), None)


def level_word(word: str) -> str | None:
    """The level in a relative word: 市 in 全市, 我市, 市级; None where there is none."""
    bare = word.removesuffix("本级").removesuffix("级").lstrip("全我本该")
    return bare if bare in LEVEL_WORDS else None
