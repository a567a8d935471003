"""network.html: who is joined to what, drawn by vis-network as pyvis bundles it, in one file that fetches nothing.

pyvis knows how to turn nodes and edges into a vis-network drawing; of its page we keep just that script and the library
it ships. The rest of its template (a heading printed twice, Bootstrap from a content network, a pop-up that takes node
titles for markup as soon as one holds "href") is replaced by our frame, style, search, filters and panel.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.publish import html
from kg.publish.layout import positions

if TYPE_CHECKING:
    import networkx as nx

Tables = Mapping[str, Sequence[Mapping[str, str]]]

#: More nodes than this are not drawn: 5,000 show in 1.5 s, 20,000 take 4 s and nobody can read them.
LIMIT = 5000

# Colours with a contrast of at least 3:1 on both the light and the dark ground, told apart by colour-blind readers, and
# never alone: the shape says the type, the dashes say the status.
_STYLES = {
    "place": {"shape": "hexagon", "color": "#d0443a"},
    "programme": {"shape": "dot", "color": "#2f83bd"},
    "award": {"shape": "star", "color": "#c98a0b"},
    "body": {"shape": "square", "color": "#8a72b8"},
}
_STATUSES: Mapping[str, Mapping[str, Any]] = {
    "implemented": {"color": "#2f9e73", "dashes": False},
    "planned": {"color": "#4a86e0", "dashes": [9, 6]},
    "problem": {"color": "#dd6b20", "dashes": [2, 5]},
}
_PART = {"color": "#8b929c", "dashes": [1, 4]}


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """One sentence that joins a place and a thing. ``status`` is a status, a result or a relation."""

    year: str
    rank: int
    status: str
    source: str
    evidence: str
    note: str = field(default="")


def network_html(tables: Tables, limit: int = LIMIT) -> str:
    """The interactive network as one page: the same bytes for the same tables, in whatever order their rows come.

    Args:
        tables: rows by table name with the columns of the CSV files (reports, implementations, awards and bodies are
            read), all values strings, missing ones "".
        limit: the greatest number of nodes drawn; the least connected beyond it are left out, and the page says so.

    Returns:
        A page to be written as UTF-8. Everything it needs is in it.
    """
    whole = _graph(tables)
    graph = _best_connected(whole, limit)
    order = sorted(graph, key=lambda name: (_rank(graph, name), name))
    edges = sorted((min(a, b), max(a, b)) for a, b in graph.edges)
    payload = _payload(tables, graph, order, edges, len(whole) - len(graph))
    library, drawing = _drawn_by_pyvis(_nodes(graph, order), _edges(graph, order, edges))
    return html.page(
        title="法治政府建设知识图谱 · 关系网络",
        styles=[html.asset("common.css"), html.asset("network.css")],
        body=html.asset("network.html").replace("<!--data-->", html.data_script("kg-data", payload)),
        # One script for the drawing and for what completes it: between two, a browser would paint half a page first.
        scripts=[library, "\n".join([drawing, html.asset("common.js"), html.asset("network.js")])],
    )


# --- tables -> graph --------------------------------------------------------------------------------------------------


def _graph(tables: Tables) -> nx.Graph:
    """Places and what they have to do with programmes, awards and bodies; statements are gathered on the edges."""
    # Imported late, like pyvis: a fifth of a second that commands which draw nothing should not pay.
    import networkx as nx

    home = {row["source"]: row["place"] for row in tables.get("reports", ()) if row["place"]}
    graph = nx.Graph()
    for row in _rows(tables, "implementations"):
        _join(graph, home, row, "programme", row["programme"], row["status"])
    for row in _rows(tables, "awards"):
        note = " · ".join(part for part in (row.get("edition", ""), row.get("recipient", "")) if part)
        _join(graph, home, row, "award", row["award"], row["result"], note)
    for row in _rows(tables, "bodies"):
        _join(graph, home, row, "body", row["body"], row["relation"])
    for place in sorted(home.values()):
        _add(graph, "place", place)
    _join_parents(graph)
    for _, _, data in graph.edges(data=True):
        data["statements"] = sorted(set(data["statements"]))
        data["weight"] = len(data["statements"])
    return graph


def _rows(tables: Tables, name: str) -> list[Mapping[str, str]]:
    """Rows of a table in an order of their own, so that a page does not depend on the order in which reports came."""
    return sorted(tables.get(name, ()), key=lambda row: sorted(row.items()))


def _add(graph: nx.Graph, kind: str, name: str, sort: str = "") -> str:
    """The key of a node, made if need be. ``sort`` is the kind of programme or body; the first one said stays."""
    key = f"{kind}:{name}"
    if key not in graph:
        graph.add_node(key, type=kind, name=name, sort=sort)
    return key


def _join(
    graph: nx.Graph, home: Mapping[str, str], row: Mapping[str, str], kind: str, name: str, status: str, note: str = ""
) -> None:
    """Join a thing to the place that the row names, or else to that of the report; without either, to nothing."""
    place = row["place"] or home.get(row["source"], "")
    if not place or not name:
        return
    year = row.get("year", "")
    rank = list(_STATUSES).index(status) if status in _STATUSES else len(_STATUSES)
    a, b = _add(graph, "place", place), _add(graph, kind, name, row.get("kind", "") or row.get("level", ""))
    if not graph.has_edge(a, b):
        graph.add_edge(a, b, statements=[])
    graph.edges[a, b]["statements"].append(Statement(year, rank, status, row["source"], row["evidence"], note))


def _join_parents(graph: nx.Graph) -> None:
    """Join every place to its parent: the path ``甲省/乙市/丙区`` names all of them."""
    for place in sorted(graph.nodes[key]["name"] for key in graph if graph.nodes[key]["type"] == "place"):
        parts = place.split("/")
        for size in range(len(parts) - 1, 0, -1):
            child, parent = "/".join(parts[: size + 1]), "/".join(parts[:size])
            graph.add_edge(_add(graph, "place", child), _add(graph, "place", parent), statements=[])


def _best_connected(graph: nx.Graph, limit: int) -> nx.Graph:
    """The graph without its least connected nodes, so that ``limit`` stay; places go last."""
    if len(graph) <= limit:
        return graph
    order = sorted(graph, key=lambda key: (graph.nodes[key]["type"] != "place", -graph.degree(key), key))
    kept = graph.subgraph(order[:limit])
    return kept.subgraph([key for key in kept if kept.nodes[key]["type"] == "place" or kept.degree(key)])


# --- graph -> pyvis ---------------------------------------------------------------------------------------------------


def _rank(graph: nx.Graph, key: str) -> tuple[int, int]:
    """Where a node stands in the drawing order: places last, on top; the better connected over the less connected."""
    return (graph.nodes[key]["type"] == "place", graph.degree(key))


def _size(graph: nx.Graph, key: str) -> int:
    """Half the height of a node in pixels: area grows with the number of neighbours, up to a point."""
    degree: int = graph.degree(key)
    if graph.nodes[key]["type"] == "place":
        return round(min(46.0, 16 + 2.4 * math.sqrt(degree)))
    return round(min(28.0, 7 + 3.2 * math.sqrt(degree)))


def _nodes(graph: nx.Graph, order: Sequence[str]) -> list[dict[str, Any]]:
    """Nodes as pyvis takes them. No titles: pyvis would take one that holds "href" for markup."""
    from pyvis.node import Node

    where = positions(graph)
    nodes = []
    for number, key in enumerate(order):
        data, (x, y) = graph.nodes[key], where[key]
        style = _STYLES[data["type"]]
        label = html.plain(data["name"].rsplit("/", 1)[-1] if data["type"] == "place" else data["name"])
        node = Node(number, style["shape"], label, color=style["color"], size=_size(graph, key), x=int(x), y=int(y))
        nodes.append(node.options)
    return nodes


def _edges(graph: nx.Graph, order: Sequence[str], edges: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Edges as pyvis takes them; in a list of ours, because ``Network.add_edge`` looks through all edges each time."""
    from pyvis.edge import Edge

    number = {key: index for index, key in enumerate(order)}
    drawn, veil = [], _opacity(graph.number_of_edges())
    for index, (a, b) in enumerate(edges):
        style = _edge_style(graph, a, b)
        drawn.append(Edge(number[a], number[b], id=index, color=style["color"] + veil, dashes=style["dashes"]).options)
    return drawn


