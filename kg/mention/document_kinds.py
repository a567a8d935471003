"""Kind of a document and relation of the place to it, by the cues of the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from kg.vocabulary import Vocabulary

_TAIL = re.compile(r"(?:（[^（）]*）|\([^()]*\)|[0-9.]+版本?)+$")
_WORK = re.compile(r"(?:歌曲|沙画|微电影|短片|视频|动漫|漫画|图书|书籍|专著|杂志|期刊|报纸|小品|话剧|栏目|节目|剧目|戏曲|快板|专刊|绘本|宣传片|情景剧)$")
_NO_LAW = re.compile(r"(?:办|执|司|普|学|立|守|用|做|方|看|想|说|讲)法$")
_CLAUSE = re.compile(r"[，。；：\n]")
# 《甲》的立法工作, 《甲》等3部法规的修订: what is done to it stands behind it.
_BEHIND = re.compile(
    r"^(?:（[^（）]*）|等|[0-9一二三四五六七八九十多余]+[部件项个]|地方性|法规|规章|文件|制度|法律|党内|及|和|政策|项目|工作|内容|知识|精神|的|开展|进行|主题|、?《[^《》]*》|[\u4e00-\u9fff]{0,8})*?"
    r"(?P<verb>立法|制定|修订|起草|编制|出台|颁布|学习|学法|讲法|宣传|宣讲|培训|解读|辅导|考试|贯彻|落实|执行|施行)"
)


@cache
def _by_cue(vocabulary: Vocabulary, scheme: str) -> tuple[tuple[str, str], ...]:
    cues = vocabulary.notation_by_cue(scheme)
    return tuple(sorted(cues.items(), key=lambda item: (-len(item[0]), item[0])))


def kind_of(name: str, before: str, vocabulary: Vocabulary) -> str:
    """The kind (a notation of document-kind) of a document by its name's ending, or by the noun before it (歌曲《…》)."""
    if _WORK.search(before):
        return "publication"
    bare = _TAIL.sub("", name).rstrip("”’》")
    known = vocabulary.laws.get(bare)
    if known:
        return known[1]
    for cue, notation in _by_cue(vocabulary, "document-kind"):
        if bare.endswith(cue) and not (notation == "law" and _NO_LAW.search(bare)):
            return notation
    return "other"


@cache
def _verbs(vocabulary: Vocabulary) -> re.Pattern[str]:
    cues = [cue for cue, _ in _by_cue(vocabulary, "document-relation")]
    return re.compile("|".join(map(re.escape, cues)))


def _last_verb(text: str, vocabulary: Vocabulary) -> str | None:
    """The relation that the last relation verb of the text expresses."""
    verbs = [match.group() for match in _verbs(vocabulary).finditer(text)]
    return vocabulary.notation_by_cue("document-relation")[verbs[-1]] if verbs else None


def relation_of(name: str, kind: str, before: str, after: str, place: str, vocabulary: Vocabulary) -> str:
    """The relation (a notation of document-relation) by the nearest verb before it in its clause, else behind it.

    Only regulations and rules are enacted; a place issues everything else. Its own regulation is enacted even where
    the sentence says only that it won something.
    """
    clause = _CLAUSE.split(re.sub("《[^《》]*》", "", before))[-1]
    behind = _BEHIND.match(after)
    relation = _last_verb(clause, vocabulary)
    later = _last_verb(behind["verb"], vocabulary) if behind else None
    if later in ("studied", "enacted") and relation != "studied":
        relation = later
    relation = relation or later or "mentioned"
    own = bool(place) and name.startswith(place)
    if kind in ("regulation", "rule") and relation in ("issued", "enacted", "mentioned"):
        return "enacted" if own or relation != "mentioned" else "mentioned"
    return "issued" if relation == "enacted" else relation
