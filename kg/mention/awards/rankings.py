"""Rankings: who stands where among others (在全省考核中排名第二, 满意度居全省首位)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.clauses import Clause
from kg.mention.awards.honours import number_of, read_honours
from kg.mention.awards.levels import ORDER
from kg.mention.awards.recipients import SELF, Recipient, of_own, read_subject
from kg.mention.awards.scope import Scope
from kg.model import AwardMention

_RANKED = re.compile(
    r"(?:综合)?(?:排名(?:位?[居列])?|排在?|位[居列]|名列|跃居|(?:跃升|上升|提升|前移|攀升)[至到为]|稳居|居|列|取得|获得|获|并列|保持)(?:在|为|至|到)?"
    r"(?P<among>(?:全[国省市区县州]|(?:[\u4e00-\u9fff]{0,8})(?:[市省]直)?(?:部门|单位|城市|地区|县市区"
    r"|副省级城市)|[\u4e00-\u9fff]{2,3}[省市])?(?:各?[\u4e00-\u9fff]{0,6}(?:（■+）)?)?(?:的)?)?"
    r"(?P<rank>第[0-9一二三四五六七八九十]+(?:名|位)?(?!方阵|梯队|档|批|届|次|产业|季|个|责|线)|首位|榜首"
    r"|第一(?:方阵|梯队|档)|前[0-9一二三四五六七八九十]+(?:名|位|强)?)"
)
# 从全省第8位升到第3位: what counts is where it stands now.
_RISEN = re.compile(
    r"(?:上升|跃升|提升|攀升|前移|升|进|跃居)(?:到|至|为)?(?:全[国省市区县州])?"
    r"(?P<rank>第[0-9一二三四五六七八九十]+|首位|榜首)"
)
# A contest, or a figure with its field: without one of them 第一 is praise.
_CONTEST_NOUN = re.compile(
    r"考核|考评|评估|评价|测评|评议|复[审核评]|指数|排行|排名|督查|竞赛|大赛|测试|调查|晾晒|指标|监测(?:评价|考核|结果|排名)?$"
)
# In a field of places (全省第一), public opinion, rates and work of the trade rank like contests (茶务公开工作列全省第九位);
# tons and kilometres do not.
_MEASURED = re.compile(
    r"(?:满意[度率]|安全感|知晓率|认可度|得分|成绩|(?:出庭|应诉|败诉|纠错|办结|化解|调解成功|履职|公开|办理"
    r"|破案)率|公开工作|(?:普法|法治|依法行政|行政执法|复议|应诉|调解|信访|平安)[^，]{0,6}工作)$"
)
_SCORE = "(?:的?(?:综合|整体|总)?(?:成绩|得分|排名|总?分))?"
# 在甲评价中，乙市综合得分(居第3位): behind the contest stand who is ranked and what was scored.
_IN = re.compile(
    rf"在(?P<contest>[^，]{{3,40}}?)(?:[中上里](?:，?[^，在中的]{{2,8}}?[省市区县州盟旗乡镇](?=综|整|总|得|成|排|$))?)?{_SCORE}$"
)
# 我县位列2030年全国茶业百强县第6位: the list is the contest, who stands before it is ranked.
_ON_LIST = re.compile(
    r"(?:(?:排名?|位)[居列在]|名列|跃居|稳居|排名|(?:跃升|上升|提升|前移|攀升)[至到为])(?P<list>(?:20[0-9]{2}年?度?)?[^，、]{2,24}?"
    r"(?:[百千十]强|[0-9]{2,4}强|百佳|榜单?|排行)(?:[区县市镇乡村]|城市|榜)?)(?:中|的)?(?P<rank>第[0-9一二三四五六七八九十]+(?:名|位)?|首位|榜首)"
)
_FIELD = re.compile(
    r"全球|世界|(?:全|我|本)(?:自治区|[国省市区县州盟旗])(?!面|域)|长三角"
    r"|[\u4e00-\u9fff]{2,3}[省市](?=第|各|[县区]|$)"
)
_BEHIND_CONTEST = re.compile(
    rf"[中上里]，?(?P<who>[我本全][省市区县州盟旗乡镇]|[^，在中的]{{2,8}}?[省市区县州盟旗乡镇]){_SCORE}$"
)
_INDEX_OF = re.compile(r"(?P<of>.{3,}?)(?:综合)?(?:发展|竞争力|创新)?指数$")
# 群众满意度96.1%，位居全省第三: the figure stands in a clause of its own.
_FIGURE = re.compile(
    r"(?:[^，]{0,3}[省市区县乡镇])?(?P<what>[^，的%]{2,24}?(?:满意[度率]|安全感|知晓率|得分))"
    r"(?:为|达到?|提升至|升至|高达)?[0-9.]+[%分]?，$"
)
_COUNT_OF_LAST = re.compile(r"^(?:获奖|入选|获评)?(?:数量|总数|数)(?:连续.{1,3}[年次])?$")


def find_rankings(clause: Clause, last: list[AwardMention], scope: Scope) -> Iterator[AwardMention]:
    """The ranking that a clause tells, if any; ``last`` are the awards told just before in the sentence."""
    if listed := _ON_LIST.search(clause.masked):
        yield from _on_list(clause, listed, scope)
        return
    match = _RANKED.search(clause.masked)
    if match is None:
        return
    among = match.group("among") or ""
    left = clause.masked[: match.start()]
    named = _named(clause, left, last)
    if named is None:
        return
    name, start = named
    counts_last = bool(last) and bool(_COUNT_OF_LAST.match(name))
    if not (counts_last or _CONTEST_NOUN.search(name) or (among.startswith("全") and _MEASURED.search(name))):
        return
    honours = read_honours(name, clause.start + start, "", scope)
    if not honours:
        return
    honour = honours[0]
    prefix = last[-1].name if last and (clause.masked.startswith("其中") or counts_last) else ""
    recipient = _ranked(clause, start, match.start(), honour.name, scope)
    if last and last[-1].recipient and last[-1].name.startswith(name):  # 甲市入选乙指数百强，排名升至第9位
        recipient = Recipient(last[-1].recipient, last[-1].at)
    begin = match.start() if _FIGURE.match(left) else start  # the figure is an indicator of its own
    yield AwardMention(
        clause.start + begin,
        clause.start + match.end(),
        prefix + honour.name,
        "award-ranked",
        honour.edition,
        _level(last[-1].level if counts_last else honour.level, f"{left} {among}", last, scope),
        "ranked",
        recipient.words,
        recipient.at,
        None,
        _rank(risen.group("rank") if (risen := _RISEN.match(clause.masked, match.end())) else match.group("rank")),
    )


def _on_list(clause: Clause, match: re.Match[str], scope: Scope) -> Iterator[AwardMention]:
    """我县位列2030年全国茶业百强县第6位."""
    start, end = clause.start + match.start("list"), clause.start + match.end()
    for honour in read_honours(clause.words[match.start("list") : match.end("list")], start, "", scope)[:1]:
        who = [r for r in read_subject(clause, match.start(), scope).recipients if r.words]
        to = who[0] if who else of_own(honour.name, scope)
        rank, rule = _rank(match.group("rank")), "award-ranked"
        yield AwardMention(
            start, end, honour.name, rule, honour.edition, honour.level, "ranked", to.words, to.at, to.count, rank
        )


def _level(own: str, field: str, last: list[AwardMention], scope: Scope) -> str:
    """The higher of the contest's own level and the field (从全球第9位升至第7位); without both the ranking before."""
    told = [read_honours(word + "排名", 0, "", scope)[0].level for word in _FIELD.findall(field)]
    best = max([own, *told], key=ORDER.index)
    return last[-1].level if best == "other" and last and last[-1].result == "ranked" else best


