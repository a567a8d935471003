"""Some nodes of a large graph that stand for all: of every form that nodes take, a few.

A form is what a node is and has: its classes, its properties, whether each is there once or more often, and what its
values are (their language or datatype, or the kind of node that they lead to). A builder that forgets a property, writes
it twice or with another datatype makes a new form, and at least one node of each form is looked at; single values are
looked at here and there. Chosen are nodes at even distances in the order of their names: no chance, no hash seed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from kg.triples import Term, Triple

Form = tuple[tuple[tuple[Term, str], int], ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of the graph: rdf:type, fz:ran, fz:place, and ``beside``, what is to be known of neighbours.

    Neighbours are what a node leads to, and for a place that ran something the statements about it.
    """

    of_type: Term
    ran: Term
    place: Term
    beside: frozenset[Term]


def choose(triples: Sequence[Triple], terms: Terms, each: int) -> tuple[list[Triple], set[Term], int]:
    """Return the triples that are needed to judge a sample of nodes, those nodes, and the number of all nodes.

    Args:
        triples: sorted by subject.
        terms: the terms that matter here.
        each: how many nodes of each form.
    """
    said = {subject: list(group) for subject, group in groupby(triples, key=itemgetter(0))}
    forms: dict[Form, list[Term]] = {}
    for subject, group in said.items():
        forms.setdefault(_form(group, terms.of_type), []).append(subject)
    chosen = {node for members in forms.values() for node in _spread(members, each)}
    runners = {node for node in chosen if any(predicate == terms.ran for _, predicate, _ in said[node])}
    about = {s for s, p, o in triples if p == terms.place and o in runners} if runners else set()
    beside = about.union(*({value for _, _, value in said[node]} for node in chosen)) - chosen
    judged = [triple for node in sorted(chosen) for triple in said[node]]
    known = [triple for node in sorted(beside) for triple in said.get(node, ()) if triple[1] in terms.beside]
    return judged + known, chosen, len(said)


def _form(group: Iterable[Triple], of_type: Term) -> Form:
    counts = Counter((predicate, value if predicate == of_type else _kind(value)) for _, predicate, value in group)
    return tuple(sorted((part, min(count, 2)) for part, count in counts.items()))


def _kind(value: Term) -> str:
    """The language or datatype of a literal; what an IRI begins with, up to the name of the thing."""
    return value[: value.rfind("/")] if value[0] == "<" else value[value.rfind('"') :]


def _spread(members: Sequence[Term], each: int) -> Iterable[Term]:
    step = max(1, -(-len(members) // each))
    return members[::step]
