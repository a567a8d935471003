"""Programmes: curated names by alias, unknown names by grammar, and both again wherever the report repeats them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.mention.programmes.heads import head_at_end
from kg.mention.programmes.known import aliases
from kg.mention.programmes.names import Name, plain_names
from kg.mention.programmes.objects import STAGED, headless_names
from kg.mention.programmes.quoted import quoted_names
from kg.mention.programmes.segments import Segment, blacked, segments
from kg.mention.programmes.shapes import coined_platforms, levers, numbered_sets, winners
from kg.mention.programmes.tails import PAPER
from kg.mention.spans import Taken
from kg.model import AwardMention, Mention, ProgrammeMention, Report
from kg.searching import Names
from kg.vocabulary import Vocabulary

# A verb that makes the object a document, a meeting or a person, not a programme, unless the name is quoted.
_NOT_GOVERNING = frozenset(["召开", "签订", "印发", "制发", "修订", "出台", "编制"])


def _known(report: Report, vocabulary: Vocabulary) -> list[ProgrammeMention]:
    """Curated names, wherever they stand."""
    begin = report.sentences[0].start if report.sentences else len(report.text)
    return [
        ProgrammeMention(start, end, report.text[start:end], "vocabulary", kind)
        for start, end, kind in aliases(vocabulary).find(report.text, begin)
    ]


def _quoted_in_awards(
    report: Report, known: Iterable[ProgrammeMention], titles: Taken, awards: Iterable[AwardMention]
) -> list[ProgrammeMention]:
    """Of the curated names those that stand in quotation marks within the name of an award for a case or a practice."""
    spans = [(award.start, award.end) for award in awards if _FOR_PRACTICE.search(report.text[award.start : award.end])]
    return [
        name
        for name in known
        if report.text[name.start - 1 : name.start] == "“"
        and any(start < name.start and name.end < end for start, end in spans)
        and not titles.overlaps(name.start, name.end)
    ]


# 发布“甲不罚”清单: the list is a document, and the practice that it is of is run. Not in a title: 《“甲不罚”清单》.
_LISTED = re.compile("”(?:事项)?清单(?!》)")


def _quoted_in_lists(report: Report, known: Iterable[ProgrammeMention]) -> list[ProgrammeMention]:
    """Of the curated names those in quotation marks that a list of cases is named by."""
    text = report.text
    return [
        name
        for name in known
        if text[name.start - 1 : name.start] == "“"
        and _LISTED.match(text, name.end)
        and text.rfind("《", 0, name.start) <= text.rfind("》", 0, name.start)
    ]


_MARKER = 3  # characters of the longest marker that opens a clause
_FOR_PRACTICE = re.compile("案例|典型|做法|经验|实践|项目")


def _segment_names(report: Report, segment: Segment, vocabulary: Vocabulary) -> list[Name]:
    text = report.text[segment.start : segment.end]
    if "“" in text:
        goes_on = segment.end < segment.clause[1] and report.text[segment.end] not in "，。；：！？、\n"
        opens = segment.start - segment.clause[0] <= _MARKER  # 一是, 1.
        trouble = opens and report.section_of(segment.sentence).role == "problem"
        names = quoted_names(text, segment.masked, segment.verb, goes_on, vocabulary, trouble)
        if not segment.verb:
            return names
        names += _beside(segment, names, vocabulary)
        return names + _apart(headless_names(text, segment.masked, segment.verb, vocabulary), names)
    if segment.verb in _NOT_GOVERNING:
        return headless_names(text, segment.masked, segment.verb, vocabulary)
    if not segment.verb:
        return _subject_names(report, segment, vocabulary)
    practised = headless_names(text, segment.masked, segment.verb, vocabulary)
    if len(practised) > 1 and practised[0].rule == "carried-out":
        return practised
    names = plain_names(segment.masked, vocabulary) or _instruments(segment, vocabulary)
    if _heads_a_chapter(report, segment):
        names = [name for name in names if not _ARRANGEMENT.search(name.text)]
    if segment.verb in STAGED:  # 举办某日主场活动: an event
        names = [name for name in names if not name.text.endswith("活动")]
    return names + _apart(practised, names)


# （五）健全矛盾纠纷化解体系。: the heading of a chapter names an area of work, and what is run in it comes below.
_ARRANGEMENT = re.compile("(?:体系|机制|制度|格局|名片)$")


def _heads_a_chapter(report: Report, segment: Segment) -> bool:
    section = report.section_of(segment.sentence)
    return section.level in (1, 2) and segment.sentence.start == section.start


def _apart(found: Iterable[Name], names: Sequence[Name]) -> list[Name]:
    """Of the names by verb or list those that no name by head overlaps."""
    return [one for one in found if not any(name.start < one.end and one.start < name.end for name in names)]


# 运用某某监督平台公示信息: what is worked with is named up to its head, and the work follows.
_INSTRUMENT = re.compile(r"[^，。；■]{2,24}?(?:平台|信息系统|管理系统|数字应用|客户端|小程序)(?=[\u4e00-\u9fff]{2})")
_WORKED_WITH = frozenset(["运用", "依托", "通过", "借助", "利用", "用好"])


def _instruments(segment: Segment, vocabulary: Vocabulary) -> list[Name]:
    match = _INSTRUMENT.match(segment.masked) if segment.verb in _WORKED_WITH else None
    return plain_names(match.group(), vocabulary) if match else []


def _beside(segment: Segment, names: Sequence[Name], vocabulary: Vocabulary) -> list[Name]:
    """Plain names beside quotations in one object: 推进“甲”改革和乙试点, 打造乙文化带、“甲”品牌."""
    found: list[Name] = []
    masked = segment.masked
    for start, end in _pieces_beside(masked, vocabulary):
        if not any(name.start < end and start < name.end for name in names):
            found += [_moved(name, start) for name in plain_names(masked[start:end], vocabulary)]
    return found


def _pieces_beside(masked: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """The plain items of a list with quotations: 乙试点 in “甲”改革和乙试点, 丙行动 in 丙行动和丁“戊”工程."""
    for piece in re.finditer(r"[^■、]+", masked):
        start, end = piece.span()
        if re.match("[和与及]", piece.group()):
            yield start + 1, end
            continue
        ends = [m.start() for m in re.finditer("[和与及]", piece.group()) if _is_whole(piece.group()[: m.start()], vocabulary)]
        if ends and masked[start - 1 : start] == "■":  # the tail of a quotation, and then another item
            yield start + ends[0] + 1, end
        elif ends and masked[end : end + 1] == "■":  # and then the modifier of a quotation
            yield start, start + ends[-1]
        elif ends or "、" in (masked[end : end + 1], masked[start - 1 : start]):
            yield start, end


def _is_whole(words: str, vocabulary: Vocabulary) -> bool:
    return bool(head_at_end(words, vocabulary) or PAPER.search(words))


def _moved(name: Name, by: int) -> Name:
    return Name(name.start + by, name.end + by, name.text, name.kind, name.rule, name.core)


_BROUGHT = re.compile(
    r"([^■，。；0-9]{5,40}?(?:行动|专项整治|工程|改革|试点|平台|系统|应用|机制|一件事|模式"
    r"|地图|代理制|绿色通道|大篷车|宣讲团|奖励制度|白名单|调解室|工作室|直通车|专区))(?:工作|建设)?"
    r"(?:[\u4e00-\u9fff]{2,12}[0-9]|(?:已|正|全面|基本|有序|深入|持续|顺利|稳步|平稳|扎实|圆满|成功|初步|加快|纵深)*(?:推进|铺开"
    r"|推开|完成|通过[^，。；]{2,12}验收|落地|实施|启动|收官|见效|深化|获批|上线|投用|运行|成型|扩围|提质|升级))"
)


def _subject_names(report: Report, segment: Segment, vocabulary: Vocabulary) -> list[Name]:
    """Names that open a clause.

    A heading names its subject and says how it fares: 街道综合改革走深走实。 Elsewhere a subject counts where a figure
    tells what it brought (河湖清零攻坚行动排查隐患12处), and in a section on problems.
    """
    section = report.section_of(segment.sentence)
    opens = not segment.verb and segment.start == segment.clause[0]
    counted = _BROUGHT.match(blacked(report.text[segment.start : segment.clause[1]])) if opens else None
    if counted and counted.end(1) <= len(segment.masked):
        return plain_names(counted.group(1), vocabulary)
    if section.role == "problem" and not segment.verb and segment.start == segment.clause[0]:
        return [name for name in plain_names(segment.masked, vocabulary)[:1] if name.start <= 2]
    if segment.verb or segment.clause[0] != segment.sentence.start or section.level not in (2, 3, 4):
        return []
    names = plain_names(segment.masked, vocabulary)
    return [
        name
        for name in names[:1]
        if name.start <= 2 and name.end < len(segment.masked)
        and (name.kind in ("reform", "campaign") or name.text.endswith("全覆盖"))
    ]  # fmt: skip


def _by_grammar(report: Report, vocabulary: Vocabulary, taken: Taken) -> list[tuple[ProgrammeMention, str]]:
    """Unknown names with the words that stood in quotation marks ("" without)."""
    found = []
    for sentence in report.sentences:
        for segment in segments(report, sentence):
            for name in _segment_names(report, segment, vocabulary):
                start, end = segment.start + name.start, segment.start + name.end
                if not taken.overlaps(start, end):
                    mention = ProgrammeMention(start, end, name.text, name.rule, name.kind or "mechanism")
                    found.append((mention, name.core))
    return found


# What a name may add to a quotation and still be the same thing.
_SIMPLE = frozenset("""
改革 综合改革 行动 专项行动 机制 工作机制 联动机制 模式 平台 应用 品牌 工程 计划 活动 制度 系统 场景 工作法 整治 专项整治
试点 项目 普法品牌 服务品牌 调解品牌 复议品牌 行政复议品牌 提能工程
""".split())


def _completed(found: list[tuple[ProgrammeMention, str]]) -> list[tuple[ProgrammeMention, str]]:
    """A bare quotation gets the full name that the report gives it elsewhere: “云窗办” is “云窗办”改革.

    Not where there are two such names: “两清一查” alone is neither “两清一查”专项整治 nor “两清一查”提能工程.
    """
    full: dict[str, dict[str, ProgrammeMention]] = {}
    for mention, core in found:
        tail = mention.name.removeprefix(f"“{core}”") if core else mention.name
        if tail != mention.name and tail in _SIMPLE:
            full.setdefault(core, {})[mention.name] = mention
    only = {core: next(iter(names.values())) for core, names in full.items() if len(names) == 1}
    return [
        (replace(mention, name=only[core].name, kind=only[core].kind), core)
        if core in only and mention.name == f"“{core}”" else (mention, core)
        for mention, core in found
    ]  # fmt: skip


def _again(report: Report, found: Iterable[tuple[ProgrammeMention, str]], taken: Taken) -> list[ProgrammeMention]:
    """Where the report repeats a name that grammar has found elsewhere: the same quotation, or the same words in full."""
    repeats: list[ProgrammeMention] = []
    names: dict[str, ProgrammeMention] = {}
    for mention, core in found:
        if (core and len(core) >= 3) or len(mention.name) >= 8:
            names.setdefault(f"“{core}”" if core else mention.name, mention)
    begin = report.sentences[0].start if report.sentences else 0
    for at, words in _occurrences(report.text, begin, names):
        if not taken.overlaps(at, at + len(words)):
            repeats.append(ProgrammeMention(at, at + len(words), names[words].name, "repeated", names[words].kind))
            taken.add(at, at + len(words))
    return repeats


def _occurrences(text: str, begin: int, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where names stand, in order, the longer of two at one place first."""
    known = Names(names)
    return ((at, name) for at in known.starts(text, begin) for name in known.at(text, at))


