"""What a name takes from its neighbours: lists share subjects, verbs and tails; rates and bare measures take a topic."""

from __future__ import annotations

import re

from kg.mention.quantities.words import LEAD_VERB, VERBS

_COORDINATE = re.compile(r"、|和(?!谐|解)|以及|及(?!时)|与(?!会)")
_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{2})?(?:率|比例|比重|占比|数量|总数|总额|总量|[产销用]量|金额|增加值|收入"
    r"|投资|面积|数)$"
)
_MEASURE = re.compile(r"(?:率|比例|比重|占比|[数量额值度比]|收入|面积|投资|消费)$")


def share_subject(name: str, count: int) -> list[str]:
    """Names of ``count`` numbers that follow one coordinated subject (A、B占比分别为x、y), or [] when they do not fit.

    >>> share_subject("线上受理、线下受理比例", 2)
    ['线上受理比例', '线下受理比例']
    """
    parts = [part for part in _COORDINATE.split(name) if part]
    if len(parts) < count or count < 2:
        return []
    parts = [*parts[len(parts) - count :]]
    parts[1:] = [with_shared_verb(part, parts[0]) for part in parts[1:]]
    tail = _TAIL.search(parts[-1])
    if not tail or all(_MEASURE.search(part) for part in parts):
        return parts
    return [part if _MEASURE.search(part) else _merged(tail.group(), part) or part + tail.group() for part in parts]


_VERB_RUN = rf"(?:(?:{VERBS}|责令|确认违法|继续有效|成功|已|予以|直接|不予)(?:或者?|和|并|及)?){{1,3}}"
_ONLY_VERBS = re.compile(rf"^{_VERB_RUN}$")
_LEADING_VERBS = re.compile(rf"^(?P<verbs>{_VERB_RUN})")
_SHARE_NAME = re.compile(r"^(?:占比|比重|占.*比重)$")
_BARE_RATE = re.compile(r"^(?:群众|综合|按时|按期|及时|平均)?[\u4e00-\u9fff]{1,4}率$")
_TOPIC_NOUN = re.compile(r"(?:案件?|问题|诉求|事项|工单|纠纷|申请|诉讼|复议|调解|件|投诉|举报|信访|建议|提案|咨询)$")
_WHOLE = ("投诉", "举报", "信访", "问题")
_TOPIC_VERB = re.compile(r"(?:审结|办结|收案|受理|立案|结案|数量|数|总数)$")


def coordinates(name: str) -> int:
    """How many names a coordination holds (受理率和办结率: 2)."""
    return len(_COORDINATE.findall(name)) + 1


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
    for topic in reversed(topics):
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
    noun = _verbs_and_object(topic)[1]
    return name + noun if 2 <= len(noun) <= 12 and not _ONLY_VERBS.match(noun) else name


def with_shared_verb(name: str, former: str) -> str:
    """An item of a list with the verb of the first (办理建议9件、提案8件: 办理提案)."""
    lead = LEAD_VERB.match(former)
    if not lead or LEAD_VERB.match(name) or len(former) - lead.end() < 2 or _ONLY_VERBS.match(name):
        return name
    return lead.group() + name
