"""What relative words of an award are read against, and those words: 全省, 市级, 我省首个."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.model import Place

# 省市县乡…, 市场…, 区域…, 县域… are words of their own: a bare level counts only where none of these begins.
_BARE = (
    "省(?![市区级际会份内外力委直域])|市(?![县区级乡镇域场民容政面长委值直辖])"
    "|[区县](?![市县区级乡镇街域块划分间别位城委处内外])|[州盟旗](?![市县级内])|自治区(?!级)"
)
RELATIVE = re.compile(
    rf"(?:全|我|本)(?:自治区|省|市|区|县|州|盟|旗|镇)|(?:自治区|省|市|区|县|州|盟|旗)本?级(?!以上)|{_BARE}"
)
FIRST = re.compile(
    r"(?:(?:全|我|本)[国省市区县州球]|[国省市区县业内]内|行业内|世界|国家)?(?:(?:唯一|仅有)(?:的"
    r"|一[个家项])*|首[个家例座项]|第(?:[0-9]+|[一二三四五六七八九十]+)[个家座])的?"
)

@dataclass(frozen=True, slots=True)
class Scope:
    """The report's own place and the gazetteer: what relative words are read against."""

    place: Place | None
    gazetteer: Gazetteer
    publisher: str | None = None
    office: str | None = None
    """The department whose own report it is; None in the report of a government."""
