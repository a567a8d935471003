"""The file that the text of an input is written to: readable, safe on every system, unique, and the same each time."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

# What no file name may hold on Windows, what a URL would take for something else, and control characters.
_UNSAFE = re.compile(r'[<>:"/\\|?*%\x00-\x1f\x7f\ud800-\udfff]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)  # devices of DOS
_LONGEST = 180  # bytes of UTF-8: file systems allow 255, and ".building-1234/texts/" comes before


def text_files(names: Sequence[str]) -> dict[str, str]:
    """The path below the output folder for the text of each input: ``拱墅.txt`` -> ``texts/拱墅.txt``.

    Other suffixes stay in the name (``拱墅.html`` -> ``texts/拱墅.html.txt``). A name that had to be altered, and names
    that differ in capitals only, get the start of their hash as well.
    """
    plain = {name: _safe(name) for name in names}
    counts = Counter(safe.lower() for safe in plain.values())
    return {
        name: "texts/" + (safe if counts[safe.lower()] == 1 else _marked(safe, name)) + ".txt"
        for name, safe in plain.items()
    }


def _safe(name: str) -> str:
    stem = name[:-4] if name.lower().endswith(".txt") else name
    safe = _UNSAFE.sub("_", stem).strip(" .")
    while len(safe.encode()) > _LONGEST:
        safe = safe[:-1]
    return safe if safe == stem and not _RESERVED.fullmatch(safe) else _marked(safe, name)


def _marked(safe: str, name: str) -> str:
    return f"{safe}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
