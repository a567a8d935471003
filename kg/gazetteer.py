"""The divisions of China: codes, names, who lies in whom, and how that changed (see kg/data/gazetteer/SOURCES.md).

Six digits are a province, prefecture or county, nine a township or street; the parent follows from the code, except
that what a province governs directly (济源 419001) hangs below the province. Nothing is loaded before the first use. A
place has one code and one entry however often its name changed; a county that became a district has two, of which one
has ended. Dates say when a change was approved or announced, as the sources do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files

from kg.model import Place, PlaceChange
from kg.searching import Names

# Names of townships have 15 characters at most (民族乡 of several peoples); longer ones are zones.
LONGEST = 15
# What a change means for those before it that are not after it, too: they ended. A founding only takes land from them.
TAKES_LAND = "found"
PASSES_ON = ("rename", "upgrade", "transfer")

_PEOPLES = (
    "各族|蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族"
    "|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族"
    "|保安族|裕固族|独龙族|鄂温克族|鄂伦春"
)
_ENDING = re.compile(
    rf"(.{{2,}}?)(?:(?:{_PEOPLES})*(?:自治[区州县旗]|区)|族自治[县旗]|特别行政区|特区|林区|矿区|新区|地区|[省市县区盟旗])"
)
_TOWNSHIP = re.compile(r"(.{2,}?)(?:街道|镇|苏木|民族乡|乡)")
# Names of districts that any text uses as words: found by name, but not in a text.
_BARE = frozenset({"城区", "郊区", "矿区", "新区", "市区"})
# 高新技术产业开发区 and the like: the ending 区 is part of the word.
_ZONE = re.compile(r".*(?:开发|管理|示范|园|试验|食品|名胜|合作|聚集)区")


class Gazetteer:
    """All places and changes, by code and by name. Use :func:`gazetteer`, which keeps one."""

    def __init__(self, places: str, former: str, changes: str) -> None:
        """Take the texts of places.tsv (code, name, since, until), former.tsv and changes.tsv, headers included."""
        # Plain strings in dicts, columns at a time: 45,000 tuples or lists would take three times as long.
        cells = places.replace("\n", "\t").split("\t")
        codes, names, since, until = (cells[column:-1:4] for column in range(4, 8))
        self._name = dict(zip(codes, names, strict=True))
        self._since = {code: date for code, date in zip(codes, since, strict=True) if date}
        self._until = {code: date for code, date in zip(codes, until, strict=True) if date}
        self._codes: dict[str, str] = {}  # name -> codes that have or had it, a space between
        self._former = former
        self._changes = changes
        self._places: dict[str, Place] = {}
        for code, name, _ in _table(former):
            self._codes[name] = f"{self._codes[name]} {code}" if name in self._codes else code
        for code, name in zip(codes, names, strict=True):
            self._codes[name] = f"{self._codes[name]} {code}" if name in self._codes else code

    @classmethod
    def load(cls) -> Gazetteer:
        """The packaged tables."""
        folder = files("kg") / "data" / "gazetteer"
        places, former, changes = (
            (folder / name).read_text(encoding="utf-8") for name in ("places.tsv", "former.tsv", "changes.tsv")
        )
        return cls(places, former, changes)

    # --- places by code and by name ---

    def get(self, code: str) -> Place | None:
        """The place with a code of six or nine digits."""
        known = self._places.get(code)
        if known is None and code in self._name:
            known = self._places[code] = self._place(code)
        return known

    def _place(self, code: str) -> Place:
        name, since, until = self._name[code], self._since.get(code), self._until.get(code)
        parent = self._parent_code(code)
        above = self.get(parent) if parent else None
        path = f"{above.path}/{name}" if above else name
        return Place(code, name, _level(code), parent, path, since, until)

    def _parent_code(self, code: str) -> str | None:
        for above in (code[:6], code[:4] + "00", code[:2] + "0000"):
            if above != code and above in self._name:
                return above
        return None

    def named(self, name: str) -> tuple[Place, ...]:
        """All that have or had the full name (拱墅区, 襄樊市): those that have it today first, then by code."""
        return self._ordered(self._codes.get(name, "").split(), lambda place: place.name == name)

    def short_named(self, short: str) -> tuple[Place, ...]:
        """Provinces, prefectures and counties, past ones too, by short name (拱墅, 内蒙古, 恩施); in the same order."""
        return self._ordered(self._shorts.get(short, "").split(), lambda place: self.short(place) == short)

    def _ordered(self, codes: Iterable[str], has: Callable[[Place], bool]) -> tuple[Place, ...]:
        places = [place for code in sorted(set(codes)) if (place := self.get(code))]
        return tuple(sorted(places, key=lambda place: (place.until is not None or not has(place), place.key)))

    def short(self, place: Place) -> str:
        """The name without its generic ending (浙江, 恩施, 上塘); the whole name where one character would be left."""
        return _short(place.name, place.level)

    def at(self, path: str) -> tuple[Place, ...]:
        """Those that a path means, whose steps may be old names or left out (湖北省/襄樊市/樊城区, 浙江省/拱墅区)."""
        *above, name = path.split("/")
        wanted = [set(self._codes.get(step, "").split()) for step in above]
        return tuple(p for p in self.named(name) if all(any(a.key in w for a in self.ancestors(p)) for w in wanted))

    def local(self, parent: Place, name: str, level: str) -> Place:
        """A place without a code: its key is ``330105-蔡马社区``. It is not kept, and :meth:`get` does not find it."""
        return Place(f"{parent.key}-{name}", name, level, parent.key, f"{parent.path}/{name}")

    # --- who lies in whom ---

    def parent(self, place: Place) -> Place | None:
        """What a place lies in; for a place without a code, the nearest that has one."""
        above = place.parent
        while above and above not in self._name:
            above = above.rpartition("-")[0]
        return self.get(above) if above else None

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """What a place lies in, nearest first."""
        above = self.parent(place)
        return (above, *self.ancestors(above)) if above else ()

    def children(self, place: Place) -> tuple[Place, ...]:
        """What lies directly in a place today, by code."""
        return tuple(child for code in self._below.get(place.key, ()) if (child := self.get(code)))

    def within(self, place: Place, ancestor: Place) -> bool:
        """Whether a place is, or lies in, another."""
        return place.key == ancestor.key or any(above.key == ancestor.key for above in self.ancestors(place))

    def path(self, place: Place) -> str:
        """The path from the province down, e.g. 浙江省/杭州市/拱墅区."""
        return place.path

    # --- names in text ---

    def is_place_name(self, name: str) -> bool:
        """Whether any place has or had this full name."""
        return name in self._codes

    def match(self, text: str, at: int) -> str | None:
        """The longest full name, of 15 characters at most, at ``text[at]``; bare words (城区, 新区) do not count."""
        return self._names.longest(text, at)

    def starts(self, text: str, begin: int = 0) -> list[int]:
        """The offsets from ``begin`` on where a full name may start: only there is :meth:`match` worth asking."""
        return self._names.starts(text, begin)

    def match_short(self, text: str, at: int) -> str | None:
        """The longest short name of a province, prefecture or county at ``text[at]``; common words are among them."""
        return self._short_names.longest(text, at)

    # --- time ---

    def in_force(self, place: Place, year: int) -> bool:
        """Whether a place counts for a report on a year: what changed within the year has changed already."""
        return not (place.since and int(place.since[:4]) > year) and not (place.until and int(place.until[:4]) <= year)

    def code_in(self, place: Place | str, year: int) -> Place | None:
        """What a place, or the place at a path, was in a year: 余杭区 330110 was 余杭市 330184 in 2000.

        A place that merged is what it merged into; one that had not yet come into being under its name is None, as is
        one that was divided among several others.
        """
        if isinstance(place, Place):
            return self._in(place, year)
        name = place.rpartition("/")[2]
        candidates = sorted(self.at(place), key=lambda c: not self.in_force(c, year))
        return next((p for c in candidates if (p := self._held(c, name, year) or self._in(c, year))), None)

    def _held(self, place: Place, name: str, year: int) -> Place | None:
        """The place if its code bore the name in the year: 500110 was 万盛区 before it became 綦江区's."""
        until = next((date for code, old, date in _table(self._former) if (code, old) == (place.key, name)), "")
        return place if year < int(until[:4] or 0) else None

    def _in(self, place: Place, year: int) -> Place | None:
        seen: set[str] = set()
        here: Place | None = place
        while here and not self.in_force(here, year):
            if here.key in seen:
                return None
            seen.add(here.key)
            ended = here.until is not None and int(here.until[:4]) <= year
            here = self._after(here) if ended else self._before(here)
        return here

    def _after(self, place: Place) -> Place | None:
        for change in self.changes(place):
            if change.date == place.until and change.kind != TAKES_LAND and place.key not in change.after:
                return self.get(change.after[0]) if len(change.after) == 1 else self._like(place, change.after)
        return None

    def successors(self, place: Place) -> tuple[Place, ...]:
        """The places that a place which has ended became or became part of, by code; none for one that goes on.

        江干区 330104 became a part of 上城区 330102, and of 钱塘区 330114, which was founded on the same day.
        """
        if place.until is None:
            return ()
        codes = {
            code
            for change in self.changes(place)
            if change.date == place.until and place.key in change.before and place.key not in change.after
            for code in change.after
        }
        return tuple(after for code in sorted(codes) if (after := self.get(code)))

    def _before(self, place: Place) -> Place | None:
        for change in self.changes(place):
            if change.date == place.since and place.key in change.after:
                others = tuple(code for code in change.before if code != place.key)
                whole = len(others) == 1 and change.kind in PASSES_ON
                return self.get(others[0]) if whole else self._like(place, others)
        return None

    def _like(self, place: Place, codes: Iterable[str]) -> Place | None:
        """The place among ``codes`` with the same short name."""
        return next(
            (other for code in codes if (other := self.get(code)) and self.short(other) == self.short(place)), None
        )

    def changes(self, place: Place) -> tuple[PlaceChange, ...]:
        """The changes that a place took part in, before or after, oldest first."""
        return self._changed.get(place.key, ())

    # --- indexes, each made when first needed ---

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        below: dict[str, list[str]] = {}
        for code in self._name:
            if code not in self._until and (parent := self._parent_code(code)):
                below.setdefault(parent, []).append(code)
        return below

    @cached_property
    def _changed(self) -> dict[str, tuple[PlaceChange, ...]]:
        changed: dict[str, tuple[PlaceChange, ...]] = {}
        for date, kind, before, after, source in _table(self._changes):
            change = PlaceChange(date, kind, tuple(before.split()), tuple(after.split()), source)
            for code in dict.fromkeys((*change.before, *change.after)):
                changed[code] = (*changed.get(code, ()), change)
        return changed

    @cached_property
    def _shorts(self) -> dict[str, str]:
        """Short name -> codes. A name that has no short form of its own (蓟县, 郊区) is not among them."""
        shorts: dict[str, str] = {}
        upper = (row for row in self._name.items() if len(row[0]) == 6)
        for code, name in (*upper, *((code, name) for code, name, _ in _table(self._former))):
            if (short := _short(name, _level(code))) != name:
                shorts[short] = f"{shorts[short]} {code}" if short in shorts else code
        return shorts

    @cached_property
    def _names(self) -> Names:
        return Names(name for name in self._codes if len(name) <= LONGEST and name not in _BARE)

    @cached_property
    def _short_names(self) -> Names:
        return Names(self._shorts)


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer, loaded once."""
    return Gazetteer.load()


def _table(text: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in text.split("\n")[1:-1])


def _level(code: str) -> str:
    if len(code) == 9:
        return "township"
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def _short(name: str, level: str) -> str:
    if level == "county" and _ZONE.fullmatch(name):
        return name
    pattern = _TOWNSHIP if level == "township" else _ENDING
    match = pattern.fullmatch(name)
    return match[1] if match else name
