"""Identity of programmes: what is one thing gets one key, what is two stays two.

Spellings of one name differ in quotation marks and brackets (folded by ``ids.key``), in words that say where or how far
(全市, 我区), in tails that say how it is run rather than what it is (改革, 工作, 行动, 试点), and in how they write townships
and streets. Tails that name another thing (平台, 应用, 提能工程 beside 专项整治) are left: they tell two things apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg import ids
from kg.model import Programme
from kg.model.concept import ProgrammeConcept
from kg.vocabulary import Vocabulary

# Words that say where or how far, not what: 全市“甲”行动 and 我区“甲”行动 are one campaign.
_RELATIVE = re.compile(
    r"^(?:(?:[\u4e00-\u9fff]{2,5}[省市])?(?:首批|第[一二三四五六七八九十]+批)|全[国省市区县州]|我[省市区县州]|本[省市区县]"
    r"|[省市区县](?=“)|(?:力?争创|积极创建)(?=[^，、]{4}))"
)
# 甲改革工作, 甲项目, 甲建设 name the same thing as 甲改革, 甲. 专项, 工程, 活动 are left: they may tell two things apart.
_TAIL = re.compile(r"(?:工作|项目|建设)+$")
# 政务事项“一网通办”: where a quotation closes the name and is itself a known name, the rest says where it applies.
_LAST_QUOTED = re.compile(r"“([^“”]+)”$")
_WRAPPED = re.compile(r"^“([^“”]+)”$")
# Behind a quotation, or behind a name that is known without it, these say only how it is run: “甲”改革, “甲”专项行动 and
# “甲” are one thing; “甲”平台, “甲”应用, “甲”工程 may be something else of that name.
_MANNER = (
    "(?:综合|系列)?(?:(?:集成|体制)?改革(?:创新)?|工作|专项行动|行动(?:计划)?|(?:国家|全国|省级)?试点|模式|做法|举措|经验"
    "|(?:普法|服务|调解|工作)?品牌|金?名片|格局|场景|(?:工作|联动)?机制|制度"
    "|主题(?:宣传|实践)(?:活动)?)"
)
_RUN_AS = re.compile(rf"^“(?P<core>[^“”]{{3,}})”(?:{_MANNER})+$")
# “复议+公证”机制, “复议+公证”模式: what is put together says what the thing is, whatever it is called.
_COMBINED = re.compile(r"^“(?P<core>[^“”]{2,}[+＋][^“”]{2,})”[^“”]*$")
# A coined word keeps its identity where a report drops its marks: 云窗办改革 is “云窗办”改革. 街道综合改革 is no coined word.
_COINED = re.compile(
    r"^(?P<core>[^“”]{3,6}?(?<!综合)(?<!体制)(?<!制度)(?<!机制)(?<!管理)(?<!服务)(?<!执法)(?<!领域)(?<!联动)(?<!协作)(?<!共享))"
    r"(?:改革|机制|制度)$"
)
# 茶厂监管“一件事”场景, “茶厂监管一件事”改革: a member of the family by what it is about.
_FAMILY = re.compile(r"^(?P<core>.{2,}一件事)(?:集成|联办)?(?:改革|场景|应用|服务|事项)*$")
_KNOWN_TAIL = re.compile(rf"(?:{_MANNER}|长效机制|重点事项|服务|应用|联合执法|联合检查)$")
# 市县乡三级甲体系 is the 甲体系 of these levels.
_LEVELS = re.compile(r"^(?:[省市区县镇乡村]|街道|、)+[二两三四五]级")
# One name written in two ways, wherever it stands: (pattern, what it counts as) in order.
_SAME = (
    (re.compile("民企"), "民营企业"),
    (re.compile("三十年"), "30年"),
    (re.compile("行政规范性文件"), "规范性文件"),
    (re.compile("行动计划$"), "行动"),
    (re.compile("(?<=治理)行动$|(?<=防控)行动$|(?<=整治)行动$|(?<=攻坚)行动$|(?<=清理)行动$|(?<=排查)行动$"), ""),
    (re.compile("专项治理$"), "专项整治"),
    (re.compile("(?<=年)行动$"), ""),
    (re.compile("平台应用$"), "平台"),
    (re.compile("协作配合"), "协作"),
    (re.compile("应用场景$"), "应用"),
    (re.compile("场景应用$"), "场景"),
    (re.compile("攻坚战$"), "攻坚"),
    (re.compile("全国试点$|试点(?:城市|地区|项目|工作)$"), "试点"),
    (re.compile("制度$"), "机制"),  # 重大案件包案制度, 重大案件包案机制
    (re.compile("^国家级?(?=.{4,}(?:试点|示范区|先行区|试验区)$)"), ""),  # whose pilot it is, not which
)
# 乡镇（街道）, 镇街, 镇、街道: the lowest level, however it is written.
_TOWNSHIPS = re.compile(r"乡?镇[（(/、和与]?街道?[）)]?|街道[（(/、和与]乡?镇[）)]?|街镇")


@lru_cache(maxsize=2)
def _concepts(vocabulary: Vocabulary) -> dict[str, ProgrammeConcept]:
    table: dict[str, ProgrammeConcept] = {}
    for concept in vocabulary.programmes:
        for name in (concept.label, *concept.aliases):
            table.setdefault(identity(name), concept)
    return table


def identity(name: str) -> str:
    """The key of a name as it stands: marks, brackets and two ways to write one thing do not count."""
    key = ids.key(_TOWNSHIPS.sub("镇街", name))
    for pattern, plain in _SAME:
        key = pattern.sub(plain, key)
    return key


def shown(name: str) -> str:
    """How a name is shown: without relative words, generic tails and quotation marks around the whole."""
    name = _RELATIVE.sub("", name.strip())
    bare = _TAIL.sub("", name)
    if len(ids.key(bare)) >= 3:
        name = bare
    return _WRAPPED.sub(r"\1", name)


def _known(name: str, label: str, vocabulary: Vocabulary) -> ProgrammeConcept | None:
    """The curated concept that a name stands for: as it is, by its last quotation, or without the words of manner."""
    concepts = _concepts(vocabulary)
    last = _LAST_QUOTED.search(name)
    names = [name, label, _LEVELS.sub("", label), *([last[1]] if last else [])]
    while (tail := _KNOWN_TAIL.search(label)) and tail.start() >= 4:  # 甲改革国家试点, 甲改革, 甲
        label = label[: tail.start()]
        names.append(label)
    return next((concepts[key] for key in map(identity, names) if key in concepts), None)


def identify(name: str, kind: str, vocabulary: Vocabulary) -> Programme:
    """The programme a name stands for: a curated concept where it is an alias of one, else a candidate.

    The key of a candidate is that of its quotation where the rest only says how it is run.
    """
    label = shown(name)
    concept = _known(name, label, vocabulary)
    if concept:
        return Programme(ids.key(concept.label), concept.label, concept.kind, curated=True)
    plain = _TOWNSHIPS.sub("镇街", label)
    run = _RUN_AS.match(plain) or _COMBINED.match(plain) or _COINED.match(plain) or _FAMILY.match(ids.key(plain))
    return Programme(identity(run["core"] if run else label), label, kind, curated=False)
