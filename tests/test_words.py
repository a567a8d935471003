"""Words: jieba's own cuts, from a dictionary that nobody can plant."""

import os
import subprocess
import sys

import jieba
import pytest
from conftest import SAMPLE_FILES

from kg.words import _tokenizer, cut, on_boundaries


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """jieba as it comes, with its cache in a folder of the test."""
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    return tokenizer


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.stem)
def test_the_cuts_are_those_of_jieba(usual, path):
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        assert list(cut(line)) == usual.lcut(line, HMM=False)


def test_the_weights_are_those_of_jieba(usual):
    usual.initialize()
    ours = _tokenizer()
    ours.check_initialized()
    assert ours.total == usual.total
    for word in list(usual.FREQ)[::20]:  # beginnings of words are among them, with no frequency
        assert (len(word) - 1 in ours._ends(word, 0)) == bool(usual.FREQ[word])
        assert ours.FREQ.get(word, 0) == usual.FREQ[word]


def test_a_planted_cache_changes_nothing_and_nothing_is_written(tmp_path):
    import marshal

    (tmp_path / "jieba.cache").write_bytes(marshal.dumps(({"杭": 1}, 1)))
    code = "from kg.words import cut; print('|'.join(cut('杭州市司法局')))"
    env = {**os.environ, "TMPDIR": str(tmp_path), "HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "杭州市|司法局"
    assert done.stderr == ""
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["jieba.cache"]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [("开展示范县创建", "范县", False), ("适应城市发展", "应城市", False), ("在海宁市推行", "海宁市", True)],
)
def test_names_stand_on_word_boundaries(text, name, whole):
    start = text.index(name)
    assert on_boundaries(text, start, start + len(name)) is whole
