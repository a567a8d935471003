"""The JSON-LD context of ontology/context.jsonld: short names for the terms of a graph, and what kind of values they have.

The file is made from the ontology (``tests/ontology/rebuild_context.py``). Data IRIs are written relative to ``@base``
(``place/330105``), because ``place`` and ``status``, which would be their prefixes, are names of properties; ``@base``
is no part of the file, for a base in a remote context counts for nothing (JSON-LD 1.1, 4.1.3).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from kg.errors import ConfigurationError
from kg.triples import Term, iri_of, named
from kg.vocabulary import ontology_folder

FILE = "context.jsonld"

# What stays the same when it is resolved against a base (RFC 3986, 5.2): kind, slash, and a name as kg.ids.slug makes
# them, which neither climbs (..) nor starts anything new (: / ? #).
_LOCAL = re.compile(r"[a-z][a-z-]*/(?!\.{1,2}$)[^/?#:\s@]+")
_PLAIN_BASE = re.compile(r"https?://[^/?#]+/(?:[^?#]*/)?")
_HASH_BASE = re.compile(r"https?://[^/?#]+/[^?#]*#")
_CLIMBS = re.compile(r"/\.{1,2}(?:[/?#]|$)|.//")  # segments that resolving would take away


@dataclass(frozen=True, slots=True)
class Name:
    """The short name of a property; ``type`` is ``@id``, ``@language``, a datatype in angle brackets, or ""."""

    name: str
    type: str = ""


@dataclass(frozen=True)
class Context:
    """A context, as JSON (``definitions``, without ``@base``) and as the writer looks things up in it."""

    definitions: dict[str, Any]
    base: str
    properties: dict[Term, Name] = field(default_factory=dict)
    classes: dict[Term, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)  # namespace -> prefix

    def document(self) -> dict[str, Any]:
        """The context as it stands in a document: with the base of its data."""
        return {"@base": self.base.removesuffix("#"), **self.definitions}

    def node(self, term: Term) -> str:
        """A node as a reference: relative to the base, by prefix, or whole.

        Raises ConfigurationError (``iri-taken-for-prefix``) for an IRI whose scheme is one of our prefixes.
        """
        if not term.startswith("<"):
            return term  # a blank node
        iri = iri_of(term)
        local = iri.removeprefix(self.base)
        if len(local) < len(iri) and _LOCAL.fullmatch(local) and self._resolves():
            return f"#{local}" if self.base.endswith("#") else local
        return self.compact(iri)

    def compact(self, iri: str) -> str:
        """An IRI by prefix or whole, as properties and classes without a name of their own are written."""
        space = max((space for space in self.prefixes if iri.startswith(space)), key=len, default="")
        local = iri.removeprefix(space)
        if space and local and not local.startswith("//"):
            return f"{self.prefixes[space]}:{local}"
        if iri.partition(":")[0] in self.definitions:
            raise ConfigurationError(
                "iri-taken-for-prefix", f"<{iri}> 在 JSON-LD 里会被当成前缀名", f"JSON-LD would take <{iri}> for a short name",
                remedy_zh="改用别的格式", remedy_en="use another format",
            )  # fmt: skip
        return iri

    def _resolves(self) -> bool:
        """Whether references to this base lead back to it: http(s), no segments that resolving takes away."""
        whole = _PLAIN_BASE.fullmatch(self.base) or _HASH_BASE.fullmatch(self.base)
        return bool(whole) and not _CLIMBS.search(self.base.partition("://")[2])


def context(base: str) -> Context:
    """Read the context of the ontology, for data that live below ``base``.

    Raises ConfigurationError (``context-broken``) where the file is missing or no context.
    """
    path = ontology_folder() / FILE
    try:
        made = parse(json.loads(path.read_text(encoding="utf-8"))["@context"], base)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigurationError(
            "context-broken", f"{FILE} 读不了：{error}", f"cannot read {FILE}: {error}", where=str(path),
            remedy_zh="恢复这个文件", remedy_en="restore the file",
        ) from error  # fmt: skip
    return made


def parse(definitions: dict[str, Any], base: str) -> Context:
    """Make sense of the definitions of a context: prefixes end in / or #, classes begin with a capital letter."""
    names = {name: value["@id"] if isinstance(value, dict) else value for name, value in definitions.items()}
    prefixes = {value: name for name, value in names.items() if value.endswith(("/", "#"))}
    spaces = {name: iri for iri, name in prefixes.items()}
    found = Context(definitions, base, prefixes=prefixes)
    for name, value in names.items():
        prefix, _, local = value.partition(":")
        if value.startswith("@") or name in spaces:
            continue
        term = named(spaces[prefix] + local)
        if local[:1].isupper():
            found.classes[term] = name
        else:
            found.properties[term] = Name(name, _type(definitions[name], spaces))
    return found


def _type(definition: str | dict[str, str], spaces: dict[str, str]) -> str:
    """What a definition says of values: ``@id``, ``@language``, a datatype as a term, or ""."""
    if isinstance(definition, str):
        return ""
    kind = definition.get("@container") or definition.get("@type", "")
    if not kind or kind.startswith("@"):
        return kind
    prefix, _, local = kind.partition(":")
    return named(spaces[prefix] + local)
