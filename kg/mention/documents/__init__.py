"""Documents: titles in 《》, documents named without it, known laws."""

from kg.mention.documents.find import find_documents

__all__ = ["find_documents"]
