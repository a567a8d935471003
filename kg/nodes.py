"""Turtle files as plain strings by subject: all that reading a vocabulary needs, in a hundredth of a second."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import ConfigurationError


def read(file: Path) -> bytes:
    r"""Return the bytes of a file with line ends made \n; ConfigurationError where it cannot be read.

    A checkout on Windows may have other line ends; the hash of the vocabulary, and so the graph, must not differ.
    """
    try:
        return file.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise _broken(file, str(error)) from error


def _broken(file: Path, detail: str) -> ConfigurationError:
    return ConfigurationError(
        "vocabulary-broken", f"词表文件 {file.name} 读不了：{detail}", f"Cannot read {file.name}: {detail}",
        where=str(file), remedy_zh="恢复或者改正这个文件。", remedy_en="Restore or mend the file.",
    )  # fmt: skip


class Nodes:
    """What Turtle files say of each subject: (predicate, language or "") -> values, in the order of the files."""

    def __init__(self) -> None:
        self.by_iri: dict[str, dict[tuple[str, str], list[str]]] = {}

    def load(self, file: Path, data: bytes) -> None:
        """Add the triples of a file; blank nodes are passed over. ConfigurationError where it is no Turtle."""
        try:
            for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
                if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, (ox.NamedNode, ox.Literal)):
                    self._add(quad.subject.value, quad.predicate.value, quad.object)
        except SyntaxError as error:
            raise _broken(file, str(error)) from error

    def _add(self, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
        language = (value.language or "") if isinstance(value, ox.Literal) else ""
        self.by_iri.setdefault(subject, {}).setdefault((predicate, language), []).append(value.value)

    def all(self, iri: str, predicate: str, language: str = "") -> tuple[str, ...]:
        """All values of a property in a language (IRIs and plain strings have the language "")."""
        return tuple(self.by_iri.get(iri, {}).get((predicate, language), ()))

    def one(self, iri: str, predicate: str, language: str = "") -> str:
        """The first value, or ""."""
        return next(iter(self.all(iri, predicate, language)), "")
