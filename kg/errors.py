"""What can go wrong, said so that the reader knows what to do.

Every error carries what happened, where, and a remedy. Messages are made in both languages at the place where the
error is known; ``kg.cli`` picks one by locale.
"""

from __future__ import annotations


class KgError(Exception):
    """An error that the user can do something about.

    Args:
        code: a stable, kebab-case name of the kind of error (``file-empty``), for scripts.
        zh: what happened, in Chinese.
        en: what happened, in English.
        where: the file, query or option it happened in, or "".
        remedy_zh: what to do about it, in Chinese.
        remedy_en: what to do about it, in English.
    """

    def __init__(
        self, code: str, zh: str, en: str, *, where: str = "", remedy_zh: str = "", remedy_en: str = ""
    ) -> None:
        super().__init__(en)
        self.code = code
        self.zh = zh
        self.en = en
        self.where = where
        self.remedy_zh = remedy_zh
        self.remedy_en = remedy_en

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross from a worker process, keyword arguments and all."""
        return (_rebuild, (type(self), self.args), self.__dict__)


def _rebuild(kind: type[KgError], args: tuple[object, ...]) -> KgError:
    """An error of a kind whose own ``__init__`` may take other arguments; pickle sets its attributes."""
    return kind.__new__(kind, *args)


class InputError(KgError):
    """A file cannot be read as a report."""


class QueryError(KgError):
    """A SPARQL query is wrong, refused or unknown."""


class ConfigurationError(KgError):
    """An option, a vocabulary file or an output folder is unusable."""


class InternalError(KgError):
    """What this program made is wrong, and it noticed: exit code 101."""
