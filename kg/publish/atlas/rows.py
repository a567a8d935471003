"""What reports say, as rows of numbers: one pass over the tables of a build."""

from __future__ import annotations

from typing import Any

from kg.publish.atlas.numbers import Numbers, Row, Tables, in_order, local
from kg.publish.html import plain


class Rows:
    """One pass over the tables: rows become numbers, and what the numbers mean stays in its attributes."""

    def __init__(self, tables: Tables, things: Tables) -> None:
        self._tables, self._things = tables, things
        self._sources = {row["source"]: n for n, row in enumerate(self._table("reports", "source"))}
        self._home = {row["source"]: row["place"] for row in tables.get("reports", ())}
        self.places, self.sentences = Numbers(), Numbers()
        self.programmes, self.series = Numbers(), Numbers()
        self.bodies, self.documents, self.indicators = Numbers(), Numbers(), Numbers()
        self.statements = Numbers()
        self.kinds: dict[tuple[str, str], str] = {}

    def _table(self, name: str, *columns: str) -> list[Row]:
        return in_order(self._tables.get(name, ()), *columns)

    def _said(self, name: str) -> list[Row]:
        return self._table(name, "source", "start", "end")

    def _place(self, row: Row, column: str = "place") -> int:
        """The place of a row, else that of its report; -1 where neither is known."""
        path = row.get(column, "") or self._home.get(row["source"], "")
        return self.places.of(path) if path else -1

    def _sentence(self, row: Row) -> int:
        where = (row.get("start", ""), row.get("end", ""), row.get("role", ""))
        return self.sentences.of((row["evidence"], self._sources.get(row["source"], -1), *where))

    def _statement(self, row: Row) -> int:
        """The number of what a row states, the same for all sentences that state it; a row without an IRI is by itself."""
        return self.statements.of(row.get("iri") or tuple(sorted(row.items())))

    def runs(self) -> list[list[Any]]:
        """Programme, place, year, status, sentence, rule, statement."""
        made = []
        for row in self._said("implementations"):
            programme = self.programmes.of(row["programme"])
            self.kinds.setdefault(("programme", row["programme"]), row["kind"])
            told = [self._place(row), row["year"], row["status"], self._sentence(row), row.get("rule", "")]
            made.append([programme, *told, self._statement(row)])
        return made

    def outcomes(self) -> list[list[Any]]:
        """Outcomes of awards.

        Series, award as written, edition, level, result, recipient, place, year, count, rank, sentence, programme, statement.
        """
        recipients = in_order(self._things.get("recipients", ()), "iri", "programme")
        honoured = {row["iri"]: local(row["programme"]) for row in recipients}
        made = []
        for row in self._said("awards"):
            series = self.series.of(row.get("series") or row["award"])
            written = [plain(row.get(c, "")) for c in ("award", "edition", "level", "result", "recipient")]
            told = [self._place(row), row["year"], row.get("count", ""), plain(row.get("rank", ""))]
            programme = honoured.get(row.get("iri", ""), "")
            made.append([series, *written, *told, self._sentence(row), programme, self._statement(row)])
        return made

    def deeds(self) -> list[list[Any]]:
        """Body, relation, place that says so, year, sentence."""
        made = []
        for row in self._said("bodies"):
            body = self.bodies.of((row["body"], row["place"]))
            self.kinds.setdefault(("body", row["body"]), row["kind"])
            made.append([body, row["relation"], self._place(row, "statedPlace"), row.get("year", ""), self._sentence(row)])
        return made

    def papers(self) -> list[list[Any]]:
        """Document, relation, place, year, sentence, told among plans (1 or 0)."""
        made = []
        for row in self._said("documents"):
            document = self.documents.of(row["document"])
            self.kinds.setdefault(("document", row["document"]), row["kind"])
            told = [self._place(row), row.get("year", ""), self._sentence(row), _planned(row)]
            made.append([document, row["relation"], *told])
        return made

    def observations(self) -> list[list[Any]]:
        """Indicators, and what is said of a figure; a target is one told among plans (1 or 0).

        Indicator, name as written, value, unit, change, place, year, approximate (1 or 0), text as written, sentence, target,
        statement.
        """
        made = []
        for row in self._said("indicators"):
            concept = self.indicators.of(row.get("concept") or row["indicator"])
            written = [plain(row["indicator"]), row["value"], plain(row["unit"]), row["change"]]
            about = 1 if row.get("approximate") == "true" else 0
            told = [self._place(row), row["year"], about, plain(row.get("raw", "")), self._sentence(row), _planned(row)]
            made.append([concept, *written, *told, self._statement(row)])
        return made

    def reports(self) -> list[list[Any]]:
        """Source, title, place, year, publisher, date of issue, kind, other files of the report."""
        return [
            [plain(row["source"]), plain(row["title"] or row["source"]), self._place(row), row["year"],
             plain(row.get("publisher", "")), row.get("issued", ""), row.get("kind", ""),
             plain(row.get("copies", ""))]
            for row in self._table("reports", "source")
        ]  # fmt: skip


def _planned(row: Row) -> int:
    """Whether the sentence stands among plans: what it tells is not done, or not reached, yet."""
    return int(row.get("role") == "plan")