def _opacity(edges: int) -> str:
    """Two hexadecimal digits: the more lines, the fainter each, down to a fifth; a thousand must not make a wall."""
    return f"{round(255 * min(0.75, max(0.2, 20 / math.sqrt(max(1, edges))))):02x}"


def _edge_style(graph: nx.Graph, a: str, b: str) -> Mapping[str, Any]:
    """Colour and dashes by the best status said of a programme; other edges take the colour of the thing."""
    statements: list[Statement] = graph.edges[a, b]["statements"]
    if not statements:
        return _PART
    best = min(statements, key=lambda statement: statement.rank)
    if best.status in _STATUSES:
        return _STATUSES[best.status]
    thing = b if graph.nodes[a]["type"] == "place" else a
    return {"color": _STYLES[graph.nodes[thing]["type"]]["color"], "dashes": False}


def _drawn_by_pyvis(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> tuple[str, str]:
    """The vis-network library and the script that draws these nodes, as pyvis gives them.

    Raises:
        RuntimeError: the template of this pyvis is not the one we know.
    """
    # Imported late: pyvis brings IPython along, half a second that only this page should cost.
    from pyvis.network import Network

    net = Network(height="100%", width="100%", cdn_resources="in_line")
    # ASCII escapes would double a Chinese page; Jinja escapes <, >, & and ' in any case.
    net.templateEnv.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    }
    net.nodes, net.edges, net.options = nodes, edges, _options(len(edges))
    scripts = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", net.generate_html(), re.DOTALL)
    library = [code for code in scripts if "vis.js is dual licensed" in code]
    drawing = [code for code in scripts if "new vis.DataSet(" in code and "drawGraph();" in code]
    if len(library) != 1 or len(drawing) != 1:
        raise RuntimeError(f"pyvis changed its template: {len(library)} libraries and {len(drawing)} drawings in it")
    return re.sub(r"//# sourceMappingURL=\S*", "", library[0]), drawing[0]