def _cover(covered: Taken, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        covered.add(mention.start, mention.end)


def find_programmes(
    report: Report, vocabulary: Vocabulary, taken: Iterable[Mention] = (), awards: Iterable[AwardMention] = ()
) -> tuple[ProgrammeMention, ...]:
    """All mentions of programmes, in order; ``taken`` and ``awards`` are spans that name something else.

    But an award may quote what it was won with: 入选全国“高效办成一件事”典型案例 tells that the place runs it.
    """
    taken, awards = list(taken), list(awards)
    titles = Taken(len(report.text), ((mention.start, mention.end) for mention in taken))
    others = Taken(len(report.text), ((mention.start, mention.end) for mention in [*taken, *awards]))
    covered = others.copy()
    grammar = _completed(_by_grammar(report, vocabulary, others))
    _cover(covered, (mention for mention, _ in grammar))
    for shape in (numbered_sets, coined_platforms, levers, winners):
        grammar += [(mention, "") for mention in shape(report, vocabulary) if not covered.overlaps(mention.start, mention.end)]
        _cover(covered, (mention for mention, _ in grammar))
    mentions = [mention for mention, _ in grammar]
    mentions += _again(report, grammar, covered)
    known = _known(report, vocabulary)
    mentions += [mention for mention in known if not covered.overlaps(mention.start, mention.end)]
    mentions += _quoted_in_awards(report, known, titles, awards)
    mentions += [mention for mention in _quoted_in_lists(report, known) if mention not in mentions]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
