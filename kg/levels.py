"""Words for a level of government (省, 市, 区 …) and the place that they mean in a report.

A report seldom names its own place: 市司法局 written in a district is the prefecture's, written in a county-level city
its own. The rule is one: the nearest of the report's place and its parents whose name ends with the word.
"""

from __future__ import annotations

import re

from kg.gazetteer import Gazetteer
from kg.model import Place

# What an office of the government runs, one in each place.
OFFICE_CENTRE = re.compile(
    r"(?:争议|纠纷|矛盾|信访|调处|调解|化解|法律服务|法律援助|行政执法|综合执法|执法(?:监督|协调|办案|管理)|指挥|政务服务"
    r"|便民服务|为民服务|党群服务|综治|社会(?:综合)?治理|综合治理|社会治安|合法性审查|行政复议|行政审批|合规|公职律师"
    r"|法治(?:宣传|教育|督察|监督)|企业(?:综合)?服务|涉企|网格|公共资源交易|不动产登记|退役军人服务|诉讼服务|反诈|接诉即办"
    r"|基层治理|市域治理|城市运行|运行管理|融媒体|社会工作|诉前)[\u4e00-\u9fff]{0,8}中心$"
)

# Departments of a city that have a branch (分局) in each district.
BRANCHED = "(?:公安|税务|自然资源|规划和自然资源|规划资源|市场监管|生态环境|消防)"

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
