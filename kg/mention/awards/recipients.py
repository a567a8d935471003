"""Who or what received an honour: the subject of the clause, cleared of adverbs, or what the sentence spoke of before.

Invented examples stand beside each rule. All offsets are clean offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.clauses import Clause
from kg.mention.awards.honours import MEASURE, number_of
from kg.mention.awards.scope import Scope
from kg.mention.awards.words import PILOT

# 同时，截至2030年底，全镇3个村… : what opens a sentence is not its subject.
_OPENING = re.compile(
    r"(?:[0-9]{1,2}[.、](?![0-9])|[一二三四五六七八九十]是|共?有(?=[0-9])|“■*”(?:期间|时期)|同时|此外|另外"
    r"|其中|目前|近年来?|年内|期间|截至[^，]{0,12}|(?:今年|去年|当年|上半年"
    r"|下半年)(?:以来)?|20[0-9]{2}年(?:度|底|以来|[0-9]{1,2}月)?|[0-9]{1,2}月|且|还|也|又|均|已"
    r"|(?:我|全|本|该)[国省市区县州镇乡旗盟](?:共?有|的)?(?=[0-9一二三四五六七八九十]+(?:个|家|名|项|件|位"
    r"|篇|例|处|村))|（[■]*）)+"
)
# …成功再次被(评为): adverbs and auxiliaries before the verb.
_ADVERBS = (
    "成功|顺利|(?<![部积])分|再次|再度|又|也|均|皆|还|并且?|先后|连续[0-9一二三四五六七八九十两]*(?:年|次|届|季度)?|分别"
    "|首次|首批|一举|光荣|已经?|曾|相继|陆续|双双|同时|共同|最终|被|共计?|累计|争取|力争|确保"
    "|(?<=期间)[0-9]+年|积极|高[质标水][量准平]|全力"
    "|大力|努力|奋力|加快"
    "|有|新增|同步|率先|多次|继续|全部|更是|还被|作为|新|一体|整体|联合|协同|携手|高分|高票|获|正式|也是|是|以来|荣幸|[0-9]+次"
)
_TRAILING = re.compile(rf"(?:{_ADVERBS})+$")
_MANNER = re.compile(r"以[^，]{2,16}(?:成绩|得分|总分|排名|身份)$")
_AGENT = re.compile(
    r"(?:(?:被|经(?![典验济营过常贸开纪费])|(?<![自理])由|(?<![接享承])受到?|得到)([\u4e00-\u9fff、“”■]{2,24}))$"
)
_CONTEST = re.compile(
    r"在([^，]{3,40}?)(?:活动|比赛)?(?:上|中|里|当中|期间)$|在([^，]{3,40}(?:大赛|竞赛|比赛|评选|评比|评估"
    r"|考核|考评|评查|测评|展演|督查|活动))$|^([^，]{2,30}(?:考核|考评|测评|评估|评议))$"
)
# 我镇选送的“一窗通办”案例, 积极培育“一窗通办”等… : who sent it in is not the recipient.
_SENT = (
    "申报|报送|选送|推荐|推选|推送|选树|打造|创建|推出|研发|开发|探索|首创|制定|撰写|建设|实施|开展|承办"
    "|拍摄|创作|编写|办理|参赛|参与|组织|形成|提交|总结|培育|指导|推行|创新|提炼|审理|建立|构建|制作|拍制"
    "|迭代|推动|助力|支持|拥有|新增|启动|引导|鼓励|带动|完善|深化|推进|编制|出台|运用|上线|获批|修建|改造"
)
_RELATIVE_CLAUSE = re.compile(rf"^.*(?:{_SENT})的(?=.{{2,}}$)")
# 创新做法, 建设经验: before such a noun the verb only says what kind it is.
_DRIVING = re.compile(
    rf"^(?!(?:创新|探索|改革|建设|治理|实践|指导)[^，、]{{0,4}}(?:做法|经验|案例|模式|机制|成果|项目)$)(?:积极|大力|持续|着力|深入|全力|成功|创新|率先|不断|精心|全面|探索)*(?:(?:{_SENT})(?:实施|开展"
    rf"|打造|运用)?了?)+(?=[^的]{{2,}}$)"
)
SELF = re.compile(r"^(?:我|本|全|该)(省|自治区|市|区|县|州|盟|旗|镇|乡|街道)$")
_TIME = re.compile("(?:期间|以来|时期|[0-9]年)$")
_OFFICE = re.compile("[我本](?:局|厅|委|办|院|单位|机关)")
_SELF_BEFORE = re.compile(r"^(?:我|本|全|该)(?:省|市|区|县|州|盟|旗|镇|乡|街道|局|委)(?=.{2,})")
_COUNT = re.compile(rf"^(?:共?有)?(?P<n>[0-9]+|[一二两三四五六七八九十]+)余?(?:{MEASURE})")
_ETC_COUNT = re.compile(rf"(?:等|、[^、]{{2,}}?)(?P<n>[0-9]+|[一二两三四五六七八九十]+)余?(?:{MEASURE})")
_OWN_COUNT = re.compile(rf"(?P<n>[0-9]+|[一二两三四五六七八九十]+)余?(?P<of>{MEASURE})")
# 8所高校14个学科: the schools' subjects are what was chosen.
_OF_WHOM = re.compile(
    rf"^(?:[0-9]+|[一二两三四五六七八九十]+)余?(?:{MEASURE})[^、和及与等0-9]{{1,12}}?(?P<n>[0-9]+|[一二两三四五六七八九十]+)"
    rf"余?(?:{MEASURE})"
)
# 甲实验区4项制度成果: the count stands behind its owner.
_OWNED = re.compile(r"^[^0-9、第前“]{2,14}(?P<n>[0-9]{1,4})余?(?:项|个|家|件|名|条|篇)(?=[^0-9]{2,})")
# 甲县和乙县, “甲”和“乙”: what closes a name and what opens one stand on both sides.
_LIST_END = re.compile(r"等[\u4e00-\u9fff]{0,4}$|[、和及与]$")
_AND = "(?<=[县市区旗州镇乡”》])[和及与](?=[^，、和及与]{2,}$)"
_QUOTED_END = re.compile(r"(?:[\u4e00-\u9fff]{0,12}(?:“■+”|《■+》))+(?:等)?(?![上中里内])[^，、“”《》的0-9%]{0,10}$")
# 甲做法由省政府办公厅向全省推广，并获…: what was spread is what was honoured.
_TOPIC = re.compile(
    r"([^，的]{2,20}(?:做法|经验|模式|机制|案例|改革|成果|品牌|平台))(?:先后|还|相继)?(?:由|被|得到|受到|在全|向全|获)"
    r"(?=[^，]*(?:推广|推介|肯定|批示|刊发|报道|转发))"
)
# 歌曲《甲》下乡演出5场，获…: a work that opens the clause is what it is about.
_WORK = re.compile(rf"(?!.{{0,6}}(?:{_SENT}|修订|发布|印发|贯彻|落实))([\u4e00-\u9fff]{{0,6}}《■+》)(?=[^，、《]{{2,}})")
# A bare noun that points back: 场景列入… after 建成“一窗通办”场景.
_POINTS_BACK = re.compile(
    r"^(?:该|此|其|这一|相关|有关)?(体系|场景|项目|案例|经验|做法|模式|应用|平台|机制|作品|成果|工作|改革"
    r"|工作法|品牌|中心|经验做法|工作经验)$"
)
_NOUN_PHRASE = re.compile(
    r"(?:项目|案例|经验|模式|做法|应用|场景|体系|平台|作品|案卷|机制|中心|工作法|品牌|集体|团队|同志|村"
    r"|社区|街道|镇|司法所|律师|调解员|调委会|短视频|微视频|歌曲|改革)$"
)
_PLACE_HONOUR = re.compile(
    r"(?:市|县|区|城市|地区|城区|州|旗|镇|乡|街道)(?:[（(].*[）)])?(?:创建)?$|试点(?:市|县|区|城市|地区)"
    r"|先进[市县区]|[市县区]（"
)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A recipient as written, the clean span to resolve its place by, and its number where only that is told."""

    words: str | None
    at: tuple[int, int] = (0, 0)
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before the verb: recipients (none: to be looked for), who confers, the contest it happened in."""

    recipients: tuple[Recipient, ...]
    agent: str = ""
    contest: str = ""


def read_subject(clause: Clause, end: int, scope: Scope) -> Subject:
    """The subject of a verb at the offset ``end`` within the clause."""
    start = _last_piece(clause.masked[:end])
    masked = clause.masked[start:end]
    opening = _OPENING.match(masked)
    skipped = opening.end() if opening else 0
    start, masked, agent, contest = start + skipped, masked[skipped:], "", ""
    for _ in range(4):  # adverb, agent and contest come in any order: 在…评选中被…评为
        before = masked
        masked = _MANNER.sub("", _TRAILING.sub("", masked))
        if (match := _CONTEST.search(masked)) and not contest:
            group = match.lastindex or 1
            contest = clause.words[start + match.start(group) : start + match.end(group)]
            masked = masked[: match.start()]
        if (match := _AGENT.search(masked)) and not agent:
            agent = clause.words[start + match.start(1) : start + match.end(1)]
            masked = masked[: match.start()]
        if masked == before:
            break
    return Subject(_recipients(clause, start, start + len(masked), scope), agent, contest)


def _last_piece(masked: str) -> int:
    """Where the subject begins when a list of whole statements stands before it: 3项经验获推广、9个案例(入选…)."""
    pieces = [match.end() for match in re.finditer(r"(?:获|入选|入围|被评)[^、]*、", masked)]
    return pieces[-1] if pieces else 0


def _recipients(clause: Clause, start: int, end: int, scope: Scope) -> tuple[Recipient, ...]:
    """The recipients in clause[start:end]; a list of names gives one each, a list closed by 等N个 stays whole."""
    masked = clause.masked[start:end]
    for pattern in (_RELATIVE_CLAUSE, _DRIVING):
        if match := pattern.match(masked):
            start, masked = start + match.end(), masked[match.end() :]
    own = _SELF_BEFORE.match(masked)
    if own and not SELF.match(masked):
        start, masked = start + own.end(), masked[own.end() :]
    if not masked or len(masked) > 60:
        return ()
    if (_ETC_COUNT.search(masked) or _COUNT.match(masked)) and not _counts_apart(masked):
        last = masked.rfind("、")
        driving = _DRIVING.match(masked[last + 1 :])
        return (_one(clause, start + (last + 1 + driving.end() if driving else 0), end, scope),)
    found, at = list[Recipient](), start
    for piece in _pieces(masked):
        found.append(_one(clause, at, at + len(_LIST_END.sub("", piece) if found else piece.rstrip("、和及与")), scope))
        at += len(piece)
    return tuple(r for r in found if r.words)


def _pieces(masked: str) -> list[str]:
    """Split at 、 and between two quotations or names, where every piece is long enough to be a name."""
    between = "[、和及与]" if _counts_apart(masked) else f"、|(?<=”)(?=“)|{_AND}"
    pieces = re.findall(f"[^、]+?(?:{between}|$)", masked)
    return pieces if all(len(piece.rstrip("、和及与")) >= 2 for piece in pieces) else [masked]


def _counted_pieces(masked: str) -> list[re.Match[str]]:
    """The pieces of a list that each have their own count: 3所学校和5个学科; none where one has not."""
    pieces = [_OWN_COUNT.search(piece) for piece in re.split("[、和及与]", masked)]
    found = [match for match in pieces if match]
    return found if len(found) == len(pieces) >= 2 else []


def _counts_apart(masked: str) -> bool:
    """3所学校、5个学科 are two recipients; 3个市和5个县 are eight of a kind."""
    found = _counted_pieces(masked)
    return bool(found) and (len({match.group("of") for match in found}) > 1 or any(match.start() for match in found))


def _one(clause: Clause, start: int, end: int, scope: Scope) -> Recipient:
    words = clause.words[start:end]
    if _OFFICE.fullmatch(words):
        return Recipient(scope.publisher or words, (clause.start + start, clause.start + end))
    if SELF.match(words):
        own = scope.place.name if scope.place else words
        return Recipient(own, (clause.start + start, clause.start + end))
    count = _count(clause.masked[start:end])
    words = re.sub(r"等$", "", words)
    name = scope.gazetteer.match(words, 0)
    shown = words[len(name) :] if name and words[len(name) : len(name) + 1] in ("“", "《") else words
    at = (clause.start + start, clause.start + start + len(words))
    named = len(shown) >= 2 and not _TIME.search(shown)
    return Recipient(shown, at, count) if named else Recipient(None)


def _count(words: str) -> int | None:
    """How many: 5个; 甲等5个; 3个市和2个县 together; the schools' subjects in 2所高校4个学科."""
    of_kind = [number_of(match.group("n")) for match in _counted_pieces(words)]
    if of_kind and None not in of_kind and not _counts_apart(words):
        return sum(number for number in of_kind if number)
    counted = _OF_WHOM.match(words) or _COUNT.match(words) or _ETC_COUNT.search(words) or _OWNED.match(words)
    return number_of(counted.group("n")) if counted else None


