"""Content hashes, identity keys and IRI minting: no clock, no uuid, no randomness.

Everything here is a pure function of its arguments, so that the same reports give the same bytes on every machine.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from kg.model import ReportFacts

DEFAULT_BASE = "https://w3id.org/fazhi/id/"
"""Where data IRIs live unless a build names another base."""

UNKNOWN = "unknown"
"""Stands in a hash for a place or year that a report does not tell."""

# What may stand in an IRI path and stay readable: ASCII letters and digits, Han characters (all planes), and a few
# marks that names use. Everything else is percent-encoded, so that no name can break an IRI.
_ENCODED = re.compile("[^0-9A-Za-z\\-_.·+〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")

# What two spellings of one name may differ in: quotation marks, brackets, spaces, middle dots, enumeration commas.
# After NFKC, so full-width forms and （） 〔〕 variants are already one.
_NOISE = re.compile(r"[\s\"'“”‘’「」『』《》〈〉<>()\[\]{}【】〔〕〖〗·・•‧∙、,]+")
_DASHES = re.compile(r"[-‐‑‒–—―─]+")  # 2021-2025年 and 2021—2025年 are one


def digest(*parts: str, size: int = 16) -> str:
    """A hash of the parts in order, as ``size`` hexadecimal digits (4 bits each; at most 64).

    The parts are joined by a separator that no text holds, so that ("a", "bc") and ("ab", "c") differ. At 16 digits a
    collision among ten million nodes has a chance of about 3 in a million.
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:size]


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """A name as one segment of an IRI path: Han, ASCII letters and digits and ``-_.·+`` stay, others as %XX of UTF-8.

    Injective (two names never share a slug), for ``%`` itself is encoded; ``.`` and ``..`` are, too, because they
    would mean a folder.
    """
    text = unicodedata.normalize("NFC", name)
    if text in {"", ".", ".."}:
        return "".join(f"%{ord(mark):02X}" for mark in text) or "%00"
    return _ENCODED.sub(lambda match: quote(match[0], safe="", errors="replace"), text)


def iri(kind: str, local: str, base: str = DEFAULT_BASE) -> str:
    """The IRI of a thing: ``base`` + kind + ``/`` + the slug of its local name.

    >>> iri("place", "330105")
    'https://w3id.org/fazhi/id/place/330105'
    """
    return f"{base}{kind}/{slug(local)}"


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The identity of a name: NFKC, lower case, dashes alike; no quotation marks, brackets, spaces, ``·、，``.

    >>> key("“甲乙”改革（试行）") == key("甲乙改革(试行)")
    True
    """
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", name).lower())
    return _NOISE.sub("", folded) or folded.strip()


def report_name(facts: ReportFacts) -> str:
    """The local name of a report: place, year and the start of the hash of its text."""
    meta = facts.meta
    place = meta.place.key if meta.place else UNKNOWN
    return f"{place}-{meta.year or UNKNOWN}-{facts.text_sha256[:12]}"
