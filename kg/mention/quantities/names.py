"""What a number measures: a short name from the clause around it.

Two shapes. The number stands behind its noun (办结案件120件: 办结案件; 满意率98%: 满意率), or before it
(对12个案卷进行评查: 案卷评查; 在5个街道开展巡查: 开展巡查街道). Names are built on masked text (quotations opaque),
then read from the original.
"""

from __future__ import annotations

import re

from kg.mention.quantities.words import (
    ENDS_VERB,
    GENERIC_HEAD,
    LAST_VERB,
    LEAD_VERB,
    LEADING,
    LIGHT,
    NOT_MEASURED,
    TRAILING,
    VERBS,
    predicate_at,
)

_LONG = 20  # characters; names that people write for indicators are 4 to 16 long, longer ones carry circumstances
_LONGEST = 24
_EACH = re.compile(
    "(?P<each>(?:每[百千万]?[人户生亩]|每[年月日天])+)(?:[0-9.、元个次]+[^，0-9]{0,4}[到至])?(?:约|近|超过?|达)?$"
)
_BARE = 4  # characters; so short a noun is told from others by what is said of it
_MID_ADVERB = re.compile(r"(?:累计|共|已|先后)(?=[\u4e00-\u9fff■])")
_WHERE = ("城镇", "农村", "城乡")
_PREPOSITION = re.compile(r"^(?:通过|依托|围绕|针对|根据|结合|按照|借助|利用|聚焦|由|向|为|对|在|与|以)")
_TO = re.compile(r"(?:对|针对|就|围绕)(?P<aim>[^，]*)$")
_FOR = re.compile(r"(?:为|向|给)[^，]*$")
_DO = re.compile(
    r"^(?:逐一|逐个|全部|均|统一|依法|及时|分别|都)*(?:进行了?|开展了?|实行了?|予以|实施了?|组织"
    r"|作出|作|做)(?:了)?"
)
_GIVE = re.compile(r"^(?:均|都|免费)?(?:提供|送去|发放|办理|出具|开展)(?:了)?")
_OF = re.compile(r"的$|^的")
_EXAMPLES = re.compile(r"等$")
# Who is moved to act is no object: 推动5个乡镇建成驿站 measures the townships that built.
_CAUSES = re.compile("推动|组织|推进|支持|帮助|引导|动员|发动|争取|促进|促成")
_TOTAL = re.compile(r"(?:共|共有|共计|包含|包括|涉及|含|合计|等|和[^和]*)$")
# 9个乡镇收入近3年翻番: what stands before the next number is a subject and its predicate, no noun.
_HANGING = re.compile("(?:近|约|超|第|前|过去|最近|连续|同比|比|较|在|从|为|达|至|到|占|增|升|降|年)$")
# 培育8个品牌、新建5个站点: the verb of the next item is none of this one.
_NEXT_VERB = re.compile(f"[、和及并]新?(?:{VERBS})$")
# 产量全国第一、优质品占比80%: a rank is a clause of its own.
_RANK = re.compile("^.*(?:全[国省市球]|世界|居)(?:第[一二三0-9]+位?|首位|前列|领先)、(?=[\u4e00-\u9fff]{3})")
# 产值连续迈上3个百亿元台阶、达320亿元: the steps are not what is measured.
_MILESTONE = re.compile("(?:连续)?(?:迈上|跨过|跨上|跨越|迈过|跃上|登上)[^、，]*(?:台阶|大关|关口)$")
_EVERYWHERE = re.compile("全[国省市区县州]")  # 9个渔港预案全县配置: where it is used is no part of what it is
# 成立渔港专班、出台8条举措: only the last item of a list of clauses governs the number.
_LAST_CLAUSE = re.compile(rf"(?:.*、(?=(?:{VERBS})$))?")
_OWNED = re.compile("(?:成果|经验|举措|措施|做法|政策|任务)$")
_REACHES = re.compile("^(?:惠及|覆盖|带动|服务)$")
_VERSION = re.compile(f"^(?:{LEAD_VERB.pattern[1:]})?[0-9.]+版")
# 渔政运维实现集中管理、经费下降9%: two clauses with one subject.
_CHAIN = re.compile(
    "^(?P<who>[\u4e00-\u9fff]{3,14}?)(?:实现|全面|全部|基本|顺利|获得|投入)[\u4e00-\u9fff]{2,8}、(?P<what>[\u4e00-\u9fff]{2,4})$"
)
_SCOPE = re.compile(r"^(?:全[省市区县州镇国乡旗]|[我本该][省市区县州镇局])+")


