"""Where the nodes of a network stand: computed once, in closed form, without physics.

Force layouts take 51 s at 5,000 nodes and end in a ball. Here every place stands in the middle of a disc of what is its
own. The large discs stand on rings, places of one city side by side; the small ones next to the place that they belong
to; and what several places share stands between those places, the most shared first. The unit of all lengths but the
result is one *cell*, the room that a node with its label takes; a cell is wider than high, because labels are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import networkx as nx

#: Room of a node and its label in CSS pixels at scale 1: two lines of nine Chinese characters at 11 px below a node.
CELL = (104.0, 60.0)
# A sunflower of r = c * sqrt(k) keeps nearest neighbours about 1.7 c apart; 0.68 makes that 1.15 cells. More and the
# page grows without gain; less and labels touch.
_SUNFLOWER = 0.68
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
# The place's own node and label take the room of about four seeds in the middle of its disc.
_HEART = 4.0
# Discs below this share of the widest one are moons: on a ring of their own they would waste half the page.
_MOON = 0.6
_KINDS = ("place", "programme", "award", "body")

Point = tuple[float, float]


class Disc(NamedTuple):
    """A circle in cells."""

    x: float
    y: float
    radius: float


def positions(graph: nx.Graph) -> dict[str, Point]:
    """Positions of all nodes, in CSS pixels, rounded to whole pixels; the same for the same graph however it was built.

    Args:
        graph: nodes with the attribute ``type`` (place, programme, award, body); edges between places say which belongs
            to which, and every other edge leads from a place to something else.
    """
    anchors, own, shared = _sort_out(graph)
    ground = _Ground()
    discs = _discs(graph, ground, {name: _radius(len(own[name])) for name in anchors}, len(shared))
    cells: dict[str, Point] = {name: (disc.x, disc.y) for name, disc in discs.items()}
    for name in anchors:
        cells.update(_sunflower(graph, discs[name], own[name]))
    cells.update(_between(graph, ground, shared, cells))
    return {name: (float(round(x * CELL[0])), float(round(y * CELL[1]))) for name, (x, y) in cells.items()}


def _sort_out(graph: nx.Graph) -> tuple[list[str], dict[str, list[str]], list[str]]:
    """Places that do something, what is one place's alone, and all the rest (shared things, mere parent places)."""
    kind = graph.nodes(data="type")
    places = sorted(name for name, which in kind if which == "place")
    anchors = [name for name in places if not graph[name] or any(kind[other] != "place" for other in graph[name])]
    own: dict[str, list[str]] = {name: [] for name in anchors}
    shared = [name for name in places if name not in own]
    for name in sorted(name for name, which in kind if which != "place"):
        if graph.degree(name) == 1:
            own[next(iter(graph[name]))].append(name)
        else:
            shared.append(name)
    return anchors, own, shared


def _radius(count: int) -> float:
    """Radius of the disc of a place that has ``count`` things of its own."""
    return _SUNFLOWER * math.sqrt(count + _HEART) + 0.5 if count else 0.8


# --- free room --------------------------------------------------------------------------------------------------------


class _Ground:
    """Which cells are taken. Every second row is shifted by half a cell, so that free cells lie like bricks."""

    def __init__(self) -> None:
        self.taken: set[tuple[int, int]] = set()
        self.hole = 0.0
        self._reach = 8
        self._steps: list[tuple[int, int]] = _spiral(self._reach)
        # Room only gets less, so a search from the same cell for the same width starts where the last one ended.
        self._tried: dict[tuple[int, int, int], int] = {}

    def cover(self, disc: Disc) -> None:
        """Take all cells under a disc."""
        self.taken.update(_covered(disc))

    def nearest(self, wish: Point, radius: float) -> Disc:
        """A free disc as near to the wish as can be, and take it. A radius of 0 asks for one cell."""
        row = round(wish[1])
        column = round(wish[0] - 0.5 * (row & 1))
        key = (column, row, math.ceil(radius * 4))
        index = self._tried.get(key, 0)
        while True:
            if index >= len(self._steps):
                self._reach *= 2
                self._steps = _spiral(self._reach)
            dx, dy = self._steps[index]
            disc = Disc(column + dx + 0.5 * ((row + dy) & 1), float(row + dy), radius)
            if self.taken.isdisjoint(_covered(disc) if radius else ((column + dx, row + dy),)):
                break
            index += 1
        self._tried[key] = index
        self.taken.update(_covered(disc) if radius else ((column + dx, row + dy),))
        return disc


