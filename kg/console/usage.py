"""Help and usage errors of the command line in the user's language.

Typer takes help texts when a command is defined, before the language is known, and speaks English; so the help is laid
out here, from :data:`HELP`, and its errors are said anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from kg.console.messages import language, listed, pick, text
from kg.errors import ConfigurationError

_WIDTH = 96  # columns of the help: what fits beside other things on most screens
_CLOSING = "，。；：、）》”！？,.;:)…"  # may stand beyond the edge, for no line may begin with them


class Command(TyperCommand):
    """A command whose help is in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - click's classes, of which Typer has copies
        """Write the help of the command."""
        formatter.write(help_text(self, ctx))


class Group(TyperGroup):
    """A group of commands whose help is in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the help of the program."""
        formatter.write(help_text(self, ctx))


def help_text(command: Any, context: Any) -> str:  # noqa: ANN401
    """The help of a command: usage, purpose, arguments, options, commands.

    KeyError for a command or parameter that :data:`HELP` lacks.
    """
    name = "" if context.parent is None else str(context.info_name)
    rows: dict[str, list[tuple[str, str]]] = {"arguments": [], "options": [], "commands": []}
    for parameter in command.get_params(context):
        said = HELP["help" if parameter.name == "help" else f"{name} {parameter.name}"]
        argument = parameter.param_type_name == "argument"
        rows["arguments" if argument else "options"].append((_spelt(parameter), pick(*said) + _default(parameter)))
    rows["commands"] = [(below, pick(*HELP[below])) for below in getattr(command, "commands", {})]
    pieces = " ".join(_spelt(row) for row in command.params if row.param_type_name == "argument")
    usage = " ".join(part for part in (context.command_path, text("usage-options"), pieces) if part)
    usage += f" {text('usage-command-name')}" if rows["commands"] else ""
    blocks = [text("usage-head", usage=usage), "\n".join(_wrapped(pick(*HELP[name]), _WIDTH, "  "))]
    return "\n\n".join([*blocks, *(_block(text(title), body) for title, body in rows.items() if body)])


def _spelt(parameter: Any) -> str:  # noqa: ANN401
    if parameter.param_type_name == "argument":
        return str(parameter.metavar)
    # An option that can only be said no to has a blank for a yes.
    names = sorted((name for name in (*parameter.opts, *parameter.secondary_opts) if name.strip()), key=len)
    value = "" if getattr(parameter, "is_flag", False) or parameter.name == "help" else f" {parameter.metavar}"
    return ", ".join(names) + value


def _default(parameter: Any) -> str:  # noqa: ANN401
    default = getattr(parameter, "default", None)
    shown = default is not None and not isinstance(default, bool) and parameter.param_type_name == "option"
    return text("usage-default", value=default) if shown else ""


def _block(title: str, rows: Iterable[tuple[str, str]]) -> str:
    rows = list(rows)
    indent = " " * (max(_columns(name) for name, _ in rows) + 4)
    lines = [title + text("colon")]
    for name, said in rows:
        first, *others = _wrapped(said, _WIDTH, indent)
        lines += [f"  {name}".ljust(len(indent)) + first.lstrip(), *others]
    return "\n".join(lines)


def _wrapped(said: str, width: int, indent: str) -> list[str]:
    """Lines of at most ``width`` columns: Latin words stay whole, Chinese breaks between any two characters."""
    lines, line = [], indent
    for piece in re.findall(r"[!-~]+ ?|.", said):
        if _columns(line + piece.rstrip()) > width and line.strip() and piece not in _CLOSING:
            lines.append(line.rstrip())
            line = indent
        line += piece if line.strip() else piece.lstrip()
    return [*lines, line.rstrip()]


def _columns(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in words)


