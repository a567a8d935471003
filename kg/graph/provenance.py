"""The dataset with its counts, and the run that made it: version and vocabulary, no clock."""

from __future__ import annotations

from collections import Counter

from kg.graph.sink import Sink
from kg.ids import digest
from kg.triples import Term, iri_of, named
from kg.vocabulary import PREFIXES

# The classes whose members are counted in the description of the dataset.
_COUNTED = (
    "fz:AwardOutcome", "fz:BodyStatement", "fz:DocumentStatement", "fz:Engagement", "fz:Evidence", "fz:Place",
    "fz:Programme", "fz:Report", "org:FormalOrganization", "qb:Observation",
)  # fmt: skip
_TITLES = ("法治政府建设报告知识图谱", "Knowledge graph of reports on law-based government")


def dataset_node(sink: Sink, reports: list[str]) -> Term:
    """Return the node of the dataset made from reports with these local names (sorted)."""
    return sink.node("dataset", digest("dataset", *reports))


def write_run(sink: Sink, dataset: Term, reports: list[str], version: str) -> None:
    """Write the software and the run that made the dataset."""
    software = sink.node("software", f"fazhi-kg-{version}")
    sink.type(software, "prov:SoftwareAgent")
    sink.text(software, "rdfs:label", "fazhi-kg")
    sink.text(software, "owl:versionInfo", version)
    run = sink.node("activity", digest("activity", version, sink.vocabulary.sha256, *reports))
    sink.type(run, "prov:Activity")
    sink.add(run, "prov:wasAssociatedWith", software)
    sink.text(run, "fz:vocabularySha256", sink.vocabulary.sha256)
    for report in reports:
        sink.add(run, "prov:used", sink.node("report", report))
    sink.add(dataset, "prov:wasGeneratedBy", run)


def write_dataset(sink: Sink, dataset: Term) -> None:
    """Write the dataset; to be called last, for it counts what is there, itself included."""
    sink.type(dataset, "void:Dataset", "dcat:Dataset", "qb:DataSet")
    sink.name(dataset, "dcterms:title", *_TITLES)
    sink.add(dataset, "qb:structure", sink.term("fz:Structure"))
    sink.add(dataset, "void:vocabulary", named(PREFIXES["fz"]))
    rdf_type = sink.term("rdf:type")
    counts = Counter(value for _, predicate, value in sink.triples if predicate == rdf_type)
    for name in _COUNTED:
        _partition(sink, dataset, name, counts[sink.term(name)])
    sink.integer(dataset, "void:entities", len({subject for subject, _, _ in sink.triples}))
    sink.integer(dataset, "void:triples", len(sink.triples) + 1)  # and this one


def _partition(sink: Sink, dataset: Term, name: str, count: int) -> None:
    node = named(f"{iri_of(dataset)}-{name.partition(':')[2]}")
    sink.type(node, "void:Dataset")
    sink.add(dataset, "void:classPartition", node)
    sink.add(node, "void:class", sink.term(name))
    sink.integer(node, "void:entities", count)
