"""Reports -> groups of inputs that hold the same one, and how much text different ones share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.copies.near import near_pairs
from kg.copies.same import FEWEST, agree, preference, same_body
from kg.model import Fingerprint, ReportFacts

Group = list[ReportFacts]
"""Inputs that hold one report, the one that is kept first."""

Pairs = dict[tuple[int, int], float]
"""By the numbers of two groups, the smaller first: how much of the shorter text the other has, too."""


def grouped(facts: Sequence[ReportFacts]) -> tuple[list[Group], Pairs]:
    """Groups, in the order of the names of what is kept, and the pairs of them that are near copies.

    The same for any order of ``facts``; their names must differ.
    """
    groups = sorted(_same_words(facts), key=lambda group: group[0].name)
    joined, pairs = _joined(groups, _near(groups))
    order = sorted(range(len(joined)), key=lambda number: joined[number][0].name)
    place = {number: at for at, number in enumerate(order)}
    ordered = {(min(place[a], place[b]), max(place[a], place[b])): share for (a, b), share in pairs.items()}
    return [joined[number] for number in order], dict(sorted(ordered.items()))


def _same_words(facts: Sequence[ReportFacts]) -> list[Group]:
    """Inputs with the same text, white space apart; and inputs with the same words in the body that may be one report."""
    texts: dict[str, Group] = defaultdict(list)
    for said in sorted(facts, key=preference):
        texts[said.words_sha256 or f"name {said.name}"].append(said)
    bodies: dict[str, list[Group]] = defaultdict(list)
    for group in texts.values():
        found = group[0].fingerprint
        alike = bodies[found.body if found and found.words >= FEWEST else f"name {group[0].name}"]
        home = next((other for other in alike if _agree(other, group)), None)
        if home is None:
            alike.append(group)
        else:
            home += group
    return [sorted(group, key=preference) for alike in bodies.values() for group in alike]


def _agree(one: Group, other: Group) -> bool:
    return all(agree(a.meta, b.meta) for a in one for b in other)


def _near(groups: Sequence[Group]) -> Pairs:
    known = [(number, found) for number, group in enumerate(groups) if (found := group[0].fingerprint)]
    pairs = near_pairs([found for _, found in known])
    return {(known[a][0], known[b][0]): share for a, b, share in pairs}


def _joined(groups: Sequence[Group], pairs: Pairs) -> tuple[list[Group], Pairs]:
    """Groups whose texts differ only in what stands around them put together, and the pairs that are left."""
    home = list(range(len(groups)))
    members = [list(group) for group in groups]

    def root(number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number

    for a, b in sorted(pairs):
        one, other = root(a), root(b)
        if one != other and _same(groups[a], groups[b]) and _agree(members[one], members[other]):
            members[one] += members[other]
            home[other] = one
    roots = [number for number in range(len(groups)) if home[number] == number]
    place = {number: at for at, number in enumerate(roots)}
    left: Pairs = {}
    for (a, b), share in sorted(pairs.items()):
        one, other = sorted((place[root(a)], place[root(b)]))
        if one != other:
            left[one, other] = max(share, left.get((one, other), 0.0))
    return [sorted(members[number], key=preference) for number in roots], left


def _same(one: Group, other: Group) -> bool:
    first, second = one[0].fingerprint, other[0].fingerprint
    return isinstance(first, Fingerprint) and isinstance(second, Fingerprint) and same_body(first, second)
