"""What the command line says, in Chinese and in English, and which of the two a user gets.

Errors and problems bring their own words (see ``kg.errors``); here are the help texts, summaries and headings.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping

from kg.errors import KgError
from kg.model import Problem

_VARIABLES = ("KG_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_CHINESE_ON_WINDOWS = 0x04  # LANG_CHINESE, the primary language in the low ten bits of a LANGID


def language(environ: Mapping[str, str] | None = None) -> str:
    """``zh`` or ``en``: from KG_LANG, the locale variables, or the language that Windows speaks; English otherwise."""
    environ = os.environ if environ is None else environ
    told = next((value for name in _VARIABLES if (value := environ.get(name))), "")
    if told:
        return "zh" if told.lower().startswith(("zh", "chinese")) else "en"
    return "zh" if _windows_speaks_chinese() else "en"


def _windows_speaks_chinese() -> bool:
    if sys.platform != "win32":
        return False
    return bool(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE_ON_WINDOWS)


def text(key: str, **fields: object) -> str:
    """The message ``key`` in the user's language, its fields filled in. KeyError for an unknown key."""
    return TEXTS[key][language() == "en"].format(**fields)


def pick(zh: str, en: str) -> str:
    """One of two texts, by the user's language; the other where it is empty."""
    return (zh or en) if language() == "zh" else (en or zh)


def sentence(file: str, said: str, remedy: str) -> str:
    """``file: what happened — what to do``, the parts that there are."""
    return (f"{file}: " if file else "") + said.rstrip("。.") + (f" — {remedy.rstrip('。.')}" if remedy else "")


def problem_line(problem: Problem) -> str:
    """A problem with an input on one line."""
    return sentence(problem.file, pick(problem.zh, problem.en), pick(problem.remedy_zh, problem.remedy_en))


def error_lines(error: KgError) -> list[str]:
    """An error: what happened and what to do, after the file or option it happened in, or below the line of a query."""
    remedy = pick(error.remedy_zh, error.remedy_en)
    shown = error.where.splitlines()
    pointed = len(shown) == 2 and shown[1].strip() == "^"
    named = len(shown) == 1 and "{" not in error.where  # neither a whole query nor a place in one
    line = sentence(error.where if named else "", pick(error.zh, error.en), remedy)
    return [*(shown if pointed else ()), line]


def listed(names: Iterable[str]) -> str:
    """Names in a row, as the user's language writes it."""
    return pick("、", ", ").join(names)


