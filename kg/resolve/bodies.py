"""Body mentions -> bodies: who owns them, and their names in full.

A body is its owner and its local name: 市司法局 in a district's report is the 司法局 of the prefecture, so that the
same office written 市司法局, 海宁市司法局 or 司法局 is one body, and the several 西湖区司法局 are several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.gazetteer import Gazetteer
from kg.levels import BRANCHED, OFFICE_CENTRE, place_of
from kg.model import Body, BodyMention, Place, Report
from kg.resolve.places import resolve_name

_LEVEL = re.compile("自治区|自治州|街道|[省市区县州盟旗镇乡]")
# Full names of what everybody shortens. Order matters: the first that fits is taken.
_SAME: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (r"^(?:人民)?政府(?:办|办公室)$|^府办(?:公室)?$", "人民政府办公室"),
        (r"^(?:人民)?政府办公厅$", "人民政府办公厅"),
        (r"^政府(?=$|常务会议|党组|办公会议|法制办|督查室|行政复议局|研究室|参事室|新闻办|外事办)", "人民政府"),
        (r"^(?:人大|人民代表大会)常(?:委会|务委员会)$", "人民代表大会常务委员会"),
        (r"^人大$", "人民代表大会"),
        (r"^人大常委会", "人大常委会"),
        (r"^(?:人民)?检察院$", "人民检察院"),
        (r"^人大法制委$", "人大法制委员会"),
        (r"^纪委市?监委(?:机关)?$", "纪委监委"),
        (r"^监察委$|^监委$", "监察委员会"),
    )
)
# Abbreviated fields of departments; key for sameness only, the label stays as the report writes it.
_FIELDS = (
    ("市场监督管理", "市场监管"),
    ("住房和城乡建设", "住建"),
    ("住房城乡建设", "住建"),
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("人力社保", "人社"),
    ("卫生健康", "卫健"),
    ("发展和改革", "发改"),
    ("发展改革", "发改"),
    ("经济和信息化", "经信"),
    ("工业和信息化", "工信"),
    ("科学技术", "科技"),
    ("综合行政执法", "综合执法"),
    ("退役军人事务", "退役军人"),
    ("应急管理", "应急"),
    ("医疗保障", "医保"),
    ("交通运输", "交通"),
    ("城市管理", "城管"),
    ("规划和自然资源", "自然资源和规划"),
    ("文化和旅游", "文旅"),
    ("政务服务管理", "政务服务"),
    ("国有资产监督管理", "国资"),
    ("政法委员会", "政法委"),
    ("改革委员会", "改革委"),
    ("健康委员会", "健康委"),
    ("发改委员会", "发改委"),
    ("卫健委员会", "卫健委"),
    ("仲裁委员会", "仲裁委"),
)
_NATIONAL: dict[str, str] = {
    "国办": "国务院办公厅",
    "中央依法治国办": "中央全面依法治国委员会办公室",
    "中央全面依法治国办": "中央全面依法治国委员会办公室",
    "中央依法治国办公室": "中央全面依法治国委员会办公室",
    "中央依法治国委": "中央全面依法治国委员会",
    "最高法": "最高人民法院",
    "最高检": "最高人民检察院",
    "全国人大常委会": "全国人民代表大会常务委员会",
    "全国人大": "全国人民代表大会",
    "国家发改委": "国家发展和改革委员会",
    "国家发展改革委": "国家发展和改革委员会",
    "国家卫健委": "国家卫生健康委员会",
    "国家卫生健康委": "国家卫生健康委员会",
    "市场监管总局": "国家市场监督管理总局",
    "国家市场监管总局": "国家市场监督管理总局",
    "人社部": "人力资源和社会保障部",
    "人力资源社会保障部": "人力资源和社会保障部",
    "住建部": "住房和城乡建设部",
    "工信部": "工业和信息化部",
    "科技部": "科学技术部",
    "文旅部": "文化和旅游部",
    "中宣部": "中央宣传部",
    "中组部": "中央组织部",
    "世贸组织": "世界贸易组织",
    "中共中央": "中国共产党中央委员会",
    "党中央": "中国共产党中央委员会",
}
# Without a place in front these belong to no government: a university, bank, firm or society is of its own.
_FREE = frozenset(("university", "company", "association"))
# The groups and teams that a government forms, one for each matter.
_SENT_OUT = re.compile(
    r"(?:委员会|委|小组|会议|专班|指挥部|[局厅办队]|(?<!集)团|(?:专家|人才)库|队伍|组|公证处|派出所|司法所|监狱|法庭|戒毒所|党校"
    r"|仲裁院|法院|检察院)$"
)
_WIDE = re.compile(
    r"^(?:国家|全国|中国|国际|世界|中央|亚洲|亚太|全球|长三角|京津冀|粤港澳|大湾区)|[\u4e00-\u9fff](?:国际|流域|大湾区)|联合国"
)
_PARTY_BODY = re.compile(r"^(?:中共)?党?委(?!员会)")
# 公安山云分局 is the 山云公安分局, and no office of 公安县.
_BRANCH = re.compile(rf"^({BRANCHED})((?!局)[\u4e00-\u9fff]{{2,3}})分局$")
_BELOW = ("社区", "村", "居民区", "小区", "街道", "镇", "乡")
_LAW_COMMITTEE = re.compile(r"^(?:党?委)?(?:全面)?依法治([省市区县州旗])")


def resolve_bodies(
    mentions: Sequence[BodyMention], report: Report, gazetteer: Gazetteer
) -> tuple[tuple[BodyMention, Body], ...]:
    """Mentions with their bodies, in order.

    One report calls one body by one label, the first that it uses. A body whose place is ambiguous has no owner. What a
    report's place set up is that place's in every sentence: 成立甲乙实验中心。…甲乙实验中心首次开放。
    """
    labels: dict[tuple[str | None, str], Body] = {}
    resolved: list[tuple[BodyMention, Body]] = []
    for mention in mentions:
        body = resolve_body(mention, report, gazetteer)
        key = (body.owner.key if body.owner else None, body.local)
        resolved.append((mention, labels.setdefault(key, body)))
    own = {body.label: body for _, body in resolved if body.owner and body.label == body.local}
    return tuple((mention, body if body.owner else own.get(body.label, body)) for mention, body in resolved)


def resolve_body(mention: BodyMention, report: Report, gazetteer: Gazetteer) -> Body:
    """The body that a mention means: a national one, one with its place in front, a relative one, or the report's."""
    name = re.sub(r"[“”‘’]|第?[一二三四五六七八九十]+届(?=人)", "", mention.name)
    if mention.rule == "body-national":
        full = _NATIONAL.get(name, name)
        return Body(full, full, mention.kind, None)
    if mention.rule == "body-quoted":  # 成立“甲乙调解室”: the name is whole, the report's place set it up
        return Body(name, name, mention.kind, report.meta.place)
    if mention.rule == "body-office":
        return _part(mention, report)
    name = _BRANCH.sub(r"\2\1分局", name.removeprefix("中共"))
    place, rest = _placed(name, report, gazetteer)
    if place is None:
        place, rest = _relative(name, report, gazetteer)
    if place is None and mention.rule != "body-ending" and mention.kind not in _FREE and _is_local(name):
        place, rest = report.meta.place, name
    if place is None and mention.rule == "body-ending":
        return _by_ending(name, mention, report, gazetteer)
    return _owned(rest, name, place, mention) if place else Body(name, name, mention.kind, None)


