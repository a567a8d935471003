"""The matrix of programmes by places: what was said of each pair, as data and as a table with sticky heads.

Programmes are rows, because their names are long; the names of places stand upright over narrow columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from kg.publish.html import both, tag, text, word, words

Tables = Mapping[str, Sequence[Mapping[str, str]]]

#: More programmes than this are not rows of the matrix: 400 rows by 40 columns open in half a second.
LIMIT = 400
#: More places than this are not columns of the matrix.
LIMIT_PLACES = 120
# Below this many places there is room to spread the columns out.
_FEW = 8
MARKS = {"implemented": "●", "planned": "○", "problem": "▲"}


class Cell(NamedTuple):
    """What a place did with a programme: status -> years, and the numbers of the statements behind it."""

    years: dict[str, set[str]]
    statements: list[int]


class Statement(NamedTuple):
    """One row of implementations.csv."""

    status: str
    year: str
    source: str
    evidence: str


class Matrix(NamedTuple):
    """``cells[programme][place]``, the kinds of the programmes, and what the cells point to by number.

    ``programmes`` and ``places`` are those that the page shows, in order; ``omitted`` counts the other programmes.
    """

    programmes: list[str]
    places: list[str]
    kinds: dict[str, str]
    cells: dict[str, dict[str, Cell]]
    statements: list[Statement]
    omitted: int


def matrix(tables: Tables) -> Matrix:
    """The matrix of a build; the programmes of the most places come first, then those that are said most often."""
    home = {row["source"]: row["place"] for row in tables.get("reports", ())}
    statements: list[Statement] = []
    cells: dict[str, dict[str, Cell]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    for row in sorted(tables.get("implementations", ()), key=_in_order):
        kinds.setdefault(row["programme"], row["kind"])
        cell = cells[row["programme"]].setdefault(row["place"] or home.get(row["source"], ""), Cell({}, []))
        cell.years.setdefault(row["status"], set()).add(row["year"])
        cell.statements.append(len(statements))
        statements.append(Statement(row["status"], row["year"], row["source"], row["evidence"]))
    said = {name: sum(len(cell.statements) for cell in by_place.values()) for name, by_place in cells.items()}
    order = sorted(cells, key=lambda name: (-len(cells[name]), -said[name], name))
    return Matrix(order[:LIMIT], _columns(order[:LIMIT], cells), kinds, cells, statements, len(order[LIMIT:]))


def _in_order(row: Mapping[str, str]) -> tuple[str, ...]:
    start = row["start"].zfill(9)
    return (row["programme"], row["place"], row["year"], row["status"], row["source"], start, row["evidence"])


def _columns(programmes: Sequence[str], cells: Mapping[str, Mapping[str, Cell]]) -> list[str]:
    """Places in the order of their paths, so that those of one city stand together; the fullest ones if too many."""
    filled: dict[str, int] = defaultdict(int)
    for programme in programmes:
        for place in cells[programme]:
            filled[place] += 1
    return sorted(sorted(filled, key=lambda place: (-filled[place], place))[:LIMIT_PLACES])


def first_year(by_place: Mapping[str, Cell]) -> str:
    """The earliest year in which a programme is said to run, or else is named; "" where no year is known."""
    years = [
        (status != "implemented", year)
        for cell in by_place.values()
        for status, seen in cell.years.items()
        for year in seen
        if year
    ]
    return min(years)[1] if years else ""


# --- markup -----------------------------------------------------------------------------------------------------------


def link(name: str, target: str, **attributes: object) -> str:
    """A name that leads to its node in the network."""
    return tag("a", text(name), class_="data", href=f"network.html#q={quote(target, safe='')}", **attributes)


def place_link(path: str, *, nearest: bool = False) -> str:
    """A place as a link into the network, its parents (or the nearest only) small before it."""
    if not path:
        return both("地区不详", "Place unknown")
    parents, _, name = path.rpartition("/")
    shown = parents.rpartition("/")[2] if nearest else parents.replace("/", " · ")
    small = tag("small", text(shown), class_="data") if parents else ""
    return small + link(name, path, title=path)


def section(data: Matrix) -> str:
    """The matrix with its heading and controls."""
    heading = tag("h2", both("谁做了什么", "Who ran what"))
    if not data.programmes:
        empty = both("这些报告里没有找到具名的改革或项目。", "No named reform or programme was found in these reports.")
        return tag("section", heading, tag("p", empty), id="matrix")
    nothing = tag("p", both("没有符合条件的项目", "Nothing matches"), id="nothing", hidden=True)
    table = tag("div", _table(data), class_="scroll tall", tabindex="0")
    return tag("section", heading, _controls(data), _omitted(data), table, nothing, id="matrix")


def _table(data: Matrix) -> str:
    corner = tag("th", both("改革与项目", "Programme"), scope="col", class_="corner")
    heads = (tag("th", tag("span", place_link(place, nearest=True)), scope="col") for place in data.places)
    head = tag("thead", tag("tr", corner, *heads))
    body = tag("tbody", *(_row(data, number) for number in range(len(data.programmes))))
    return tag("table", head, body, class_="matrix few" if len(data.places) < _FEW else "matrix")


def _row(data: Matrix, number: int) -> str:
    """One programme. A cell of which nothing is said is empty and stays out of reach of the keyboard."""
    programme = data.programmes[number]
    by_place, kind = data.cells[programme], data.kinds[programme]
    head = tag("th", link(programme, programme), tag("small", word(kind) if kind else ""), scope="row")
    cells = (_cell(by_place[place], n) if place in by_place else "<td></td>" for n, place in enumerate(data.places))
    first = first_year(by_place) or "9999"
    return tag("tr", head, *cells, data_row=number, data_kind=kind, data_first=first, data_places=len(by_place))


def _cell(cell: Cell, column: int) -> str:
    """Shape, colour and years of each status; the button opens the sentences."""
    known = [status for status in MARKS if status in cell.years] + sorted(set(cell.years) - set(MARKS))
    marks = (
        tag("span", MARKS.get(status, "◇"), tag("i", text(_years(cell.years[status]))), class_=status)
        for status in known
    )
    return tag("td", tag("button", *marks, data_column=column))


def _years(years: set[str]) -> str:
    """Years of one status: three or more in a row as their ends."""
    known = sorted(year for year in years if year)
    if len(known) > 2 and all(year.isdecimal() for year in known) and int(known[-1]) - int(known[0]) == len(known) - 1:
        return f"{known[0]}–{known[-1][-2:]}"
    return " ".join(known)


def _controls(data: Matrix) -> str:
    find = tag(
        "input", type="search", id="find", aria_label="筛选 Filter",
        data_into="placeholder", data_zh="筛选改革与项目…", data_en="Filter programmes…",
    )  # fmt: skip
    statuses = (
        tag("label", _box(data_status=status), tag("span", mark, class_=status), " ", word(status), class_="chip")
        for status, mark in MARKS.items()
    )
    kinds = sorted({data.kinds[programme] for programme in data.programmes} - {""})
    kind = _select("kind", ("", "全部类别", "All kinds"), *((kind, *words().get(kind, (kind, kind))) for kind in kinds))
    by_year, by_name = ("first", "按最早年份", "First year"), ("name", "按名称", "Name")
    sort = _select("sort", ("", "按地区数", "Most places"), by_year, by_name)
    shared = tag("label", _box(id="shared", checked=False), both("至少两地", "Two places or more"), class_="chip")
    return tag("form", find, *statuses, kind, sort, shared, tag("output", id="shown"), class_="controls")


def _box(*, checked: bool = True, **attributes: object) -> str:
    return tag("input", type="checkbox", checked=checked, **attributes) + " "


def _select(name: str, *options: tuple[str, str, str]) -> str:
    """A menu of (value, zh, en)."""
    return tag("select", *(tag("option", text(z), value=v, data_zh=z, data_en=e) for v, z, e in options), id=name)


def _omitted(data: Matrix) -> str:
    if not data.omitted:
        return ""
    shown, left = len(data.programmes), data.omitted
    zh = f"表中是涉及地区最多的 {shown} 项，另有 {left} 项见 tables/implementations.csv。"
    en = f"The {shown} programmes of the most places; {left} more are in tables/implementations.csv."
    return tag("p", both(zh, en), class_="hint")
