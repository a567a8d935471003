"""Files of a network: GraphML and GEXF as networkx writes them, nodes and edges as rows.

What networkx leaves to chance is put right: GEXF bears today's date and the version of networkx, keeps the key of each
edge twice, and both spell Chinese as ``&#23637;``. http://graphml.graphdrawing.org, https://gexf.net/1.2
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from kg.exchange.network import EDGE_COLUMNS, NODE_COLUMNS

if TYPE_CHECKING:
    import networkx as nx

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CREATOR = "fazhi-kg"


def graphml(graph: nx.MultiDiGraph) -> Iterator[str]:
    """Write GraphML; each edge has its key as its id (``networkx.read_graphml(…, force_multigraph=True)`` keeps it)."""
    from networkx.readwrite.graphml import GraphMLWriter

    # Not what nx.write_graphml picks: that is the lxml writer where lxml is there, and other bytes.
    writer = GraphMLWriter(graph)
    return _written(writer)


def gexf(graph: nx.MultiDiGraph) -> Iterator[str]:
    """Write GEXF 1.2, as Gephi reads it; the key of each edge is its id."""
    from networkx.readwrite.gexf import GEXFWriter

    copied = graph.copy()
    for *_, key, data in copied.edges(keys=True, data=True):
        data["id"] = key
    writer = GEXFWriter(copied)
    _without_date(writer.xml)
    _without_keys(writer.xml)
    return _written(writer)


def _written(writer: Any) -> Iterator[str]:  # noqa: ANN401 - one of two classes of networkx, which is not typed
    writer.indent(writer.xml)
    yield _DECLARATION
    yield ET.tostring(writer.xml, encoding="unicode") + "\n"


def _without_date(root: ET.Element) -> None:
    [meta] = root.findall("meta")
    meta.attrib.pop("lastmodifieddate", None)
    for creator in meta.findall("creator"):
        creator.text = _CREATOR


def _without_keys(root: ET.Element) -> None:
    """Take out the attribute in which networkx repeats the key of an edge."""
    for attributes in root.iter("attributes"):
        for attribute in attributes.findall("attribute[@title='networkx_key']"):
            attributes.remove(attribute)
            for values in root.iterfind("graph/edges/edge/attvalues"):
                for value in values.findall(f"attvalue[@for='{attribute.get('id')}']"):
                    values.remove(value)


def node_rows(graph: nx.MultiDiGraph) -> list[tuple[str, ...]]:
    """The nodes as rows of :data:`kg.exchange.network.NODE_COLUMNS`."""
    return [_row(NODE_COLUMNS, {"id": node, **data}) for node, data in graph.nodes(data=True)]


def edge_rows(graph: nx.MultiDiGraph) -> list[tuple[str, ...]]:
    """The edges as rows of :data:`kg.exchange.network.EDGE_COLUMNS`."""
    edges = graph.edges(keys=True, data=True)
    return [_row(EDGE_COLUMNS, {"id": key, "source": a, "target": b, **data}) for a, b, key, data in edges]


def _row(columns: tuple[str, ...], data: dict[str, str | int | float]) -> tuple[str, ...]:
    return tuple(f"{value:.15g}" if isinstance(value := data.get(name, ""), float) else str(value) for name in columns)