def _part(mention: BodyMention, report: Report) -> Body:
    """A part of the office whose report it is: 厅党组 is the 党组 of the 某某省农业农村厅."""
    office, place = report.meta.publisher or "", report.meta.place
    label = office + mention.name[1:]
    return Body(_key(label.removeprefix(place.name) if place else label), label, mention.kind, place)


def _by_ending(name: str, mention: BodyMention, report: Report, gazetteer: Gazetteer) -> Body:
    """A body with no place in its name: an office of the government there, one that it set up, or one of its own.

    Every district has its 行政争议化解中心, so that its place belongs to its name. 甲乙集团 and 甲乙实验中心 are called just so.
    """
    if not _is_local(name) or (mention.kind in _FREE and not _SENT_OUT.search(name)):
        return Body(name, name, mention.kind, None)
    place = _nearest(mention, report, gazetteer) or report.meta.place
    if place and (OFFICE_CENTRE.search(name) or _SENT_OUT.search(name)):
        return _owned(name, name, place, mention)
    return Body(name, name, mention.kind, place if mention.relation == "established" else None)


def _nearest(mention: BodyMention, report: Report, gazetteer: Gazetteer) -> Place | None:
    """The place below the report's that is named before a body in its clause: 甲镇成立…服务站."""
    own, before = report.meta.place, re.split("[，。；：！？\n]", report.text[max(0, mention.start - 30) : mention.start])[-1]
    found = None
    for at in range(len(before) if own else 0):
        name = gazetteer.match(before, at)
        place = resolve_name(name, None, report, gazetteer) if name else None
        if own and place and place.key != own.key and gazetteer.within(place, own):
            found = place
    return found