TEXTS: dict[str, tuple[str, str]] = {
    "arguments": ("参数", "Arguments"),
    "options": ("选项", "Options"),
    "commands": ("命令", "Commands"),
    "built": (
        "已建成：{reports} 份报告，{triples} 个三元组，{rows} 行表格 → {folder}",
        "Built: {reports} reports, {triples} triples, {rows} table rows → {folder}",
    ),
    "checked": ("已校验：{of} 个节点全部合规", "Validated: all {of} nodes conform"),
    "sampled": (
        "已校验：抽查 {of} 个节点中的 {checked} 个（各种形态都有），全部合规；全部校验用 kg validate {folder}",
        "Validated: a sample of {checked} of {of} nodes, of every form, conforms; for all of them: kg validate {folder}",
    ),
    "validating": ("正在校验 {triples} 个三元组，要等一会儿……", "Validating {triples} triples; this takes a while …"),
    "conforms": ("合规：{of} 个节点都符合本体的形状", "Conforms: {of} nodes fit the shapes of the ontology"),
    "conforms-not": ("不合规：{count} 处违规", "Does not conform; violations: {count}"),
    "remarks": (
        "另有 {warnings} 处警告、{infos} 处提示，不算违规",
        "Besides {warnings} warnings and {infos} remarks, which are no violations",
    ),
    "see-all": (
        "每类只列出几个节点；全部列出用 --all，完整的 SHACL 报告用 --json",
        "Only some nodes of each kind are listed; --all lists them all, --json prints the whole SHACL report",
    ),
    "severity": ("程度", "severity"),
    "path": ("属性", "property"),
    "severity:Violation": ("违规", "violation"),
    "severity:Warning": ("警告", "warning"),
    "severity:Info": ("提示", "remark"),
    "shape": ("形状", "shape"),
    "wrong": ("问题和办法", "what is wrong, what to do"),
    "node": ("节点", "node"),
    "value": ("值", "value"),
    "more": ("……还有 {count} 个", "… {count} more"),
    "problems": (
        "{count} 个输入问题，见上，也写在 build.json 里", "{count} problems with inputs, above and in build.json"
    ),
    "copies": (
        "{count} 份输入和别的输入是同一份报告（其他格式或重复的文件），合为 {reports} 份：{some}",
        "{count} inputs hold the same report as others (other formats, or the file again), one each for {reports}: {some}",
    ),
    "open": ("打开 {page} 开始浏览（双击即可，无需联网）", "Open {page} to start (a double click; no network needed)"),
    "ask": (
        "提问试试：kg query --list，kg query places-by-programme --programme 大综合一体化",
        "Ask it something: kg query --list, kg query places-by-programme --programme 大综合一体化",
    ),
    "inspect-many": ("共 {count} 份；看其中一份：kg inspect 加上面的名字", "{count} in all; name one of them to see it in full"),
    "bytes": ("{count} 字节", "{count} bytes"),
    "characters": ("{count} 字", "{count} characters"),
    "sentences": ("{count} 句", "{count} sentences"),
    "metadata": ("元数据", "Metadata"),
    "outline": ("提纲", "Outline"),
    "flaws": ("问题", "Problems"),
    "no-flaws": ("没有", "none"),
    "from-text": ("正文", "text"),
    "lead": ("（引言）", "(lead)"),
    "genre:report": ("是报告", "a report"),
    "genre:paper": ("学术论文，不是报告", "an academic paper, no report"),
    "genre:news": ("新闻报道，不是报告", "a news item, no report"),
    "genre:plan": ("计划或通知，不是报告", "a plan or notice, no report"),
    "genre:template": ("模板，不是报告", "a template, no report"),
    "genre:other": ("不像是报告", "does not look like a report"),
    "meta:title": ("标题", "title"),
    "meta:place": ("地方", "place"),
    "meta:year": ("年份", "year"),
    "meta:publisher": ("发布机构", "publisher"),
    "meta:issued": ("发布日期", "issued"),
    "meta:identifier": ("索引号", "index number"),
    "meta:number": ("文号", "document number"),
    "meta:url": ("网址", "address"),
    "meta:kind": ("类型", "kind"),
    "reading": ("读报告", "reading"),
    "graph": ("建图谱", "building the graph"),
    "publish": ("写文件", "writing the files"),
    "no-rows": ("没有结果", "No rows"),
    "replaced": (
        "{place} 已于 {date} 撤销，由{places}接续：试试 --place {example}，或 kg query place-with-predecessors",
        "{place} ended on {date} and became {places}: try --place {example}, or kg query place-with-predecessors",
    ),
    "rows": ("{count} 行", "{count} rows"),
    "written": ("已写入 {file}（{count} 行）", "Written: {file} ({count} rows)"),
    "exported": ("已导出 {format}：{file}（{size} MB）", "Exported {format}: {file} ({size} MB)"),
    "beside-build": (
        "注意：{folder} 是 kg build 的输出文件夹，里面有别的文件时不能重建；最好导出到别处",
        "Note: {folder} was made by kg build, which will not replace it while other files are there; better export elsewhere",
    ),
    "drawn": (
        "已画成 {page}（{size} MB）：双击打开，无需联网",
        "Drawn: {page} ({size} MB); a double click opens it, no network needed",
    ),
    "nothing-to-draw": (
        "没有可画的：没有一条陈述符合这些条件，没有写文件",
        "Nothing to draw: no statement fits, and nothing was written",
    ),
    "drawable": (
        "不限年份和状态时，有年份：{years}；有状态：{statuses}",
        "Without --year and --status there are the years {years} and the statuses {statuses}",
    ),
    "none": ("无", "none"),
    "cells-cut": (
        "{count} 个单元格太长，Excel 装不下，末尾截去了；全文见 CSV",
        "{count} cells were too long for Excel and cut at the end; CSV has them whole",
    ),
    "question": ("问题", "question"),
    "example": ("举例", "for example"),
    "answers": ("回答什么", "what it answers"),
    "unknown-name": ("图谱里没有“{name}”", "The graph knows no “{name}”"),
    "closest": ("；相近的有：{names}", "; the closest are: {names}"),
    "also": ("“{name}”也可能指：{names}", "“{name}” might also be: {names}"),
    "no-statements": ("图谱里没有关于“{name}”的陈述", "The graph says nothing about “{name}”"),
    "thing": ("{name}（{kind}）", "{name} ({kind})"),
    "statements": ("{count} 条陈述", "{count} statements"),
    "no-place": ("地方不详", "place unknown"),
    "no-year": ("年份不详", "year unknown"),
    "interrupted": ("已中断；原有的输出没有改动", "Stopped; former output is untouched"),
    "internal": (
        "程序内部错误（{kind}：{detail}）。这是我们的错：请把这一行、版本 {version} 和所用命令发给项目的问题列表；"
        "设置环境变量 KG_DEBUG=1 再运行一次可看到详情",
        "Internal error ({kind}: {detail}). This is our fault: please report this line, the version {version} and the "
        "command to the project's issue tracker; run again with KG_DEBUG=1 in the environment to see more",
    ),
    "colon": ("：", ":"),
    "usage-head": ("用法：{usage}", "Usage: {usage}"),
    "usage-options": ("[选项]", "[OPTIONS]"),
    "usage-command-name": ("命令", "COMMAND"),
    "usage-default": ("（默认 {value}）", " (default: {value})"),
    "usage": ("用法不对：{detail}。看说明：{command} --help", "Usage: {detail}. For help: {command} --help"),
    "usage-missing": ("缺少 {name}", "missing {name}"),
    "usage-option": ("没有选项 {name}{closest}", "no such option {name}{closest}"),
    "usage-command": ("没有命令 {name}{closest}", "no such command {name}{closest}"),
    "usage-value": ("{name} 的值不对：{detail}", "bad value for {name}: {detail}"),
    "stats-things": ("图谱里有什么", "What the graph holds"),
    "stats-reports": ("报告", "Reports"),
    "stats-programmes": ("项目", "Programmes"),
    "stats-status": ("项目实施情况，按状态", "Engagements by status"),
    "triples": ("三元组", "triples"),
    "kind": ("种类", "kind"),
    "count": ("数量", "count"),
    "place": ("地方", "place"),
    "year": ("年度", "year"),
    "reports": ("报告数", "reports"),
    "class:Report": ("报告", "reports"),
    "class:Place": ("地方", "places"),
    "class:Programme": ("项目", "programmes"),
    "class:Engagement": ("项目实施情况", "engagements"),
    "class:Award": ("荣誉", "awards"),
    "class:AwardOutcome": ("评选结果", "award outcomes"),
    "class:FormalOrganization": ("机构", "bodies"),
    "class:BodyStatement": ("机构陈述", "body statements"),
    "class:Document": ("文件", "documents"),
    "class:DocumentStatement": ("文件陈述", "document statements"),
    "class:Indicator": ("指标", "indicators"),
    "class:Observation": ("指标数值", "observations"),
    "class:Evidence": ("出处", "sentences of evidence"),
    "class:PlaceChange": ("区划变更", "place changes"),
}  # fmt: skip
"""Chinese, English."""
