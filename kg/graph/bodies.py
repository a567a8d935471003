"""Bodies: identified by owner and local name, for every district has its 司法局."""

from __future__ import annotations

from kg.graph.places import Places
from kg.graph.sink import Sink
from kg.graph.tally import Tally
from kg.ids import key
from kg.model import Body, Place
from kg.triples import Term


class Bodies:
    """The bodies of a graph."""

    def __init__(self, sink: Sink, places: Places) -> None:
        self._sink = sink
        self._places = places
        self._labels, self._kinds = Tally(), Tally()
        self._owners: dict[str, Term | None] = {}

    def node(self, body: Body) -> Term:
        """Return the node of a body that a report names."""
        local = f"{body.owner.key}-{body.local}" if body.owner else body.local
        self._labels.see(local, body.label)
        self._kinds.see(local, body.kind)
        self._owners[local] = self._places.node(body.owner) if body.owner else None
        return self._sink.node("body", local)

    def publisher(self, name: str, place: Place | None) -> Term:
        """Return the node of a publisher as written; what it starts with of the names of its place is its owner."""
        local = name
        for step in place.path.split("/") if place else ():
            local = local.removeprefix(step)
        return self.node(Body(local or name, name, self._kind(name), place))

    def _kind(self, name: str) -> str:
        cues = self._sink.vocabulary.notation_by_cue("body-kind")
        return next((kind for cue, kind in cues.items() if name.endswith(cue)), "other")

    def named(self) -> dict[str, Term]:
        """Return the identity key of every full name, and the node of the body; what names two bodies is left out."""
        names: dict[str, set[str]] = {}
        for local in sorted(self._owners):
            for label in self._labels.ranked(local):
                names.setdefault(key(label), set()).add(local)
        return {name: self._sink.node("body", min(found)) for name, found in names.items() if len(found) == 1}

    def finish(self) -> None:
        """Write all bodies."""
        by_name = {self._labels.best(local): local for local in sorted(self._owners, reverse=True)}
        for local, owner in self._owners.items():
            self._body(local, owner)
            whole = self._whole(self._labels.best(local), owner, by_name)
            self._sink.add(self._sink.node("body", local), "org:unitOf", whole)

    def _body(self, local: str, owner: Term | None) -> None:
        sink, node = self._sink, self._sink.node("body", local)
        label, *others = self._labels.ranked(local)
        sink.type(node, "org:FormalOrganization")
        sink.name(node, "rdfs:label", label)
        sink.add(node, "org:classification", sink.concept("body-kind", self._kinds.best(local)))
        sink.add(node, "fz:jurisdiction", owner)
        for name in others:
            sink.name(node, "skos:altLabel", name)

    def _whole(self, label: str, owner: Term | None, by_name: dict[str, str]) -> Term | None:
        """Return what a body is a unit of: the body of its owner with the longest name that starts its own.

        甲县人民政府办公室 is a unit of 甲县人民政府. One character more (会, 部) ends a longer word instead.
        """
        for end in range(len(label) - 2, 2, -1):
            local = by_name.get(label[:end])
            if local is not None and self._owners[local] == owner:
                return self._sink.node("body", local)
        return None