def _is_local(name: str) -> bool:
    """Whether a name without place may belong to the report's: not what calls itself national or a group of places."""
    return not _WIDE.search(name)


def _placed(name: str, report: Report, gazetteer: Gazetteer) -> tuple[Place | None, str]:
    """The place that a name begins with, in full (several from large to small) or in short, and what follows it."""
    place, rest = None, name
    while found := gazetteer.match(rest, 0):
        if len(found) == len(rest):
            break
        inner = resolve_name(found, place, report, gazetteer)
        if inner is None:
            break
        place, rest = inner, rest[len(found) :]
    if place is None and name.endswith(("司法所", "派出所")):  # 江东司法所 is that of a street, not of some 江东区
        return None, name
    if place is None and (short := gazetteer.match_short(name, 0)) and len(name) - len(short) >= 2:
        below = name.startswith(_BELOW, len(short))  # 定海社区邻里中心 is of a community, not of 定海区
        place = None if below else resolve_name(short, None, report, gazetteer)
        rest = name[len(short) :] if place else name
    return place, rest


def _relative(name: str, report: Report, gazetteer: Gazetteer) -> tuple[Place | None, str]:
    """The place that the level word in front of a name means, and what follows it."""
    level = _LEVEL.match(name)
    place = place_of(level.group(), report.meta.place, gazetteer) if level and len(name) > len(level.group()) else None
    return (place, name[level.end() :]) if place and level else (None, name)


def _owned(rest: str, name: str, place: Place, mention: BodyMention) -> Body:
    """A body of a place: label and local name by what kind of organ it is."""
    if name.removesuffix(rest) not in ("", place.name) and place.name.startswith(name.removesuffix(rest)):
        # In short, a place is part of the name: 武汉大学 is not 武汉市大学. Its departments are known in full as well.
        if mention.kind == "department" and not rest.endswith("海关"):
            return Body(_key(rest), place.name + rest, mention.kind, place)
        return Body(name if mention.kind in _FREE else rest, name, mention.kind, place)
    full = _in_full(rest, place)
    if not full.startswith("中共"):
        return Body(_key(full), place.name + full, mention.kind, place)
    organ = full.removeprefix("中共")
    return Body(_party_local(organ), f"中共{place.name}{organ}", mention.kind, place)


def _party_local(organ: str) -> str:
    """The local name of a party organ: the committee itself, an organ of it, or a committee that it leads."""
    if organ == "委员会":
        return "中国共产党委员会"
    return (
        organ.removeprefix("委")
        if organ.startswith("委全面依法治")
        else organ
        if organ.startswith("党")
        else f"党{organ}"
    )


def _in_full(rest: str, place: Place) -> str:
    """An organ's name without abbreviation: 政府 is 人民政府, 委 is 中共…委员会, 依法治市办 the committee's office."""
    for pattern, full in _SAME:
        if pattern.search(rest):
            return pattern.sub(full, rest, count=1)
    if re.fullmatch(r"(?:中级|高级)?(?:人民)?法院|中院|高院", rest):
        return {"province": "高级人民法院", "prefecture": "中级人民法院"}.get(place.level, "人民法院")
    law = _LAW_COMMITTEE.match(rest)
    if law:
        office = rest.partition("委员会")[2] if "委员会" in rest else "办公室" if "办" in rest else ""
        return f"中共委全面依法治{law.group(1)}委员会{office}"
    if re.fullmatch(r"党?委", rest):
        return "中共委员会"
    if re.fullmatch(r"委理论(?:学习)?中心组", rest):
        return "中共委理论学习中心组"
    return f"中共{rest}" if _PARTY_BODY.match(rest) else rest


def _key(local: str) -> str:
    """The local name that all spellings of a department share: 住房和城乡建设局 and 住建局 are one."""
    for long, short in _FIELDS:
        local = local.replace(long, short)
    return local