def _ranked(clause: Clause, start: int, verb: int, contest: str, scope: Scope) -> Recipient:
    """Who is ranked: 甲县在…中排名第一, 在…中我县排名第一; an index of a place's thing ranks that thing (甲港指数)."""
    if clause.masked[start - 1 : start] == "在":
        if subject := [r for r in read_subject(clause, start - 1, scope).recipients if r.words]:
            return subject[0]
        who = _BEHIND_CONTEST.search(clause.masked[start:verb])
        if who and not SELF.match(who.group("who")):
            at = clause.start + start
            return Recipient(who.group("who"), (at + who.start("who"), at + who.end("who")))
    index = _INDEX_OF.match(contest)
    if index and contest == clause.words[start : start + len(contest)] and _begins_below(contest, scope):
        return Recipient(index.group("of"), (clause.start + start, clause.start + start + index.end("of")))
    return of_own(contest, scope)


def _begins_below(words: str, scope: Scope) -> bool:
    """Whether the words begin with the name, full or short, of a place within the report's own."""
    full, short = scope.gazetteer.match(words, 0), scope.gazetteer.match_short(words, 0)
    places = scope.gazetteer.named(full) if full else scope.gazetteer.short_named(short) if short else ()
    own = scope.place
    return own is not None and any(p.key != own.key and scope.gazetteer.within(p, own) for p in places)


