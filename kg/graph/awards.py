"""Award series, and what a recipient as written stands for."""

from __future__ import annotations

from kg.graph.sink import Sink
from kg.graph.tally import Tally
from kg.ids import key
from kg.model import Place
from kg.triples import Term


class Awards:
    """The awards of a graph, by identity key of their names; aliases of curated ones lead to the curated one."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        concepts = sink.vocabulary.awards
        self._known = {key(name): concept for concept in concepts for name in (concept.label, *concept.aliases)}
        self._labels, self._levels = Tally(), Tally()

    def node(self, name: str, level: str) -> Term:
        """Return the node of an award that a report names."""
        concept = self._known.get(key(name))
        local = key(concept.label if concept else name)
        self._labels.see(local, name)
        self._levels.see(local, concept.level if concept else level)
        return self._sink.node("award", local)

    def finish(self) -> None:
        """Write all awards."""
        for local in self._labels.things():
            sink, node, concept = self._sink, self._sink.node("award", local), self._known.get(local)
            names = self._labels.ranked(local)
            label = concept.label if concept else names[0]
            sink.type(node, "fz:Award", "skos:Concept")
            sink.name(node, "skos:prefLabel", label)
            sink.add(node, "fz:level", sink.concept("award-level", self._levels.best(local)))
            sink.add(node, "fz:curation", sink.concept("curation", "curated" if concept else "candidate"))
            for name in names:
                sink.name(node, "skos:altLabel", name if name != label else "")
            if concept:
                sink.name(node, "skos:prefLabel", en=concept.en)
                sink.name(node, "fz:conferredBy", concept.conferred_by)


class Recipients:
    """Recipients as written, resolved when all programmes and bodies of the graph are known."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._pending: list[tuple[Term, str, Place | None]] = []

    def add(self, outcome: Term, recipient: str, place: Place | None) -> None:
        """Keep for later what an outcome's recipient is called, and the place the outcome is told of."""
        self._pending.append((outcome, recipient, place))

    def finish(self, *named: dict[str, Term]) -> None:
        """Link recipients to what bears their name: the first of ``named`` that knows it, else their place."""
        for outcome, recipient, place in self._pending:
            # 甲乙工程项目 is the project 甲乙工程.
            keys = [key(recipient), key(recipient.removesuffix("项目"))]
            found = next((names[name] for names in named for name in keys if name in names), None)
            if found is None and place and recipient.endswith(place.name):
                found = self._sink.node("place", place.key)
            self._sink.add(outcome, "fz:recipient", found)
