"""Errors: they say what to do, and they cross from one process to another."""

import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest

from kg.errors import ConfigurationError, InputError, KgError, QueryError
from kg.pipeline import NothingBuilt

WORDS = {"where": "甲.txt", "remedy_zh": "重新保存", "remedy_en": "save it again"}


@pytest.mark.parametrize("kind", [KgError, InputError, QueryError, ConfigurationError])
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_errors_pickle_with_all_they_say(kind, protocol):
    error = kind("file-empty", "文件是空的", "the file is empty", **WORDS)
    copy = pickle.loads(pickle.dumps(error, protocol))
    assert type(copy) is kind
    assert vars(copy) == vars(error)
    assert str(copy) == "the file is empty"
    assert copy.args == error.args


def test_a_kind_with_arguments_of_its_own_pickles_too():
    error = NothingBuilt(["problem"])
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is NothingBuilt
    assert (copy.code, copy.problems) == ("nothing-built", ("problem",))


def _fail() -> None:
    raise InputError("file-empty", "文件是空的", "the file is empty", **WORDS)


def test_errors_come_out_of_a_worker_process():
    with ProcessPoolExecutor(max_workers=1) as pool, pytest.raises(InputError) as raised:
        pool.submit(_fail).result()
    assert raised.value.remedy_zh == "重新保存"
    assert raised.value.where == "甲.txt"


def test_where_and_remedy_may_be_left_out():
    error = KgError("x", "甲", "a")
    assert (error.where, error.remedy_zh, error.remedy_en) == ("", "", "")
