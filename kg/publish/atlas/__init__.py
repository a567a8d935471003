"""The data behind the atlas (index.html): everything a build knows, each sentence and each name written once.

Rows are short arrays that point to others by number; the page's scripts (``assets/atlas``) give them their names back.
The sentences, which are long and looked at one by one, can stand in files of their own beside the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.publish.atlas.answers import answers
from kg.publish.atlas.names import names
from kg.publish.atlas.numbers import Tables
from kg.publish.atlas.rows import Rows
from kg.publish.atlas.rules import rules
from kg.publish.html import safe_json, words
from kg.vocabulary import SCHEMES, Vocabulary

__all__ = ["answers", "atlas", "shared", "split", "terms"]

#: Beyond this many reports the sentences stand in files beside the page, which a browser loads when they are asked for.
WHOLE = 1000
#: Sentences of one such file: about 600 kB, read from disk in the time of a click.
SHARE = 4000


def atlas(
    tables: Tables,
    things: Tables,
    terms: Mapping[str, Mapping[str, tuple[str, str]]],
    asked: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The data of the page, the same for the same rows in whatever order they come.

    Args:
        tables: rows by table name, with the columns of the CSV files, all values strings, missing ones "".
        things: rows of the queries in ``ontology/questions/atlas`` by their names: what places, programmes, series of
            honours and indicators are; any of them may be missing.
        terms: words of the vocabulary: scheme -> notation -> (zh, en).
        asked: the ready questions with their answers, as :func:`answers` gives them.

    Returns:
        Lists of rows, ready for JSON. What the columns are is told where they are made (``rows``, ``names``) and where
        they are read (``assets/atlas/data.js``).
    """
    rows = Rows(tables, things)
    said = {
        "reports": rows.reports(),
        "runs": rows.runs(),
        "outcomes": rows.outcomes(),
        "deeds": rows.deeds(),
        "papers": rows.papers(),
        "observations": rows.observations(),
    }
    known = names(rows, things)
    sources = [sentence[1] for sentence in known["sentences"]]
    return said | known | {"sources": sources, "terms": terms, "words": words(), "questions": list(asked)}


def split(data: dict[str, Any], whole: int = WHOLE, share: int = SHARE) -> tuple[dict[str, Any], dict[str, Any]]:
    """The data of the page itself, and what stands in files beside it: file name -> its sentences, by number.

    Up to ``whole`` reports nothing stands apart.
    """
    sentences = data["sentences"]
    if len(data["reports"]) <= whole:
        return data, {}
    parts = {f"sentences-{at // share:04d}": sentences[at : at + share] for at in range(0, len(sentences), share)}
    return data | {"sentences": [], "share": share}, parts


def shared(name: str, part: Any) -> bytes:  # noqa: ANN401 - anything that JSON can hold
    """A file of sentences as a script that hands them to the page: a page from disk may load scripts, and nothing else."""
    return f"KG_SENTENCES({int(name.rpartition('-')[2])},{safe_json(part)});\n".encode()


def terms(vocabulary: Vocabulary) -> dict[str, dict[str, tuple[str, str]]]:
    """The words of all schemes of the vocabulary, and of the rules: scheme -> notation -> (zh, en)."""
    schemes = {
        scheme: {
            notation: (concept.zh, concept.en)
            for notation in vocabulary.notations(scheme)
            for concept in (vocabulary.concept(scheme, notation),)
        }
        for scheme in SCHEMES
    }
    return schemes | {"rule": rules(vocabulary)}
