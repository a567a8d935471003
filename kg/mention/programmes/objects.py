"""Names that need no head of their own, because the verb or the list they stand in says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.mention.programmes.distinct import distinguishes
from kg.mention.programmes.goals import is_of_law
from kg.mention.programmes.heads import head_at_end
from kg.mention.programmes.lexicon import breaker_pattern
from kg.mention.programmes.names import Name, tidy_start
from kg.vocabulary import Vocabulary

# What is 推行 or 实行 is a way of working, whatever it is called: 实行集成审批, 推行容缺受理、告知承诺.
# And what is 首创 has been given a name: 首创积分存折.
_CARRIED_OUT = frozenset(["推行", "实行", "试行", "施行", "全面推行", "首创", "首推", "创设"])
# 开展甲集中治理、乙百日攻坚等行动: the head at the end of the list says what every item is.
_LISTED = re.compile(
    r"(?P<items>[^，。；：]+?)等(?:[0-9一二两三四五六七八九十]+[项个])?(?:系列|专项|重点|特色|主题)?[\u4e00-\u9fff]{0,4}?"
    r"(?P<head>行动|活动|整治|工程|机制|制度|改革|平台|应用|场景|模式|试点|工作法|品牌|阵地)(?=$|[，。；、和0-9])"
)
# 筹建某某指导中心: a centre that is set up is something the place runs; one that merely stands there is a body.
_SET_UP = frozenset(["设立", "成立", "组建", "筹建", "共建", "建立", "搭建", "建设", "谋划", "建成", "打造"])
_CENTRE = re.compile(r"(?P<name>[^■、，。；]{4,20}?(?:中心|指挥室|联络站|工作站|共同体|联合体|联盟))(?=$|[，。；、和及与])")
# 签订甲乙联防协议: what is agreed is a mechanism that goes on.
_SIGNED = frozenset(["签订", "签署"])
_AGREEMENT = re.compile(r"(?P<name>[^■、，。；0-9]{5,22}?)(?:合作)?(?:框架)?(?:协议|备忘录)(?=$|[，。；、])")
# 实施某某帮带计划: a plan that is carried out is a campaign; one that is drawn up is a document.
_STARTED = ("实施", "启动")
_PLAN = re.compile(r"(?P<name>[^■、，。；0-9]{4,22}?计划)(?=$|[，。；、])")
# 推广青溪模式: a model that is spread has the name of where it comes from, however short.
_MODEL = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,6}(?:模式|经验|做法))(?=$|[，。；、和])")
_ANY_MODEL = re.compile("先进|典型|好|成功|有益|创新|试点|各地|成熟|可复制|特色|有效|优秀|新|这|该|其|上述|改革|工作|等")
# 举办甲论坛、乙马拉松等活动; 开工甲大桥、乙水库等工程: events of a season and building works are no programmes.
STAGED = frozenset(["举办", "承办", "办好", "举行"])
_EVENT = re.compile(r"(?:赛|会|节|展|(?<!宣传)周|(?<!宣传)日|季|论坛|晚会|马拉松|博览|音乐会|峰会|行|活动)$")
_WORKS = re.compile(
    r"(?:铁路|高铁|高速|公路|大桥|桥|隧道|通道|机场|航站楼|港|港区|码头|水库|电站|水利枢纽|枢纽|医院|学校|校区|场馆|管网|管线|线路|号线"
    r"|水厂|基站|电厂|园区|厂房|灌区|大道|站|线|段|期)$"
)
_AND = re.compile(r"[、和与及]|以及")
_AFTER_REGIME = re.compile("(?<=[制度])和")  # 甲承诺制和乙不罚 are two
_NO_ITEM = re.compile(r"[0-9■％%的了等]|(?:情况|措施|工作|问题|力度|水平|能力|管理|监督|服务)$")


def headless_names(text: str, masked: str, verb: str, vocabulary: Vocabulary) -> list[Name]:
    """Names of an object that is a list with a common head, or that a verb of practice governs, or a new centre."""
    listed = _LISTED.match(masked)
    if listed:
        kind = head_at_end(listed["head"], vocabulary) or ("brand" if listed["head"] == "阵地" else "campaign")
        end = listed.end("items")
        items = _items(masked, _cuts(_AND, masked, end), end, kind, "list-head", 5, vocabulary)
        return [*(name for name in items if not _built(name, verb)), *_quoted_items(text, masked, end, kind)]
    if verb in _CARRIED_OUT:
        stop = re.search(r"[，。；：]|$", masked)
        end = stop.start() if stop else len(masked)
        # 甲与乙双审 is one practice; 甲、乙和丙机制 are three.
        parted = re.compile("[、和]|以及") if "、" in masked[:end] else _AFTER_REGIME
        return list(_items(masked, _cuts(parted, masked, end), end, "mechanism", "carried-out", 4, vocabulary))
    agreement = _AGREEMENT.match(masked) if verb in _SIGNED else None
    if agreement and distinguishes(agreement["name"]):
        return [Name(0, agreement.end("name"), agreement["name"], "mechanism", "agreement")]
    planned = _PLAN.match(masked) if verb.endswith(_STARTED) else None
    if planned and distinguishes(planned["name"][:-2]):
        return [Name(0, planned.end("name"), planned["name"], "campaign", "started")]
    spread = _MODEL.match(masked) if verb.endswith("推广") else None
    if spread and not _ANY_MODEL.search(spread["name"]):
        return [Name(0, spread.end("name"), spread["name"], "mechanism", "carried-out")]
    centre = _CENTRE.match(masked) if verb in _SET_UP else None
    if centre:
        start = tidy_start(centre["name"])
        words = centre["name"][start:]
        if distinguishes(words[:-2], concrete=True) and is_of_law(words[:-2]):
            return [Name(start, centre.end("name"), words, "platform", "set-up")]
    return []


def _built(name: Name, verb: str) -> bool:
    """Whether the item of a list is an event that is staged or a work that is built."""
    return bool((verb in STAGED | {"组织"} and _EVENT.search(name.text)) or _WORKS.search(name.text))


def _cuts(pattern: re.Pattern[str], masked: str, end: int) -> list[int]:
    """Where the items of a list begin, and one past its end."""
    return [0, *(match.end() for match in pattern.finditer(masked, 0, end)), end + 1]


def _broken(words: str) -> bool:
    """Whether a predicate stands within the words: 诉求持续回应; 超 and 对 may be part of a word."""
    return any(match.start() >= 2 and match.end() < len(words) and len(match.group()) > 1
               for match in breaker_pattern().finditer(words))  # fmt: skip


def _quoted_items(text: str, masked: str, end: int, kind: str) -> Iterator[Name]:
    """Items that begin with a quotation: “护航甲”噪声管控 in 开展“护航甲”噪声管控、乙整治等行动."""
    for item in re.finditer(r"(?:^|(?<=[、和与及]))(■{4,})([\u4e00-\u9fff]{2,8})(?=[、和与及等])", masked[: end + 1]):
        words = text[item.start() : item.end()]
        yield Name(item.start(), item.end(), words, kind, "list-head", words[1 : len(item.group(1)) - 1])


def _items(
    masked: str, cuts: list[int], end: int, kind: str, rule: str, shortest: int, vocabulary: Vocabulary
) -> Iterator[Name]:
    """The items of a list, without those that are figures, quotations or common words."""
    for left, right in pairwise(cuts):
        piece = masked[left : right - 1] if right <= end else masked[left:end]
        begin = tidy_start(piece)
        words = piece[begin:]
        if not shortest <= len(words) <= 22 or _NO_ITEM.search(words) or _broken(words):
            continue
        if distinguishes(words):
            own = head_at_end(words, vocabulary)
            yield Name(left + begin, left + begin + len(words), words, own or kind, rule)
