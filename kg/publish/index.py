"""index.html: the atlas of a build. One file that opens from disk; our scripts make the views out of its data.

Places, programmes, honours, figures and the sentences behind them are data in JSON; nothing of them is markup here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.publish import html
from kg.publish.html import both, tag

#: In the order in which they need one another.
SCRIPTS = (
    "data", "parts", "things", "overview", "lists", "indicators", "compare", "place", "programme", "matrix", "questions",
    "main",
)  # fmt: skip

_MENU = (
    ("", "概览", "Overview"),
    ("matrix", "矩阵", "Matrix"),
    ("places", "地方", "Places"),
    ("programmes", "改革与项目", "Programmes"),
    ("awards", "荣誉", "Honours"),
    ("indicators", "指标", "Indicators"),
    ("documents", "文件", "Documents"),
    ("bodies", "机构", "Bodies"),
    ("questions", "问题", "Questions"),
)


def index_html(data: Mapping[str, Any]) -> str:
    """The atlas as one page: the same bytes for the same data.

    Args:
        data: what :func:`kg.publish.atlas.atlas` returns, or the first part of what ``split`` makes of it.

    Returns:
        A page to be written as UTF-8, beside network.html, graph.ttl, tables/ and, for very many reports, data/.
    """
    drawer = tag("dialog", id="drawer", aria_live="polite")
    absent = tag("noscript", tag("p", both("请启用脚本。", "This page needs scripts.")))
    return html.page(
        title="法治政府建设知识图谱",
        styles=[html.asset("common.css"), html.asset("atlas.css")],
        body="\n".join([_top(), tag("main", id="stage"), drawer, absent, html.data_script("kg-data", data)]),
        scripts=["\n".join(html.asset(f"{name}.js") for name in ("common", *(f"atlas/{one}" for one in SCRIPTS)))],
        files=bool(data.get("share")),
    )


def _top() -> str:
    title = tag("a", both("法治政府建设知识图谱", "Law-based Government Graph"), href="#/", class_="home")
    find = tag(
        "input", type="search", id="search", autocomplete="off", spellcheck="false", role="combobox",
        aria_expanded="false", aria_controls="found", aria_label="搜索 Search", data_into="placeholder",
        data_zh="搜索地方、改革、指标、荣誉…  /", data_en="Search places, programmes, figures…  /",
    )  # fmt: skip
    search = tag("div", find, tag("ul", id="found", role="listbox", hidden=True), class_="search", role="search")
    language = tag("button", class_="chip", data_language=True, data_zh="English", data_en="中文")
    links = [tag("a", both(zh, en), href=f"#/{view}", data_view=view) for view, zh, en in _MENU]
    links.insert(len(links) - 1, tag("a", both("网络", "Network"), href="network.html"))
    return tag("header", title, search, language, tag("nav", *links, id="menu", aria_label="栏目 Sections"), class_="top")
