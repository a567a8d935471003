"""Parts of the office whose report it is: 厅党组, 局政策法规科, 厅法治建设领导小组 in the report of a department.

A department calls itself by the last character of its name. In the report of a government the same words would be those
of any department, and tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.model import BodyMention, Metadata

_SELF = tuple("厅局委办署")
# What may stand in front of the character: a boundary, a verb or preposition, a level word; not the name of a department.
_BEFORE = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[我本由经在是向为和与及了对开按省市区县州])"
    "|(?<=成立)|(?<=组建)|(?<=调整)|(?<=健全)|(?<=发挥))"
)
_PARTS = (
    r"(?:机关)?党[组委](?!织|员)(?:理论(?:学习)?中心组)?|[\u4e00-\u9fff]{2,10}?领导小组"
    r"|[\u4e00-\u9fff]{2,8}?[处科](?=被|获|牵头|会同|负责|荣|[，、。；和与]|$)"
)


def office_of(meta: Metadata) -> str:
    """The department that a report is of, by its full name; "" for the report of a government."""
    told = meta.publisher or ""
    return told if meta.kind == "department-annual-report" and told.endswith(_SELF) else ""


def parts_of_office(text: str, offset: int, office: str) -> Iterator[BodyMention]:
    """The parts of an office that a clause names; ``offset`` is its clean offset."""
    for match in _pattern(office[-1:]).finditer(text) if office else ():
        if not re.search("[的了等各]", match.group()):
            yield BodyMention(offset + match.start(), offset + match.end(), match.group(), "body-office")


@cache
def _pattern(own: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}{own}(?:{_PARTS})")
