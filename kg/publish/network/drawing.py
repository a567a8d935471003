"""A graph -> the library and the script that draw it, as pyvis gives them.

pyvis knows how to turn nodes and edges into a vis-network drawing; of its page we keep just that script, and the library
that it ships. The rest of its template (a heading printed twice, Bootstrap from a content network, a pop-up that takes
node titles for markup as soon as one holds "href") is replaced by our frame, style, search, filters and panel.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.publish import html
from kg.publish.network.joining import Statement
from kg.publish.network.layout import positions

if TYPE_CHECKING:
    import networkx as nx

# Colours with a contrast of at least 3:1 on both the light and the dark ground, told apart by colour-blind readers, and
# never alone: the shape says the type, the dashes say the status.
STYLES = {
    "place": {"shape": "hexagon", "color": "#d0443a"},
    "programme": {"shape": "dot", "color": "#2f83bd"},
    "award": {"shape": "star", "color": "#c98a0b"},
    "body": {"shape": "square", "color": "#8a72b8"},
}
STATUS_STYLES: Mapping[str, Mapping[str, Any]] = {
    "implemented": {"color": "#2f9e73", "dashes": False},
    "planned": {"color": "#4a86e0", "dashes": [9, 6]},
    "problem": {"color": "#dd6b20", "dashes": [2, 5]},
}
PART_STYLE: Mapping[str, Any] = {"color": "#8b929c", "dashes": [1, 4]}
# Where the template of pyvis takes its library from.
_LIBRARY = re.compile(r"include '(lib/vis-[^']*/vis-network\.min\.js)'")


def drawing_order(graph: nx.Graph) -> list[str]:
    """The nodes in the order in which they are drawn: places last, on top; the better connected over the others."""
    return sorted(graph, key=lambda key: (graph.nodes[key]["type"] == "place", graph.degree(key), key))


def drawn_by_pyvis(graph: nx.Graph, order: Sequence[str], edges: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The vis-network library and the script that draws the graph; a node or an edge is named by its place in order.

    Raises:
        RuntimeError: the template of this pyvis is not the one we know.
    """
    # Imported late: pyvis brings IPython along, a fifth of a second that only this page should cost.
    from pyvis.network import Network

    # "local" leaves out the library, for Jinja would read half a megabyte of it as a template: 60 ms of 290.
    net = Network(height="100%", width="100%", cdn_resources="local")
    # ASCII escapes would double a Chinese page; Jinja escapes <, >, & and ' in any case.
    net.templateEnv.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "sort_keys": True,
        "separators": (",", ":"),
    }
    net.nodes, net.edges, net.options = _nodes(graph, order), _edges(graph, order, edges), _options(len(edges))
    scripts = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", net.generate_html(), re.DOTALL)
    drawing = [code for code in scripts if "new vis.DataSet(" in code and "drawGraph();" in code]
    if len(drawing) != 1:
        raise RuntimeError(f"pyvis changed its template: {len(drawing)} drawings in it")
    return _library(Path(net.template_dir), net.path), drawing[0]


def _library(folder: Path, template: str) -> str:
    """The library that a template of pyvis would put into its page."""
    found = _LIBRARY.search((folder / template).read_text(encoding="utf-8"))
    if found is None:
        raise RuntimeError("pyvis changed its template: no vis-network in it")
    return re.sub(r"//# sourceMappingURL=\S*", "", (folder / found[1]).read_text(encoding="utf-8"))


def _size(graph: nx.Graph, key: str) -> int:
    """Half the height of a node in pixels: it grows with the number of neighbours, fast for what places share."""
    degree: int = graph.degree(key)
    if graph.nodes[key]["type"] == "place":
        return round(min(46.0, 16 + 2.4 * math.sqrt(degree)))
    return round(min(28.0, 9 + 6 * (math.sqrt(max(1, degree)) - 1)))


def _nodes(graph: nx.Graph, order: Sequence[str]) -> list[dict[str, Any]]:
    """Nodes as pyvis takes them. No titles: pyvis would take one that holds "href" for markup."""
    from pyvis.node import Node

    where = positions(graph)
    nodes = []
    for number, key in enumerate(order):
        data, (x, y) = graph.nodes[key], where[key]
        style = STYLES[data["type"]]
        label = html.plain(data["name"].rsplit("/", 1)[-1] if data["type"] == "place" else data["name"])
        node = Node(number, style["shape"], label, color=style["color"], size=_size(graph, key), x=int(x), y=int(y))
        nodes.append(node.options)
    return nodes


def _edges(graph: nx.Graph, order: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Edges as pyvis takes them; in a list of ours, because ``Network.add_edge`` looks through all edges each time."""
    from pyvis.edge import Edge

    number = {key: index for index, key in enumerate(order)}
    drawn, veil = [], opacity(len(edges))
    for index, (a, b) in enumerate(edges):
        style = _edge_style(graph, a, b)
        drawn.append(Edge(number[a], number[b], id=index, color=style["color"] + veil, dashes=style["dashes"]).options)
    return drawn


def opacity(edges: int) -> str:
    """Two hexadecimal digits: the more lines, the fainter each, down to an eighth; a thousand must not make a wall."""
    return f"{round(255 * min(0.75, max(0.125, 20 / math.sqrt(max(1, edges))))):02x}"


def _edge_style(graph: nx.Graph, a: str, b: str) -> Mapping[str, Any]:
    """Colour and dashes by the best status said of a programme; other edges take the colour of the thing."""
    statements: list[Statement] = graph.edges[a, b]["statements"]
    if not statements:
        return PART_STYLE
    best = min(statements, key=lambda statement: statement.rank)
    if best.status in STATUS_STYLES:
        return STATUS_STYLES[best.status]
    thing = b if graph.nodes[a]["type"] == "place" else a
    return {"color": STYLES[graph.nodes[thing]["type"]]["color"], "dashes": False}


def _options(edges: int) -> dict[str, Any]:
    """Options of vis-network: everything stands still where it was put, labels are ours (they never overlap)."""
    width = round(min(2.2, max(1.0, 900 / max(1, edges))), 1)  # a few lines may be broader than a thousand
    return {
        "autoResize": False,  # our script watches the size: vis-network would look at it every second
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "nodes": {"borderWidth": 0, "scaling": {"label": {"drawThreshold": 1e9}}},
        "edges": {"smooth": False, "width": width, "hoverWidth": 1.5, "selectionWidth": 1.5},
        "interaction": {
            "hover": True,
            "dragNodes": False,
            "tooltipDelay": 100,
            "hideEdgesOnDrag": edges > 4000,
            "hideEdgesOnZoom": edges > 4000,
        },
    }
