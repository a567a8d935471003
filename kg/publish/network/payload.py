"""The page's own data: what our script shows beside the drawing that pyvis made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.publish import html
from kg.publish.network.choosing import Part, Wanted
from kg.publish.network.drawing import PART_STYLE, STATUS_STYLES, STYLES, opacity
from kg.publish.network.joining import Tables

if TYPE_CHECKING:
    import networkx as nx


def payload(
    tables: Tables,
    graph: nx.Graph,
    order: Sequence[str],
    edges: Sequence[tuple[str, str]],
    asked: Mapping[str, Any] | None,
    omitted: Mapping[str, int],
    atlas: str,
) -> dict[str, Any]:
    """Nodes and edges by the numbers that pyvis was given, each sentence and each report written once."""
    sentences: dict[tuple[str, str], int] = {}
    said = [
        [
            [s.status, s.year, sentences.setdefault((s.evidence, s.source), len(sentences)), html.plain(s.note)]
            for s in graph.edges[edge]["statements"]
        ]
        for edge in edges
    ]
    reports = {row["source"]: row for row in sorted(tables.get("reports", ()), key=lambda row: row["source"])}
    sources = sorted({source for _, source in sentences})
    index = {source: number for number, source in enumerate(sources)}
    return {
        "nodes": [_node(graph.nodes[key]) for key in order],
        "statements": said,
        "sentences": [[html.plain(evidence), index[source]] for evidence, source in sentences],
        "reports": [_report(source, reports.get(source, {})) for source in sources],
        "words": html.words(),
        "statuses": STATUS_STYLES,
        "styles": STYLES,
        "part": PART_STYLE,
        "opacity": opacity(len(edges)),
        "omitted": dict(omitted),
        "about": asked,
        "atlas": atlas,
    }


def _node(data: Mapping[str, str]) -> list[str]:
    """Type, name, kind or level, end of the IRI, English label."""
    return [data["type"], html.plain(data["name"]), data["sort"], data["local"], html.plain(data["en"])]


def _report(source: str, row: Mapping[str, str]) -> list[str]:
    """Title and source of a report."""
    return [html.plain(row.get("title", "") or source), html.plain(source)]


def about(wanted: Wanted, part: Part, order: Sequence[str]) -> dict[str, Any] | None:
    """What the page was asked to show, and the numbers of the nodes asked for; null where it shows everything."""
    if not wanted.partial:
        return None
    names = [path.rpartition("/")[2] for path in wanted.places] + list(wanted.programmes)
    number = {key: index for index, key in enumerate(order)}
    return {
        "names": [html.plain(name) for name in names],
        "hops": wanted.hops if names else 0,
        "year": wanted.year,
        "status": wanted.status,
        "starts": [number[key] for key in part.starts if key in number],
        "lonely": part.lonely,
    }
