"""What is wrong with a graph: the nouns of validation."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

SEVERITIES = ("Violation", "Warning", "Info")
"""Worst first. A graph conforms where it has no violation (https://www.w3.org/TR/shacl/#severity)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One validation result (https://www.w3.org/TR/shacl/#results).

    ``focus``, ``value`` and ``shape`` are terms in N-Triples syntax ("" where there is none); ``path`` is the property
    path as JSON-LD (None for a finding about the node itself); ``component`` and ``severity`` are local names of SHACL;
    ``messages`` are pairs of language and text.
    """

    focus: str
    path: Any
    value: str
    shape: str
    component: str
    severity: str
    messages: tuple[tuple[str, str], ...]

    def order(self) -> tuple[object, ...]:
        """What findings are sorted by: the worst first, then by shape, node, path and value."""
        path = json.dumps(self.path, ensure_ascii=False, sort_keys=True)
        return (SEVERITIES.index(self.severity), self.shape, self.component, self.focus, path, self.value)

    def message(self, language: str) -> str:
        """The message in a language; else the one in English, the first, or ""."""
        told = dict(self.messages)
        return told.get(language) or told.get("en") or next(iter(told.values()), "")


@dataclass(frozen=True, slots=True)
class Validation:
    """What validation found in the ``checked`` nodes of a graph that has ``of``."""

    findings: tuple[Finding, ...]
    checked: int
    of: int

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and infos are none."""
        return not self.violations

    @property
    def sampled(self) -> bool:
        """Whether only some of the nodes were looked at."""
        return self.checked < self.of

    @property
    def violations(self) -> tuple[Finding, ...]:
        """The findings that are violations."""
        return tuple(finding for finding in self.findings if finding.severity == SEVERITIES[0])
