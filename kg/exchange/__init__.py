"""A built graph in the forms that other programs read: RDF of four kinds, two of networks, tables, a workbook.

The stages make a graph; here it is handed on. Nothing is computed that the graph does not say, the same graph gives the
same bytes, and a file appears whole or not at all.
"""

from __future__ import annotations

from kg.exchange.exporting import Exported, export, exported_text, find_format
from kg.exchange.formats import FORMATS, Format

__all__ = ["FORMATS", "Exported", "Format", "export", "exported_text", "find_format"]