def antecedent(before: list[Clause], honour: str, scope: Scope) -> Recipient:
    """What an honour without a subject went to: what the clauses before spoke of, nearest last; else the place.

    A title for places (示范县) goes to the place. Else the quoted name or noun phrase that closes one of the two
    clauses before: 迭代“一窗通办”平台，被列为典型案例.
    """
    if not _PLACE_HONOUR.search(honour):
        for clause in reversed(before[-2:]):
            if subject := _TOPIC.match(clause.masked) or _WORK.match(clause.masked):
                return _one(clause, subject.start(1), subject.end(1), scope)
            match = _QUOTED_END.search(clause.masked)
            if match:
                start = match.start() + _lead_in(clause.masked[match.start() : match.end()])
                return _one(clause, start, len(clause.words), scope)
            if _NOUN_PHRASE.search(clause.masked) and len(clause.words) <= 40:
                found = _recipients(clause, 0, len(clause.words), scope)
                if found and "的" not in (found[0].words or "的"):
                    return found[0]
    return of_own(honour, scope)


def _lead_in(masked: str) -> int:
    """How much before the quotation is verb and not name: 积极打造 in 积极打造“一窗通办”."""
    driving = _DRIVING.match(masked)
    return driving.end() if driving else (masked.index("“") if "“" in masked else masked.index("《"))


