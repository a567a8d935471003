"""Words: the jieba dictionary and segmenter, with a cache of our own and no chatter.

jieba trusts whatever lies in its cache file in the shared temporary folder (a planted file changes every cut), so the
cache lives in a folder that only this user can write. HMM is off: new words would be guessed from character statistics,
and a name must be cut the same way in every sentence.
"""

from __future__ import annotations

import logging
import os
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from typing import Any


def _private_folder() -> str | None:
    """A folder for the cache that nobody else can write: below the user's cache folder, else none."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    folder = (Path(base) if base else Path.home() / ".cache") / "fazhi-kg"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
            return None
    except (OSError, RuntimeError):
        return None
    return str(folder)


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    folder = _private_folder()
    tokenizer.tmp_dir = folder or tempfile.mkdtemp(prefix="fazhi-kg-")
    tokenizer.cache_file = f"jieba-{jieba.__version__}.cache"
    return tokenizer


@lru_cache(maxsize=1 << 16)
def cut(text: str) -> tuple[str, ...]:
    """The words of a short text, in order, by jieba's dictionary."""
    return tuple(_tokenizer().cut(text, HMM=False))


def on_boundaries(text: str, start: int, end: int) -> bool:
    """Whether no word of the dictionary runs over either end of text[start:end].

    示范|县 is not 范县, 适应|城市 is not 应城市, 和|县委 is not 和县.
    """
    left = max(0, start - 3)
    bounds, at = {left}, left
    for word in cut(text[left : end + 2]):
        at += len(word)
        bounds.add(at)
    return start in bounds and end in bounds
