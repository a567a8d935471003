"""What validation found, for people (a table, grouped) and for programs (a SHACL report as JSON-LD)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kg.console.messages import language, text
from kg.console.render import as_json, shorten
from kg.model import SEVERITIES, Finding, Validation

FEW = 5
"""How many nodes of each kind of finding are listed unless all are asked for."""
_LONG = 60  # characters of a value that are shown

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
_IRIS = ("sourceShape", "sourceConstraintComponent", "resultSeverity")


def findings_table(found: Validation, base: str, *, whole: bool) -> tuple[list[str], list[list[str]]]:
    """Header and rows: severity, shape, what is wrong, node, path, value; findings of one kind stand together."""
    header = [text(name) for name in ("severity", "count", "wrong", "node", "path", "value")]
    return header, [row for group in _grouped(found) for row in _rows(group, base, whole)]


def _grouped(found: Validation) -> Iterator[list[Finding]]:
    kinds = groupby(found.findings, key=lambda one: (one.severity, one.shape, one.component))
    return (list(group) for _, group in kinds)


def _rows(group: list[Finding], base: str, whole: bool) -> Iterator[list[str]]:
    shown = group if whole else group[:FEW]
    for number, one in enumerate(shown):
        first = number == 0
        named = [text(f"severity:{one.severity}"), str(len(group)), one.message(language())] if first else ["", "", ""]
        yield [*named, _short(one.focus, base), path_text(one.path, base), _short(one.value, base)]
    if len(shown) < len(group):
        yield ["", "", "", text("more", count=len(group) - len(shown)), "", ""]


def _short(term: str, base: str) -> str:
    """A term for people: an IRI by its short name, a literal without its quotation marks, cut where it is long."""
    if term.startswith("<"):
        return shorten(term[1:-1], base)
    match = _LITERAL.fullmatch(term)
    shown = _plain(match[1]) + (f"@{match[2]}" if match[2] else "") if match else term
    return shown if len(shown) <= _LONG else shown[:_LONG] + "…"


def path_text(path: Any, base: str = "") -> str:  # noqa: ANN401 - JSON
    """A property path as SPARQL writes it: ``fz:status/skos:inScheme``; "" for none."""
    if path is None:
        return ""
    if "@id" in path:
        return shorten(path["@id"], base)
    if "@list" in path:
        return "/".join(path_text(step, base) for step in path["@list"])
    (kind, inner), *_ = path.items()
    told = path_text(inner, base)
    marks = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}
    name = kind.removeprefix("sh:")
    if name == "alternativePath":
        return f"({told.replace('/', '|')})"
    return f"^{told}" if name == "inversePath" else f"({told}){marks.get(name, '')}"


def verdict_lines(found: Validation, *, whole: bool) -> list[str]:
    """Whether the graph conforms, and how to see more."""
    counts = [sum(one.severity == name for one in found.findings) for name in SEVERITIES]
    lines = [text("conforms", of=found.of) if found.conforms else text("conforms-not", count=counts[0])]
    if counts[1] or counts[2]:
        lines.append(text("remarks", warnings=counts[1], infos=counts[2]))
    if not whole and any(len(group) > FEW for group in _grouped(found)):
        lines.append(text("see-all"))
    return lines


def as_report(found: Validation) -> str:
    """The validation report (https://www.w3.org/TR/shacl/#validation-report) as JSON-LD, results sorted.

    sh:conforms is true where no result is a violation.
    """
    from rdflib import SH

    context = {"sh": str(SH), **{f"sh:{name}": {"@type": "@id"} for name in _IRIS}}
    report = {"@context": context, "@type": "sh:ValidationReport", "sh:conforms": found.conforms}
    return as_json({**report, "sh:result": [_result(one) for one in found.findings]})


def _result(one: Finding) -> dict[str, object]:
    told: dict[str, object] = {"@type": "sh:ValidationResult", "sh:focusNode": _value(one.focus)}
    if one.path is not None:
        told["sh:resultPath"] = one.path
    if one.value:
        told["sh:value"] = _value(one.value)
    return told | {
        "sh:sourceShape": one.shape[1:-1],
        "sh:sourceConstraintComponent": f"sh:{one.component}",
        "sh:resultSeverity": f"sh:{one.severity}",
        "sh:resultMessage": [{"@value": said, **({"@language": tag} if tag else {})} for tag, said in one.messages],
    }


def _value(term: str) -> dict[str, str]:
    """A term in N-Triples syntax as JSON-LD."""
    if not term.startswith('"'):
        return {"@id": term[1:-1] if term.startswith("<") else term}
    match = _LITERAL.fullmatch(term)
    if match is None:
        return {"@value": term}
    told = {"@value": _plain(match[1])}
    if match[2]:
        return told | {"@language": match[2]}
    return told | {"@type": match[3]} if match[3] else told


_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def _plain(quoted: str) -> str:
    """The text of a literal without the escapes of N-Triples."""
    pattern = r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
    return re.sub(pattern, lambda match: _character(match[1]), quoted, flags=re.DOTALL)


def _character(escape: str) -> str:
    return chr(int(escape[1:], 16)) if escape[0] in "uU" and len(escape) > 1 else _ESCAPES.get(escape, escape)