def for_place(honour: str) -> bool:
    """Whether a title is one for places (示范县) or what places are given to try (试点)."""
    return bool(_PLACE_HONOUR.search(honour) or PILOT.search(honour))


def of_own(honour: str, scope: Scope) -> Recipient:
    """Whose report it is: the place, or the department, unless the title is one for places."""
    if scope.office and not for_place(honour):
        return Recipient(scope.office)
    return Recipient(scope.place.name) if scope.place else Recipient(None)


def point_back(recipient: Recipient, before: list[Clause]) -> Recipient:
    """The full name for a bare noun: 体系 in 体系入选… after 建立执法监督评议体系."""
    if recipient.words in ("前者", "后者"):
        return _of_two(recipient, before)
    match = _POINTS_BACK.match(recipient.words or "")
    if match is None:
        return recipient
    noun = match.group(1)
    for clause in reversed(before):
        end = clause.masked.rfind(noun)
        if end > 1:
            start = _phrase_start(clause.masked[:end])
            if end - start >= 2:
                words = clause.words[start : end + len(noun)]
                return replace(recipient, words=words, at=(clause.start + start, clause.start + end + len(noun)))
    return recipient


def _of_two(recipient: Recipient, before: list[Clause]) -> Recipient:
    """甲镇“一”、乙镇“二”…，前者被…: the first or the last named in quotation marks."""
    for clause in reversed(before):
        if named := list(re.finditer("[^，、“”]{0,12}“■+”", clause.masked)):
            match = named[0] if recipient.words == "前者" else named[-1]
            words = clause.words[match.start() : match.end()]
            return replace(recipient, words=words, at=(clause.start + match.start(), clause.start + match.end()))
    return recipient


def _phrase_start(masked: str) -> int:
    """Where the noun phrase that closes the words begins: behind the last verb that drives it, or a list mark."""
    start = max(masked.rfind("、"), masked.rfind("的")) + 1
    verbs = list(re.finditer(rf"(?:{_SENT})了?", masked[start:]))
    # A verb at the very end belongs to the name (…全过程管理体系建设机制).
    leading = [verb for verb in verbs if verb.start() <= 8 and verb.end() < len(masked) - start]
    return start + (leading[-1].end() if leading else 0)