def strip_name(masked: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of a name inside ``masked[start:end]`` without dates, adverbs, copulas and light verbs at its edges."""
    piece = masked[start:end]
    trailing = TRAILING.search(piece)
    while trailing and trailing.start() > 0:
        piece = piece[: trailing.start()].rstrip("，：、")
        trailing = TRAILING.search(piece)
    if trailing:
        return start, start
    leading = LEADING.match(piece)
    begin = leading.end() if leading else 0
    light = LIGHT.match(piece[begin:])
    if light and len(piece) - begin - light.end() >= 2:
        begin += light.end()
    return start + begin, start + len(piece)


def _behind_preposition(piece: str) -> int:
    """Where the main verb begins behind a phrase like 为企业, 通过平台 (为企业出具意见: 3), or 0."""
    if not _PREPOSITION.match(piece):
        return 0
    for match in LAST_VERB.finditer(piece, 2):
        if len(piece) - match.end() >= 2:
            return match.start()
    return 0


# 合作引进的项目 and 绿色发展示范区 are nouns: no verb opens a name in them.
_NO_VERB = re.compile(f"发展|(?:{VERBS})的")


def _shortened(piece: str) -> int:
    """Where a long name may begin: at an adverb of counting, at the last verb, else at the last 的 or 、."""
    for match in _MID_ADVERB.finditer(piece):
        if LAST_VERB.match(piece, match.end()) and len(piece) - match.end() >= 4 and piece[: match.start()] not in _WHERE:
            return match.end()
    examples = re.match("^[^、等]+、[^等]+等(?=[\u4e00-\u9fff]{4})", piece)
    if examples:
        return examples.end()
    if len(piece) <= _LONG:
        return 0
    verbs = [match.start() for match in LAST_VERB.finditer(piece) if 4 <= len(piece) - match.end() + 2 <= _LONGEST]
    verbs = [at for at in verbs if len(piece) - at >= 4 and not _NO_VERB.match(piece, at)]
    if verbs and verbs[0] == 0 and len(piece) <= _LONGEST + 4:
        return 0
    if verbs:
        return verbs[0] if len(piece) - verbs[0] <= _LONG else verbs[-1]
    if len(piece) <= _LONGEST + 4 and len(piece) - piece.rfind("的") <= 7:
        return 0  # 两县合作引进的项目总投资: what stands behind 的 says nothing alone
    cut = max(piece.rfind(mark, 0, len(piece) - 3) for mark in "的、和，")
    return cut + 1 if cut >= 0 and len(piece) - cut > 4 else max(0, len(piece) - _LONGEST)


def name_before(masked: str, text: str, start: int, end: int, rate: bool = False) -> tuple[str, int]:
    """Name of a number that stands behind its noun, from ``[start, end)``, and where it begins.

    The names of rates are nouns: a verb inside them opens nothing (投诉处理满意率).

    >>> name_before("全年共走访企业", "全年共走访企业", 0, 7)
    ('走访企业', 3)
    """
    begin, stop = strip_name(masked, start, end)
    begin += _behind_preposition(masked[begin:stop])
    begin += 0 if rate and stop - begin <= 2 * _LONG else _shortened(masked[begin:stop])
    begin, stop = strip_name(masked, begin, stop)
    name = _RANK.sub("", _MILESTONE.sub("", text[begin:stop].strip("，、：的 ")))
    chain = _CHAIN.match(name)
    return (chain["who"] + chain["what"] if chain and not LAST_VERB.match(name) else name), begin


def next_item(piece: str) -> int:
    """Where in what stands between two numbers the next item of a list begins (经验、乙区), or 0.

    Not where the items are governed by one verb (户解决用工、用地问题) or are examples (用工、用地等问题).
    """
    head, mark, item = piece.partition("、")
    return 0 if not mark or "等" in item or LAST_VERB.search(head) or "解决" in head or item.endswith("、") else len(head) + 1


def each_of(before: str) -> str:
    """Whom or when an amount is for, where that stands at its number (补贴从每人每月9元提高到12元: 每人每月), or ""."""
    found = _EACH.search(before)
    return found["each"] if found else ""


def _noun(masked: str, start: int, end: int) -> int:
    """Where the noun behind a number ends: before a predicate, at most 24 characters on."""
    piece = masked[start:end]
    stop = predicate_at(piece)
    digit = re.search("[0-9](?![A-Z])", piece[:stop])
    noun = piece[: digit.start() if digit else stop].rstrip("的")
    if digit and _HANGING.search(noun):
        return start
    noun = _NEXT_VERB.sub("", noun)
    if end < len(masked) and masked[end].isdigit() and stop == len(piece):
        noun = noun[: next_item(noun) or None].rstrip("、")  # 4项经验、乙区5项经验: 乙区 belongs to the next
    noun = re.sub(r"(?:等|均|已|新|也|都|首次|全部|成功)+$", "", noun)
    return start + (len(noun) if len(noun) <= _LONGEST else _LONGEST)


def name_after(masked: str, text: str, before: tuple[int, int], after: tuple[int, int]) -> tuple[str, int]:
    """Name of a number that stands before its noun, and where the noun ends.

    ``before`` is what stands left of the number in its clause, ``after`` what stands right of it.

    >>> s = "对12个案卷进行评查"
    >>> name_after(s, s, (0, 1), (4, 10))
    ('案卷评查', 6)
    """
    stop = _noun(masked, *after)
    noun = text[after[0] : stop].strip("，、的 ")
    left, rest = masked[before[0] : before[1]], (stop, after[1])
    if not noun or NOT_MEASURED.match(noun):
        return "", stop
    return _qualified(masked, text, left, before, noun, rest), stop


def _qualified(masked: str, text: str, left: str, before: tuple[int, int], noun: str, rest: tuple[int, int]) -> str:
    """The noun with what distinguishes it: the action done to it, the verb that makes it, or the examples before it."""
    action = text[rest[0] : rest[1]].strip("，、的等 ")
    left = left[_LAST_CLAUSE.match(left).end() :]  # type: ignore[union-attr]
    owner = _owner(masked[: before[1]], text, left)
    if owner and _OWNED.search(noun):
        return owner + noun
    if _TO.search(left) and _DO.match(action):
        done = _DO.sub("", action)[:_LONG]
        return done + noun if GENERIC_HEAD.match(noun) and len(noun) < 5 else noun + done
    if _FOR.search(left) and _GIVE.match(action):
        if "的" in noun:  # 为9名困难的渔民提供药物: the verb keeps the two nouns apart
            return "提供" + _GIVE.sub("", action)[:_LONG] + noun.rpartition("的")[2]
        return _last_item(action if action.startswith("发放") else _GIVE.sub("", action)) + noun
    opening = LEADING.match(left)
    verb = LEAD_VERB.match(left[opening.end() if opening else 0 :])
    ending = ENDS_VERB.search(left)
    moves = ending and _CAUSES.match(ending.group()) and GENERIC_HEAD.match(noun) and len(action) >= 4
    if ending and not moves and LAST_VERB.match(ending.group()) and _governs(left, ending.start()):
        return _subject_of(text, before, left, ending.start(), noun) + _with_verb(ending.group(), noun)
    if ending and _REACHES.match(ending.group()) and len(noun) <= _BARE:
        return _subject_of(text, before, left, ending.start(), noun) + ending.group() + noun
    if len(noun) == _BARE and _EVERYWHERE.match(action) and not left:
        return noun
    if len(noun) <= _BARE and len(action) >= 4 and not opening and not left:
        return "" if re.search("[前第][0-9]|[前第]$", action) else _done_by(_short_action(action), noun)
    if GENERIC_HEAD.match(noun):
        if action and len(action) >= 4:
            return _short_action(action) + noun
        tail, _ = name_before(masked, text, *before)
        tail = _VERSION.sub("", tail)
        tail = "" if re.search("[0-9]", tail) else tail
        tail = LEAD_VERB.sub("", tail) if _TOTAL.search(left) else tail
        verb = None if _TOTAL.search(left) else verb
        aim = _aim(left, verb)
        if aim:
            return _with_verb(aim, noun)
        return (
            _OF.sub("", _EXAMPLES.sub("", tail))[-_LONG:] + noun
            if tail and not verb
            else _with_verb(verb.group() if verb else "", noun)
        )
    if _EXAMPLES.search(left) and verb and not action:
        return _with_verb(verb.group(), noun)
    return noun


def _aim(left: str, verb: re.Match[str] | None) -> str:
    """Verb and aim before a generic noun (出台渔港振兴8项举措: 出台渔港振兴), or "" where a verb or a list stands between."""
    aim = LEADING.sub("", left, count=1)
    rest = aim[verb.end() :] if verb else ""
    governs = ENDS_VERB.search(rest.removesuffix("发展"))
    return aim.rstrip("的") if re.fullmatch("[\u4e00-\u9fff]{3,14}(?<!等)", rest) and not governs else ""


def _owner(masked: str, text: str, left: str) -> str:
    """Whose results, experience or measures are counted: a noun at once before the number (渔业试验区3项经验)."""
    start = max(len(masked) - len(left), masked.rfind("、") + 1)
    start += LEADING.match(masked[start:]).end() if LEADING.match(masked[start:]) else 0  # type: ignore[union-attr]
    owner = masked[start:]
    whole = re.fullmatch("[\u4e00-\u9fff■“”]{3,16}(?<![等的中向上])", owner)
    return text[start : len(masked)] if whole and not LAST_VERB.search(owner) else ""


def _subject_of(text: str, before: tuple[int, int], left: str, verb: int, noun: str) -> str:
    """The subject of a verb with a bare object (“渔光”班轮开通3条航线: “渔光”班轮), "" where the object says enough."""
    start = before[1] - len(left)
    opening = LEADING.match(left)
    subject = left[opening.end() if opening else 0 : verb]
    if len(noun) > 3 or not 3 <= len(subject) <= 16 or not re.fullmatch("[\u4e00-\u9fff■“”]+", subject):
        return ""
    return "" if LAST_VERB.match(subject) or _PREPOSITION.match(subject) else text[start + verb - len(subject) : start + verb]


def _governs(left: str, at: int) -> bool:
    """Whether a verb at the end of the left side governs the noun: it opens the clause or follows a subject closely.

    In 出台推进甲和加快乙培养两个方案 the last word 培养 is the end of a name.
    """
    opening = LEADING.match(left)
    begin = opening.end() if opening else 0
    return at - begin <= 12 and not (LEAD_VERB.match(left[begin:at]) and at - begin > 6)


def _with_verb(verb: str, noun: str) -> str:
    """The verb kept where it distinguishes (办结, 新增), dropped where it says nothing (完成, 开展)."""
    joined = _SCOPE.sub("", re.sub(r"了?(?:全[省市区县州镇]|各类|各级|辖区|一批)?$", "", verb)) + noun
    return LIGHT.sub("", joined)


def _last_item(given: str) -> str:
    """What is given, of a long list the last item only (读书会、展演、义诊等关爱服务: 关爱服务)."""
    return given if len(given) <= _LONG else re.split("、|等", given)[-1][:_LONG]


def _done_by(action: str, noun: str) -> str:
    """A bare noun with what it did (9条绿道相继开通: 开通绿道; 2座书院晋级省级书院: 晋级省级书院)."""
    return action if action.endswith(noun) else action + noun


def _short_action(action: str) -> str:
    """The predicate without its adverbs, at most 16 characters."""
    action = re.sub(r"^(?:已|均|都|全部|率先|同步|分别|相继|陆续|先后|逐步|加快|成功|全面|依法|按期|如期)+", "", action)
    return action[:_LONG]
