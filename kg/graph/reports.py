"""Reports, and the sentences in them that stand behind what they say."""

from __future__ import annotations

from kg.graph.bodies import Bodies
from kg.graph.places import Places
from kg.graph.sink import Sink
from kg.ids import digest, report_name
from kg.model import Evidence, ReportFacts
from kg.triples import Term, named


def write_report(sink: Sink, places: Places, bodies: Bodies, facts: ReportFacts) -> Term:
    """Write what a report says of itself; the same text under two file names is one report with two sources."""
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
    return node


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
