"""Which of the reports read are one report, and which have much of the same text.

A part of gathering, between the stages that read reports one by one and the graph of all of them: the only place that sees
two reports at once. What it knows of their texts is their fingerprints.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.copies.grouping import Group, Pairs, grouped
from kg.model import Copy, NearCopy, Problem, ReportFacts
from kg.structure import completed

__all__ = ["settle"]

_NAMED = 3  # near copies that a message names


def settle(facts: Sequence[ReportFacts]) -> tuple[list[ReportFacts], list[Problem]]:
    """Each report once, with its copies and near copies, in the order of names; and what should be known about them.

    The same for any order of ``facts``; their names must differ. Problems: those of the reports that are kept,
    ``metadata-conflict`` where copies contradict each other, and ``near-copy``.
    """
    groups, pairs = grouped(facts)
    kept: list[ReportFacts] = []
    problems: list[Problem] = []
    for group in groups:
        one, conflicts = _united(group)
        kept.append(one)
        problems += [*one.problems, *conflicts]
    near = _neighbours(kept, pairs)
    before: dict[int, list[tuple[ReportFacts, float]]] = defaultdict(list)
    for (earlier, later), share in pairs.items():
        before[later].append((kept[earlier], share))
    problems += [_near_copy(kept[later], before[later]) for later in sorted(before)]
    return [replace(one, near_copies=near.get(number, ())) for number, one in enumerate(kept)], problems


def _united(group: Group) -> tuple[ReportFacts, tuple[Problem, ...]]:
    """The report that is kept, with its copies and with what these know of it that it does not tell itself."""
    one, *others = group
    if not others:
        return one, ()
    others.sort(key=lambda said: said.name)
    meta, problems = completed(one.meta, [(said.name, said.meta) for said in others], one.name)
    copies = (Copy(said.name, said.source_sha256, said.format, said.encoding, said.meta.url) for said in others)
    return replace(one, meta=meta, copies=tuple(copies)), problems


def _neighbours(kept: Sequence[ReportFacts], pairs: Pairs) -> dict[int, tuple[NearCopy, ...]]:
    """The near copies of each report that has any, by its number, in the order of names."""
    found: dict[int, list[NearCopy]] = defaultdict(list)
    for (a, b), share in pairs.items():
        found[a].append(NearCopy(kept[b].name, round(share, 2)))
        found[b].append(NearCopy(kept[a].name, round(share, 2)))
    return {number: tuple(sorted(near, key=lambda one: one.name)) for number, near in found.items()}


def _near_copy(one: ReportFacts, others: Sequence[tuple[ReportFacts, float]]) -> Problem:
    """That a report is a near copy of others, the nearest first; said once for each pair, of the later name."""
    nearest = sorted(others, key=lambda other: (-other[1], other[0].name))
    zh = "、".join(f"{other.name}（{share:.0%}，{_kin(one, other)[0]}）" for other, share in nearest[:_NAMED])
    en = ", ".join(f"{other.name} ({share:.0%}, {_kin(one, other)[1]})" for other, share in nearest[:_NAMED])
    if len(nearest) > _NAMED:
        zh, en = f"{zh}等 {len(nearest)} 份", f"{en} and {len(nearest) - _NAMED} more"
    return Problem(
        "near-copy", one.name, f"大部分正文与别的报告相同，都已收入，图谱里标明是近似副本（占较短一份的比例）：{zh}",
        f"most of the text is that of another report; both are built in and marked as near copies (share of the shorter "
        f"one): {en}",
        "若是同一份报告的转载或改动本，删去一份，以免重复计数；若是两份报告，不必处理",
        "if one is a repost or an altered copy of the other, remove it, or it counts twice; if they are two, leave them",
    )  # fmt: skip


def _kin(one: ReportFacts, other: ReportFacts) -> tuple[str, str]:
    """Whether two reports are of the same place and year, which tells a repost from boilerplate."""
    a, b = one.meta, other.meta
    same = a.place is not None and b.place is not None and a.place.key == b.place.key and a.year == b.year
    return ("同地同年", "same place and year") if same else ("地方或年份不同", "another place or year")
