"""Input -> Source: find the inputs, tell what they are, and have the right reader make text of their bytes.

    paths ─ walk ─ inputs (archive, rows) ─ Input          which reports there are, and what each is called
    Input ─ opening ─ bytes ─ sniff ─ a reader ─ Document  text, web, pdf, word, office, rows
    Document ─ sources ─ Source                            with what lists and files beside it say

A reader is a function of (bytes, name) that gives a :class:`~kg.read.item.Document` or raises an InputError of
:mod:`kg.read.refusals`. Libraries that parse pages, PDF and Word are imported by the reader that needs them.
"""

from kg.read.inputs import find_inputs
from kg.read.item import Document, Input, is_plain
from kg.read.reading import read_input, read_source
from kg.read.sources import SourceList, read_sources
from kg.read.walk import Globs

__all__ = [
    "Document", "Globs", "Input", "SourceList", "find_inputs", "is_plain", "read_input", "read_source", "read_sources",
]  # fmt: skip
