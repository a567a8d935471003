"""What stands behind a quotation and belongs to the name: “一窗通办”改革, “云哨”交通违法提醒系统, “甲”宣讲队."""

from __future__ import annotations

import re

from kg.mention.programmes.heads import head_at_end, head_at_start, last_head
from kg.mention.programmes.lexicon import breaker_pattern
from kg.vocabulary import Vocabulary

# “甲”宣讲队, “甲”调解室, “甲”代办点: a team, a room or a spot of that name.
_OUTPOST = re.compile(
    r"(?!为)[\u4e00-\u9fff]{0,5}?(?:队|团|室|站|点|岗|亭|驿站)(?=$|[，。；、■0-9和与及等]|开展|提供|为|深入)"
)
# Heads that make a name only together with a quotation: “商圈夜话”法律服务, “一窗”受理程序, “某某”项目.
_QUOTED_HEADS = {
    "服务": "brand", "程序": "mechanism", "项目": "campaign", "队伍": "mechanism", "活动": "campaign", "调解法": "mechanism",
    "督察": "campaign", "督导": "campaign", "巡察": "campaign", "检查": "campaign", "网络": "mechanism", "贷款": "brand",
    "普法": "campaign", "主题宣传": "campaign", "阵地": "brand", "架构": "mechanism", "比武": "campaign", "总入口": "platform",
    "链条": "mechanism", "创建": "campaign", "帮扶": "campaign", "答题": "campaign", "移动端": "platform",
    "合作": "mechanism", "攻关": "mechanism", "共建": "mechanism", "结对": "mechanism", "互助": "mechanism",
    "管理": "mechanism", "案件查办": "campaign", "执法服务体": "platform",
    "专窗": "platform", "窗口": "platform", "栏目": "brand", "演练": "campaign", "机器人": "platform", "自助终端": "platform",
    "自助机": "platform", "措施": "mechanism", "协商法": "mechanism", "政务新媒体": "platform",
}  # fmt: skip
# “甲式”执法 with nothing more: the way in which the law is enforced has a name.
_ENFORCED = re.compile(r"(?:执法|监管|普法)(?=$|[，。；、和与及])")
# “甲”交通违法提醒系统推送信息73万条: a system that works is a subject with a name.
_WORKING = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:系统|平台|应用|小程序)(?=推送|归集|汇聚|受理|办理|办结|调处|化解|流转|预警|识别|发现|处置|累计|注册)"
)
# What counts whatever follows.
_TOUCHING = (
    "微信小程序", "小程序", "移动端", "普法机器人", "机器人", "普法", "栏目", "窗口", "专窗", "项目", "程序", "队伍", "调解法",
)  # fmt: skip
_ETC = re.compile("(?<![平同高对优中])等")
# “甲”“乙”三个应用: the head belongs to the list.
_COUNTED_KIND = re.compile(r"[0-9一二两三四五六七八九十]+(?:个|项|类|大)([\u4e00-\u9fff]{2,4}?)(?=$|[，。；、])")


# “甲”服务体被确定为省级创新项目: behind such a verb stands what was won, not what it is called.
_PREDICATED = re.compile(
    "被(?=[\u4e00-\u9fff])|邀请|走进|深入(?!推进|开展|实施)|专攻|深耕|(?:成功)?(?:获评|入选|荣获|荣登|列入|纳入)"
)


def tail(masked: str, end: int, vocabulary: Vocabulary) -> tuple[int, str | None]:
    """Where the words behind a quotation that belong to the name end, and the kind that their head tells."""
    region = re.match(r"的?[^\W的了]{0,26}(?:（[^\W的了]{1,8}）[^\W的了]{0,12})?", masked[end:])
    words = region.group() if region else ""
    if words.startswith("等"):
        return end, _head_behind_etc(words, vocabulary)
    if listed := _ETC.search(words):  # “甲”乡村普法行等活动
        head = _head(words[: listed.start()], vocabulary)
        kind = _head_behind_etc(words[listed.start() :], vocabulary)
        return (end + (head[0] if head else listed.start()), head[1] if head else kind) if head or kind else (end, None)
    counted = _COUNTED_KIND.match(words)
    if counted:
        return end, head_at_end(counted.group(1), vocabulary)
    head = _head(_PREDICATED.split(_before_conjunction(words, vocabulary))[0], vocabulary)
    return (end + head[0], head[1]) if head else (end, None)


def _head(words: str, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """End and kind of the head that closes a name in the words behind a quotation."""
    head = last_head(words, vocabulary, _QUOTED_HEADS)
    if head and head[0] <= 22 and (not breaker_pattern().match(words) or words.startswith(("工作", "建设"))):
        return head
    # “甲”平台扫码入企: a head that touches the quotation belongs to it, whatever follows.
    outpost, enforced, working = _OUTPOST.match(words), _ENFORCED.match(words), _WORKING.match(words)
    touching = next((word for word in _TOUCHING if words.startswith(word)), None)
    return (
        ((working.end(), "platform") if working else None)
        or head_at_start(words, vocabulary)
        or ((outpost.end(), "brand") if outpost else None)
        or ((enforced.end(), "mechanism") if enforced else None)
        or ((len(touching), _QUOTED_HEADS.get(touching, "platform")) if touching else None)
    )


# “甲五”普法规划和乙行动: a document is named before the 和, whose title is no part of what stands behind it.
PAPER = re.compile("(?:规划|方案|意见|办法|条例|纲要|要点|清单)$")


def _before_conjunction(words: str, vocabulary: Vocabulary) -> str:
    """The words up to a 和 that begins another name: 行政执法改革 in “甲”行政执法改革和街道综合改革."""
    for match in re.finditer("[和与及]", words):
        before = words[: match.start()]
        if not before or head_at_end(before, vocabulary) or PAPER.search(before) or _closes(before):
            return before
    return words


def _closes(words: str) -> bool:
    """Whether these words alone, behind a quotation, make a name with it."""
    return words in _QUOTED_HEADS or bool(_ENFORCED.fullmatch(words))


def _head_behind_etc(words: str, vocabulary: Vocabulary) -> str | None:
    """The kind in “甲”等应用: the head belongs to the list, not to the name."""
    head = last_head(words[1:10], vocabulary)
    named = re.match(r"等(?:特色|优秀|一批|系列|多个)?(品牌|平台|机制|做法|举措|模式|应用|场景|项目|改革)", words)
    return head[1] if head else head_at_end(named.group(1), vocabulary) or "mechanism" if named else None


def shared_tail(text: str, masked: str, end: int, vocabulary: Vocabulary) -> tuple[int, str | None]:
    """The tail of the last of several quotations in a row: “甲”“乙”应用场景 and “甲”、“乙”等机制 have one head."""
    at = end
    while True:
        following = re.match(r"[、和及与]?“[^“”]{2,40}”", text[at:])
        if not following:
            return tail(masked, at, vocabulary)
        at += following.end()
