"""What reports say, as n-ary nodes.

A statement is identified by what it says, not by who says it: two reports that say the same are two sources of one
node. What a report leaves open (place, year) counts as ``unknown`` in the identity and is left out of the graph.
"""

from __future__ import annotations

from kg.graph.awards import Awards, Recipients
from kg.graph.bodies import Bodies
from kg.graph.documents import Documents
from kg.graph.indicators import Indicators
from kg.graph.places import Places
from kg.graph.programmes import Programmes
from kg.graph.reports import EvidenceWriter
from kg.graph.sink import Sink, plain
from kg.graph.tally import Tally
from kg.ids import UNKNOWN, digest, key
from kg.model import AwardOutcome, BodyRole, DocumentRole, Engagement, Evidence, Observation, Place, ReportFacts
from kg.triples import Term, iri_of


class Things:
    """The things that statements are about, shared by all reports of a build."""

    def __init__(self, sink: Sink, places: Places) -> None:
        self._sink = sink
        self._written: dict[str, Tally] = {}
        self.places = places
        self.documents = Documents(sink, places)
        self.programmes = Programmes(sink, places, self.documents)
        self.awards = Awards(sink)
        self.recipients = Recipients(sink)
        self.bodies = Bodies(sink, places)
        self.indicators = Indicators(sink)

    def written(self, statement: Term, predicate: str, name: str | None) -> None:
        """Keep a name as written: of several spellings on one statement, one is shown, whatever the order."""
        if name:
            self._written.setdefault(predicate, Tally()).see(statement, name)

    def finish(self) -> None:
        """Write all things; documents behind programmes, which bring their sources, and places behind all others."""
        self.recipients.finish(self.programmes.named(), self.bodies.named())
        for predicate, names in self._written.items():
            for statement in names.things():
                self._sink.text(statement, predicate, names.best(statement))
        for kind in (self.programmes, self.awards, self.bodies, self.documents, self.indicators, self.places):
            kind.finish()


class Statements:
    """Writes the statements of one report."""

    def __init__(self, sink: Sink, things: Things, report: Term, dataset: Term, text_sha256: str) -> None:
        self._sink = sink
        self._things = things
        self._report = report
        self._dataset = dataset
        self._evidence = EvidenceWriter(sink, report, text_sha256)

    def write(self, facts: ReportFacts) -> None:
        """Write all that a report asserts."""
        for named in facts.places:
            self._sink.add(self._evidence.node(named.evidence), "fz:names", self._things.places.node(named.place))
        for engagement in facts.engagements:
            self._engagement(engagement)
        for outcome in facts.awards:
            self._outcome(outcome)
        for role in facts.bodies:
            self._body(role)
        own = self._things.documents.issued(facts.documents)
        for document in facts.documents:
            self._document(document, own)
        for observation in facts.observations:
            self._observation(observation)

    def _statement(
        self, kind: str, type_: str, parts: tuple[str, ...], place: Place | None, year: int | None, evidence: Evidence
    ) -> Term:
        """Return the node of a statement, with what all statements have."""
        sink = self._sink
        where = place.key if place else UNKNOWN
        node = sink.node(kind, digest(kind, where, str(year or UNKNOWN), *parts))
        sink.type(node, type_)
        sink.add(node, "fz:place", self._things.places.node(place) if place else None)
        sink.integer(node, "fz:year", year)
        sink.add(node, "fz:statedIn", self._report)
        sink.add(node, "fz:evidence", self._evidence.node(evidence))
        return node

    def _engagement(self, said: Engagement) -> None:
        sink, programme = self._sink, self._things.programmes.node(said.programme)
        parts = (said.programme.key, said.status)
        node = self._statement("engagement", "fz:Engagement", parts, said.place, said.year, said.evidence)
        sink.add(node, "fz:programme", programme)
        sink.add(node, "fz:status", sink.concept("status", said.status))
        if said.place and said.status == "implemented":
            sink.add(self._things.places.node(said.place), "fz:ran", programme)

    def _outcome(self, said: AwardOutcome) -> None:
        sink, award = self._sink, self._things.awards.node(said.award, said.level)
        told = (said.edition, said.level, said.result, key(said.recipient or ""), said.count, said.rank)
        parts = (key(said.award), *("" if part is None else str(part) for part in told))
        node = self._statement("award-outcome", "fz:AwardOutcome", parts, said.place, said.year, said.evidence)
        sink.add(node, "fz:award", award)
        self._things.written(node, "fz:awardName", said.award)
        self._things.written(node, "fz:recipientName", said.recipient)
        sink.text(node, "fz:edition", said.edition)
        sink.add(node, "fz:level", sink.concept("award-level", said.level))
        sink.add(node, "fz:result", sink.concept("award-result", said.result))
        sink.integer(node, "fz:count", said.count)
        sink.text(node, "fz:rank", said.rank)
        if said.recipient:
            self._things.recipients.add(node, said.recipient, said.place)

    def _body(self, said: BodyRole) -> None:
        sink, body = self._sink, self._things.bodies.node(said.body)
        parts = (_local(body), said.relation)
        node = self._statement("body-statement", "fz:BodyStatement", parts, said.place, said.year, said.evidence)
        sink.add(node, "fz:body", body)
        sink.add(node, "fz:relation", sink.concept("body-relation", said.relation))

    def _document(self, said: DocumentRole, own: dict[str, Place]) -> None:
        sink, document = self._sink, self._things.documents.node(said, own)
        parts = (_local(document), said.relation)
        kind, type_ = "document-statement", "fz:DocumentStatement"
        node = self._statement(kind, type_, parts, said.place, said.year, said.evidence)
        sink.add(node, "fz:document", document)
        sink.add(node, "fz:relation", sink.concept("document-relation", said.relation))

    def _observation(self, said: Observation) -> None:
        sink, indicator = self._sink, self._things.indicators.node(said.indicator, said.unit)
        change = "" if said.change is None else plain(said.change)
        # The name that the report uses is part of the identity, for it is what the table shows: synonyms stay apart.
        parts = (key(said.indicator), plain(said.value), said.unit, change, str(said.approximate), said.raw)
        node = self._statement("observation", "qb:Observation", parts, said.place, said.year, said.evidence)
        sink.add(node, "qb:dataSet", self._dataset)
        sink.add(node, "fz:indicator", indicator)
        self._things.written(node, "fz:indicatorName", said.indicator)
        sink.decimal(node, "fz:value", said.value)
        sink.text(node, "fz:unit", said.unit)
        sink.decimal(node, "fz:change", said.change)
        sink.boolean(node, "fz:approximate", said.approximate)
        sink.text(node, "fz:raw", said.raw)
        sink.add(node, "sdmx-dimension:refArea", self._things.places.node(said.place) if said.place else None)
        sink.integer(node, "sdmx-dimension:refPeriod", said.year)


def _local(node: Term) -> str:
    """Return the name of a node without its base: what a report says does not depend on where the data live."""
    return iri_of(node).rpartition("/")[2]
