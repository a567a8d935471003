"""Which part of the graph is drawn: around a place or a programme, of a year or a status, and no more than fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.publish.network.joining import STATUSES, TYPES, Statement

if TYPE_CHECKING:
    import networkx as nx

#: More steps than this reach everything, as every trial showed that had a programme which most places share.
FURTHEST = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drawn; as it stands, everything.

    ``places`` are paths and ``programmes`` labels, as nodes are named; what lies within ``hops`` steps of any of them is
    drawn, and where both are given, within that of both. ``status`` keeps only what is said of programmes, for awards
    and bodies have none.
    """

    places: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    hops: int = 2
    year: str = ""
    status: str = ""

    @property
    def partial(self) -> bool:
        """Whether anything is asked for but everything."""
        return bool(self.places or self.programmes or self.year or self.status)


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a graph that is wanted.

    ``near`` says how many steps a node is away from the ``starts``, the nodes that were asked for (0 where none were);
    ``lonely`` counts the things that were left out at the last step.
    """

    graph: nx.Graph
    near: Mapping[str, int]
    starts: tuple[str, ...] = ()
    lonely: int = 0


def chosen(graph: nx.Graph, wanted: Wanted) -> Part:
    """The part that is wanted.

    Steps lead along statements. That a place belongs to another is drawn, but no step: else two steps from a district
    would bring in all that its city does, and three every other district. After the first step, the last one brings in
    only what joins two places: two steps from a programme are the places that have it and what else these share, and
    not the thousand things that each of them has for itself.
    """
    if not wanted.partial:
        return Part(graph, dict.fromkeys(graph, 0))
    said = _said(graph, wanted)
    starts = [start for start in (_places(said, wanted.places), _programmes(wanted.programmes)) if start is not None]
    if not starts:
        near = dict.fromkeys((end for a, b, data in said.edges(data=True) if data["statements"] for end in (a, b)), 0)
    else:
        reached = [_reached(said, start, wanted.hops) for start in starts]
        within = set.intersection(*(set(each) for each in reached)) | {key for start in starts for key in start}
        near = {key: min(each.get(key, wanted.hops) for each in reached) for key in sorted(within) if key in said}
    lonely = [key for key, steps in near.items() if starts and steps == wanted.hops > 1 and _lonely(said, key, near)]
    for key in lonely:
        del near[key]
    first = tuple(sorted(key for start in starts for key in start if key in near))
    return Part(said.subgraph([*near, *_ancestors(said, near)]), near, first, len(lonely))


def _lonely(graph: nx.Graph, key: str, near: Mapping[str, int]) -> bool:
    """Whether something is no place and hangs on a single node of those reached."""
    return graph.nodes[key]["type"] != "place" and sum(other in near for other in graph[key]) < 2


def _said(graph: nx.Graph, wanted: Wanted) -> nx.Graph:
    """The graph with the statements of the wanted year and status alone; edges without any are gone, nodes stay."""

    def fits(statement: Statement) -> bool:
        return wanted.year in ("", statement.year) and wanted.status in ("", statement.status)

    said = graph.copy()
    for a, b, data in graph.edges(data=True):
        if not data["statements"]:
            continue
        left = [statement for statement in data["statements"] if fits(statement)]
        if left:
            said.edges[a, b].update(statements=left, weight=len(left))
        else:
            said.remove_edge(a, b)
    return said


def _places(graph: nx.Graph, paths: tuple[str, ...]) -> list[str] | None:
    """The nodes of places; one of which nothing is said stands for those within it. None where no place is asked for."""
    found = []
    for path in paths:
        key = f"place:{path}"
        inner = [other for other in graph if other.startswith(f"{key}/") and _tells(graph, other)]
        found += [key] if key in graph and (_tells(graph, key) or not inner) else sorted(inner)
    return found if paths else None


def _programmes(labels: tuple[str, ...]) -> list[str] | None:
    return [f"programme:{label}" for label in labels] or None


def _tells(graph: nx.Graph, key: str) -> bool:
    return any(data["statements"] for _, _, data in graph.edges(key, data=True))


def _reached(graph: nx.Graph, start: Iterable[str], hops: int) -> dict[str, int]:
    """How many steps along statements each node is away from the nearest of the first ones, where not more than asked."""
    near = {key: 0 for key in start if key in graph}
    edge = list(near)
    for step in range(1, hops + 1):
        beyond = (other for key in edge for _, other, data in graph.edges(key, data=True) if data["statements"])
        edge = [other for other in dict.fromkeys(beyond) if other not in near]
        near.update(dict.fromkeys(edge, step))
    return near


def _ancestors(graph: nx.Graph, keys: Iterable[str]) -> set[str]:
    """The places that the places among the nodes belong to, which say where they are."""
    found = set()
    for key in keys:
        if graph.nodes[key]["type"] == "place":
            parts = key.split("/")
            found |= {"/".join(parts[:size]) for size in range(1, len(parts))}
    return found


def fitting(part: Part, limit: int) -> tuple[nx.Graph, dict[str, int]]:
    """The graph of a part without its remotest and least connected nodes, so that ``limit`` stay, and how many went, by type.

    Half of the room is kept for things: without places they hang in the air, but places alone tell nothing.
    """
    graph = part.graph
    if len(graph) <= limit:
        return graph, {}
    order = sorted(graph, key=lambda key: (part.near.get(key, FURTHEST), -graph.degree(key), key))
    places = [key for key in order if graph.nodes[key]["type"] == "place"]
    first = places[: limit // 2]
    things = _things(graph, order, set(first), limit - len(first))
    kept = graph.subgraph([*first, *things, *places[len(first) : limit - len(things)]])
    gone = [graph.nodes[key]["type"] for key in graph if key not in kept]
    return kept, {kind: gone.count(kind) for kind in TYPES if kind in gone}


def _things(graph: nx.Graph, order: Iterable[str], places: set[str], room: int) -> list[str]:
    """The first things in order that touch one of the places kept, as many as there is room for."""
    things = (key for key in order if graph.nodes[key]["type"] != "place" and not places.isdisjoint(graph[key]))
    return [key for key, _ in zip(things, range(room), strict=False)]


def tells(graph: nx.Graph) -> bool:
    """Whether anything is said in the graph, that is whether there is anything to draw but places."""
    return any(data["statements"] for _, _, data in graph.edges(data=True))


def years_and_statuses(graph: nx.Graph) -> tuple[list[str], list[str]]:
    """The years and the statuses of all statements of a graph, each in order: what could be asked for instead."""
    said = {statement for _, _, data in graph.edges(data=True) for statement in data["statements"]}
    statuses = {statement.status for statement in said}
    return sorted({s.year for s in said if s.year}), [status for status in STATUSES if status in statuses]
