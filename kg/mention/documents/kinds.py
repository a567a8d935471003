"""Kind of a document and relation of the place to it, by the cues of the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from kg.vocabulary import Vocabulary

_TAIL = re.compile(r"(?:草案|修正案|（[^（）]*）|\([^()]*\)|[0-9.]+版本?)+$")
_WORK = re.compile(
    r"(?:歌曲|沙画|微电影|短片|视频|动漫|漫画|图书|书籍|专著|杂志|期刊|报纸|小品|话剧|栏目|节目"
    r"|剧目|戏曲|快板|专刊|绘本|宣传片|剧|电影|大戏|戏|纪录片|专题片|作品)$"
)
_NO_LAW = re.compile(r"(?:办|执|司|普|学|立|守|用|做|方|看|想|说|讲)法$")
_CLAUSE = re.compile(r"[，。；：\n]")
# 《甲》的立法工作, 《甲》等3部法规的修订: what is done to it stands behind it.
_BEHIND = re.compile(
    r"[^，。；：\n]{0,30}?(?P<verb>立法工作|制定|修订|起草|编制|出台|颁布|获批|学习|学法|讲法|宣传|宣讲"
    r"|培训|解读|辅导|考试|宣传贯彻|贯彻|落实|执行|施行)"
)
_MADE = re.compile(r"出台|制定|制订|印发|编制|发布|颁布|制发|起草|研究")
# Whose act it is: what the centre issued, the place merely names.
_CENTRE = re.compile(
    r"(?:国务院|党中央|中共中央|全国人大|最高人民|司法部|国家[\u4e00-\u9fff]{1,6}[局委部]|[\u4e00-\u9fff]{2,4}部等)[^，]*$"
)
# 在《甲》发表, 被《甲》录用: a place where something stands, no object.
_WHERE = re.compile(r"(?:在|被|登上|入选|获|列入|载入|刊登于|收录于|得到|由|作为)(?:[\u4e00-\u9fff]{0,4})?$")
# 实施意见, 落实情况: the verb is part of a noun. 新修订的《甲法》: it says which version, not who revised it.
_NOMINAL = r"(?!意见|方案|办法|细则|纲要|条例|情况|主体|计划|规划)"
_VERSION = re.compile(r"新?(?:修订|修改|修正|颁布|制定|出台|通过|施行|发布|印发)(?:实施|施行)?的$")
_FOLLOWED = re.compile(r"按照|根据|落实|贯彻|依据|执行|对照")
_OUT = ("出台", "颁布", "施行")
_PRINT = re.compile(
    r"^(?:（[^（）]*）)?(?:专刊|杂志|刊发|录用|报道|公众号|直播|节目|专栏|微电影|丛书|一书|一文"
    r"|署名文章|文章|刊登|全网|栏目|系列)"
)


_SHORT = 8  # characters; a longer title says what it is
_PAPER = re.compile("[书函表单册录图案令据证账信]$|纲要")


@cache
def _by_cue(vocabulary: Vocabulary, scheme: str) -> tuple[tuple[str, str], ...]:
    cues = vocabulary.notation_by_cue(scheme)
    return tuple(sorted(cues.items(), key=lambda item: (-len(item[0]), item[0])))


def kind_of(name: str, before: str, after: str, vocabulary: Vocabulary) -> str:
    """The kind (a notation of document-kind) by the ending of a name, or by the nouns around it (歌曲《…》)."""
    if _WORK.search(before):
        return "publication"
    bare = _TAIL.sub("", name).rstrip("”’》")
    known = vocabulary.laws.get(bare)
    if known:
        return known[1]
    for cue, notation in _by_cue(vocabulary, "document-kind"):
        if bare.endswith(cue) and not (notation == "law" and _NO_LAW.search(bare)):
            return notation
    # 《甲乙丙》 without a word for what it is: a film, a song, a journal.
    short = len(bare) <= _SHORT and not _PAPER.search(bare)
    return "publication" if short or _PRINT.match(after) else "other"


@cache
def _verbs(vocabulary: Vocabulary) -> re.Pattern[str]:
    cues = [cue for cue, _ in _by_cue(vocabulary, "document-relation")]
    return re.compile(rf"(?:{'|'.join(map(re.escape, cues))}){_NOMINAL}")


def _last_verb(text: str, vocabulary: Vocabulary) -> str | None:
    """The relation that the last verbs of the text express; in a run of verbs (制定实施) making it counts most."""
    found = list(_verbs(vocabulary).finditer(text))
    if not found:
        return None
    by_cue = vocabulary.notation_by_cue("document-relation")
    at = len(found) - 1
    run = {by_cue[found[at].group()]}
    while at and found[at - 1].end() == found[at].start():
        at -= 1
        run.add(by_cue[found[at].group()])
    made = run & {"issued", "enacted"}
    return by_cue[found[-1].group()] if not made else "enacted" if "enacted" in made else "issued"


def relation_of(name: str, kind: str, before: str, after: str, place: str, vocabulary: Vocabulary) -> str:
    """The relation (a notation of document-relation) by the nearest verb before it in its clause, else behind it.

    Only regulations and rules are enacted; a place issues everything else. Its own regulation is enacted even where
    the sentence says only that it won something.
    """
    clause = _CLAUSE.split(re.sub("《[^《》]*》", "", before))[-1]
    if _WHERE.search(clause):
        return "enacted" if kind == "regulation" and place and name.startswith(place) else "mentioned"
    if kind == "publication" and _WORK.search(clause):
        return "issued"
    relation = _last_verb(_VERSION.sub("", clause), vocabulary)
    behind = None if relation == "studied" else _BEHIND.match(re.sub("《[^《》]*》", "", after))
    later = _behind(behind["verb"], vocabulary) if behind else None
    if later == "studied" or (later == "enacted" and relation != "implemented"):
        relation = later
    relation = relation or later or "mentioned"
    return _fitting(relation, kind, bool(place) and name.startswith(place), clause)


def _behind(verb: str, vocabulary: Vocabulary) -> str | None:
    """The relation that a verb behind a name expresses: 甲规划获批 is in force."""
    return "enacted" if verb in _OUT else "implemented" if verb == "获批" else _last_verb(verb, vocabulary)


def _fitting(relation: str, kind: str, own: bool, clause: str) -> str:
    """The relation that fits the kind: only regulations are enacted, and only the place's own acts count."""
    if relation in ("issued", "enacted") and _CENTRE.search(_MADE.split(clause)[0]) and not own:
        return "implemented" if _FOLLOWED.search(clause) else "mentioned"
    if kind == "regulation":
        return "enacted" if relation in ("issued", "enacted") or (own and relation == "mentioned") else relation
    return "issued" if relation == "enacted" else relation
