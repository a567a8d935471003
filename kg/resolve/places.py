"""Place mentions -> places: in the context of the report's place first, then nationwide; the ambiguous stays open."""

from __future__ import annotations

from collections.abc import Sequence

from kg.gazetteer import Gazetteer
from kg.model import Place, PlaceMention, Report


def _context(report: Report, gazetteer: Gazetteer) -> list[Place]:
    """The report's place and what it lies in, nearest first."""
    place = report.meta.place
    return [place, *gazetteer.ancestors(place)] if place else []


def candidates(name: str, report: Report, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that a name could mean, those in force in the report year before those that had ceased."""
    found = gazetteer.named(name) or gazetteer.short_named(name)
    year = report.meta.year
    current = tuple(place for place in found if year is None or gazetteer.in_force(place, year))
    return current or found


def resolve_name(name: str, before: Place | None, report: Report, gazetteer: Gazetteer) -> Place | None:
    """The one place a name means here, or None where several are left.

    Tried in turn: below the place named just before it (杭州市拱墅区), the report's own place or an ancestor, below the
    report's place, below each ancestor from the nearest on, and the whole country.
    """
    found = candidates(name, report, gazetteer)
    context = _context(report, gazetteer)
    for place in found:
        if any(place.key == known.key for known in context):
            return place
    found = tuple(place for place in found if _believable(place, before, report, gazetteer))
    for area in [*([before] if before else []), *context]:
        inside = [place for place in found if gazetteer.within(place, area)]
        if len(inside) == 1:
            return inside[0]
        highest = [place for place in inside if place.level == _highest(inside)]
        if len(highest) == 1:
            return highest[0]
    provinces = [place for place in found if place.level == "province"]
    if len(provinces) == 1:  # 海南 without more is the province, not one of the counties of that name
        return provinces[0]
    return found[0] if len(found) == 1 else None


_LEVELS = ("country", "province", "prefecture", "county", "township", "village")


def _highest(places: Sequence[Place]) -> str | None:
    """淮安 is the prefecture, not its district of the same name."""
    return min((place.level for place in places), key=_LEVELS.index, default=None)


def _believable(place: Place, before: Place | None, report: Report, gazetteer: Gazetteer) -> bool:
    """A township elsewhere in the country is named with its county in front; without, the words only look like one.

    The neighbours of a township are known in its county.
    """
    own = report.meta.place
    if place.level not in ("township", "village"):
        return True
    home = gazetteer.parent(own) if own and own.level == "township" else own
    return bool((home and gazetteer.within(place, home)) or (before and gazetteer.within(place, before)))


def resolve_places(
    mentions: Sequence[PlaceMention], report: Report, gazetteer: Gazetteer
) -> tuple[tuple[tuple[PlaceMention, Place], ...], tuple[str, ...]]:
    """Mentions with their places, and the names that stay ambiguous."""
    resolved: list[tuple[PlaceMention, Place]] = []
    unresolved: list[str] = []
    previous: tuple[int, Place] | None = None
    for mention in mentions:
        before = previous[1] if previous and previous[0] == mention.start else None
        place = _village(mention, before, report, gazetteer) or resolve_name(mention.name, before, report, gazetteer)
        if place is None:
            if any(p.level not in ("township", "village") for p in candidates(mention.name, report, gazetteer)):
                unresolved.append(mention.name)
            continue
        resolved.append((mention, place))
        previous = (mention.end, place)
    return tuple(resolved), tuple(dict.fromkeys(unresolved))


def _village(mention: PlaceMention, before: Place | None, report: Report, gazetteer: Gazetteer) -> Place | None:
    """A village has no code: it lives below the township named just before it, or below the report's place."""
    parent = {"village-shape": before, "village-alone": report.meta.place}.get(mention.rule)
    return gazetteer.local(parent, mention.name, "village") if parent else None