def _options(edges: int) -> dict[str, Any]:
    """Options of vis-network: everything stands still where it was put, labels are ours (they never overlap)."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "nodes": {"borderWidth": 0, "scaling": {"label": {"drawThreshold": 1e9}}},
        "edges": {"smooth": False, "width": 1, "hoverWidth": 1.5, "selectionWidth": 1.5},
        "interaction": {
            "hover": True,
            "dragNodes": False,
            "tooltipDelay": 100,
            "hideEdgesOnDrag": edges > 4000,
            "hideEdgesOnZoom": edges > 4000,
        },
    }


# --- graph -> the page's own data -------------------------------------------------------------------------------------


def _payload(
    tables: Tables, graph: nx.Graph, order: Sequence[str], edges: Sequence[tuple[str, str]], omitted: int
) -> dict[str, Any]:
    """What our script shows: nodes and edges by the numbers pyvis was given, each sentence and report written once."""
    sentences: dict[tuple[str, str], int] = {}
    reports = {row["source"]: row for row in sorted(tables.get("reports", ()), key=lambda row: row["source"])}
    said = [
        [
            [s.status, s.year, sentences.setdefault((s.evidence, s.source), len(sentences)), html.plain(s.note)]
            for s in graph.edges[edge]["statements"]
        ]
        for edge in edges
    ]
    sources = sorted({source for _, source in sentences} | set(reports))
    index = {source: number for number, source in enumerate(sources)}
    return {
        "nodes": [
            [graph.nodes[key]["type"], html.plain(graph.nodes[key]["name"]), graph.nodes[key]["sort"]] for key in order
        ],
        "statements": said,
        "sentences": [[html.plain(evidence), index[source]] for evidence, source in sentences],
        "reports": [_report(source, reports.get(source, {})) for source in sources],
        "words": html.words(),
        "statuses": _STATUSES,
        "styles": _STYLES,
        "opacity": _opacity(len(edges)),
        "omitted": omitted,
    }


def _report(source: str, row: Mapping[str, str]) -> list[str]:
    """Title and source of a report."""
    return [html.plain(row.get("title", "") or source), html.plain(source)]
