"""Documents: laws by their full names, others by name, and a place's own ones apart from those of other places."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.places import Places
from kg.graph.sink import Sink
from kg.graph.tally import Tally
from kg.ids import key
from kg.model import DocumentRole, Place
from kg.triples import Term

# Every county issues its 年度工作要点: what a place issues itself is that place's, unless it is of a kind that has one
# maker by nature.
_ONE_OF_A_KIND = ("law", "regulation", "rule", "publication")


class Documents:
    """The documents of a graph."""

    def __init__(self, sink: Sink, places: Places) -> None:
        self._sink = sink
        self._places = places
        self._laws = {key(name): law for name, law in sink.vocabulary.laws.items()}
        self._labels, self._kinds = Tally(), Tally()
        self._full: dict[str, str] = {}
        self._issuers: dict[str, Term] = {}

    def issued(self, roles: Iterable[DocumentRole]) -> dict[str, Place]:
        """Return the documents that a report says its places issued: identity key of the name -> place."""
        own: dict[str, Place] = {}
        for role in roles:
            if role.place and role.relation == "issued" and role.kind not in _ONE_OF_A_KIND:
                name = key(role.document)
                if name not in own or role.place.key < own[name].key:
                    own[name] = role.place
        return own

    def node(self, role: DocumentRole, own: dict[str, Place]) -> Term:
        """Return the node of a document; ``own`` is what :meth:`issued` told of the report."""
        name = key(role.document)
        law = self._laws.get(name)
        issuer = None if law else own.get(name)
        local = key(law[0]) if law else f"{issuer.key}-{name}" if issuer else name
        self._labels.see(local, role.document)
        self._kinds.see(local, law[1] if law else role.kind)
        if law:
            self._full[local] = law[0]
        if issuer:
            self._issuers[local] = self._places.node(issuer)
        return self._sink.node("document", local)

    def finish(self) -> None:
        """Write all documents."""
        for local in self._labels.things():
            node = self._sink.node("document", local)
            names = self._labels.ranked(local)
            label = self._full.get(local, names[0])
            self._sink.type(node, "fz:Document")
            self._sink.name(node, "rdfs:label", label)
            self._sink.add(node, "fz:kind", self._sink.concept("document-kind", self._kinds.best(local)))
            self._sink.add(node, "fz:issuer", self._issuers.get(local))
            for name in names:
                self._sink.name(node, "skos:altLabel", name if name != label else "")
