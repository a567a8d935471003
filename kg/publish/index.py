"""index.html: the first page of a build. What is in it, who ran what when, and the sentence behind each mark.

One file that opens from disk: tables are markup, made here; sentences are data, shown by our script when asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from kg.publish import html
from kg.publish.html import both, tag, text, word
from kg.publish.matrix import Matrix, Tables, first_year, matrix, place_link, section

_FILES = ("reports", "places", "implementations", "awards", "bodies", "documents", "indicators")
_ORDER = ("reports", "places", "programmes", "implementations", "awards", "bodies", "documents", "indicators")
# The thing that a table tells of: it has a row for each time that one is named.
_THINGS = {
    "places": ("places", "place"),
    "programmes": ("implementations", "programme"),
    "awards": ("awards", "award"),
    "bodies": ("bodies", "body"),
    "documents": ("documents", "document"),
}
# As many as stand beside a dozen places without scrolling.
_TOP = 9
# One misread year (1024 for 2024) must not stretch the table of reports by a thousand columns.
_LONGEST = 40


def index_html(tables: Tables, counts: Mapping[str, int]) -> str:
    """The start page: the same bytes for the same tables, in whatever order their rows come.

    Args:
        tables: rows by table name with the columns of the CSV files, all values strings, missing ones "".
        counts: what the build counted. Places, programmes, awards, bodies and documents are counted here instead, each
            once, because a table has a row for each time that one is named.

    Returns:
        A page to be written as UTF-8, beside network.html, graph.ttl and tables/.
    """
    data = matrix(tables)
    pair = tag("div", _reports(tables), _widest(data), class_="pair")
    details = tag("dialog", id="details", aria_live="polite")
    return html.page(
        title="法治政府建设知识图谱",
        styles=[html.asset("common.css"), html.asset("index.css")],
        body="\n".join(
            [_head(), _counts(tables, counts), pair, section(data), _files(), details, _payload(tables, data)]
        ),
        scripts=[html.asset("common.js"), html.asset("index.js")],
    )


def _heading(zh: str, en: str, hint_zh: str, hint_en: str) -> str:
    return tag("h2", both(zh, en)) + tag("p", both(hint_zh, hint_en), class_="hint")


def _head() -> str:
    title = tag("h1", both("法治政府建设知识图谱", "Law-based Government Graph"))
    zh, en = (
        "哪些地方推行了哪些改革，从哪一年开始，依据是报告里的哪一句话。",
        "Which places ran which reforms, since when, and in which sentence it says so.",
    )
    network = tag("a", both("关系网络", "Network"), class_="chip", href="network.html")
    language = tag("button", class_="chip", data_language=True, data_zh="English", data_en="中文")
    return tag("header", tag("div", title, tag("p", both(zh, en))), tag("nav", network, language), class_="top")


def _counts(tables: Tables, counts: Mapping[str, int]) -> str:
    """How many different things there are of each kind."""
    known = {
        name: len({row[column] for row in tables.get(table, ()) if row[column]})
        for name, (table, column) in _THINGS.items()
    }
    known |= {name: len(tables.get(name, ())) for name in ("reports", "implementations", "indicators")}
    shown = {**counts, **known}
    names = [*_ORDER, *sorted(set(shown) - set(_ORDER))]
    return tag("ul", *(tag("li", tag("b", f"{shown[name]:,}"), word(name)) for name in names), class_="counts")


# --- reports ----------------------------------------------------------------------------------------------------------


def _reports(tables: Tables) -> str:
    """Which places have a report for which year. A gap is a gap in the reports, and no statement about the place."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(tables.get("reports", ()), key=lambda row: (row["place"], row["year"], row["source"])):
        found[row["place"]][row["year"]].append(row["title"] or row["source"])
    years = _span(sorted({year for by_year in found.values() for year in by_year if year}))
    columns = years + ([""] if any("" in by_year for by_year in found.values()) else [])
    heads = (tag("th", text(year) if year else both("年份不详", "Year unknown"), scope="col") for year in columns)
    head = tag("thead", tag("tr", tag("th", both("地区", "Place"), scope="col"), *heads))
    body = tag("tbody", *(_report_row(place, found[place], columns) for place in sorted(found)))
    heading = _heading(
        "报告", "Reports",
        "“—”表示没有收录该年报告，不等于没有做。点圆点看报告标题。",
        "“—” means that no report of that year is here, not that nothing was done. Click a dot for the report.",
    )  # fmt: skip
    return tag("section", heading, tag("div", tag("table", head, body, class_="years"), class_="scroll"), id="reports")


