"""Documents: laws and the sources of programmes by their full names, others by name, a place's own apart from others'."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.places import Places
from kg.graph.sink import Sink
from kg.graph.tally import Tally
from kg.ids import key
from kg.model import DocumentRole, Place
from kg.model.concept import DocumentConcept
from kg.triples import Term

# Every county issues its 年度工作要点: what a place issues itself is that place's, unless it is of a kind that has one
# maker by nature.
_ONE_OF_A_KIND = ("law", "regulation", "rule", "publication")


class Documents:
    """The documents of a graph."""

    def __init__(self, sink: Sink, places: Places) -> None:
        self._sink = sink
        self._places = places
        self._known = sink.vocabulary.documents
        self._laws = {key(name): key(law) for name, (law, _) in sink.vocabulary.laws.items()}
        self._named: dict[str, str] = {}  # every name of a source of a programme -> its key
        for document in self._known.values():
            for name in (document.label, document.title, *document.aliases):
                self._named.setdefault(key(name), document.key)
        self._labels, self._kinds = Tally(), Tally()
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
        issuer = None if name in self._laws else own.get(name)
        known = None if issuer else self._laws.get(name) or self._named.get(name)
        local = f"{issuer.key}-{name}" if issuer else known or name
        self._labels.see(local, role.document)
        self._kinds.see(local, self._known[local].kind if known else role.kind)
        if issuer:
            self._issuers[local] = self._places.node(issuer)
        return self._sink.node("document", local)

    def source(self, local: str) -> Term:
        """Return the node of a document that the vocabulary names as a source, by its key."""
        self._labels.see(local, self._known[local].label)
        self._kinds.see(local, self._known[local].kind)
        return self._sink.node("document", local)

    def finish(self) -> None:
        """Write all documents."""
        for local in self._labels.things():
            node = self._sink.node("document", local)
            names, known = self._labels.ranked(local), self._known.get(local)
            label = known.label if known else names[0]
            self._sink.type(node, "fz:Document")
            self._sink.name(node, "rdfs:label", label)
            self._sink.add(node, "fz:kind", self._sink.concept("document-kind", self._kinds.best(local)))
            self._sink.add(node, "fz:issuer", self._issuers.get(local))
            for name in names:
                self._sink.name(node, "skos:altLabel", name if name != label else "")
            if known:
                self._official(node, known)

    def _official(self, node: Term, document: DocumentConcept) -> None:
        """Write what the vocabulary knows of a document beyond its name."""
        self._sink.name(node, "dcterms:title", document.title)
        self._sink.text(node, "dcterms:identifier", document.identifier)
        self._sink.date(node, "dcterms:issued", document.issued)
        self._sink.text(node, "fz:publisherName", document.publisher)
