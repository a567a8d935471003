"""Tables -> a graph of who is joined to what, every sentence that says so gathered on the edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.publish.network.names import Named, Names

if TYPE_CHECKING:
    import networkx as nx

Tables = Mapping[str, Sequence[Mapping[str, str]]]

#: Types of nodes, in the order of legends.
TYPES = ("place", "programme", "award", "body")
#: What a report says of a programme, the best first: an edge is drawn as the best that is said.
STATUSES = ("implemented", "planned", "problem")


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """One sentence that joins a place and a thing. ``status`` is a status, a result or a relation."""

    year: str
    rank: int
    status: str
    source: str
    evidence: str
    note: str = field(default="")


def joined(tables: Tables, names: Names) -> nx.Graph:
    """Places and what they have to do with programmes, awards and bodies; places to their parents.

    Nodes have the attributes ``type``, ``name`` (of a place its path), ``sort`` (kind of programme or body, level of
    award), ``local`` and ``en`` (see :class:`Named`); edges ``statements`` (sorted; none between places) and ``weight``.
    The order of rows does not matter.
    """
    # Imported late, like pyvis: a fifth of a second that commands which draw nothing should not pay.
    import networkx as nx

    home = {row["source"]: row["place"] for row in tables.get("reports", ()) if row["place"]}
    maker = _Maker(nx.Graph(), home, names)
    for row in tables.get("implementations", ()):
        maker.join(row, "programme", row["programme"], row["status"])
    for row in tables.get("awards", ()):
        note = " · ".join(part for part in (row.get("edition", ""), row.get("recipient", "")) if part)
        maker.join(row, "award", row["award"], row["result"], note)
    for row in tables.get("bodies", ()):
        maker.join(row, "body", row["body"], row["relation"], owner=row["place"])
    for place in sorted(home.values()):
        maker.add("place", place)
    maker.join_parents()
    return settled(maker.graph)


def settled(graph: nx.Graph) -> nx.Graph:
    """The same graph, the statements of every edge sorted, each once, and counted."""
    for _, _, data in graph.edges(data=True):
        data["statements"] = sorted(set(data["statements"]))
        data["weight"] = len(data["statements"])
    return graph


class _Maker:
    """A graph that grows by rows of tables. ``home`` is the place of each report."""

    def __init__(self, graph: nx.Graph, home: Mapping[str, str], names: Names) -> None:
        self.graph = graph
        self._home = home
        self._names = names

    def add(self, kind: str, name: str, sort: str = "", owner: str = "") -> str:
        """The key of a node, made if need be. Of several kinds that a thing is said to be, the first in order stays."""
        known = self._names.get((kind, name, owner)) or Named("", name, "")
        key = f"{kind}:{known.label}" + (f"\t{owner}" if owner else "")
        if key not in self.graph:
            self.graph.add_node(key, type=kind, name=known.label, sort=sort, local=known.local, en=known.en)
        elif sort:
            node = self.graph.nodes[key]
            node["sort"] = min(node["sort"] or sort, sort)
        return key

    def join(
        self, row: Mapping[str, str], kind: str, name: str, status: str, note: str = "", owner: str = ""
    ) -> None:
        """Join a thing to the place that the row names, or else to that of the report; without either, to nothing."""
        place = row["place"] or self._home.get(row["source"], "")
        if not place or not name:
            return
        rank = STATUSES.index(status) if status in STATUSES else len(STATUSES)
        a, b = self.add("place", place), self.add(kind, name, row.get("kind", "") or row.get("level", ""), owner)
        if not self.graph.has_edge(a, b):
            self.graph.add_edge(a, b, statements=[])
        said = Statement(row.get("year", ""), rank, status, row["source"], row["evidence"], note)
        self.graph.edges[a, b]["statements"].append(said)

    def join_parents(self) -> None:
        """Join every place to its parent: the path ``甲省/乙市/丙区`` names all of them."""
        for place in sorted(data["name"] for _, data in self.graph.nodes(data=True) if data["type"] == "place"):
            parts = place.split("/")
            for size in range(len(parts) - 1, 0, -1):
                child, parent = "/".join(parts[: size + 1]), "/".join(parts[:size])
                self.graph.add_edge(self.add("place", child), self.add("place", parent), statements=[])
