"""What has been read of a sentence: its quantities so far, each with the time that it covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, getcontext

from kg.mention.quantities.groups import Group
from kg.mention.quantities.period import Scope, with_period
from kg.mention.quantities.sense import says_what
from kg.model import QuantityMention


@dataclass(slots=True)
class Reading:
    """What has been read of one sentence so far; ``periods`` has the period words of each mention found."""

    masked: str
    text: str
    offset: int
    scope: Scope
    found: list[QuantityMention] = field(default_factory=list)
    periods: list[str | None] = field(default_factory=list)  # None: the name says already what time it covers
    last: int = 0  # how many of the last mentions came from one group: a change behind them belongs to these

    def mentions(self) -> Iterator[QuantityMention]:
        """The quantities found, their names with the period that they cover."""
        for mention, period in zip(self.found, self.periods, strict=True):
            name = mention.name if period is None else with_period(mention.name, period, self.scope)
            yield replace(mention, name=name)

    def emit(self, group: Group, names: list[str], span: tuple[int, int], period: str | None) -> None:
        """Append a mention for each number (two for a range) that has a name which says what it measures."""
        before = len(self.found)
        rule = "number-behind-noun" if span[0] < group.start else "number-before-noun"
        for name, number in zip(names, group.numbers, strict=False):
            if len(name) < 2 or not says_what(name):
                continue
            at = self.offset + min(span[0], number.start), self.offset + max(span[1], number.end)
            for value in (number.low, number.value) if number.low is not None else (number.value,):
                mention = QuantityMention(*at, name, rule, _plain(value), number.unit, None, number.approximate)
                self.found.append(mention)
                self.periods.append(period)
        self.last = len(self.found) - before


def _plain(value: Decimal) -> Decimal:
    """The value without an exponent or trailing zeros (1E+4 would print so in a table).

    A row of digits that is longer than decimals are exact (28) measures nothing: it stays as it is written.
    """
    if value.adjusted() >= getcontext().prec:
        return value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
