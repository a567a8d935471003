"""The sentences behind a thing or a statement."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.console.messages import pick
from kg.graph import run
from kg.inquiry.stored import Stored, open_graph
from kg.inquiry.suggest import Thing, closest, expand, meant, things

# ?subject is the programme, award, body, document or indicator; a sentence that only names a place has none.
_QUERY = """
SELECT DISTINCT ?statement ?class ?subject ?status ?zh ?en ?place ?year ?value ?unit ?recipient
  ?evidence ?report ?title ?source ?start ?end ?exact ?role ?rule
WHERE {{
  {{ SELECT DISTINCT ?statement ?evidence WHERE {{
    {{ <{iri}> fz:evidence ?evidence . BIND(<{iri}> AS ?statement) }}
    UNION {{ ?statement fz:programme|fz:award|fz:body|fz:document|fz:indicator|fz:recipient|fz:place|fz:statedIn
      <{iri}> ; fz:evidence ?evidence }}
    UNION {{ ?statement fz:evidence <{iri}> . BIND(<{iri}> AS ?evidence) }}
    UNION {{ ?evidence fz:names <{iri}> . BIND(?evidence AS ?statement) }}
  }} }}
  ?statement a ?class .
  VALUES ?class {{ fz:Engagement fz:AwardOutcome fz:BodyStatement fz:DocumentStatement qb:Observation fz:Evidence }}
  OPTIONAL {{ ?statement fz:programme|fz:award|fz:body|fz:document|fz:indicator ?about .
    ?about skos:prefLabel|rdfs:label ?subject . FILTER(lang(?subject) = "zh") }}
  OPTIONAL {{ ?statement fz:status|fz:result|fz:relation ?concept .
    ?concept skos:notation ?status ; skos:prefLabel ?zh, ?en . FILTER(lang(?zh) = "zh" && lang(?en) = "en") }}
  OPTIONAL {{ ?statement fz:place|fz:names ?where . ?where fz:path ?place }}
  OPTIONAL {{ ?statement fz:year ?year }}
  OPTIONAL {{ ?statement fz:value ?value }}
  OPTIONAL {{ ?statement fz:unit ?unit }}
  OPTIONAL {{ ?statement fz:recipientName ?recipient }}
  ?evidence oa:hasSource ?report ; oa:exact ?exact ; oa:start ?start ; oa:end ?end .
  ?report dcterms:source ?source .
  OPTIONAL {{ ?report dcterms:title ?title }}
  OPTIONAL {{ ?evidence fz:rule ?rule }}
  OPTIONAL {{ ?evidence fz:role/skos:prefLabel ?role . FILTER(lang(?role) = "{language}") }}
}}"""
_CLASSES = ("Engagement", "AwardOutcome", "BodyStatement", "DocumentStatement", "Observation", "Evidence")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of evidence: half-open offsets into the text as read, and the report it stands in."""

    report: str
    title: str
    source: str
    start: int
    end: int
    text: str
    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What reports say, with the sentences that say so. ``kind`` is the local name of its class; "" is: not told."""

    iri: str
    kind: str
    subject: str
    status: str
    status_label: str
    place: str
    year: str
    value: str
    unit: str
    recipient: str
    sentences: tuple[Sentence, ...]


def explanations(graph: Path, name: str) -> tuple[list[tuple[Thing | None, str, list[Statement]]], list[str]]:
    """What a graph says of everything that a name means, and, where it means nothing, the closest names.

    Raises:
        ConfigurationError: the graph cannot be read.
    """
    stored = open_graph(graph)
    known = things(stored)
    found = meant(name, known, stored.base)
    if found:
        return [(thing, thing.iri, statements(stored, thing.iri)) for thing in found], []
    iri = expand(name, stored.base)
    said = statements(stored, iri) if ":" in iri else []
    return ([(None, iri, said)], []) if said else ([], closest(name, known))


def statements(stored: Stored, iri: str) -> list[Statement]:
    """All statements about a thing, made by a report, resting on a sentence, or the one statement that ``iri`` names.

    In the order of kind, subject, place and year; the sentences of each in the order of reports and offsets.
    """
    if any(mark in iri for mark in '<>"{}|\\^` \n\t'):
        return []
    rows = run(stored.store, _QUERY.format(iri=iri, language=pick("zh", "en")), base=stored.base).dicts()
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        grouped.setdefault(row["statement"], []).append(row)
    return sorted((_statement(group) for group in grouped.values()), key=_order)


def _order(said: Statement) -> tuple[int, str, str, str, str]:
    return _CLASSES.index(said.kind), said.subject, said.place, said.year, said.iri


def _statement(rows: list[dict[str, str]]) -> Statement:
    # A thing that has two labels of one language would give two rows each: the first in order stands for all.
    row = min(rows, key=lambda row: sorted(row.items()))
    kind = row["class"].replace("#", "/").rpartition("/")[2]
    found = sorted({_sentence(row) for row in rows}, key=lambda one: (one.source, one.start, one.end, one.rule))
    label = pick(row["zh"], row["en"])
    return Statement(
        row["statement"], kind, row["subject"], row["status"], label, row["place"], row["year"], row["value"],
        row["unit"], row["recipient"], tuple(found),
    )  # fmt: skip


def _sentence(row: dict[str, str]) -> Sentence:
    start, end = int(row["start"]), int(row["end"])
    return Sentence(
        row["report"], row["title"], row["source"], start, end, row["exact"], row["role"], row["rule"]
    )
