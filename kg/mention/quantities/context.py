"""What a name takes from its neighbours: lists share subjects, verbs and tails; rates and bare measures take a topic."""

from __future__ import annotations

import re

from kg.mention.quantities.sense import with_subject
from kg.mention.quantities.words import LEAD_VERB, LIGHT, VERBS

_COORDINATE = re.compile(r"、|和(?!谐|解)|以及|及(?!时)|与(?!会)")
_EXAMPLES = re.compile("^.+、[^、]+(?<![高中初同平优])等(?=[\u4e00-\u9fff]{3})")
_TAIL = re.compile(
    r"(?:增加值|产值|产量|收入|营收|投资|数量|规模|人口|存量)占[^占]{2,12}(?:比重|比例|比)$"
    # 渔船、渔港警情, 塘坝、水闸领域投资额: the kind of case, the money of a field.
    r"|(?:警情|案件|(?:领域|行业)?投资额)$|(?:支持|用于|投向)[\u4e00-\u9fff]{2,10}(?:比重|占比|比例)$"
    r"|(?:吞吐|发送|运输|周转|客运|货运|交易|成交|进出口|零售|销售)总?[量额值]$|居民人均[\u4e00-\u9fff]{2,4}(?:收入|支出)$|(?<=第[二三])产业增加值$|(?:增加值|标准|余额|总数|总额|总量|[产销用]量|金额|收入|投资|面积)$"
    r"|毛?(?:[\u4e00-\u9fff]{2})?(?:率|比例|比重|占比|数量|数)$|(?:新增|净增|带动)(?:就业|登记|投资|岗位)$"
)
_MEASURE = re.compile(r"(?:率|比例|比重|占比|[数量额值度比]|收入|面积|投资|消费|花费)$")


def share_subject(name: str, count: int) -> list[str]:
    """Names of ``count`` numbers that follow one coordinated subject (A、B占比分别为x、y), or [] when they do not fit.

    >>> share_subject("线上受理、线下受理比例", 2)
    ['线上受理比例', '线下受理比例']
    """
    name = _EXAMPLES.sub("", name)
    added = _ADDED.search(name)
    if added:
        return [added["verb"] + part for part in share_subject(name[: added.start()], count)]
    paired = _unpaired(name, count)
    parts = [part for part in name.split("、") if part]
    if len(parts) != count:
        parts = [part for part in _COORDINATE.split(name) if part]
    if count < 2 or paired:
        return paired
    if len(parts) < count:
        return []
    parts = [LIGHT.sub("", part) for part in parts[len(parts) - count :]]
    parts[1:] = [part if _MEASURE.search(part) and len(part) > 3 else with_shared_verb(part, parts[0]) for part in parts[1:]]
    tail = _TAIL.search(parts[-1])
    if not tail or all(_MEASURE.search(part) for part in parts):
        return [parts[0], *(with_subject(part, parts[0], "") for part in parts[1:])]
    whole = tail.group()
    towards = "对" if parts[0].startswith("对") else ""  # 对甲国、乙国贸易额
    parts[1:] = [towards + part.removeprefix(towards) for part in parts[1:]]
    return [part if _MEASURE.search(part) or part.endswith(whole) else _merged(whole, part) or part + whole for part in parts]


def sums_list(left: str, name: str) -> bool:
    """Whether a number sums a list of which ``name`` is the last item only (甲线、乙线、丙线共9条)."""
    summed = re.search("(?:共计?|合计|总计)$", left)
    return bool(summed and "、" in left and "、" not in name)


# “甲港”、“乙港”分别新增2座、3座: both were added.
_ADDED = re.compile("分别(?P<verb>新增|净增)$")
_PAIRS = {"存贷款": ("存款", "贷款"), "进出口": ("进口", "出口"), "城乡": ("城镇", "农村")}


def _unpaired(name: str, count: int) -> list[str]:
    """Two numbers of one word that names two things (存贷款余额分别为2亿元、3亿元: 存款余额, 贷款余额)."""
    for pair, words in _PAIRS.items() if count == 2 else ():
        if pair in name and not _COORDINATE.search(name):
            return [name.replace(pair, word) for word in words]
    return []


_LEADS = re.compile(f"{LEAD_VERB.pattern}|^新（?[改扩]")
_VERB_RUN = rf"(?:(?:{VERBS}|在建|续建|责令|确认违法|继续有效|成功|已|予以|直接|不予)(?:或者?|和|并|及)?){{1,3}}"
_ONLY_VERBS = re.compile(rf"^{_VERB_RUN}$")
_LEADING_VERBS = re.compile(rf"^(?P<verbs>{_VERB_RUN})")
_SHARE_NAME = re.compile(r"^(?:占比|比重|占.*比重)$")
_BARE_RATE = re.compile(r"^(?:群众|综合|按时|按期|及时|平均)?[\u4e00-\u9fff]{1,4}率$")
_TOPIC_NOUN = re.compile(r"(?:案件?|问题|诉求|事项|工单|纠纷|申请|诉讼|复议|调解|件|投诉|举报|信访|建议|提案|咨询)$")
_WHOLE = ("投诉", "举报", "信访", "问题")
_TOPIC_VERB = re.compile(r"(?:审结|办结|收案|受理|立案|结案|人数|数量|数|总数)$")
_NEWLY = re.compile("^(?:新增|累计|净增)")
_DONE = re.compile("(?<=[\u4e00-\u9fff]{2})(?:开工|投产|签约|竣工|投用)$")


