"""JSON-LD, compacted with the context of the ontology: what a web developer reads without knowing RDF.

Written here, because pyoxigraph writes expanded JSON-LD alone, and what rdflib writes changes its order with the hash seed
of the process and needs a second copy of the graph. Compacting is simple for a graph without lists: each node once, each
value by what its property's name promises, and spelt out as ``{"@value": …, "@type": …}`` where it is something else.
Whatever the context does not know is written in full, so that nothing is lost. The context is part of the document, which
can so be read offline. Decimals are strings: JSON readers make binary fractions of numbers.
https://www.w3.org/TR/json-ld11/#compaction
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from kg.exchange.context import Context, Name, context
from kg.publish.turtle import base_of
from kg.triples import Term, Triple, named, read_literal
from kg.vocabulary import vocabulary

# Numbers that every JSON reader keeps as they are: no leading zero, no "-0", at most 15 digits (RFC 8259, 6).
_WHOLE = re.compile(r"-?[1-9][0-9]{0,14}|0")


def json_ld(triples: Sequence[Triple]) -> Iterator[str]:
    """Write sorted triples as one JSON-LD document: the context, then a node each, a property a line."""
    writer = _Writer(context(base_of(triples)))
    head = ",\n".join(f"  {_text(name)}: {_text(said)}" for name, said in writer.context.document().items())
    yield f'{{\n "@context": {{\n{head}\n }},\n "@graph": ['
    mark = "\n"
    for subject, rows in groupby(triples, key=lambda row: row[0]):
        yield mark + writer.node(subject, rows)
        mark = ",\n"
    yield "\n ]\n}\n"


class _Writer:
    """Writes nodes in the words of a context."""

    def __init__(self, words: Context) -> None:
        self.context = words
        term = vocabulary().term
        self._type = named(term("rdf:type"))
        self._integer, self._boolean = named(term("xsd:integer")), named(term("xsd:boolean"))
        self.reference = cache(lambda node: _text(words.node(node)))  # a node is written wherever it is referred to

    def node(self, subject: Term, rows: Iterable[Triple]) -> str:
        """A node and all that is said of it."""
        said: dict[str, str] = {}
        types: list[str] = []
        for predicate, group in groupby(rows, key=lambda row: row[1]):
            values = [value for _, _, value in group]
            if predicate == self._type:
                types = [self._class(value) for value in values]
            else:
                name = self.context.properties.get(predicate) or Name(self.context.compact(predicate[1:-1]))
                said[name.name] = self._values(name, values)
        lines = [f'"id": {self.reference(subject)}']
        lines += [f'"type": {_listed(types)}'] if types else []
        lines += [f"{_text(name)}: {values}" for name, values in sorted(said.items())]
        return "  {" + ",\n   ".join(lines) + "}"

    def _class(self, term: Term) -> str:
        if term.startswith("<"):
            return _text(self.context.classes.get(term) or self.context.compact(term[1:-1]))
        return _text(term)

    def _values(self, name: Name, values: list[Term]) -> str:
        if name.type == "@language":
            read = [read_literal(value) if value.startswith('"') else ("", "", "") for value in values]
            if all(language for _, language, _ in read):
                return _language_map((language, text) for text, language, _ in read)
            # Not all have a language. In a list each speaks for itself; an object alone would be taken for a map.
            return "[" + ", ".join(self._value("", value) for value in values) + "]"
        return _listed([self._value(name.type, value) for value in values])

    def _value(self, kind: str, value: Term) -> str:
        if not value.startswith('"'):
            reference = self.reference(value)
            return reference if kind == "@id" else f'{{"id": {reference}}}'
        text, language, datatype = read_literal(value)
        if language:
            return f'{{"@value": {_text(text)}, "@language": {_text(language)}}}'
        if datatype == kind:
            return _text(text)
        if not kind and (
            (datatype == self._integer and _WHOLE.fullmatch(text))
            or (datatype == self._boolean and text in ("true", "false"))
        ):
            return text
        typed = f', "@type": {_text(self.context.compact(datatype[1:-1]))}' if datatype else ""
        return f'{{"@value": {_text(text)}{typed}}}'


def _language_map(values: Iterable[tuple[str, str]]) -> str:
    texts: dict[str, list[str]] = {}
    for language, text in values:
        texts.setdefault(language, []).append(_text(text))
    return "{" + ", ".join(f"{_text(language)}: {_listed(texts[language])}" for language in sorted(texts)) + "}"


def _listed(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
