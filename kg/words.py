"""Words: the jieba dictionary and segmenter, without its cache file and its chatter.

jieba keeps its prefix dictionary in a cache file in the shared temporary folder and trusts whatever lies there (a planted
file changes every cut); reading that file takes a second of every start, for it holds half a million prefixes as well.
Here the dictionary is read from the package itself, nothing written, nothing shared, and its words are looked up by
halving its sorted lines: ready in a tenth of the time, and a build asks for few of them. The graph of words that results
is the same, and so is the cut.

HMM is off: new words would be guessed from character statistics, and a name must be cut the same way in every sentence.
"""

from __future__ import annotations

import logging
import sys
from bisect import bisect_left
from functools import cache, lru_cache
from typing import Any

_TOTAL = 60_101_967  # the frequencies in the dictionary of jieba 0.42.1, added up (a test does it, too)


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    # Where pkg_resources is there, jieba loads it to find its own files: as long as jieba itself takes, for nothing.
    spared = sys.modules.setdefault("pkg_resources", None) is None  # type: ignore[arg-type]
    import jieba

    if spared:
        del sys.modules["pkg_resources"]
    jieba.setLogLevel(logging.ERROR)

    class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
        """jieba's tokenizer, which looks words up in the lines of its dictionary when a text asks for them."""

        def initialize(self, dictionary: object = None) -> None:
            """Read jieba's dictionary: a line a word, its frequency and its part of speech, with spaces between."""
            self.lines = sorted(self.get_dict_file().read().decode("utf-8").split("\n"))
            self.FREQ: dict[str, int] = {}
            self.total = _TOTAL
            self.initialized = True

        def get_DAG(self, sentence: str) -> dict[int, list[int]]:
            """For each offset the ends of the words that begin there, its own character at least."""
            self.check_initialized()
            return {start: self._ends(sentence, start) or [start] for start in range(len(sentence))}

        def _ends(self, sentence: str, start: int) -> list[int]:
            """The ends of the words that begin at an offset; their frequencies are kept, for jieba asks for them."""
            ends, at = [], 0
            for end in range(start, len(sentence)):
                letters = sentence[start : end + 1]
                at = bisect_left(self.lines, letters, at)
                if at == len(self.lines) or not self.lines[at].startswith(letters):
                    break
                # A space sorts before every letter: of the words that begin with these letters, the shortest is first.
                word, frequency, _ = self.lines[at].split(" ")
                if word == letters:
                    self.FREQ[word] = int(frequency)
                    ends.append(end)
            return ends

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
