"""What the file says of a report and what its text says, made one; where they contradict each other, that is told.

Who wins. The text: title, place and year, for they say what the sentences are about, while a page may stand in the
column of another year, and a list may be a row off. The file: publisher (发布机构), date of issue, 索引号, 文号 and address, for
they are facts of the publication, of which a text seldom speaks. Among claims the first wins: what the user gives
(``--sources``, then ``x.meta.json``) before what the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from kg.gazetteer import Gazetteer
from kg.ids import key
from kg.model import Claim, Metadata, Place, Problem
from kg.structure.dates import DATE, iso, years
from kg.structure.metadata import OFFICE, in_full, owner_names, pick
from kg.structure.numbers import NUMBER, address, one_number

TEXT = "text"
_COMPACT = re.compile(r"^\s*(20[0-4][0-9])([01][0-9])([0-3][0-9])(?![0-9])")
_ALIKE = 0.6  # of two titles: below it they are titles of different things

_NAMES = {
    "title": ("标题", "title"), "place": ("地方", "place"), "year": ("年份", "year"), "publisher": ("发布机构", "publisher"),
    "issued": ("发布日期", "date of issue"), "identifier": ("索引号", "index number"), "number": ("文号", "document number"),
    "url": ("网址", "address"),
}  # fmt: skip

Said = tuple[str, str]
"""A value as shown, and its origin."""


def merged(
    meta: Metadata, claims: Sequence[Claim], name: str, gazetteer: Gazetteer
) -> tuple[Metadata, tuple[Problem, ...]]:
    """The metadata of a text with what its file claims, and a problem for each contradiction."""
    problems: list[Problem] = []
    origins: dict[str, str] = {}

    def settle(
        field: str, own: str | None, said: Iterable[Said], differ: Callable[[str, str], bool], first: bool
    ) -> str | None:
        candidates = [(value, origin) for value, origin in said if value]
        stated = [(own, TEXT)] if own else []
        ordered = [*stated, *candidates] if first else [*candidates, *stated]
        if not ordered:
            return None
        value, origins[field] = ordered[0]
        other = next((one for one in ordered[1:] if differ(value, one[0])), None)
        if other:
            problems.append(conflict(name, field, ordered[0], other))
        return value

    by_key = _by_key(claims)
    title = settle("title", meta.title, by_key["title"], _unlike, True) or ""
    place = _place(meta, by_key, title, gazetteer)
    settle("place", _path(meta.place), _places(by_key, title, gazetteer, meta.year), _elsewhere, True)
    year = settle("year", _text(meta.year), _years(by_key), _other, True)
    where = meta.place or place
    publisher = settle("publisher", meta.publisher, _publishers(by_key, where, meta), _other_body, False)
    issued = settle("issued", meta.issued, _dates(by_key), _impossible, False)
    whole = replace(
        meta, title=title, place=where, year=int(year) if year else None, publisher=publisher, issued=issued,
        identifier=settle("identifier", meta.identifier, _identifiers(by_key), _other, False),
        number=settle("number", meta.number, _numbers(by_key), _other, False),
        url=settle("url", meta.url, _urls(by_key), _other_page, False),
    )  # fmt: skip
    if issued and year and int(issued[:4]) < int(year):
        problems.append(_too_early(name, issued, int(year)))
    return replace(whole, origins=tuple(sorted(origins.items()))), tuple(problems)


def _by_key(claims: Sequence[Claim]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {field: [] for field in _NAMES}
    for claim in claims:
        found.setdefault(claim.key, []).append((" ".join(claim.value.split()), claim.origin))
    return found


def _text(year: int | None) -> str | None:
    return None if year is None else str(year)


def _path(place: Place | None) -> str | None:
    return place.path if place else None


# --- what is said, in one spelling ------------------------------------------------------------------------------------


def _find(words: str, gazetteer: Gazetteer, year: int | None) -> Place | None:
    names = owner_names(words, gazetteer)
    return pick(names, [], gazetteer, year) if names else None


def _places(said: dict[str, list[Said]], title: str, gazetteer: Gazetteer, year: int | None) -> list[Said]:
    """Where the file says the report is from: a column for the place, else its title."""
    found = []
    for words, origin in (*said["place"], *said["title"]):
        place = _find(words, gazetteer, year) if words != title else None
        if place:
            found.append((place.path, origin))
    return found


def _place(meta: Metadata, said: dict[str, list[Said]], title: str, gazetteer: Gazetteer) -> Place | None:
    """The place of a report whose text does not tell it: by a column, the title of the page, its publisher."""
    words = (*said["place"], *said["title"], *said["publisher"])
    return meta.place or next((p for one, _ in words if (p := _find(one, gazetteer, meta.year))), None)


def _years(said: dict[str, list[Said]]) -> list[Said]:
    found = [(match[0], origin) for value, origin in said["year"] if (match := re.search(r"20[0-4][0-9]", value))]
    return found + [(str(named[-1]), origin) for value, origin in said["title"] if (named := years(value))]


def _publishers(said: dict[str, list[Said]], place: Place | None, meta: Metadata) -> list[Said]:
    """Who published, in full. Where the page only says from where it has the text (来源), the text knows better."""
    found = []
    for value, origin in said["publisher"]:
        weak = "来源" in origin or origin.lower().endswith(("contentsource", "author"))
        if OFFICE.search(value) and not (weak and meta.publisher):
            found.append((in_full(value, place), origin))
    return found


def _dates(said: dict[str, list[Said]]) -> list[Said]:
    found = []
    for value, origin in said["issued"]:
        compact = _COMPACT.match(value)
        date = "-".join(compact.groups()) if compact else iso(re.search(DATE, value))
        if date:
            found.append((date, origin))
    return found


def _identifiers(said: dict[str, list[Said]]) -> list[Said]:
    return [
        (value, origin) for value, origin in said["identifier"] if re.search("[0-9A-Za-z]", value) and len(value) < 80
    ]


def _numbers(said: dict[str, list[Said]]) -> list[Said]:
    return [(one_number(found[0]), origin) for value, origin in said["number"] if (found := NUMBER.search(value))]


def _urls(said: dict[str, list[Said]]) -> list[Said]:
    return [(found, origin) for value, origin in said["url"] if (found := address(value))]


# --- contradictions ---------------------------------------------------------------------------------------------------


def _other(one: str, other: str) -> bool:
    return key(one) != key(other)


def _unlike(one: str, other: str) -> bool:
    a, b = key(one), key(other)
    return not (a in b or b in a) and SequenceMatcher(None, a, b).ratio() < _ALIKE


def _elsewhere(one: str, other: str) -> bool:
    """Two places of which neither lies in the other."""
    return not f"{one}/".startswith(f"{other}/") and not f"{other}/".startswith(f"{one}/")


def _other_body(one: str, other: str) -> bool:
    """Neither the same body with its place written otherwise, nor an office of the other (人民政府, 人民政府办公室)."""
    a, b = (re.sub(r"^.*[省市区县州盟旗镇乡](?=.{2,})", "", key(name)) for name in (one, other))
    return not (a in b or b in a)


def _impossible(one: str, other: str) -> bool:
    """Published before it was signed. A few days or months after that are what is usual."""
    return one < other


def _other_page(one: str, other: str) -> bool:
    def plain(url: str) -> str:
        return re.sub(r"^https?://(?:www\.)?|/$|[?#].*$", "", url.lower())

    return plain(one) != plain(other)


def differ_in(field: str, one: str, other: str) -> bool:
    """Whether two copies of a report contradict each other in a datum. Copies on two sites have two addresses."""
    differ: dict[str, Callable[[str, str], bool]] = {
        "place": _elsewhere, "year": _other, "publisher": _other_body, "issued": _impossible, "number": _other,
        "identifier": lambda a, b: not (key(a) in key(b) or key(b) in key(a)),  # cells of a PDF are cut at line ends
    }  # fmt: skip
    return field in differ and differ[field](one, other)


def conflict(name: str, field: str, taken: Said, other: Said) -> Problem:
    """That two values were found for a datum of a report, and which was taken."""
    zh, en = _NAMES[field]
    (value, origin), (rest, elsewhere) = taken, other
    return Problem(
        "metadata-conflict", name, f"{zh}不一致：采用“{value}”（{_where(origin)}），另有“{rest}”（{_where(elsewhere)}）",
        f"two values for the {en}: “{value}” ({origin}) is taken, “{rest}” ({elsewhere}) is not",
        "核对哪一个对：标题、地方、年份以正文为准，其余以清单（--sources）、网页为准",
        "see which is right: title, place and year are those of the text, the rest those of the list or page",
    )  # fmt: skip


def _where(origin: str) -> str:
    said, at, copy = origin.partition(" @ ")
    return ("正文" if said == TEXT else said) + at + copy


def _too_early(name: str, issued: str, year: int) -> Problem:
    return Problem(
        "metadata-conflict", name, f"发布日期 {issued} 早于报告年份 {year}",
        f"issued {issued}, before the year {year} that it reports on",
        "核对年份和日期", "check the year and the date",
    )  # fmt: skip
