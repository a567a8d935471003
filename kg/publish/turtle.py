r"""Turtle, sorted, byte for byte the same for the same triples.

Written here and not by ``pyoxigraph.serialize``, because that abbreviates names to forms that rdflib cannot read
(``programme:1\+5执法``) and fixes no order of prefixes. A name is abbreviated only where every parser agrees about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.ids import DEFAULT_BASE
from kg.triples import Term, Triple, iri_of
from kg.vocabulary import PREFIXES, prefixes

_XSD = PREFIXES["xsd"]
_TYPE = f"<{PREFIXES['rdf']}type>"
_REPORT = f"<{PREFIXES['fz']}Report>"
# Local names that rdflib, oxigraph and raptor read alike: no escapes, no percent, no dot or middle dot at an end.
_LOCAL = re.compile(r"[0-9A-Za-z_〇\u4e00-\u9fff](?:[0-9A-Za-z_·.〇\u4e00-\u9fff-]*[0-9A-Za-z_〇\u4e00-\u9fff-])?")
_BARE = {f"<{_XSD}integer>": re.compile(r"-?[1-9][0-9]*|0"), f"<{_XSD}boolean>": re.compile(r"true|false")}


def turtle(triples: Iterable[Triple], base: str | None = None) -> bytes:
    """Return the triples as UTF-8 Turtle: by subject, rdf:type first, then by predicate and value.

    All prefixes of a graph with this ``base`` (None: as its reports have it) are declared, used or not.
    """
    return "".join(turtle_blocks(sorted(triples), base)).encode("utf-8")


def turtle_blocks(rows: Sequence[Triple], base: str | None = None) -> Iterator[str]:
    """Yield the same piece by piece, for sorted triples: the prefixes, then what is said of each subject."""
    declared = prefixes(base if base is not None else base_of(rows))
    short = _Short(declared)
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in declared.items())
    for subject, group in groupby(rows, key=lambda row: row[0]):
        yield _block(short, subject, list(group))


def base_of(rows: Iterable[Triple]) -> str:
    """Return where the data IRIs of a graph live, as the first of its reports has it; the default where it has none."""
    for subject, predicate, value in rows:
        if value == _REPORT and predicate == _TYPE:
            return iri_of(subject).rpartition("/")[0].removesuffix("report")
    return DEFAULT_BASE


def _block(short: _Short, subject: Term, rows: list[Triple]) -> str:
    """Return all that is said of one subject; equal triples once."""
    rows.sort(key=lambda row: (row[1] != _TYPE, row))
    lines = []
    for predicate, group in groupby(rows, key=lambda row: row[1]):
        values = dict.fromkeys([short[row[2]] for row in group])
        lines.append(f"{'a' if predicate == _TYPE else short[predicate]} {', '.join(values)}")
    return f"\n{short[subject]} " + " ;\n    ".join(lines) + " .\n"


class _Short(dict[Term, str]):
    """Terms and how Turtle abbreviates them, each worked out once."""

    def __init__(self, declared: dict[str, str]) -> None:
        super().__init__()
        self._prefixes = {iri: name for name, iri in declared.items()}

    def __missing__(self, term: Term) -> str:
        short = self._name(term) if term.startswith("<") else self._literal(term)
        self[term] = short
        return short

    def _name(self, term: Term) -> str:
        iri = iri_of(term)
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:cut])
        return term if prefix is None or not _LOCAL.fullmatch(iri, cut) else f"{prefix}:{iri[cut:]}"

    def _literal(self, term: Term) -> str:
        if not term.endswith(">"):
            return term
        quoted, _, datatype = term.rpartition("^^")
        bare = _BARE.get(datatype)
        text = quoted[1:-1]
        return text if bare and bare.fullmatch(text) else f"{quoted}^^{self[datatype]}"
