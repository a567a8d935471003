"""Programmes: curated concepts as the vocabulary has them, candidates as reports call them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.documents import Documents
from kg.graph.places import Places
from kg.graph.sink import Sink
from kg.graph.tally import Tally
from kg.ids import key
from kg.model import Programme
from kg.model.concept import ProgrammeConcept
from kg.triples import Term


class Programmes:
    """The programmes of a graph, by key."""

    def __init__(self, sink: Sink, places: Places, documents: Documents) -> None:
        self._sink = sink
        self._places = places
        self._documents = documents
        self._known = {concept.key: concept for concept in sink.vocabulary.programmes}
        self._labels, self._kinds = Tally(), Tally()
        self._curated: dict[str, bool] = {}

    def node(self, programme: Programme) -> Term:
        """Return the node of a programme that a report names."""
        self._labels.see(programme.key, programme.label)
        self._kinds.see(programme.key, programme.kind)
        self._curated[programme.key] = self._curated.get(programme.key, False) or programme.curated
        return self._sink.node("programme", programme.key)

    def named(self) -> dict[str, Term]:
        """Return the identity key of every name of every programme, and its node."""
        names: dict[str, Term] = {}
        for local in sorted(self._curated):
            concept = self._known.get(local)
            aliases = (concept.label, *concept.aliases) if concept else ()
            for name in (local, *self._labels.ranked(local), *aliases):
                names.setdefault(key(name), self._sink.node("programme", local))
        return names

    def finish(self) -> None:
        """Write all programmes, with what they are part of and what they took the place of."""
        pending = list(self._curated)
        while pending:
            local = pending.pop()
            concept = self._known.get(local)
            self._programme(local, concept)
            for predicate, other in _others(concept) if concept else ():
                self._sink.add(self._sink.node("programme", local), predicate, self._sink.node("programme", other))
                if other not in self._curated:
                    self._curated[other] = True
                    pending.append(other)

    def _programme(self, local: str, concept: ProgrammeConcept | None) -> None:
        sink, node = self._sink, self._sink.node("programme", local)
        label = concept.label if concept else self._labels.best(local)
        kind = concept.kind if concept else self._kinds.best(local)
        curation = "curated" if self._curated[local] else "candidate"
        sink.type(node, "fz:Programme", "skos:Concept")
        sink.name(node, "skos:prefLabel", label)
        sink.add(node, "fz:kind", sink.concept("programme-kind", kind))
        sink.add(node, "fz:curation", sink.concept("curation", curation))
        for name in (*self._labels.ranked(local), *(concept.aliases if concept else ())):
            sink.name(node, "skos:altLabel", name if name != label else "")
        if concept:
            sink.name(node, "skos:prefLabel", en=concept.en)
            sink.name(node, "skos:definition", concept.definition_zh, concept.definition_en)
            self._origin(node, concept)

    def _origin(self, node: Term, concept: ProgrammeConcept) -> None:
        """Write where and when a programme began, and by what document."""
        sink = self._sink
        sink.add(node, "fz:beganLevel", sink.concept("place-level", concept.level) if concept.level else None)
        sink.integer(node, "fz:beganYear", concept.year)
        sink.add(node, "fz:beganIn", self._places.coded(concept.place) if concept.place else None)
        for document in concept.sources:
            sink.add(node, "dcterms:source", self._documents.source(document))


def _others(concept: ProgrammeConcept) -> Iterator[tuple[str, str]]:
    """Yield what leads from a programme to another one, and the key of that."""
    if concept.broader:
        yield "skos:broader", concept.broader
    for former in concept.replaces:
        yield "dcterms:replaces", former