_CONTEST_FIRST = re.compile(r"^(?:[^，]{0,6})?在[^，]{3,40}中$")


def ranked_clause(clause: Clause, before: list[Clause]) -> Clause:
    """The clause with the one before it, where that only names the contest: 在甲考核中，我市排名第三."""
    rank = _RANKED.search(clause.masked)
    told = rank and _CONTEST_NOUN.search(clause.masked, 0, rank.start())  # 满意率94.3%，热线考核位列全市第二: it has its contest
    figure = None if told or not before else _FIGURE.match(before[-1].masked + "，")
    alone = before and (_CONTEST_FIRST.match(before[-1].masked) or figure)
    if alone and clause.start == before[-1].end + 1:
        first = before[-1]
        return Clause(first.start, f"{first.words}，{clause.words}", f"{first.masked}，{clause.masked}")
    return clause


def _rank(words: str) -> str:
    """第四 is 4, 首位 and 榜首 are 1; a band (第一方阵, 前十) stays in words."""
    if words in ("首位", "榜首"):
        return "1"
    bare = words.removeprefix("第").rstrip("名位")
    number = number_of(bare) if words.startswith("第") else None
    return str(number) if number is not None else words


def _named(clause: Clause, left: str, last: list[AwardMention]) -> tuple[str, int] | None:
    """What the ranking is of: the contest in 在…中, else the noun phrase before the verb. With its offset within."""
    trimmed = re.sub(r"中，?(?:(?:我|本|全)[省市区县州旗]|成绩|综合成绩)?$", "中", left)
    trimmed = re.sub(
        r"(?:连续[^，]{1,3}[年次届季]度?|均|都|继续|再次|首次|已|稳|分别|成功|又|也|双双|综合|整体|总体"
        r"|始终)+$|[从由]全?[^，]{0,4}第.*$|[、][^、]{0,3}$",
        "",
        trimmed,
    )
    if not trimmed and last and last[-1].count is None and (contest := _CONTEST_NOUN.search(last[-1].name)):
        return last[-1].name[: contest.end()], 0
    if figure := _FIGURE.match(left):
        return clause.words[figure.start("what") : figure.end("what")], figure.start("what")
    match = _IN.search(trimmed)
    if match:
        return clause.words[match.start("contest") : match.end("contest")], match.start("contest")
    start = re.match(r"(?:其中|同时|此外|目前|(?:我|本)[省市区县]|全年|20[0-9]{2}年(?:度)?)*", trimmed)
    begin = start.end() if start else 0
    words = clause.words[begin : len(trimmed)]
    return (words, begin) if 2 <= len(words) <= 30 else None