def _covered(disc: Disc) -> Iterator[tuple[int, int]]:
    """Cells that a disc covers."""
    reach = disc.radius + 0.3
    for row in range(math.ceil(disc.y - reach), math.floor(disc.y + reach) + 1):
        half = math.sqrt(max(0.0, reach**2 - (row - disc.y) ** 2))
        shift = 0.5 * (row & 1)
        for column in range(math.ceil(disc.x - half - shift), math.floor(disc.x + half - shift) + 1):
            yield column, row


def _spiral(reach: int) -> list[tuple[int, int]]:
    """Steps to the cells around, nearest first; only whole rounds, so that a longer spiral begins with a shorter one.

    Sideways counts for a little more than up and down: cells are wide already, and so is a screen, but less so.
    """
    span = range(-reach, reach + 1)
    steps = ((1.5 * x * x + y * y, x, y) for y in span for x in span)
    return [(x, y) for far, x, y in sorted(steps) if far <= reach * reach]


# --- discs of places --------------------------------------------------------------------------------------------------


def _discs(graph: nx.Graph, ground: _Ground, radii: Mapping[str, float], shared: int) -> dict[str, Disc]:
    """A disc for every place, none over another: the wide ones on rings around a hole for what is shared; moons."""
    widest = max(radii.values(), default=0.0)
    wide = [name for name in sorted(radii) if radii[name] >= _MOON * widest]
    discs = dict(zip(wide, _smallest([radii[name] for name in wide], shared), strict=True))
    ground.hole = min((math.hypot(d.x, d.y) - d.radius for d in discs.values()), default=0.0)
    for disc in discs.values():
        ground.cover(disc)
    rim = max((math.hypot(d.x, d.y) + d.radius for d in discs.values()), default=0.0)
    moons = sorted(set(radii) - set(discs), key=lambda name: (name.count("/"), -radii[name], name))
    for number, name in enumerate(moons):
        home = _home(graph, name, discs) or _around(rim, number * _GOLDEN_ANGLE)
        discs[name] = ground.nearest(home, radii[name])
    return discs


def _home(graph: nx.Graph, name: str, discs: Mapping[str, Disc]) -> Point | None:
    """Where a moon wants to be: by the places it is joined to, or that it lies in, or that share something with it."""
    near = [other for other in sorted(graph[name]) if other in discs]
    parts = name.split("/")
    outer = ["/".join(parts[:size]) for size in range(1, len(parts))]
    near = near or [other for other in outer if other in discs]
    near = near or sorted({other for thing in graph[name] for other in graph[thing] if other in discs})
    return _barycentre([(discs[other].x, discs[other].y) for other in near]) if near else None


def _around(radius: float, angle: float) -> Point:
    """A point on the rim, where what has to do with nothing else stands: the middle is for what is shared."""
    return (radius * math.sin(angle), -radius * math.cos(angle))


def _barycentre(points: Sequence[Point]) -> Point:
    count = len(points) or 1
    return (sum(x for x, _ in points) / count, sum(y for _, y in points) / count)


def _smallest(radii: Sequence[float], shared: int) -> list[Disc]:
    """Rings that take the least room. A small hole wastes the rim, a large one the middle, so a few are tried."""
    if len(radii) < 2:
        return [Disc(0.0, 0.0, radius) for radius in radii]
    hole, step = (0.62 * math.sqrt(shared) + 0.5 if shared else 0.0), max(radii) * 0.25
    tries = [_rings(radii, hole + number * step) for number in range(40)]
    return min(tries, key=lambda discs: max(math.hypot(disc.x, disc.y) + disc.radius for disc in discs))


def _rings(radii: Sequence[float], hole: float) -> list[Disc]:
    """Discs of the given radii on rings around a hole, filled in order from the inside."""
    discs: list[Disc] = []
    while len(discs) < len(radii):
        rest = radii[len(discs) :]
        count, widest = _fit(rest, hole)
        discs.extend(_ring(rest[:count], hole + widest))
        hole += 2 * widest
    return discs


