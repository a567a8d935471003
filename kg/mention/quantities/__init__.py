"""Quantities: numbers with what they measure."""

from kg.mention.quantities.find import find_quantities

__all__ = ["find_quantities"]
