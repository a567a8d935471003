"""network.html: who is joined to what, drawn by vis-network as pyvis bundles it, in one file that fetches nothing.

Tables become a graph (joining), of which a part is taken (choosing), placed (layout), drawn by pyvis (drawing) and told
in the page's own data (payload).
"""

from __future__ import annotations

from kg.publish import html
from kg.publish.network.choosing import FURTHEST, Wanted, chosen, fitting, tells, years_and_statuses
from kg.publish.network.drawing import drawing_order, drawn_by_pyvis
from kg.publish.network.joining import Tables, joined
from kg.publish.network.names import Names, names
from kg.publish.network.payload import about, payload

__all__ = ["FURTHEST", "LIMIT", "Wanted", "chosen", "joined", "names", "network_html", "tells", "years_and_statuses"]

#: More nodes than this are not drawn: 5,000 show in 1.5 s, 20,000 take 4 s and nobody can read them.
LIMIT = 5000

_SCRIPTS = ("common.js", *(f"network-{part}.js" for part in ("graph", "view", "labels", "panel", "legend", "search")))
_HOME = """<span class="zh">法治政府建设知识图谱</span><span class="en" lang="en">Law-based Government Graph</span>"""


def network_html(
    tables: Tables, limit: int = LIMIT, *, names: Names | None = None, wanted: Wanted | None = None, atlas: str = ""
) -> str:
    """The interactive network as one page: the same bytes for the same tables, in whatever order their rows come.

    Args:
        tables: rows by table name with the columns of the CSV files (reports, implementations, awards and bodies are
            read), all values strings, missing ones "".
        limit: the greatest number of nodes drawn; the least connected beyond it are left out, and the page says so.
        names: what the graph calls the things that the tables name; without it nothing can be linked to.
        wanted: the part that is to be drawn.
        atlas: the address of the atlas (index.html) as seen from the page, or "" where there is none to link to.

    Returns:
        A page to be written as UTF-8. Everything it needs is in it.
    """
    wanted = wanted or Wanted()
    part = chosen(joined(tables, names or {}), wanted)
    graph, omitted = fitting(part, limit)
    order = drawing_order(graph)
    edges = sorted((min(a, b), max(a, b)) for a, b in graph.edges)
    library, drawing = drawn_by_pyvis(graph, order, edges)
    data = html.data_script("kg-data", payload(tables, graph, order, edges, about(wanted, part, order), omitted, atlas))
    home = html.tag("a", _HOME, href=atlas, class_="home") if atlas else html.tag("span", _HOME)
    body = html.asset("network.html").replace("<!--home-->", home).replace("<!--data-->", data)
    return html.page(
        title=" · ".join(["法治政府建设知识图谱", *_asked(wanted), "关系网络"]),
        styles=[html.asset("common.css"), html.asset("network.css")],
        body=body,
        # One script for the drawing and for what completes it: between two, a browser would paint half a page first.
        scripts=[library, "\n".join([drawing, *map(html.asset, (*_SCRIPTS, "network.js"))])],
    )


def _asked(wanted: Wanted) -> list[str]:
    return [*(path.rpartition("/")[2] for path in wanted.places), *wanted.programmes, *filter(None, [wanted.year])]
