"""Where triples are collected: nodes by kind, terms by name, literals by type; each triple once."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.errors import ConfigurationError
from kg.ids import iri
from kg.triples import Term, Triple, literal, named
from kg.vocabulary import Vocabulary

_DATES = (("date", r"\d{4}-\d\d-\d\d"), ("gYearMonth", r"\d{4}-\d\d"), ("gYear", r"\d{4}"))
# An absolute IRI that ends a path segment (RFC 3987, 2.2, and what N-Triples forbids inside angle brackets).
_BASE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*[/#]')


class Sink:
    """Collects triples. Subjects are data nodes, predicates are terms of the ontology, so a misspelt one raises.

    Raises ConfigurationError where the base is no IRI that ends in ``/`` or ``#``.
    """

    def __init__(self, vocabulary: Vocabulary, base: str) -> None:
        if not _BASE.fullmatch(base):
            raise ConfigurationError(
                "base-invalid", f"{base} 不能作为数据 IRI 的前缀。", f"{base} cannot be the base of data IRIs.",
                where=base, remedy_zh="用 https://example.org/id/ 这样的绝对地址，以 / 或 # 结尾。",
                remedy_en="Give an absolute IRI that ends in / or #, such as https://example.org/id/.",
            )  # fmt: skip
        self.vocabulary = vocabulary
        self.base = base
        self.triples: set[Triple] = set()
        self._terms: dict[str, Term] = {}
        self._concepts: dict[tuple[str, str], Term] = {}

    def node(self, kind: str, local: str) -> Term:
        """Return the node of a thing, e.g. ("place", "330105")."""
        return named(iri(kind, local, self.base))

    def term(self, curie: str) -> Term:
        """Return the node of a term, e.g. fz:place."""
        known = self._terms.get(curie)
        if known is None:
            known = self._terms[curie] = named(self.vocabulary.term(curie))
        return known

    def concept(self, scheme: str, notation: str) -> Term:
        """Return the node of a concept, and see to it that the graph says what the concept is."""
        known = self._concepts.get((scheme, notation))
        if known is None:
            concept = self.vocabulary.concept(scheme, notation)
            known = self._concepts[scheme, notation] = named(concept.iri)
            self.type(known, "skos:Concept")
            self.text(known, "skos:notation", notation)
            self.name(known, "skos:prefLabel", concept.zh, concept.en)
            self.add(known, "skos:inScheme", named(concept.iri.rpartition("/")[0]))
        return known

    def type(self, node: Term, *classes: str) -> None:
        """Say what a node is."""
        for name in classes:
            self.add(node, "rdf:type", self.term(name))

    def add(self, subject: Term, predicate: str, value: Term | None) -> None:
        """Add a triple; a value that is not known (None) adds none."""
        if value is not None:
            self.triples.add((subject, self._terms.get(predicate) or self.term(predicate), value))

    def name(self, subject: Term, predicate: str, zh: str = "", en: str = "") -> None:
        """Add a name or definition in Chinese, in English, or in both."""
        if zh:
            self.add(subject, predicate, literal(zh, language="zh"))
        if en:
            self.add(subject, predicate, literal(en, language="en"))

    def text(self, subject: Term, predicate: str, value: str | None) -> None:
        """Add a plain string; None or "" adds nothing."""
        if value:
            self.add(subject, predicate, literal(value))

    def integer(self, subject: Term, predicate: str, value: int | None) -> None:
        """Add an xsd:integer."""
        if value is not None:
            self.add(subject, predicate, f'"{value}"^^{self.term("xsd:integer")}')

    def decimal(self, subject: Term, predicate: str, value: Decimal | None) -> None:
        """Add an xsd:decimal in its shortest form (11300, 97.1)."""
        if value is not None:
            self.add(subject, predicate, literal(plain(value), datatype=self.term("xsd:decimal")))

    def boolean(self, subject: Term, predicate: str, value: bool) -> None:
        """Add an xsd:boolean."""
        self.add(subject, predicate, literal("true" if value else "false", datatype=self.term("xsd:boolean")))

    def date(self, subject: Term, predicate: str, value: str | None) -> None:
        """Add a date of the precision known: 2021-04-09, 2014-12 or 2005; what is no date is added as a string."""
        for name, pattern in _DATES:
            if value and re.fullmatch(pattern, value):
                return self.add(subject, predicate, literal(value, datatype=self.term(f"xsd:{name}")))
        return self.text(subject, predicate, value)


def plain(value: Decimal) -> str:
    """Return a number without exponent, trailing zeros or a negative zero."""
    text = format(value.normalize(), "f")
    return "0" if text in {"-0", ""} else text
