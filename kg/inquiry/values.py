"""What people give with --place, --programme, --indicator and --status, as the graph spells it."""

from __future__ import annotations

from kg.errors import QueryError
from kg.inquiry.places import ended
from kg.inquiry.suggest import Thing, closest, meant
from kg.vocabulary import vocabulary

#: Which class of things an option names; the values of other options are taken as they are.
KINDS = {"place": "Place", "other": "Place", "programme": "Programme", "indicator": "Indicator"}


def things_named(option: str, value: str, known: tuple[Thing, ...], base: str) -> tuple[Thing, ...]:
    """The things that a value of an option names: by IRI, code or name, or else those whose names hold it (not places).

    Raises:
        QueryError: ``unknown-value``, with the closest names, and with what became of a place that has ended.
    """
    kind = KINDS[option]
    among = tuple(thing for thing in known if thing.kind == kind)
    found = meant(value, among, base)
    if not found and kind != "Place":
        found = tuple(thing for thing in among if any(value in called for called in thing.names))
    if found:
        return found
    near, gone = closest(value, among), ended(value) if kind == "Place" else ("", "")
    raise QueryError(
        "unknown-value", f"图谱里没有“{value}”{gone[0]}", f"the graph knows no “{value}”{gone[1]}", where=f"--{option}",
        remedy_zh=f"相近的有：{'、'.join(near)}" if near else "",
        remedy_en=f"the closest are: {', '.join(near)}" if near else "",
    )  # fmt: skip


def status_named(value: str) -> str:
    """The notation of a status given by notation or by label in either language.

    Raises:
        QueryError: ``unknown-value``, with all statuses there are.
    """
    words = vocabulary()
    concepts = [words.concept("status", notation) for notation in words.notations("status")]
    for concept in concepts:
        if value.lower() in (concept.notation, concept.zh, concept.en):
            return concept.notation
    zh = "、".join(f"{concept.notation}（{concept.zh}）" for concept in concepts)
    raise QueryError(
        "unknown-value", f"没有状态“{value}”", f"there is no status “{value}”", where="--status",
        remedy_zh=f"可用：{zh}", remedy_en=f"use one of: {', '.join(concept.notation for concept in concepts)}",
    )  # fmt: skip
