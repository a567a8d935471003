"""path -> Source: find the inputs, read their bytes, decode them. Plain text now; pages, PDF and Word come next."""

from kg.read.inputs import Input, find_inputs
from kg.read.text import read_source

__all__ = ["Input", "find_inputs", "read_source"]
