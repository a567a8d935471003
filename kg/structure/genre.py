"""Whether a text is a report at all, or another kind of text on the same subject.

Few rules, each on what only that kind has, so that no report is lost: a report that is left out is worse than a news
item that is built in and shows itself. In this order:

paper     an abstract and key words at its head, or one of them and a list of references at its end
template  blanks for the place or the year in the title (××县, 某市, 20××年), or several at its head
news      a byline of a newspaper (本报讯, 记者, 通讯员) before the text, which is short and has no numbered chapters
plan      a title that ends as plans, notices and rules do (要点, 方案, 计划, 通知), and none that ends as reports do
other     neither a title of a report nor its subject in the opening
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.errors import InputError
from kg.model import Problem, Section
from kg.structure.title import Title

REPORT = "report"
_OPENING = 800  # a report without a title says within its first paragraphs what it is about
_SUBJECT = re.compile(
    r"法治(?:政府)?建设|依法行政|依法治[省市区县镇]|法治[\u4e00-\u9fff]{2,3}建设|政府工作报告|向大会报告工作"
)
_ABSTRACT = re.compile(
    r"^[\s【\[（]*(?:内容)?(?:摘\s*要|提\s*要|abstract)(?:\s*[】\]）]|\s*[：:\s])", re.MULTILINE | re.IGNORECASE
)
_KEYWORDS = re.compile(
    r"^[\s【\[（]*(?:关\s*键\s*[词字]|key\s*words)(?:\s*[】\]）]|\s*[：:\s])", re.MULTILINE | re.IGNORECASE
)
_REFERENCES = re.compile(
    r"^[\s【\[（]*(?:参\s*考\s*文\s*献|注\s*释|references)[】\]）：:\s]*(?:\[1\]|$)", re.MULTILINE | re.IGNORECASE
)
_BLANK = r"(?:某某?|[×xXＸ*＊○〇_＿]{1,4}|…{1,2})"
_BLANK_PLACE = re.compile(
    rf"(?<![A-Za-z0-9]){_BLANK}(?:自治)?(?:省|市|县|区|镇|乡|街道|[市县区]?[局委厅])(?![\u4e00-\u9fff]{{1,6}}[市区县镇])"
)
_BLANK_YEAR = re.compile(r"20(?:[×xXＸ*＊○_＿]{1,2}|[0-9][×xXＸ*＊○_＿])\s*年|[×xXＸ*＊○_＿]{2,4}\s*年(?:度|法治|依法)")
_BYLINE = re.compile(
    r"本报讯|本网讯|本台(?:消息|讯)|[（(](?:全媒体)?(?:见习)?(?:记者|通讯员)[\s\u4e00-\u9fff]{2,20}|^[\s]*(?:本报)?(?:见习)?记者[\s：:]"
    r"|新华社.{2,12}电|(?:中新网|人民网|法治网|法治日报).{0,16}(?:电|讯)|讯[（(].{0,4}(?:记者|通讯员)",
    re.MULTILINE,
)
_PLAN = re.compile(
    r"(?:工作)?(?:要点|计划|方案|规划|安排|意见|办法|清单|任务分工|责任分工|通知|通告|公告|函|制度|细则|分解表|考核表|指标体系)"
    r"(?:[（(].{0,12}[）)])?$"
)
_REPORTS = re.compile(r"报\s*告|总\s*结|汇\s*报|年\s*报|情况")
_NEWS_LENGTH = 3000  # characters; an article is shorter, a report with a byline above it (of the site) is longer

_KINDS = {
    "paper": ("学术论文", "an academic paper"),
    "template": ("报告模板（地名或年份空着）", "a template, with blanks for place or year"),
    "news": ("新闻报道", "a news item"),
    "plan": ("计划、方案或通知，不是总结执行情况的报告", "a plan or notice, not a report on what was done"),
    "other": ("不像是法治政府建设报告", "this does not look like a report on law-based government"),
}  # fmt: skip


def find_genre(text: str, title: Title | None, body: int, sections: Sequence[Section]) -> str:
    """``report``, ``paper``, ``template``, ``news``, ``plan`` or ``other``, from the cleaned text and its structure."""
    head = text[: body + 1500]
    named = title.text if title else ""
    chapters = sum(section.level == 1 for section in sections)
    if _is_paper(head, text):
        return "paper"
    if _is_template(named, head):
        return "template"
    if _BYLINE.search(text[: body + 300]) and len(text) < _NEWS_LENGTH and chapters < 2:
        return "news"
    if title is None and _is_plan(text):
        return "plan"
    return REPORT if title or _SUBJECT.search(text[:_OPENING]) else "other"


def _is_paper(head: str, text: str) -> bool:
    abstract, keywords = _ABSTRACT.search(head), _KEYWORDS.search(head)
    if abstract and keywords:
        return True
    return bool((abstract or keywords) and _REFERENCES.search(text, len(text) // 2))


def _is_template(title: str, head: str) -> bool:
    if title and (_BLANK_PLACE.search(title) or _BLANK_YEAR.search(title)):
        return True
    blanks = len(_BLANK_PLACE.findall(head)) + 2 * len(_BLANK_YEAR.findall(head))
    return blanks >= 5


def _is_plan(text: str) -> bool:
    """Whether the first line that could be a title ends as that of a plan: over two lines where it is broken."""
    lines = [line.strip() for line in text[:_OPENING].split("\n") if line.strip()][:6]
    joined = [*lines, *(a + b for a, b in pairwise(lines) if len(a + b) < 80)]
    titles = [line for line in joined if len(line) < 80 and _SUBJECT.search(line) and not re.search("[。；]", line)]
    return any(_PLAN.search(line) for line in titles) and not any(_REPORTS.search(line) for line in titles)


def refused(name: str, genre: str) -> InputError:
    """Why a text is left out, and how to have it built in."""
    zh, en = _KINDS[genre]
    if genre != "other":
        zh, en = f"这是{zh}", f"this is {en}"
    return InputError(
        "not-a-report", f"{zh}，没有收入", f"{en}; it was left out",
        where=name, remedy_zh="确认文件内容；若确是报告，在第一行补上标题，或加 --keep-all 照样收入",
        remedy_en="check the file; if it is a report, add its title as the first line, or build it in with --keep-all",
    )  # fmt: skip


def kept(name: str, genre: str) -> Problem:
    """That a text which is no report was built in all the same."""
    zh, en = _KINDS[genre]
    return Problem(
        "kept-no-report", name, f"{zh}，按 --keep-all 收入", f"{en}; built in, as --keep-all says",
        "去掉 --keep-all 就不收入", "without --keep-all it is left out",
    )  # fmt: skip
