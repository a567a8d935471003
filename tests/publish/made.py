"""Made-up tables for the pages of the atlas: everything that could be awkward, and a small history of places."""

from __future__ import annotations

from functools import cache

from pages import HOSTILE

from kg.publish.atlas import atlas, terms
from kg.publish.index import index_html
from kg.vocabulary import vocabulary

Row = dict[str, str]
#: What a spreadsheet would take for a formula, and what is none.
FORMULAS = ["=1+1", "+SUM(A1)", "-cmd", "@echo", "＝1+1", "\t=2"]
LONG = "甲乙丙丁戊己庚辛壬癸" * 40


def page(tables: dict[str, list[Row]], things: dict[str, list[Row]] | None = None) -> str:
    """The atlas of some tables."""
    return index_html(atlas(tables, things or {}, _terms()))


@cache
def _terms() -> dict[str, dict[str, tuple[str, str]]]:
    return terms(vocabulary())


def said(source: str, place: str, year: str, words: str, at: int = 0) -> Row:
    """What every row of a statement has."""
    return {
        "source": source, "place": place, "year": year, "evidence": words, "start": str(at), "end": str(at + len(words)),
        "rule": "verb-quoted", "role": "achievement",
    }  # fmt: skip


def report(source: str, place: str, year: str, title: str = "") -> Row:
    """A row of reports.csv."""
    return {
        "source": source, "title": title or f"{place}{year}年报告", "place": place, "adcode": "", "year": year,
        "publisher": "", "issued": "", "kind": "government-annual-report",
    }  # fmt: skip


def hostile() -> dict[str, list[Row]]:
    """Every kind of row with every kind of awkward text in every column that may hold text."""
    made: dict[str, list[Row]] = {name: [] for name in KINDS}
    texts = [*HOSTILE, *FORMULAS, LONG, "", "  ", "/", "%", "a/b?c#d&e=f", "__proto__", "constructor"]
    for number, text in enumerate(texts):
        place, source = f"东江省/{text.replace('/', '／')}区" if text != "/" else "", f"{number}{text}.txt"
        made["reports"].append(report(source, place, "" if number == 3 else str(2020 + number % 3), text))
        basis = said(source, place, str(2020 + number % 3), f"推进{text}。", number)
        name, status = text or "空", ["implemented", "planned", "problem", text][number % 4]
        made["implementations"].append(basis | {"programme": name, "kind": text, "status": status})
        honour = {"award": name, "edition": text, "level": "national", "result": text, "recipient": text}
        made["awards"].append(basis | honour | {"count": "", "rank": text})
        made["bodies"].append(basis | {"body": name, "kind": text, "relation": text, "statedPlace": place})
        made["documents"].append(basis | {"document": name, "kind": text, "relation": text})
        figure = {"indicator": name, "value": str(number), "unit": text, "change": "", "approximate": "true", "raw": text}
        made["indicators"].append(basis | figure)
    return made


KINDS = ("reports", "implementations", "awards", "bodies", "documents", "indicators")


def crowd() -> dict[str, list[Row]]:
    """A place with 400 programmes, and a programme in 200 places over 12 years, with an indicator in two units."""
    made: dict[str, list[Row]] = {name: [] for name in KINDS}
    busy = "东江省/安宁市/百业区"
    made["reports"].append(report("busy.txt", busy, "2020"))
    for number in range(400):
        row = said("busy.txt", busy, "2020", f"推行第{number}号改革。", number)
        made["implementations"].append(row | {"programme": f"第{number}号改革", "kind": "reform", "status": "implemented"})
    for number in range(200):
        place, source, year = f"东江省/安宁市/第{number}区", f"{number}.txt", str(2012 + number % 12)
        made["reports"].append(report(source, place, year))
        row = said(source, place, year, "深化人人都有的改革，办案12件。")
        made["implementations"].append(row | {"programme": "人人都有的改革", "kind": "reform", "status": "implemented"})
        unit = "件" if number % 4 else "%"
        row |= {"indicator": "办案", "change": "", "approximate": "false"}
        made["indicators"].append(row | {"value": str(number + 1), "unit": unit, "raw": f"办案{number + 1}{unit}"})
        if number < 12:
            later = {"year": str(int(year) + 1), "value": "7", "unit": "件", "raw": "办案7件"}
            made["indicators"].append(row | later)
    return made


def merged() -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    """A district that took in another one, with reports of both before and of one after; and what the graph knows of them."""
    new, old = "东江省/安宁市/南湖区", "东江省/安宁市/旧城区"
    rows = [("new-2019", new, "2019", "放心改革"), ("old-2019", old, "2019", "旧城改革"), ("new-2022", new, "2022", "放心改革")]
    tables = {
        "reports": [report(source, place, year) for source, place, year, _ in rows],
        "implementations": [
            said(source, place, year, f"推进{name}。") | {"programme": name, "kind": "reform", "status": "implemented"}
            for source, place, year, name in rows
        ],
    }
    place = {"label": "", "level": "county", "until": "", "since": ""}
    things = {
        "places": [
            place | {"iri": "https://example.org/id/place/990105", "path": new, "code": "990105"},
            place | {"iri": "https://example.org/id/place/990103", "path": old, "code": "990103", "until": "2021-04-09"},
        ],
        "changes": [
            {"iri": "c", "date": "2021-04-09", "kind": "merge", "before": each, "after": new, "source": "公报"}
            for each in (new, old)
        ],
    }
    return tables, things