def _span(years: Sequence[str]) -> list[str]:
    """All years between the first and the last, so that gaps show."""
    if not years or not all(year.isdecimal() for year in years) or int(years[-1]) - int(years[0]) > _LONGEST:
        return list(years)
    return [str(year) for year in range(int(years[0]), int(years[-1]) + 1)]


def _report_row(place: str, by_year: Mapping[str, Sequence[str]], columns: Sequence[str]) -> str:
    cells = []
    for year in columns:
        titles = "；".join(by_year.get(year, ()))
        dots = tag("button", "●" * min(3, len(by_year.get(year, ()))), data_report=titles, title=titles)
        cells.append(tag("td", dots) if titles else tag("td", "—", class_="gap"))
    return tag("tr", tag("th", place_link(place), scope="row"), *cells)


# --- the most widespread ----------------------------------------------------------------------------------------------


def _widest(data: Matrix) -> str:
    """The programmes that most places have to do with, and since when: what a reader looks for first."""
    top = [programme for programme in data.programmes[:_TOP] if len(data.cells[programme]) > 1]
    if not top:
        return ""
    heading = _heading(
        "涉及最广", "Most widespread",
        "涉及地区最多的改革与项目，已实施、计划中和存在问题的都算。点一项，在下表中看各地情况。",
        "Programmes of the most places: run, planned or with trouble. Click one to see it in the table below.",
    )  # fmt: skip
    return tag("section", heading, tag("ol", *(_bar(data, programme, top[0]) for programme in top)), id="widest")


def _bar(data: Matrix, programme: str, widest: str) -> str:
    places, first = len(data.cells[programme]), first_year(data.cells[programme])
    since = tag("small", both(f"{first} 年起见", f"from {first}")) if first else ""
    width = round(100 * places / len(data.cells[widest]))
    return tag(
        "li",
        tag(
            "button",
            tag("span", text(programme), class_="data"),
            since,
            tag("b", both(f"{places} 地", f"{places} places")),
            tag("i", style=f"width:{width}%"),
            data_find=programme,
        ),
    )


# --- files, data ------------------------------------------------------------------------------------------------------


def _files() -> str:
    def chip(path: str, *, download: bool = True) -> str:
        return tag("a", path.rpartition("/")[2], class_="chip", href=path, download=download)

    links = [chip("network.html", download=False), chip("graph.ttl")]
    links += [chip(f"tables/{name}.csv") for name in _FILES] + [chip("build.json")]
    zh = "graph.ttl 可用 kg query 或任何 SPARQL 工具查询；CSV 可用 Excel 打开。"
    en = "Query graph.ttl with kg query or any SPARQL tool; the CSV files open in Excel."
    heading = tag("h2", both("数据文件", "Files"))
    return tag("section", heading, tag("p", *links, class_="links"), tag("p", both(zh, en), class_="hint"), id="files")


def _payload(tables: Tables, data: Matrix) -> str:
    """What stands behind the cells. Each sentence and each report is written once; all else points to it by number."""
    titles = {row["source"]: row["title"] or row["source"] for row in tables.get("reports", ())}
    sources = sorted({statement.source for statement in data.statements})
    index = {source: number for number, source in enumerate(sources)}
    sentences: dict[str, int] = {}

    def behind(programme: str, place: str) -> list[list[Any]]:
        chosen = [data.statements[number] for number in data.cells[programme][place].statements]
        said = [(s.status, s.year, index[s.source], html.plain(s.evidence)) for s in chosen]
        return [[*rest, sentences.setdefault(sentence, len(sentences))] for *rest, sentence in dict.fromkeys(said)]

    cells = [
        {column: behind(programme, place) for column, place in enumerate(data.places) if place in data.cells[programme]}
        for programme in data.programmes
    ]
    payload = {
        "words": html.words(),
        "programmes": [html.plain(programme) for programme in data.programmes],
        "places": [html.plain(place) for place in data.places],
        "cells": cells,
        "sources": [[html.plain(titles.get(source, source)), html.plain(source)] for source in sources],
        "sentences": list(sentences),
    }
    return html.data_script("kg-data", payload)
