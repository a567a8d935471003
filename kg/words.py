"""Words: the jieba dictionary and segmenter, without its cache file and its chatter.

jieba keeps its prefix dictionary in a cache file in the shared temporary folder and trusts whatever lies there (a planted
file changes every cut); reading that file takes a second of every start, for it holds half a million prefixes as well.
Here the dictionary is read from the package itself: a third of the time, nothing written, nothing shared. A cut looks
its words up directly instead of walking prefixes; the graph of words that results is the same, and so is the cut.

HMM is off: new words would be guessed from character statistics, and a name must be cut the same way in every sentence.
"""

from __future__ import annotations

import logging
import sys
from functools import cache, lru_cache
from typing import Any


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    # Where pkg_resources is there, jieba loads it to find its own files: as long as jieba itself takes, for nothing.
    spared = sys.modules.setdefault("pkg_resources", None) is None  # type: ignore[arg-type]
    import jieba

    if spared:
        del sys.modules["pkg_resources"]
    jieba.setLogLevel(logging.ERROR)

    class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
        """jieba's tokenizer over a dictionary of whole words."""

        longest = 1

        def initialize(self, dictionary: object = None) -> None:
            """Read jieba's dictionary: a line a word, its frequency and its part of speech."""
            fields = self.get_dict_file().read().decode("utf-8").split()
            words, frequencies = fields[0::3], list(map(int, fields[1::3]))
            self.FREQ, self.total = dict(zip(words, frequencies, strict=True)), sum(frequencies)
            self.longest = max(map(len, words))
            self.initialized = True

        def get_DAG(self, sentence: str) -> dict[int, list[int]]:
            """For each offset the ends of the words that begin there, its own character at least."""
            self.check_initialized()
            size = len(sentence)
            graph = {}
            for start in range(size):
                ends = range(start, min(size, start + self.longest))
                graph[start] = [end for end in ends if self.FREQ.get(sentence[start : end + 1])] or [start]
            return graph

    return Tokenizer()


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