def _fit(radii: Sequence[float], hole: float) -> tuple[int, float]:
    """How many discs the ring around a hole takes, and the widest of them."""
    widest, count = 0.0, 0
    for radius in radii:
        wider = max(widest, radius)
        if count and sum(_arc(r, hole + wider) for r in radii[: count + 1]) > math.tau:
            break
        widest, count = wider, count + 1
    return count, widest


def _arc(radius: float, ring: float) -> float:
    """The angle that a disc takes on a ring."""
    return 2 * math.asin(min(1.0, (radius + 0.25) / ring)) if ring > 0 else math.tau


def _ring(radii: Sequence[float], ring: float) -> list[Disc]:
    """Discs around one ring from the top clockwise, what is left of the circle shared out between them."""
    arcs = [_arc(radius, ring) for radius in radii]
    spare = max(0.0, math.tau - sum(arcs)) / len(radii)
    angle = -math.pi / 2 - (arcs[0] + spare) / 2
    discs = []
    for radius, arc in zip(radii, arcs, strict=True):
        middle = angle + (arc + spare) / 2
        discs.append(Disc(ring * math.cos(middle), ring * math.sin(middle), radius))
        angle += arc + spare
    return discs


# --- what is one place's own ------------------------------------------------------------------------------------------


def _sunflower(graph: nx.Graph, disc: Disc, names: Sequence[str]) -> dict[str, Point]:
    """Seeds of a sunflower around the place, cut into one sector a kind so that colours stand together."""
    seeds = []
    for index in range(len(names)):
        radius, angle = _SUNFLOWER * math.sqrt(index + _HEART), index * _GOLDEN_ANGLE % math.tau
        seeds.append((angle, radius))
    seeds.sort()
    cells: dict[str, Point] = {}
    for kind in _KINDS:
        members = sorted((n for n in names if graph.nodes[n]["type"] == kind), key=lambda n: (-_weight(graph, n), n))
        sector, seeds = seeds[: len(members)], seeds[len(members) :]
        for name, (angle, radius) in zip(members, sorted(sector, key=lambda seed: seed[::-1]), strict=True):
            cells[name] = (disc.x + radius * math.sin(angle), disc.y - radius * math.cos(angle))
    return cells


def _weight(graph: nx.Graph, name: str) -> int:
    """How often something is said to happen: the heavier stands nearer."""
    return sum(data.get("weight", 1) for data in graph[name].values())


# --- what several places share ----------------------------------------------------------------------------------------


def _between(graph: nx.Graph, ground: _Ground, names: Iterable[str], known: dict[str, Point]) -> dict[str, Point]:
    """Each thing between its places, in a cell of its own, parent places and the most shared first."""
    wishes = _spread(_middles(graph, names, dict(known)), ground.hole)
    order = sorted(wishes, key=lambda name: (graph.nodes[name]["type"] != "place", -graph.degree(name), name))
    settled = {name: ground.nearest(wishes[name], 0.0) for name in order}
    return {name: (disc.x, disc.y) for name, disc in settled.items()}


def _middles(graph: nx.Graph, names: Iterable[str], known: dict[str, Point]) -> dict[str, Point]:
    """The barycentre of the places that each thing hangs on; inner places first: a province follows its cities."""
    middles: dict[str, Point] = {}
    for name in sorted(names, key=lambda name: (-name.count("/"), name)):
        middles[name] = _barycentre([known[other] for other in sorted(graph[name]) if other in known])
        if graph.nodes[name]["type"] == "place":
            known[name] = middles[name]
    return middles


def _spread(middles: Mapping[str, Point], hole: float) -> dict[str, Point]:
    """What falls into the hole keeps its direction and is spread evenly over it by rank, with room for names; all else stays."""
    inside = sorted((round(math.hypot(x, y), 6), name) for name, (x, y) in middles.items() if math.hypot(x, y) < hole)
    reach = min(hole, max(0.75 * math.sqrt(len(inside)) + 0.5, min(0.7 * hole, 1.6 * math.sqrt(len(inside)))))
    wishes = dict(middles)
    for rank, (length, name) in enumerate(inside):
        stretch = reach * math.sqrt((rank + 0.5) / len(inside)) / length if length else 0.0
        wishes[name] = (middles[name][0] * stretch, middles[name][1] * stretch)
    return wishes
