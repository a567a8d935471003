"""Document mentions -> documents: a law that the vocabulary knows gets its full title, whatever a report calls it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import DocumentMention
from kg.vocabulary import Vocabulary


def resolve_documents(mentions: Sequence[DocumentMention], vocabulary: Vocabulary) -> tuple[DocumentMention, ...]:
    """The mentions under the names of the documents they mean: 行政复议法 is 中华人民共和国行政复议法, of kind law."""
    resolved = []
    for mention in mentions:
        full = vocabulary.laws.get(mention.name)
        resolved.append(replace(mention, name=full[0], kind=full[1]) if full else mention)
    return tuple(resolved)
