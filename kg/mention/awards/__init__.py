"""Awards: honours with their result, recipient, rank and count."""

from kg.mention.awards.find import find_awards

__all__ = ["find_awards"]
