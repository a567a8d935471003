"""Names that are found by their shape or by a frame of words anywhere in a report, whatever governs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mention.programmes.names import plain_names
from kg.mention.programmes.segments import blacked
from kg.model import ProgrammeMention, Report
from kg.vocabulary import Vocabulary
from kg.words import cut

# 八大专项行动, 十大工程, 十项暖民心行动: a set of programmes, named by its number.
_SET = re.compile(
    r"[三四五六七八九十百]+(?:大(?:专项)?[\u4e00-\u9fff]{0,4}|项(?!专项|重点|具体|主要)[\u4e00-\u9fff]{2,5})"
    r"(?:行动|工程|改革|攻坚战)(?![计领组])"
)
# 鄂汇办, 皖事通, 甬易办: the short name of a province or a city, a syllable, 办 or 通, together no word of the language.
_PROVINCIAL = re.compile(
    r"[浙皖粤苏鲁豫鄂湘赣闽晋冀辽吉黑津京沪渝川蜀贵黔云滇藏陕甘青宁新琼桂蒙湾甬杭穗深莞厦榕蓉邕婺衢绍锡徐淮扬烟郑洛泉][里事政商企服汇快易速好e](?:办|通|钉|码)"
    r"(?![发函字]〔?)(?=[\u4e00-\u9fff，。；、”]|$)"
)
# 一村一法律顾问, 一企一专员: one for each.
_ONE_EACH = re.compile(
    r"一(?:村(?:社|居|（社区）|\(社区\))?|社区?|居|镇(?:街)?|乡|街|企|校|园|区|县|网格|所|案|家)[一二1]"
    r"(?:法律顾问|法治副校长|律师|辅?警|法官|检察官|调解员|专员|管家|公共法律服务点|法律明白人|法治文化公园)"
)
# 12348法律服务热线: five digits that begin with 1 are a number of public service.
_HOTLINE = re.compile(r"1[0-9]{4}[\u4e00-\u9fff]{0,10}?(?:热线|平台|服务(?:监督)?电话)")
# 以甲改革为主线: what the work takes hold of is run.
_LEVER = re.compile(r"以([^，。；■0-9\n]{6,30}?)为(?:总|重要|主要|有力)?(?:抓手|牵引|载体|突破口|切入点|契机|主线)")
# 甲乡乙机制获评优秀案例: what wins or is listed is named as the subject.
_WINS = re.compile(
    r"([^■，。；：的、0-9\n]{5,30}?(?:行动|工程|改革|平台|系统|应用|机制|制度|模式|一件事|工作法|大篷车|调解室|工作室|驿站))"
    r"(?=(?:的?(?:经验|做法){1,2})?(?:(?:先后|成功|分别|首批)?(?:获评|入选|入围|荣获|获得|获|被评为|被列入|被确定为|被命名为|列入)"
    r"|在全[国省市区县州](?:范围(?:内)?)?(?:复制)?(?:推广|推开|交流)|率先(?:在|于)))"
)


def _begin(report: Report) -> int:
    return report.sentences[0].start if report.sentences else len(report.text)


def numbered_sets(report: Report, _: Vocabulary) -> Iterator[ProgrammeMention]:
    """Sets of programmes that are named by how many they are."""
    for match in _SET.finditer(report.text, _begin(report)):
        yield ProgrammeMention(match.start(), match.end(), match.group(), "numbered-set", "campaign")


def coined_platforms(report: Report, _: Vocabulary) -> Iterator[ProgrammeMention]:
    """Platforms of provinces and cities, and hotlines, by the shape of their names."""
    for match in _HOTLINE.finditer(report.text, _begin(report)):
        yield ProgrammeMention(match.start(), match.end(), match.group(), "coined-platform", "platform")
    for match in _ONE_EACH.finditer(report.text, _begin(report)):
        yield ProgrammeMention(match.start(), match.end(), match.group(), "coined-platform", "mechanism")
    for match in _PROVINCIAL.finditer(report.text, _begin(report)):
        if len(cut(match.group())) == len(match.group()):
            yield ProgrammeMention(match.start(), match.end(), match.group(), "coined-platform", "platform")


def levers(report: Report, vocabulary: Vocabulary) -> Iterator[ProgrammeMention]:
    """Plain names that the work takes hold of."""
    for match in _LEVER.finditer(blacked(report.text), _begin(report)):
        for name in plain_names(match.group(1), vocabulary):
            start = match.start(1) + name.start
            yield ProgrammeMention(start, match.start(1) + name.end, name.text, "lever", name.kind or "reform")


def winners(report: Report, vocabulary: Vocabulary) -> Iterator[ProgrammeMention]:
    """Plain names in front of a verb of winning."""
    for match in _WINS.finditer(blacked(report.text), _begin(report)):
        for name in plain_names(match.group(1), vocabulary)[-1:]:
            start = match.start(1) + name.start
            yield ProgrammeMention(
                start, match.start(1) + name.end, name.text, "plain-recipient", name.kind or "mechanism"
            )
