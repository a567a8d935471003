"""Invented reports and places, for the tests of the graph and of what is published from it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

from kg.model import (
    AwardOutcome,
    Body,
    BodyRole,
    DocumentRole,
    Engagement,
    Evidence,
    Metadata,
    Observation,
    Place,
    PlaceChange,
    PlaceNamed,
    Programme,
    ReportFacts,
)

PROVINCE = Place("990000", "云山省", "province", None, "云山省")
CITY = Place("990100", "清水市", "prefecture", "990000", "云山省/清水市")
DISTRICT = Place("990105", "南湖区", "county", "990100", "云山省/清水市/南湖区", since="2021-04-09")
OLD = Place("990103", "旧城区", "county", "990100", "云山省/清水市/旧城区", until="2021-04-09")
STREET = Place("990105001", "柳荫街道", "township", "990105", "云山省/清水市/南湖区/柳荫街道")
VILLAGE = Place("990105001-桃源社区", "桃源社区", "village", "990105001", "云山省/清水市/南湖区/柳荫街道/桃源社区")
CHANGE = PlaceChange("2021-04-09", "merge", ("990103", "990105"), ("990105",), "云山省公报")


class MadeUpGazetteer:
    """Six places and one change."""

    def __init__(self) -> None:
        self._places = {place.key: place for place in (PROVINCE, CITY, DISTRICT, OLD, STREET)}

    def get(self, code: str) -> Place | None:
        return self._places.get(code)

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        above = self._places.get(place.parent or "")
        return (above, *self.ancestors(above)) if above else ()

    def successors(self, place: Place) -> tuple[Place, ...]:
        return ()

    def changes(self, place: Place) -> tuple[PlaceChange, ...]:
        return (CHANGE,) if place.key in {"990103", "990105"} else ()


TEXT = (
    "南湖区2022年法治政府建设年度报告\r\n"
    "南湖区深化“放管服”改革，建成“湖心·议事厅”平台。\r\n"
    '桃源社区获评全国民主法治示范社区，“湖心·议事厅”入围第三届"云山杯"。\r\n'
    "区司法局印发《南湖区2022年工作要点》，学习行政处罚法，办结行政复议案件1.13万件，同比增长5.5%，纠错率4.27%。\r\n"
    "一、存在的不足\r\n“1+5 执法”改革\t推进不够。\r\n"
    "二、下一步打算\r\n明年谋划“湖心·议事厅”平台升级，深化“放管服”改革。\r\n"
)
HUB = Programme("湖心议事厅", "湖心·议事厅", "platform", curated=False)
REFORM = Programme("放管服改革", "放管服改革", "reform", curated=True)
FIVE = Programme("1+5执法改革", "1+5 执法改革", "reform", curated=False)
OFFICE = Body("司法局", "南湖区司法局", "department", DISTRICT)
COURT = Body("某国际仲裁院", "某国际仲裁院", "centre", None)


def said(words: str, rule: str = "made-up", role: str = "achievement", text: str = TEXT) -> Evidence:
    """The sentence of the text that holds some words."""
    at = text.index(words)
    start = max(text.rfind(mark, 0, at) for mark in "。\n") + 1
    stops = [end for mark in "。\r" if (end := text.find(mark, at)) >= 0]
    end = min(stops) + (text[min(stops)] == "。")
    return Evidence(start, end, text[start:end], role, rule)


def facts(text: str = TEXT, name: str = "nanhu-2022.txt", year: int = 2022) -> ReportFacts:
    """What the made-up report asserts."""
    first, more = said("“放管服”", text=text), said("获评", text=text)
    figures, plan = said("办结", text=text), said("谋划", role="plan", text=text)
    return ReportFacts(
        name=name,
        source_sha256=hashlib.sha256(text.encode() + name.encode()).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        characters=len(text),
        meta=Metadata(
            "南湖区法治政府建设年度报告",
            DISTRICT,
            year,
            "南湖区司法局",
            f"{year + 1}-02-01",
            "government-annual-report",
        ),
        places=(PlaceNamed(DISTRICT, first), PlaceNamed(VILLAGE, more), PlaceNamed(DISTRICT, figures)),
        engagements=(
            Engagement(REFORM, DISTRICT, year, "implemented", first),
            Engagement(HUB, DISTRICT, year, "implemented", first),
            Engagement(FIVE, DISTRICT, year, "problem", said("执法”改革", role="problem", text=text)),
            Engagement(replace(HUB, label="“湖心·议事厅”"), DISTRICT, year + 1, "planned", plan),
            Engagement(REFORM, DISTRICT, year + 1, "planned", plan),
            Engagement(HUB, None, None, "planned", plan),
        ),
        awards=(
            AwardOutcome("全国民主法治示范社区", None, "national", "won", "桃源社区", VILLAGE, year, None, None, more),
            AwardOutcome(
                "云山杯", "第三届", "provincial", "shortlisted", "“湖心·议事厅”", DISTRICT, year, 2, "二等", more
            ),
        ),
        bodies=(
            BodyRole(OFFICE, DISTRICT, "leads", year, figures),
            BodyRole(COURT, None, "mentioned", None, figures),
        ),
        documents=(
            DocumentRole("南湖区2022年工作要点", "plan", DISTRICT, "issued", year, figures),
            DocumentRole("行政处罚法", "law", DISTRICT, "studied", year, figures),
        ),
        observations=(
            Observation(
                "办结行政复议案件",
                Decimal("1.13E+4"),
                "件",
                Decimal("5.50"),
                False,
                DISTRICT,
                year,
                "1.13万件",
                figures,
            ),
            Observation("纠错率", Decimal("4.27"), "%", None, True, None, None, "4.27%", figures),
        ),
    )