def usage_line(error: Any, commands: list[str]) -> str:  # noqa: ANN401 - a click error, the same
    """What is wrong with the arguments, and where the help is; by the kinds of errors that click documents."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "kg"
    detail = _chinese(error, commands) if language() == "zh" else error.format_message().rstrip(".")
    return text("usage", detail=detail, command=command)


def _chinese(error: Any, commands: list[str]) -> str:  # noqa: ANN401
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return text("usage-option", name=error.option_name, closest=_near(error.possibilities or ()))
    if kind == "MissingParameter":
        return text("usage-missing", name=_parameter(error))
    if kind == "BadParameter":
        # The kinds of values that are checked.
        said = (("integer", "要一个整数"), ("float", "要一个数"), ("range", "不能是负数"))
        detail = next((zh for word, zh in said if word in error.message), error.message)
        return text("usage-value", name=_parameter(error), detail=detail)
    unknown = re.match(r"No such command '(.*?)'", error.message)
    if unknown:
        return text("usage-command", name=unknown[1], closest=_near(get_close_matches(unknown[1], commands)))
    return str(error.format_message())


def check_base(base: str) -> None:
    """Refuse what cannot be the start of data IRIs: ConfigurationError (``base-not-iri``)."""
    # RFC 3987: a scheme, and nothing that an IRI may not hold; the end keeps the local names apart from it.
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+[/#]", base):
        raise ConfigurationError(
            "base-not-iri", f"“{base}”不能作为 IRI 的前缀", f"“{base}” cannot be the start of IRIs", where="--base",
            remedy_zh="写成 https://example.org/id/ 的样子，以 / 或 # 结尾",
            remedy_en="write it as https://example.org/id/, ending in / or #",
        )  # fmt: skip


def _parameter(error: Any) -> str:  # noqa: ANN401
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    return str(parameter.metavar or parameter.name) if parameter.param_type_name == "argument" else parameter.opts[0]


def _near(names: Any) -> str:  # noqa: ANN401 - any collection of names
    return text("closest", names=listed(sorted(names))) if names else ""


HELP: dict[str, tuple[str, str]] = {
    "": (
        "从各地法治政府建设报告建知识图谱：哪些地方推行了哪些改革，从何时起，依据哪句话。",
        "Knowledge graphs from Chinese reports on law-based government: which places ran which reforms, since when, "
        "and which sentence says so.",
    ),
    "build": (
        "读报告，建图谱：写出 graph.ttl、tables/*.csv、texts/、network.html、index.html、build.json。",
        "Read reports and build a graph: writes graph.ttl, tables/*.csv, texts/, network.html, index.html, build.json.",
    ),
    "build inputs": (
        "报告：网页、PDF、Word、文本、带正文列的 CSV/JSONL，或装有它们的文件夹和 zip",
        "Reports: web pages, PDF, Word, text, CSV/JSONL with a text column, or folders and zips of these.",
    ),
    "build include": (
        "只读名字合乎这个样式的文件，可重复；样式里有 / 时比较整条路径",
        "Only files that fit this pattern; may be repeated. With a / it is compared with the whole path.",
    ),
    "build exclude": ("不读名字合乎这个样式的文件，可重复", "No files that fit this pattern; may be repeated."),
    "build sources": (
        "来源清单（CSV）：一列“文件”，其他列是网址、标题、地区、发布日期等，比文件自己说的优先",
        "A CSV list with a column file and others for url, title, place, issued …; it goes before what files say.",
    ),
    "build keep_all": (
        "论文、新闻、计划、模板等不是报告的也收入（通常不收，会说明）",
        "Build in papers, news, plans and templates as well, which are no reports (they are left out and said so).",
    ),
    "build timeout": (
        "一个文件最多读几秒，超过就跳过并说明；0 不限",
        "How long one file may take; what takes longer is skipped and said so; 0 is no limit.",
    ),
    "build strict": (
        "任何输入有问题时，照样写出，但退出码为 1",
        "Exit with 1 where any input had a problem; the output is written all the same.",
    ),
    "build output": ("输出文件夹：整个换新，或者原样不动", "The output folder: replaced whole, or left as it was."),
    "build jobs": ("进程数；0 表示自动", "Number of processes; 0 chooses."),
    "build programmes": (
        "不用项目词表，只靠语法发现项目", "Without the vocabulary of programmes: find programmes by grammar alone."
    ),
    "build base": ("数据 IRI 的前缀，以 / 或 # 结尾", "Where data IRIs live; ends in / or #."),
    "build validate": (
        "不校验图谱就写出（通常每次都校验，不合规不写出）",
        "Write the graph without validating it (every build does, and writes none that does not conform).",
    ),
    "build json": ("把计数和问题以 JSON 写到标准输出", "Print counts and problems as JSON on stdout."),
    "build quiet": ("只报告问题，不显示进度和总结", "No progress and no summary, only problems."),
    "demo": ("用随包附带的示例报告建一个图谱。", "Build a graph from the sample reports that come with the package."),
    "demo output": ("输出文件夹", "The output folder."),
    "inspect": (
        "看一个文件读成什么样：格式、编码、元数据及其来处、章节提纲、问题。",
        "What a file is read as: format, encoding, metadata and where each comes from, outline, problems.",
    ),
    "inspect file": (
        "一个文件；压缩包或表格里的一份写成 a.zip!/b.html、reports.csv#12",
        "A file; one report of an archive or a table as a.zip!/b.html, reports.csv#12.",
    ),
    "inspect sources": ("来源清单，同 kg build --sources", "A list of sources, as for kg build --sources."),
    "inspect json": ("输出 JSON，含读出的全文", "Print JSON, with the text as read."),
    "query": (
        "向图谱提问：SPARQL 文本、.rq 文件、- （标准输入），或现成问题的名字（kg query --list）。",
        "Ask a graph: SPARQL, a .rq file, - for standard input, or the name of a ready question (kg query --list).",
    ),
    "query what": ("SPARQL、.rq 文件、- 或问题名", "SPARQL, a .rq file, -, or the name of a question."),
    "query graph": ("图谱文件，或 kg build 的输出文件夹", "A graph file, or the output folder of kg build."),
    "query json": ("输出 JSON（每行一个对象的列表）", "Print JSON: a list with an object for each row."),
    "query csv": ("输出 CSV", "Print CSV."),
    "query output": (
        "写入文件：.json 写 JSON，其他写 CSV（UTF-8 带 BOM，Excel 可直接打开）",
        "Write to a file: JSON for .json, else CSV (UTF-8 with BOM, as Excel likes it).",
    ),
    "query place": ("地方：名称、全路径或代码", "A place: name, full path or code."),
    "query programme": ("项目：名称或别名", "A programme: name or alias."),
    "query indicator": ("指标名称", "The name of an indicator."),
    "query other": ("与之比较的另一个地方", "Another place, to compare with."),
    "query timeout": ("最多查多少秒，0 为不限", "Give up after so many seconds; 0 is no limit."),
    "query year": ("年份", "A year."),
    "query status": ("状态：implemented、planned、problem", "A status: implemented, planned, problem."),
    "query list_": ("列出现成的问题", "List the ready questions."),
    "query demand": ("没有结果时以 1 退出", "Exit with 1 where there are no rows."),
    "explain": (
        "项目、地方、机构、荣誉、文件、指标或一条陈述背后的原句。",
        "The sentences behind a programme, place, body, award, document, indicator or statement.",
    ),
    "explain name": (
        "名称、代码、IRI 或前缀名（place:330105）", "A name, a code, an IRI, or a short one (place:330105)."
    ),
    "explain graph": ("图谱文件，或 kg build 的输出文件夹", "A graph file, or the output folder of kg build."),
    "explain json": ("输出 JSON", "Print JSON."),
    "validate": (
        "按本体的形状（SHACL）校验图谱：合规退出码 0，不合规 1，读不了 2。",
        "Check a graph against the shapes of the ontology (SHACL): exit 0 conforms, 1 does not, 2 cannot be read.",
    ),
    "validate graph": (
        "图谱文件，或 kg build 的输出文件夹（默认 outputs/graph.ttl）",
        "A graph file, or the output folder of kg build (outputs/graph.ttl by default).",
    ),
    "validate shapes": ("再加一个自己的形状文件（Turtle）", "A file of shapes of your own besides (Turtle)."),
    "validate all_": ("列出每一处，不只是每类几个", "List every finding, not only some of each kind."),
    "validate json": ("输出完整的 SHACL 校验报告（JSON-LD）", "Print the whole SHACL validation report (JSON-LD)."),
    "stats": (
        "图谱里有什么：各类数量、各地各年的报告、审定和候选项目、各状态的陈述。",
        "What a graph holds: counts by class, reports by place and year, programmes, statements by status.",
    ),
    "stats graph": ("图谱文件，或 kg build 的输出文件夹", "A graph file, or the output folder of kg build."),
    "stats json": ("输出 JSON", "Print JSON."),
    "export": (
        "把图谱导出给别的程序：RDF（jsonld、nt、nq、ttl）、网络（graphml、gexf：Gephi 等）、表格（csv、xlsx）。",
        "Hand a graph on to other programs: RDF (jsonld, nt, nq, ttl), networks (graphml, gexf: Gephi and others), "
        "tables (csv, xlsx).",
    ),
    "export graph": (
        "图谱文件，或 kg build 的输出文件夹（默认 outputs/graph.ttl）",
        "A graph file, or the output folder of kg build (default: outputs/graph.ttl).",
    ),
    "export form": (
        "jsonld、nt、nq、ttl、graphml、gexf、csv、xlsx；不写就看 -o 的后缀",
        "jsonld, nt, nq, ttl, graphml, gexf, csv, xlsx; told by the suffix of -o where it is not given.",
    ),
    "export output": (
        "输出文件；csv 是文件夹或 .zip。不写就把文本格式写到标准输出",
        "The output file; for csv a folder or a .zip. Without it, text goes to standard output.",
    ),
    "network": (
        "把图谱或其中一部分画成一个交互网页：全图、一个地方或一个项目周围、某年、某种状态。",
        "Draw a graph as one interactive page: all of it, what surrounds a place or a programme, a year, a status.",
    ),
    "network output": ("写成的网页，例如 拱墅.html", "The page to write, such as gongshu.html."),
    "network graph": ("图谱文件，或 kg build 的输出文件夹", "A graph file, or the output folder of kg build."),
    "network place": ("地方：名称、全路径或代码", "A place: name, full path or code."),
    "network programme": (
        "项目：名称、别名或名称的一部分；和 --place 同用时，只画离两者都近的",
        "A programme: name, alias or part of a name; with --place, only what is near both is drawn.",
    ),
    "network hops": (
        "离它们最多几步（1 到 6）：地方的 1 步是它的项目、荣誉、机构，2 步再加上也有这些的地方；"
        "项目的 1 步是有它的地方，2 步再加上这些地方还共有什么",
        "How many steps away from them (1 to 6): one from a place are its programmes, awards and bodies, two the places "
        "that share them; one from a programme are the places that have it, two what else these share.",
    ),
    "network year": ("年份", "A year."),
    "network status": (
        "状态：implemented、planned、problem（只画项目，荣誉和机构没有状态）",
        "A status: implemented, planned, problem (programmes only: awards and bodies have none).",
    ),
    " version": ("显示版本", "Show the version."),
    "help": ("显示这份说明", "Show this message."),
}  # fmt: skip
"""Command, or command and parameter -> Chinese, English."""
