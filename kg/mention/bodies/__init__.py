"""Bodies: organisations as written, official ones and those known by the end of their name."""

from kg.mention.bodies.find import find_bodies, kind_of

__all__ = ["find_bodies", "kind_of"]
