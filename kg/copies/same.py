"""One report in several inputs: whether two texts are the same but for their form, and which of them is kept."""

from __future__ import annotations

from difflib import SequenceMatcher

from kg.ids import key
from kg.model import Fingerprint, Metadata, ReportFacts

FEWEST = 100
"""Words of a body: what is shorter is the same only where the whole text is."""

_SHARE = (
    0.9  # of the words of the longer body that both must have in one piece; the rest is what pages put around a text
)

# From what needs no extraction over what is marked up to what is laid out: where the words are the same, the line ends,
# headings and tables of the earlier ones are truer.
_FORMATS = ("txt", "md", "html", "mhtml", "docx", "odt", "doc", "rtf", "csv", "jsonl", "pdf")


def preference(said: ReportFacts) -> tuple[int, int, int, int, str]:
    """By what the kept one is chosen among copies, the smallest first.

    Whether its own words tell the place and the year, on which everything said rests; how complete it is, in
    sentences with a full stop (which furniture that is left at the edges seldom has); its format; how little
    there is around the words, in characters; its name.
    """
    unknown = (said.meta.place is None) + (said.meta.year is None)
    sentences = said.fingerprint.closed if said.fingerprint else 0
    form = _FORMATS.index(said.format) if said.format in _FORMATS else len(_FORMATS)
    return unknown, -sentences, form, said.characters, said.name


def agree(one: Metadata, other: Metadata) -> bool:
    """Whether two reports may be one: no place, year or department known of both that differs.

    Word for word the same body under the titles of two places is a copied report, not a copy of one.
    """
    if one.place and other.place and one.place.key != other.place.key:
        return False
    if one.year and other.year and one.year != other.year:
        return False
    if not (one.title and other.title):
        return True
    a, b = key(one.title), key(other.title)
    return one.kind == other.kind and (one.kind != "department-annual-report" or a in b or b in a)


def same_body(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two bodies have the same words but for what stands before the first and after the last sentence of one.

    A word changed, or a sentence missing in between, makes them two.
    """
    if min(one.words, other.words) < FEWEST:
        return False
    if one.body == other.body:
        return True
    run = SequenceMatcher(None, one.sentences, other.sentences, autojunk=False).find_longest_match()
    held = sum(one.lengths[run.a : run.a + run.size])
    after = [len(each.sentences) - at - run.size for each, at in ((one, run.a), (other, run.b))]
    return (
        held >= _SHARE * max(one.words, other.words)
        and _edge(run.a, run.b, one.first.endswith(other.first) or other.first.endswith(one.first))
        and _edge(after[0], after[1], one.last.startswith(other.last) or other.last.startswith(one.last))
    )


def _edge(one: int, other: int, alike: bool) -> bool:
    """Whether what stands beside the common run is around the text: sentences of one only, or one in which both run on."""
    return not (one and other) or (one == other == 1 and alike)
