"""Indicators: canonical ones where the words of a name mean one of theirs, others by name."""

from __future__ import annotations

from kg.graph.indicator_names import CanonicalIndicators
from kg.graph.sink import Sink
from kg.graph.tally import Tally
from kg.ids import key
from kg.triples import Term


class Indicators:
    """The indicators of a graph."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._canonical = CanonicalIndicators(sink.vocabulary.indicators)
        self._known = {key(concept.label): concept for concept in sink.vocabulary.indicators}
        self._labels = Tally()

    def node(self, name: str, unit: str) -> Term:
        """Return the node of what is measured."""
        concept = self._canonical.find(name, unit)
        local = key(concept.label if concept else name)
        if concept is None and local in self._known:  # the canonical name with a unit that it cannot have
            local = f"{local}-{unit}"
        self._labels.see(local, name)
        return self._sink.node("indicator", local)

    def finish(self) -> None:
        """Write all indicators."""
        for local in self._labels.things():
            sink, node, concept = self._sink, self._sink.node("indicator", local), self._known.get(local)
            names = self._labels.ranked(local)
            label = concept.label if concept else names[0]
            sink.type(node, "fz:Indicator", "skos:Concept")
            sink.name(node, "skos:prefLabel", label)
            sink.name(node, "skos:prefLabel", en=concept.en if concept else "")
            sink.add(node, "fz:curation", sink.concept("curation", "curated" if concept else "candidate"))
            for name in dict.fromkeys((*names, *(concept.aliases if concept else ()))):
                sink.name(node, "skos:altLabel", name if name != label else "")
