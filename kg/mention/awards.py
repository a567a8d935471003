"""Awards: honours, prizes, selections, pilots and rankings, each with what the report says came of it.

The verb tells the result (入围 is no win), the noun may overrule it (获批…试点 is a pilot, …培育名单 a candidature), and
whoever only wishes (力争创建) is a candidate. Weak verbs (获, 列入, 创建) take anything as object, so theirs must look
like an honour; strong ones (获评, 荣获, 入选) vouch for it. Rankings are in :mod:`kg.mention.rankings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.gazetteer import Gazetteer
from kg.mention.clauses import Clause, clauses
from kg.mention.honours import Honour, Scope, ellipsis_after, honour_end, read_honours
from kg.mention.rankings import find_rankings
from kg.mention.recipients import Recipient, Subject, antecedent, of_place, point_back, read_subject
from kg.model import AwardMention, Report
from kg.vocabulary import Vocabulary

_VERBS = re.compile(
    r"(?P<won>获评选?为?|荣获|喜获|斩获|摘得|摘取|夺得|勇夺|荣膺|捧[得回]|获颁|荣立|评选?为|评定为|命名(?:表彰)?为|(?<!获)获?授予|获授|蝉联|荣获批?)"
    r"|(?P<selected>入选|选入|上榜|荣登|登上|入列)"
    r"|(?P<shortlisted>入围)"
    r"|(?P<candidate>争创|参评|提名)"
    r"|(?P<weak_won>获得|获(?!得|取|批|评|益|利|知|悉|救|准|胜|刑|赔|选|授|颁|提|认)|取得|得到|受到|获?认定为|(?<!力争高分)(?<!力争)创建成?为?|创成|建成|跻身|评选出?|认定(?!发布|公布|和|或|标准|程序))"
    r"|(?P<weak_selected>列[入为]|(?<!增)选为|选树为|纳入|确定为|确认为|遴选为|作为|收录(?:于|入|进)?|获批(?:为|成为|创建|建设|开展|国家)?|成为|认定发布|认定公布)"
    r"|(?P<weak_candidate>申报|推荐(?:为|申报|参评)?|申请创建|争取创建|力争(?:高分|成功)?创建|(?:积极|加快|全力|深入)创建|培育)"
)
# What may not follow a verb: the verb is part of a longer word or a relative clause (入选后, 获评的, 获得感).
_NO_OBJECT = re.compile(r"的(?!“)|后|时|者|感|率|以来|情况|工作|活动|比例|数|不|了?[，。；]|$|要求|条件|材料|系统|流程|表$|人$")
_NEGATED = re.compile(r"(?:未|没有?|不|尚未|不得|应|无|可|能|若|如|对|拟|有望|将|谋划|避免|一旦)(?:能|曾|被|再)?$")
_WISH = re.compile(r"(?:力争|争取|确保|努力|奋力|全力|积极|加快|冲刺|推动|推进|持续|深入|深化)[^，]{0,8}$|(?:申报|推荐)(?:参评)?$")
# 创建 alone is an effort; 成功创建, 累计创建 and a count tell that it came to something.
_DONE = re.compile(r"成功|累计|新(?:增|创建)|已|共创建|[0-9一二三四五六七八九十]+(?:个|家|所|处|村)|先后|获|通过")
_NOUN = (
    r"奖(?![励补惩学金罚])|称号|荣誉|示范|先进|优秀|十佳|十大|百佳|百强|典型|最佳|样板|标杆|模范|标兵|楷模|先锋|品牌|五星|星级|[1-5]A|集体[一二三]等功|文明(?:单位|城市|村|校园|家庭|城区|县)"
    r"|案例|成果|试点|试验区|先行区|先导区|创新区|观测点|联系点|范例|名单|名录|目录|百县|百城|枫桥式|民主法治|[一二三]等功|卫生(?:城市|县|镇|村)|园林城市|森林城市|（?镇?村|优案|优品|蓝皮书"
)
_HONOUR = re.compile(_NOUN)
# Weak verbs take plain goods too (列入重点项目): their objects need a level, an edition or one of the nouns no plain good has.
_SURE = re.compile(r"奖(?![励补惩学金罚])|称号|荣誉|十佳|十大|百强|最佳|标兵|模范|楷模|等功|优案|五星|枫桥式|文明(?:单位|城市|村)")
_PRAISE = re.compile(r"(?:通报表[扬彰]|通报肯定|督查激励|批示肯定|肯定性?批示|肯定|嘉奖|表彰(?:奖励)?|表扬|点名表扬|贺信|推介)$")
_DISGRACE = re.compile(r"问题|失信|负面|风险|违法|违规|黑名单|整改|任务|议程|预算|立法计划|清理|重要(?:内容|议事|指标)|必修|重点内容|抓手|考核(?:指标|内容|体系|范围|结果|评价)?$|培训|评价体系|预警|收费|事项|日常|重中之重|头等|保障|机构改革|突破口|着力点|主抓手|管理范围|责任")
_COUNTED_GIFT = re.compile(r"(?P<who>[^，]{2,40}?)等(?P<count>[0-9]+|[一二三四五六七八九十]+)[个家项处]")
# The object of the first verb holds a second one that governs the honour: 推荐两个村申报….
_ANOTHER = re.compile(r"申报|参评|获评|入选|荣获|评为|创建成")
# One nurtures industries and lawyers too.
_NURTURED = re.compile(r"示范|最佳|观测点|联系点|典型|民主法治|案例|样板|品牌项目|培育")
_PASSIVE_PRAISE = re.compile(r"[被受获](?P<by>[^，]{2,24}?)(?P<praise>通报表[扬彰]|(?:录用)?刊发|点名表扬|通报肯定|督查激励|(?:宣传|复制|点赞|刊发)?(?:推广|推介))")
_SPREAD = re.compile(r"(?P<what>(?:经验|做法|模式|案例|成果|机制)(?:做法)?)(?:先后|被|获|已|得以|成功)*在?(?P<name>(?:全[国省市]|全自治区)(?:复制)?推广)")
_PILOT = re.compile(r"试点(?:区|县|市|镇|乡|村|城市|地区|项目|单位|街道|工作|任务|名单)*(?:（[^）]*）)?$|试验区$|先行区$|先导区$")
_CANDIDATE = re.compile(r"培育(?:对象|名单|单位|项目)|重点培育|候选|提名奖|储备|推荐名单|创建单位|创建对象|创建名单")
_GRADE = re.compile(r"(?:[^，、]{0,6}(?:[特一二三]等奖|[金银铜]奖|优秀奖|优胜奖|组织奖|第[0-9一二三四五六七八九十]+名?|[冠亚季]军|优秀等?次?|先进(?:单位|集体|个人)|优秀(?:单位|等次|组织奖)|满分|一等次|(?:国家)?A+级?))(?:的好?成绩)?$")


def find_awards(report: Report, vocabulary: Vocabulary, gazetteer: Gazetteer) -> tuple[AwardMention, ...]:
    """All award mentions of a report in order of appearance.

    Args:
        report: a structured report.
        vocabulary: gives the level of series whose name does not tell it (``vocabulary.awards``).
        gazetteer: places, for relative levels and the place in front of a recipient.
    """
    scope = Scope(report.meta.place, gazetteer)
    found: list[AwardMention] = []
    former: list[Clause] = []
    for sentence in report.sentences:
        role = report.section_of(sentence).role
        parts = list(clauses(report.words(sentence), sentence.start))
        found += _in_sentence(parts, former, role, scope)
        former = parts
    return tuple(_with_curated_level(award, vocabulary) for award in sorted(found, key=lambda a: (a.start, a.end)))


def _in_sentence(parts: list[Clause], former: list[Clause], role: str, scope: Scope) -> Iterator[AwardMention]:
    last: list[AwardMention] = []
    for index, clause in enumerate(parts):
        before = parts[:index]
        if last and (award := _elliptic(last[-1], clause, scope)):
            here = [award]
        else:
            here = list(_in_clause(clause, before, former, last, role, scope))
            here += [] if role == "plan" else find_rankings(clause, last, scope)
        yield from here
        last = here or last


def _elliptic(last: AwardMention, clause: Clause, scope: Scope) -> AwardMention | None:
    counted = Honour(last.start, last.end, last.name, last.edition, last.level, last.rank, last.count)
    honour = ellipsis_after(counted, clause.words, clause.start, scope)
    return _award(honour, last.result, Recipient(None), "award-ellipsis") if honour else None


def _in_clause(
    clause: Clause, before: list[Clause], former: list[Clause], last: list[AwardMention], role: str, scope: Scope
) -> Iterator[AwardMention]:
    """The awards of one clause: of its first verb that has an honour as object."""
    for verb in _VERBS.finditer(clause.masked):
        subject = read_subject(clause, verb.start(), scope)
        honours = _objects(clause, verb, subject, scope)
        result = _result(clause, verb, role)
        if not honours or result is None:
            continue
        honours, given = _gifts(clause, verb, honours, scope)
        recipients = given or subject.recipients
        for honour in honours:
            for recipient in _receivers(recipients, honour, result, before, former, last, scope):
                yield _award(honour, _by_noun(result, honour, clause), recipient, f"award-{verb.lastgroup}")
        return
    yield from _praised(clause, before, former, role, scope)


def _result(clause: Clause, verb: re.Match[str], role: str) -> str | None:
    """The result that the verb tells, a wish or a plan taken for a candidature, or None where the verb denies it."""
    kind = (verb.lastgroup or "").removeprefix("weak_")
    left = clause.masked[max(0, verb.start() - 14) : verb.start()]
    if _NEGATED.search(left):
        return None
    if kind == "candidate" and verb.group() == "培育" and role == "plan":
        return None
    if verb.group() in ("创建", "创建为") and not _DONE.search(clause.masked):
        return "candidate"
    if kind != "candidate" and (_WISH.search(left) and (role == "plan" or verb.group() == "创建")):
        return "candidate"
    if role == "plan":
        return "candidate" if kind == "candidate" or verb.group() in ("创建", "创建成") else None
    return kind


def _objects(clause: Clause, verb: re.Match[str], subject: Subject, scope: Scope) -> list[Honour]:
    """The honours behind the verb; none where what follows cannot be one."""
    rest = clause.masked[verb.end() :]
    if _NO_OBJECT.match(rest):
        return []
    end = verb.end() + honour_end(rest)
    words = clause.words[verb.end() : end]
    weak = (verb.lastgroup or "").startswith("weak")
    honours = read_honours(words, clause.start + verb.end(), subject.agent, scope)
    honours = [_in_contest(honour, subject.contest, scope) for honour in honours]
    return [honour for honour in honours if _acceptable(honour, weak, verb.group(), clause, subject)]


def _in_contest(honour: Honour, contest: str, scope: Scope) -> Honour:
    """A bare grade takes the name of its contest: 在全省案卷评查中获一等奖."""
    if not contest or not _GRADE.fullmatch(honour.name):
        return honour
    whole = read_honours(contest, honour.start, "", scope)
    return replace(whole[0], start=honour.start, end=honour.end, name=whole[0].name + honour.name, rank=honour.rank) if whole else honour


def _acceptable(honour: Honour, weak: bool, verb: str, clause: Clause, subject: Subject) -> bool:
    words = clause.words[honour.start - clause.start : honour.end - clause.start]
    if not 3 <= len(honour.name) <= 70 or (_DISGRACE.search(honour.name) and not _SURE.search(honour.name)):
        return False
    if re.search(r"(?:人数|数量|总数|个数|成绩|突破|进展|成效)$", honour.name):
        return False
    if verb in ("取得", "得到", "成为", "获得") and honour.name.endswith("成果"):
        return False
    if verb == "培育" and not _NURTURED.search(honour.name):
        return False
    if _ANOTHER.search(words):
        return False
    if not weak:
        return verb not in ("登上", "荣登") or bool(_HONOUR.search(honour.name))
    if verb in ("获得", "获", "得到", "受到") and _PRAISE.search(honour.name):
        return True
    if not _HONOUR.search(words[-14:]):
        return False
    known = honour.level != "other" or honour.edition is not None or bool(_SURE.search(words)) or bool(subject.agent)
    return known and ("“" not in words or len(words) < 60)


def _gifts(clause: Clause, verb: re.Match[str], honours: list[Honour], scope: Scope) -> tuple[list[Honour], tuple[Recipient, ...]]:
    """培育甲村等3个省级观测点: between verb and honour stand those that get it. Returns the honours and them."""
    masked = clause.masked[verb.end() :]
    match = _COUNTED_GIFT.match(masked)
    if match is None or verb.lastgroup not in ("weak_candidate", "weak_won"):
        return honours, ()
    who = (clause.start + verb.end(), clause.start + verb.end() + match.end("who"))
    words = clause.words[verb.end() : verb.end() + match.end("who")]
    start = verb.end() + match.end()
    inner = read_honours(clause.words[start : start + honour_end(clause.masked[start:])], clause.start + start, "", scope)
    count = int(match.group("count")) if match.group("count").isdigit() else None
    return inner, (Recipient(words, who, count),)


def _by_noun(result: str, honour: Honour, clause: Clause) -> str:
    """A pilot is a pilot whatever the verb, and being on a list of candidates is no win."""
    words = clause.words[honour.start - clause.start : honour.end - clause.start]
    if _CANDIDATE.search(words):
        return "candidate"
    if honour.name.endswith("入围奖"):
        return "shortlisted"
    if result in ("won", "selected") and _PILOT.search(honour.name):
        return "pilot"
    return result


def _receivers(
    recipients: tuple[Recipient, ...],
    honour: Honour,
    result: str,
    before: list[Clause],
    former: list[Clause],
    last: list[AwardMention],
    scope: Scope,
) -> tuple[Recipient, ...]:
    """The subject's recipients; without a subject those of the award before, or what was spoken of before."""
    if recipients:
        return tuple(point_back(recipient, former + before) for recipient in recipients)
    if honour.count is not None or (result == "candidate" and not before):
        return (Recipient(None),) if honour.count is not None else (of_place(scope.place),)
    if last and last[-1].recipient:
        return tuple(dict.fromkeys(Recipient(award.recipient, award.at) for award in last[-1:]))
    return (antecedent(before, honour.name, scope),)


