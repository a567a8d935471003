"""What the rules that found something are called: ``vocabularies/rule.ttl``, which only explains and is not loaded else."""

from __future__ import annotations

from kg.nodes import Nodes
from kg.vocabulary import Vocabulary, ontology_folder


def rules(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """Notation of each rule -> (zh, en)."""
    file = ontology_folder() / "vocabularies" / "rule.ttl"
    nodes = Nodes()
    nodes.load(file, file.read_bytes())
    notation, label = vocabulary.term("skos:notation"), vocabulary.term("skos:prefLabel")
    named = {nodes.one(iri, notation): iri for iri in nodes.by_iri if nodes.one(iri, notation)}
    return {name: (nodes.one(iri, label, "zh"), nodes.one(iri, label, "en")) for name, iri in sorted(named.items())}
