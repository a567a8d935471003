"""Reports, and the sentences in them that stand behind what they say."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.bodies import Bodies
from kg.graph.places import Places
from kg.graph.sink import Sink
from kg.ids import digest, report_name
from kg.model import Copy, Evidence, ReportFacts
from kg.triples import Term, named


def write_report(sink: Sink, places: Places, bodies: Bodies, facts: ReportFacts) -> Term:
    """Write what a report says of itself, and each further file that holds the same report as a node of its own.

    ``dcterms:source`` of the report is the file whose text the evidence counts, and the only one.
    """
    meta, local = facts.meta, report_name(facts)
    node = sink.node("report", local)
    sink.type(node, "fz:Report")
    sink.name(node, "dcterms:title", meta.title)
    sink.text(node, "dcterms:identifier", local)
    sink.text(node, "dcterms:source", facts.name)
    sink.date(node, "dcterms:issued", meta.issued)
    sink.integer(node, "fz:reportYear", meta.year)
    sink.add(node, "fz:kind", sink.concept("report-kind", meta.kind))
    sink.add(node, "dcterms:spatial", places.node(meta.place) if meta.place else None)
    if meta.publisher:
        sink.text(node, "fz:publisherName", meta.publisher)
        sink.add(node, "dcterms:publisher", bodies.publisher(meta.publisher, meta.place))
    sink.text(node, "fz:sha256", facts.text_sha256)
    sink.text(node, "fz:sourceSha256", facts.source_sha256)
    sink.text(node, "fz:format", facts.format)
    sink.text(node, "fz:encoding", facts.encoding)
    sink.text(node, "fz:textFile", facts.text_file)
    sink.text(node, "fz:indexNumber", meta.identifier)
    sink.text(node, "fz:documentNumber", meta.number)
    sink.add(node, "foaf:page", named(meta.url) if meta.url else None)
    sink.integer(node, "fz:characters", facts.characters)
    for copy in facts.copies:
        sink.add(node, "prov:alternateOf", _copy(sink, copy))
    return node


def _copy(sink: Sink, copy: Copy) -> Term:
    node = sink.node("file", digest(copy.name, copy.source_sha256))
    sink.type(node, "fz:File")
    sink.text(node, "dcterms:source", copy.name)
    sink.text(node, "fz:sourceSha256", copy.source_sha256)
    sink.text(node, "fz:format", copy.format)
    sink.text(node, "fz:encoding", copy.encoding)
    sink.add(node, "foaf:page", named(copy.url) if copy.url else None)
    return node


def write_near_copies(sink: Sink, facts: Sequence[ReportFacts]) -> None:
    """Write which reports have most of their text in common, in both directions."""
    nodes = {said.name: sink.node("report", report_name(said)) for said in facts}
    for said in facts:
        for near in said.near_copies:
            sink.add(nodes[said.name], "fz:nearCopyOf", nodes.get(near.name))


class EvidenceWriter:
    """Writes the sentences of one report: one node for a sentence and a rule, however many facts rest on it."""

    def __init__(self, sink: Sink, report: Term, text_sha256: str) -> None:
        self._sink = sink
        self._report = report
        self._text = text_sha256

    def node(self, evidence: Evidence) -> Term:
        """Return the node of a sentence, written."""
        sink = self._sink
        node = sink.node("evidence", digest(self._text, str(evidence.start), str(evidence.end), evidence.rule))
        sink.type(node, "fz:Evidence")
        sink.add(node, "oa:hasSource", self._report)
        sink.text(node, "oa:exact", evidence.text)
        sink.integer(node, "oa:start", evidence.start)
        sink.integer(node, "oa:end", evidence.end)
        sink.add(node, "fz:role", sink.concept("role", evidence.role))
        sink.text(node, "fz:rule", evidence.rule)
        return node