def _praised(clause: Clause, before: list[Clause], former: list[Clause], role: str, scope: Scope) -> Iterator[AwardMention]:
    """Praise without a noun for it: 被省政府通报表扬, 经验在全省推广."""
    if role == "plan":
        return
    for pattern, group in ((_PASSIVE_PRAISE, "by"), (_SPREAD, "name")):
        match = pattern.search(clause.masked)
        if match is None or _NEGATED.search(clause.masked[: match.start()]):
            continue
        name = clause.words[match.start(group) : match.end()].replace("《", "").replace("》", "")
        subject = clause.masked[: match.end("what") if group == "name" else match.start()]
        found = read_subject(clause, len(subject), scope).recipients or (antecedent(before, name, scope),)
        honour = replace(read_honours(name, clause.start, "", scope)[0], start=clause.start + match.start(group), end=clause.start + match.end())
        result = "won" if "表" in match.group() or "激励" in match.group() else "selected"
        yield from (_award(honour, result, point_back(r, former + before), "award-praise") for r in found)


def _award(honour: Honour, result: str, recipient: Recipient, rule: str) -> AwardMention:
    count = recipient.count if recipient.count is not None else honour.count
    return AwardMention(
        honour.start, honour.end, honour.name, rule, honour.edition, honour.level, result, recipient.words, recipient.at, count, honour.rank
    )


def _with_curated_level(award: AwardMention, vocabulary: Vocabulary) -> AwardMention:
    """The level of a series that the vocabulary knows, where its name tells none."""
    level = _levels(vocabulary).get(re.sub("[“”]", "", award.name)) if award.level == "other" else None
    return replace(award, level=level) if level else award


@lru_cache(maxsize=4)
def _levels(vocabulary: Vocabulary) -> dict[str, str]:
    """Award series by all their names -> level."""
    return {name: award.level for award in vocabulary.awards for name in (award.label, *award.aliases)}
