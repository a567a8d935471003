"""Places, what they lie in, and how they changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kg.graph.sink import Sink
from kg.ids import digest
from kg.model import Place, PlaceChange
from kg.triples import Term


class Gazetteer(Protocol):
    """What the graph needs to know of the divisions of the country."""

    def get(self, code: str) -> Place | None:
        """Return the place with a code."""

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """Return what a place lies in."""

    def changes(self, place: Place) -> tuple[PlaceChange, ...]:
        """Return the changes that a place took part in."""

    def successors(self, place: Place) -> tuple[Place, ...]:
        """Return what a place that has ended became, or became part of."""


class Places:
    """The places of a graph. Those that reports name bring what they lie in, and what they were made from or became."""

    def __init__(self, sink: Sink, gazetteer: Gazetteer) -> None:
        self._sink = sink
        self._gazetteer = gazetteer
        self._named: dict[str, Place] = {}

    def node(self, place: Place) -> Term:
        """Return the node of a place that a report names."""
        known = self._named.get(place.key)
        # Two reports may know an unlisted place by different paths: which one is shown must not depend on their order.
        if known is None or (place.path, place.name) < (known.path, known.name):
            self._named[place.key] = place
        return self._sink.node("place", place.key)

    def coded(self, code: str) -> Term | None:
        """Return the node of a place that the vocabulary names by its code; None where no such place is known."""
        place = self._gazetteer.get(code)
        return self.node(place) if place else None

    def finish(self) -> None:
        """Write all places, with their ancestors and changes."""
        places = {key: self._gazetteer.get(key) or place for key, place in self._named.items()}
        for place in list(places.values()):
            places.update({side.key: side for side in self._sides(self._gazetteer.changes(place))})
        # What ended leads on to what it became, however often that ended in its turn.
        ended = [place for place in places.values() if place.until]
        while ended:
            after = [side for place in ended for side in self._sides(self._last(place)) if side.key not in places]
            places.update({side.key: side for side in after})
            ended = [place for place in after if place.until]
        named = [places[key] for key in self._named]
        changes = {change: None for place in named for change in self._gazetteer.changes(place)}
        changes |= {change: None for place in places.values() for change in self._last(place)}
        for change in changes:
            self._change(change)
        for place in list(places.values()):
            places.update({above.key: above for above in self._gazetteer.ancestors(place) if above.key not in places})
        for place in places.values():
            self._place(place)

    def _last(self, place: Place) -> list[PlaceChange]:
        """The changes that ended a place."""
        return [change for change in self._gazetteer.changes(place) if place.until and change.date == place.until]

    def _sides(self, changes: Iterable[PlaceChange]) -> list[Place]:
        """The places before and after changes."""
        codes = (code for change in changes for code in (*change.before, *change.after))
        return [place for code in codes if (place := self._gazetteer.get(code))]

    def _place(self, place: Place) -> None:
        sink, node = self._sink, self._sink.node("place", place.key)
        sink.type(node, "fz:Place")
        sink.name(node, "rdfs:label", place.name)
        sink.add(node, "fz:level", sink.concept("place-level", place.level))
        sink.text(node, "fz:path", place.path)
        if place.key.isdigit():
            sink.text(node, "fz:code", place.key)
        sink.date(node, "fz:since", place.since)
        sink.date(node, "fz:until", place.until)
        for after in self._gazetteer.successors(place):
            sink.add(node, "dcterms:isReplacedBy", sink.node("place", after.key))
        ancestors = self._gazetteer.ancestors(place)
        for above in ancestors:
            sink.add(node, "dcterms:isPartOf", sink.node("place", above.key))
        # The nearest that has a node: a village may lie in a township that has no code and no report names.
        sink.add(node, "fz:parent", sink.node("place", ancestors[0].key) if ancestors else None)

    def _change(self, change: PlaceChange) -> None:
        sink = self._sink
        local = digest(change.date, change.kind, " ".join(change.before), " ".join(change.after))
        node = sink.node("place-change", local)
        sink.type(node, "fz:PlaceChange")
        sink.date(node, "dcterms:date", change.date)
        sink.add(node, "fz:kind", sink.concept("place-change-kind", change.kind))
        sink.text(node, "dcterms:source", change.source)
        for code in change.before:
            sink.add(node, "fz:before", sink.node("place", code))
        for code in change.after:
            sink.add(node, "fz:after", sink.node("place", code))
