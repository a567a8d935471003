"""Programmes: curated names by alias, unknown names by grammar."""

from kg.mention.programmes.find import find_programmes
from kg.mention.programmes.pursued import find_pursued

__all__ = ["find_programmes", "find_pursued"]
