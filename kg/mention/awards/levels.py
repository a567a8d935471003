"""The level of an honour: its giver's, else what its own name says (全国, 国际, 省级, a place, a ministry, a league)."""

from __future__ import annotations

import re

from kg.levels import place_of
from kg.mention.awards.scope import FIRST, RELATIVE, Scope
from kg.words import on_boundaries

_GIVER = re.compile("自治区|[省市区县州盟旗镇]")  # 市委, 县政府: of a giver the level alone is a word
_MINISTRY = (
    "司法|公安|民政|财政|教育|科技|科学技术|商务|水利|农业农村|生态环境|自然资源|交通运输|住建|住房和?城乡建设|人社"
    "|人力资源和?社会保障|工信|工业和信息化|文旅|文化和旅游|应急管理|退役军人事务|外交|国防"
)
# 国际消费中心城市 and 国际性综合交通枢纽 are what a state calls its own cities; 国际航运中心 is a thing that ranks anywhere.
_LEVELS = (
    ("national", r"国际[^，、]{0,8}(?:中心城市|枢纽城市|枢纽)(?=试点|培育|建设|名单|[^\u4e00-\u9fff]|$)"),
    (
        "international",
        r"国际(?!化|性|仲裁|贸易|[^，、]{0,6}(?:中心|枢纽|门户|通道))|世界(?!级|遗产)|世卫组织|全球|联合国|亚太|亚洲"
        r"|欧洲|亚运|亚残运|奥运|残奥|金砖|上合组织",
    ),
    (
        "national",
        r"全国|国家(?!安全|宪法|通用|公祭)|中国|中央|国务院|国办|国资委|最高人民|最高[法检]|总局|中宣部|中组部|部级|中华"
        rf"|(?:{_MINISTRY})部|全运|残运|残特奥|W?CBA|CUBA|中超|中甲|中乙",
    ),
    ("regional", r"长三角|京津冀|粤港澳|大湾区|华东|华南|华北|华中|西南|西北|东北|成渝|长江经济带|黄河流域"),
    ("provincial", r"全省|省级|自治区|省(?=委|政府|长(?![江期效])|人大|政协|领导)"),
    ("municipal", r"全市|市级|全[州盟]|[州盟]级|(?<![城都超])市(?=委|政府|长(?![江期效])|人大|政协|领导)"),
    ("county", r"(?:全|我)[区县旗]|[区县旗]级|[区县旗](?=委|政府|长(?![江期效])|人大|政协|领导)"),
)
_LEVEL = re.compile("|".join(f"(?P<{name}_{n}>{cues})" for n, (name, cues) in enumerate(_LEVELS)))
_BEFORE_SHORT = ("平安", "法治", "清廉", "信用", "数字", "文明", "健康", "美丽")
ORDER = ("other", "county", "municipal", "provincial", "regional", "national", "international")
_OF_PLACE = {"province": "provincial", "prefecture": "municipal", "county": "county"}
# 我省首个“中国甲奖”, 我市首批国家乙县: the recipient's side counts its own; the honour may be of a higher level.
_OWN_COUNT = re.compile(r"(?:[我本](?:自治区|[省市区县州盟旗])|全(?:自治区|[省市区县州盟旗])(?=[首唯第]))")


def level_of(agent: str, words: str, scope: Scope) -> str:
    """The notation of who stands behind an honour: its giver's level, else the first level or place that it names.

    That something is the first of its kind (全国首个联合国甲奖, 我省首个中国乙奖) says nothing while the rest says more.
    """
    told = _of_giver(agent, scope)
    if told:
        return told
    first = FIRST.match(words)
    if first and first.end() < len(words) and (own := _of_name(words[first.end() :], scope)):
        return own
    own_count = _OWN_COUNT.match(words)
    if own_count and (above := _higher(words[own_count.end() :])):
        return above
    if first:  # 全国首个甲试点 is of the whole country; 我省首个甲奖 says only where its recipient is
        return "national" if first.group().startswith("全国") else "other"
    return _of_name(words, scope) or "other"


def _of_giver(agent: str, scope: Scope) -> str | None:
    start = _GIVER.match(agent)
    if start and (place := place_of(start.group(), scope.place, scope.gazetteer)):
        return _OF_PLACE.get(place.level, "other")
    return _cue(agent, scope) or _short(agent, scope)


def _of_name(words: str, scope: Scope) -> str | None:
    start = RELATIVE.match(words)
    if start and (place := place_of(start.group(), scope.place, scope.gazetteer)):
        return _OF_PLACE.get(place.level, "other")
    return _cue(words, scope) or _short(words, scope)


def _higher(words: str) -> str | None:
    found = _LEVEL.search(words)
    name = found.lastgroup.rpartition("_")[0] if found and found.lastgroup else None
    return name if name in ("national", "international") else None


def _cue(text: str, scope: Scope) -> str | None:
    """The first level word or place in full."""
    for at in range(len(text)):
        cue = _LEVEL.match(text, at)
        if cue and cue.lastgroup:
            return _settle(cue.lastgroup.rpartition("_")[0], cue.group(), scope)
        name = scope.gazetteer.match(text, at)
        if name and len(name) == 2 and at and not on_boundaries(text, at, at + len(name)):
            continue  # 康县 in 健康县城
        places = scope.gazetteer.named(name) if name else ()
        if level := next((_OF_PLACE[p.level] for p in places if p.level in _OF_PLACE), None):
            return level
    return None


def _short(text: str, scope: Scope) -> str | None:
    """A place in short at the start or behind a word of the genre (平安浙江); a level word anywhere outdoes it."""
    for at in range(len(text)):
        if at and text[max(0, at - 2) : at] not in _BEFORE_SHORT:
            continue
        name = scope.gazetteer.match_short(text, at)
        # Short names of counties are common words too (平安, 东方, 和平).
        places = scope.gazetteer.short_named(name) if name else ()
        levels = (_OF_PLACE[p.level] for p in places if p.level != "county" and p.level in _OF_PLACE)
        if level := next(levels, None):
            return level
    return None


def _settle(level: str, word: str, scope: Scope) -> str:
    """市 is a prefecture's; in a municipality it is provincial, and a county-level city's own is the county's."""
    place = place_of(word, scope.place, scope.gazetteer) if level == "municipal" else None
    return _OF_PLACE.get(place.level, level) if place else level
