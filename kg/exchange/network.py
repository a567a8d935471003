"""The graph as a network, for Gephi, igraph, Cytoscape: things are nodes, each statement is an edge of its own.

Nodes are places, programmes, awards, bodies, documents and indicators. An edge is a statement, from the place to what
it is about (``relation`` is the kind of statement, ``status`` how: implemented, won, established, issued …), or a tie
between things (``parent``, ``jurisdiction``, ``broader`` …, by the name of the property; ``became`` for places). The
page network.html draws something else from the tables: one line a pair of names, its sentences gathered behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kg.publish.turtle import base_of
from kg.triples import Term, Triple, iri_of, named, read_literal
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx

Value = str | int | float
Said = dict[Term, list[Term]]

#: Class of things -> type of node.
NODES = {
    "fz:Place": "place", "fz:Programme": "programme", "fz:Award": "award", "org:FormalOrganization": "body",
    "fz:Document": "document", "fz:Indicator": "indicator",
}  # fmt: skip
#: Class of statements -> the thing that it is about, how it stands, relation.
STATEMENTS = {
    "fz:Engagement": ("fz:programme", "fz:status", "engagement"),
    "fz:AwardOutcome": ("fz:award", "fz:result", "award"),
    "fz:BodyStatement": ("fz:body", "fz:relation", "body"),
    "fz:DocumentStatement": ("fz:document", "fz:relation", "document"),
    "qb:Observation": ("fz:indicator", "", "observation"),
}
NODE_COLUMNS = (
    "id", "label", "label_en", "type", "kind", "level", "curation", "path", "code", "since", "until", "iri",
)  # fmt: skip
EDGE_COLUMNS = (
    "id", "source", "target", "relation", "status", "year", "date", "value", "unit", "change", "edition", "rank", "count",
    "recipient", "sentences", "reports", "file", "evidence",
)  # fmt: skip
_NODE_TEXTS = {"path": "fz:path", "code": "fz:code", "since": "fz:since", "until": "fz:until"}
_NODE_CONCEPTS = {"level": "fz:level", "curation": "fz:curation"}
_EDGE_TEXTS = {"unit": "fz:unit", "edition": "fz:edition", "rank": "fz:rank", "recipient": "fz:recipientName"}
_EDGE_WHOLE = {"year": "fz:year", "count": "fz:count"}
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]+)?")
_EDGE_NUMBERS = {"value": "fz:value", "change": "fz:change"}
# Ties that others imply: what a place lies in further up, and the shortcut for engagements that say implemented.
_IMPLIED = ("dcterms:isPartOf", "fz:ran")


def network(triples: Sequence[Triple]) -> nx.MultiDiGraph:
    r"""Make the network of a graph. Attributes that a thing or a statement lacks are left out; nodes and edges are sorted.

    Text is what XML can hold: line ends are \n, characters that XML 1.0 forbids are U+FFFD.
    """
    import networkx as nx  # imported late: a fifth of a second

    return _Maker(triples, nx.MultiDiGraph()).made()


class _Maker:
    """What is said of each subject, and the network that grows from it."""

    def __init__(self, triples: Sequence[Triple], graph: nx.MultiDiGraph) -> None:
        self._graph = graph
        self._base = base_of(triples)
        self._said: dict[Term, Said] = {}
        for subject, predicate, value in triples:
            self._said.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self._ids: dict[Term, str] = {}
        self._term = vocabulary().term

    def made(self) -> nx.MultiDiGraph:
        """The network: nodes first, then ties, changes of places, statements."""
        things = [(node, kind) for name, kind in NODES.items() for node in self._of_class(name)]
        for node, kind in things:
            if node not in self._ids:
                self._thing(node, kind)
        for node in dict.fromkeys(node for node, _ in things):
            self._ties(node)
        for change in self._of_class("fz:PlaceChange"):
            self._change(change)
        for name, (about, status, relation) in STATEMENTS.items():
            for statement in self._of_class(name):
                self._statement(statement, about, status, relation)
        return self._graph

    def _of_class(self, name: str) -> list[Term]:
        kind, wanted = named(self._term("rdf:type")), named(self._term(name))
        return [subject for subject, said in self._said.items() if wanted in said.get(kind, ())]

    def _all(self, node: Term, name: str) -> list[Term]:
        return self._said.get(node, {}).get(named(self._term(name)), []) if name else []

    def _text(self, node: Term, name: str) -> str:
        """The first value that is text, or ""."""
        return next((read_literal(value)[0] for value in self._all(node, name) if value.startswith('"')), "")

    def _number(self, node: Term, name: str) -> str:
        """The same where it is a number; the graphs of others may hold anything."""
        text = self._text(node, name)
        return text if _NUMBER.fullmatch(text) else ""

    def _notation(self, node: Term, name: str) -> str:
        """The notation of the first concept that a property leads to, or ""."""
        for concept in self._all(node, name):
            return self._text(concept, "skos:notation") or _last(concept)
        return ""

    # --- nodes --------------------------------------------------------------------------------------------------------

    def _id(self, node: Term) -> str:
        """``place:330105`` for what lives below the base, as the prefixes of a graph have it; else the whole IRI."""
        local = iri_of(node).removeprefix(self._base) if node.startswith("<") else node
        return local.replace("/", ":", 1) if ":" not in local else local

    def _thing(self, node: Term, kind: str) -> None:
        data: dict[str, Value] = {"label": self._label(node, "zh") or self._id(node), "label_en": self._label(node, "en")}
        data["type"] = kind
        data["kind"] = self._notation(node, "fz:kind") or self._notation(node, "org:classification")
        data |= {key: self._notation(node, name) for key, name in _NODE_CONCEPTS.items()}
        data |= {key: self._text(node, name) for key, name in _NODE_TEXTS.items()}
        data["iri"] = iri_of(node) if node.startswith("<") else ""
        self._ids[node] = self._id(node)
        self._graph.add_node(self._ids[node], **_known(data))

    def _label(self, node: Term, language: str) -> str:
        """The preferred label in a language; in Chinese whatever other label there is."""
        labels = [
            read_literal(value)[:2]
            for name in ("skos:prefLabel", "rdfs:label", "dcterms:title")
            for value in self._all(node, name)
        ]
        wanted = [text for text, spoken in labels if spoken == language]
        others = [text for text, _ in labels if language == "zh"]
        return next(iter([*wanted, *others]), "")

    # --- edges --------------------------------------------------------------------------------------------------------

    def _edge(self, source: Term, target: Term, key: str, data: dict[str, Value]) -> None:
        if source in self._ids and target in self._ids:
            self._graph.add_edge(self._ids[source], self._ids[target], key=key, **_known(data))

    def _ties(self, node: Term) -> None:
        implied = {named(self._term(name)) for name in _IMPLIED}
        for predicate, values in self._said[node].items():
            for other in values:
                if other in self._ids and predicate not in implied:
                    name = re.split(r"[/#]", iri_of(predicate))[-1]
                    self._edge(node, other, f"{self._ids[node]}--{name}--{self._ids[other]}", {"relation": name})

    def _change(self, change: Term) -> None:
        data: dict[str, Value] = {"relation": "became", "status": self._notation(change, "fz:kind")}
        data["date"] = self._text(change, "dcterms:date")
        for before in self._all(change, "fz:before"):
            for after in self._all(change, "fz:after"):
                key = f"{self._id(change)}--{self._id(before)}--{self._id(after)}"
                self._edge(before, after, key, data)

    def _statement(self, statement: Term, about: str, status: str, relation: str) -> None:
        data: dict[str, Value] = {"relation": relation, "status": self._notation(statement, status)}
        data |= {key: self._text(statement, name) for key, name in _EDGE_TEXTS.items()}
        data |= {key: int(float(value)) for key, name in _EDGE_WHOLE.items() if (value := self._number(statement, name))}
        data |= {key: float(value) for key, name in _EDGE_NUMBERS.items() if (value := self._number(statement, name))}
        data |= self._evidence(statement)
        place, key = self._place(statement), self._id(statement)
        for thing in self._all(statement, about):
            if place:
                self._edge(place, thing, key, data)
            for recipient in self._all(statement, "fz:recipient"):
                if recipient != place:  # what was honoured, beside the place that the statement is about
                    self._edge(recipient, thing, f"{key}--{self._id(recipient)}", {**data, "relation": "recipient"})

    def _place(self, statement: Term) -> Term | None:
        """The place that a statement is about, or else that of the first report that makes it."""
        own = self._all(statement, "fz:place")
        reports = self._all(statement, "fz:statedIn")
        return next(iter([*own, *(place for report in reports for place in self._all(report, "dcterms:spatial"))]), None)

    def _evidence(self, statement: Term) -> dict[str, Value]:
        """How many sentences and reports say so, and the first of the sentences, by file and position."""
        sentences = []
        for sentence in self._all(statement, "fz:evidence"):
            files = [self._text(report, "dcterms:source") for report in self._all(sentence, "oa:hasSource")]
            at = float(self._number(sentence, "oa:start") or 0)
            sentences.append((min(files, default=""), at, self._text(sentence, "oa:exact")))
        file, _, words = min(sentences, default=("", 0, ""))
        counts = {"sentences": len(sentences), "reports": len(self._all(statement, "fz:statedIn"))}
        return {**counts, "file": file, "evidence": words}


def _known(data: dict[str, Value]) -> dict[str, Value]:
    return {key: xml_text(value) if isinstance(value, str) else value for key, value in data.items() if value != ""}


def _last(node: Term) -> str:
    return unquote(iri_of(node).rpartition("/")[2]) if node.startswith("<") else node


# Everything but what XML 1.0 allows (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    r"""Text that XML can hold and gives back unchanged: line ends as \n, U+FFFD for what XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
