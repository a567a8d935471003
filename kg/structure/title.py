"""The title of a report and where its body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.structure.dates import years

HEAD = 1500  # characters of a text that can hold its title; page furniture and index tables rarely take half of it

_SUBJECT = (
    r"(?:法治(?:政府)?(?:部门|机关|单位)?建设|依法行政|依法治[省市县区州盟旗镇乡村企校]|行政执法"
    r"|政府工作|法治[\u4e00-\u9fff]{2,3}建设)"
)
_TITLE = re.compile(
    rf"[^。；！？：\n（）《》]{{0,60}}?{_SUBJECT}[^。；！？，\n]{{0,24}}?(?:报\s*告|总\s*结|汇\s*报|年\s*报"
    r"|情况(?:[及和与暨][^。；，\n]{2,24}(?:思路|打算|安排|计划|要点|展望))?$)"
)
_LABELS = re.compile(
    r"^.*(?:索引号|文号|发布机构|发布单位|发文机关|公开方式|公开范围|公开时限|公开日期|公布日期|生成日期|发布日期"
    r"|发布时间|成文日期|主题分类|有效性|"
    r"信息分类|体裁分类|组配分类|信息名称|名\s*称|标\s*题|点击率|来源|示例文本|附件)[：:\s]*"
)
# A line above the title that is its beginning, and a title that lacks one.
_OWNER = re.compile(
    r"[\u4e00-\u9fff]{2,24}(?:人民政府|办公室|街道办事处|管理?委员?会|[省市区县州盟旗镇乡局厅委院]"
    r"|街道)(?:20[0-9]{2}年度?)?"
)
_UNOWNED = re.compile(r"关于|20[0-4][0-9]年|二[〇○零]|法治|依法|年度?(?:法治|依法)")
# What a body begins with that follows its title on one line.
_BODY_BEGINS = re.compile(r"\s*(?:20[0-4][0-9]年|一、|今年|一年来|现将|为|根据|按照|近年来|[\u4e00-\u9fff]{2,20}：)")
_CLAUSES = re.compile(r"^[^：\n]{3,30}，[^\n]{8,}$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as one line, and the clean offsets at which the body begins and where the title starts."""

    text: str
    body: int
    start: int = 0


def _lines(text: str) -> list[tuple[int, str]]:
    """Start offset and words of the lines of the head."""
    lines, at = [], 0
    for line in text[:HEAD].split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return lines


def _joined(lines: list[tuple[int, str]]) -> list[tuple[int, int, str, int]]:
    """Start, end, words and number of line ends of every run of one to three lines that hold no sentence mark."""
    runs = []
    for first in range(len(lines)):
        words = ""
        for last in range(first, min(first + 3, len(lines))):
            if last > first and (not words or len(words) > 60 or re.search("[。；：，]", words)):
                break
            words += lines[last][1]
            runs.append((lines[first][0], lines[last][0] + len(lines[last][1]), words, last - first))
    return runs


def _tidy(words: str) -> str:
    """A title without the table label or breadcrumb in front of it."""
    words = re.sub(r"^(?:20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[》>\-—\s])+", "", _LABELS.sub("", words))
    return words.strip(" 《》\u3000")


def find_title(text: str) -> Title | None:
    """The first line, or run of up to three lines, of the head that reads like the title of a report.

    One that names a year goes before one without (the name of a column, a part of a title broken over lines). In a
    text on one line the title ends with its last word (报告, 总结) and the body follows at once.
    """
    runs = sorted(_joined(_lines(text)), key=lambda run: run[3])
    found = [title for run in runs if (title := _title(text, *run))]
    best = next((title for title in found if years(title.text)), found[0] if found else None)
    return _with_owner(text, best) if best else None


def _title(text: str, start: int, end: int, words: str, _: int) -> Title | None:
    """The title in a run of lines, or None."""
    match = next((m for m in _TITLE.finditer(words) if not _is_prose(words, m)), None)
    title = _tidy(words[match.start() : match.end()]) if match else ""
    if match is None or len(title) < 6:
        return None
    if match.end() >= len(words.rstrip()) - 12:
        return Title(title, end, _offset(text, start, match.start()))
    begins = match.start() == 0 and "，" not in title and _BODY_BEGINS.match(words, match.end())
    if len(words) < 400 and not begins:
        return None
    return Title(title, _offset(text, start, match.end()), _offset(text, start, match.start()))


def _offset(text: str, start: int, count: int) -> int:
    """The offset of the character that stands ``count`` characters, line ends not counted, behind ``start``."""
    at = start
    while count > 0 and at < len(text):
        count -= text[at] != "\n"
        at += 1
    return at


def _with_owner(text: str, title: Title) -> Title:
    """A title with the line above it, where that is whose report it is: 甲县人民政府 / 关于2023年度…的报告."""
    line_start = text.rfind("\n", 0, title.start) + 1
    above = text[:line_start].rstrip("\n")
    owner = above[above.rfind("\n") + 1 :].strip()
    label = above[: -len(owner) or None].rstrip("\n")
    owned = _OWNER.fullmatch(owner) and not label.endswith(("：", "机构", "单位", "主体", "部门", "来源"))
    if owned and text[line_start : title.start].strip() == "" and _UNOWNED.match(title.text):
        return replace(title, text=owner + title.text)
    return title


def _is_prose(words: str, match: re.Match[str]) -> bool:
    """A sentence that only speaks of reports (现将…情况报告如下, 听取…报告, the note of a sample) is no title."""
    near = words[max(0, match.start() - 2) : match.end() + 4]
    opening = words[max(0, match.start() - 4) : match.start() + 8]
    quoted = words[match.end() : match.end() + 1] == "》"
    return (
        quoted
        or bool(re.search(r"现将|报告如下|代表.{2,12}报告|改写|^.{0,3}[年度]{0,2}报告和", near))
        or bool(re.search(r"听取|审议", opening))
    )


def _is_sentence(line: str) -> bool:
    """Whether a line holds a sentence of 12 characters or more, or two clauses of one. Linear in the line's length."""
    return any(len(part) >= 12 for part in re.split("[。；]", line)[:-1]) or bool(_CLAUSES.match(line))


def body_start(text: str, title: Title | None) -> int:
    """Where the body begins: behind the title, its date line and the table after it.

    Without a title, at the first line that is a sentence.
    """
    at = title.body if title else 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        sentence = _is_sentence(line) and not re.match(r"^.*(?:示例文本|改写)", line)
        if sentence or re.match(r"^[一1][、.]", line.strip()):
            return at
        if end == len(text):
            break
        at = end + 1
    return title.body if title else 0