def coordinates(name: str) -> int:
    """How many names a coordination holds (受理率和办结率: 2)."""
    return len(_COORDINATE.findall(_EXAMPLES.sub("", name))) + 1


def part_of(name: str, whole: str) -> str:
    """A bare share with what it is a share of (优秀案卷35宗，占17%: 优秀案卷占比)."""
    return _verbs_and_object(whole)[1] + name if whole and _SHARE_NAME.match(name) else name


def says_nothing(name: str) -> bool:
    """Whether a name is verbs only: 完成 before 1% measures nothing."""
    return bool(_ONLY_VERBS.match(name))


def with_topic(name: str, topics: list[str]) -> str:
    """A bare rate with the subject of the clauses before it (受理投诉120件，办结率99%: 投诉办结率).

    Names that overlap are merged (复议纠错, 纠错率: 复议纠错率). ``topics`` are the names so far, the last one last.
    """
    if not _BARE_RATE.match(name) or len(name) > 6:
        return name
    for topic in (_NEWLY.sub("", topic) for topic in reversed(topics)):
        merged = _merged(name, topic) or _merged(name, _TOPIC_VERB.sub("", topic))
        if merged:
            return merged
    for topic in reversed(topics):
        verbs, core = _verbs_and_object(_TOPIC_VERB.sub("", topic))
        if core in _WHOLE or (_TOPIC_NOUN.search(core) and 2 < len(core) <= 12):
            return core + (_merged(name, verbs) or name)
    return name


def _merged(name: str, topic: str) -> str:
    """Topic and name run together where the end of one is the beginning of the other, else ""."""
    for size in range(min(len(topic) - 1, len(name) - 1), 1, -1):
        if topic.endswith(name[:size]):
            return (topic if len(topic) <= 8 else topic[-6:]) + name[size:]
    return ""


def _verbs_and_object(name: str) -> tuple[str, str]:
    """The verbs that open a name and the noun they govern (调解成功各类纠纷: 调解成功, 纠纷), if a noun is left."""
    lead = _LEADING_VERBS.match(name)
    at = lead.end("verbs") if lead else 0
    core = re.sub("^(?:各类|各项|一批|了)", "", name[at:])
    return (name[:at], core) if len(core) >= 2 and core[0] not in "、和及" else ("", name)


def with_object(name: str, topic: str) -> str:
    """A name of verbs only with the noun that the number before it counted (受理投诉9件，办结8件: 办结投诉)."""
    if not _ONLY_VERBS.match(name):
        return name
    noun = _DONE.sub("", _verbs_and_object(topic)[1])
    return name + noun if 2 <= len(noun) <= 12 and not _ONLY_VERBS.match(noun) else name


# Verbs whose objects come in lists of different units (新建绿道9公里、绿地3公顷); 调解 and 培训 also open nouns.
_MAKES = re.compile(
    "^(?:启动)?(?:新（[改扩]）?建|新[改扩]?建(?:和?改造)?|改造|改建|新增|新设|建成|建设|筹集|筹建|治理|修复|拆除|培育|打造|创建|更新|布设|安装|没收|查封"
    "|查处|新培育|发放|购置|清运|升级|开工改造|新建改造)(?:建设|改造)?"
)


def with_shared_verb(name: str, former: str, same_unit: bool = True) -> str:
    """An item of a list with the verb of the first (办理建议9件、提案8件: 办理提案; 改造小区3个、危房80户: 改造危房)."""
    lead = (same_unit and LEAD_VERB.match(former)) or _MAKES.match(former)
    if not lead or _LEADS.match(name) or len(former) - lead.end() < 2 or _ONLY_VERBS.match(name):
        return name
    return lead.group() + name


_ACTION = re.compile("(?:综合|提升|节能|超低排放|规范化|数字化)*(?:改造|治理|整治|修复|清理|整改|拆除)(?:提升)?$")
_LIGHTLY = re.compile("(?:完成|实施|开展|推进|启动|推动)")


def with_shared_action(noun: str, tail: str, clause: str) -> str:
    """An item of a list with the action behind the last (实施6条小河、9座山塘治理: 小河治理)."""
    action = _ACTION.search(tail)
    if not action or not _LIGHTLY.search(clause) or _ACTION.search(noun) or not noun:
        return noun
    return noun + action.group()


_STATE = re.compile("(?:周边|周围|内部)?(?:环境|功能|条件|面貌|品质)$")
_IMPROVES = re.compile("(?P<verb>提升|完善|改善|优化|美化|整治)(?=[近约超0-9])")
_WORK = re.compile("(?:建设|(?:托底性|结对)?帮扶)$")
_PUSHES = re.compile("(?:推进|推动|加快|抓好|强化)(?=[近约超0-9])")


def with_state(noun: str, unit: str, tail: str, clause: str) -> str:
    """What is counted is the thing, not its state (提升3所渔校、5家渔村诊所周边环境: 提升周边环境渔校).

    Of 推进3个渔港建设 the harbours are counted. ``tail`` closes a list, ``clause`` ends with the noun.
    """
    if unit not in "个家所座处":
        return noun
    state, improves = _STATE.search(tail or noun), _IMPROVES.search(clause)
    core = re.sub("^(?:提升|完善|改善|优化)", "", noun.removesuffix(state.group()) if state else noun)
    if state and improves and len(core) >= 2:
        return improves["verb"] + state.group() + core
    return _WORK.sub("", noun) if _PUSHES.search(clause) and len(noun) >= 5 else noun
