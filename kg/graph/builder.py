"""The whole graph from what reports assert."""

from __future__ import annotations

from collections.abc import Iterable

from kg import ids
from kg.graph.places import Gazetteer, Places
from kg.graph.provenance import dataset_node, write_dataset, write_run
from kg.graph.reports import write_near_copies, write_report
from kg.graph.sink import Sink
from kg.graph.statements import Statements, Things
from kg.ids import DEFAULT_BASE
from kg.model import ReportFacts
from kg.triples import Term, Triple
from kg.version import installed_version
from kg.vocabulary import Vocabulary


def build(
    facts: Iterable[ReportFacts],
    vocabulary: Vocabulary,
    gazetteer: Gazetteer,
    base: str = DEFAULT_BASE,
    version: str | None = None,
) -> list[Triple]:
    """Build the graph of some reports: sorted triples without blank nodes, the same for any order of ``facts``.

    ``base`` is where data IRIs live; ``version`` is that of this software (None: as installed). Raises
    ConfigurationError where a fact holds a notation that no vocabulary has, or where ``base`` is no IRI.
    """
    unique = {(said.text_sha256, said.name): said for said in facts}
    reports = sorted({ids.report_name(said) for said in unique.values()})
    sink = Sink(vocabulary, base)
    places = Places(sink, gazetteer)
    things = Things(sink, places)
    dataset = dataset_node(sink, reports)
    for said in unique.values():
        report = write_report(sink, places, things.bodies, said)
        Statements(sink, things, report, dataset, said.text_sha256).write(said)
    write_near_copies(sink, list(unique.values()))
    things.finish()
    write_run(sink, dataset, reports, version or installed_version())
    write_dataset(sink, dataset)
    return _in_order(sink.triples)


def _in_order(triples: Iterable[Triple]) -> list[Triple]:
    """The triples sorted: subject by subject in half the time, for all subjects begin alike."""
    said: dict[Term, list[Triple]] = {}
    for triple in triples:
        said.setdefault(triple[0], []).append(triple)
    return [triple for subject in sorted(said) for triple in sorted(said[subject])]
