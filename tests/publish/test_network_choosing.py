"""Which part of a network is drawn: around places and programmes, of a year, of a status."""

import pytest
from pages import tables

from kg.publish.network import Wanted, chosen, joined, tells, years_and_statuses
from kg.publish.network.choosing import fitting

NEAR, FAR, CITY, PROVINCE = "东江省/安宁市/山云区", "东江省/安宁市/河泉县", "东江省/安宁市", "东江省"


@pytest.fixture
def graph():
    """The near district ran 甲 (2022, and plans it for 2023), the far one 甲 and 乙; the city ran 丙, another city 乙."""
    rows = tables()
    first = rows["implementations"][0]
    said = [
        (NEAR, "甲", "2022", "implemented"), (NEAR, "甲", "2023", "planned"), (NEAR, "独", "2022", "implemented"),
        (FAR, "甲", "2022", "planned"), (FAR, "乙", "2023", "implemented"), (FAR, "偏", "2023", "problem"),
        (CITY, "丙", "2022", "implemented"), ("东江省/远山市", "乙", "2023", "implemented"),
    ]  # fmt: skip
    rows["implementations"] = [
        first | {"place": place, "programme": name, "year": year, "status": status} for place, name, year, status in said
    ]
    rows["awards"], rows["bodies"] = rows["awards"][:1], []
    return joined(rows, {})


def drawn(part):
    return {key.partition(":")[2] for key in part.graph}


def test_everything_where_nothing_is_asked_for(graph):
    part = chosen(graph, Wanted())
    assert drawn(part) == {key.partition(":")[2] for key in graph}
    assert part.starts == ()


def test_one_step_from_a_place_is_what_it_has_and_where_it_lies(graph):
    part = chosen(graph, Wanted(places=(NEAR,), hops=1))
    assert drawn(part) == {NEAR, "甲", "独", "法治示范奖", CITY, PROVINCE}
    assert part.starts == (f"place:{NEAR}",)


def test_two_steps_bring_in_who_shares_it_but_not_what_the_city_does(graph):
    assert drawn(chosen(graph, Wanted(places=(NEAR,), hops=2))) == {NEAR, FAR, "甲", "独", "法治示范奖", CITY, PROVINCE}


def test_the_last_step_brings_in_only_what_joins_two_places(graph):
    part = chosen(graph, Wanted(programmes=("甲",), hops=2))
    assert drawn(part) == {"甲", NEAR, FAR, CITY, PROVINCE}
    assert part.lonely == 4  # 独, the award, 乙 and 偏: each of one of the two
    assert {"独", "偏", "乙"} <= drawn(chosen(graph, Wanted(programmes=("甲",), hops=3)))


def test_a_place_and_a_programme_show_what_is_near_both(graph):
    part = chosen(graph, Wanted(places=(NEAR,), programmes=("甲",)))
    assert drawn(part) == {NEAR, FAR, "甲", "独", "法治示范奖", CITY, PROVINCE}
    assert part.starts == (f"place:{NEAR}", "programme:甲")
    apart = chosen(graph, Wanted(places=(CITY,), programmes=("甲",)))
    assert not tells(apart.graph)


def test_a_year_and_a_status_leave_only_what_is_said_of_them(graph):
    part = chosen(graph, Wanted(year="2023", status="implemented"))
    assert drawn(part) == {FAR, "东江省/远山市", "乙", CITY, PROVINCE}
    part = chosen(graph, Wanted(places=(NEAR,), year="2023"))
    assert drawn(part) == {NEAR, "甲", CITY, PROVINCE}
    assert [said.status for said in part.graph.edges[f"place:{NEAR}", "programme:甲"]["statements"]] == ["planned"]
    assert len(graph.edges[f"place:{NEAR}", "programme:甲"]["statements"]) == 2


def test_a_place_of_which_nothing_is_said_stands_for_those_within(graph):
    part = chosen(graph, Wanted(places=(PROVINCE,), hops=1))
    assert {NEAR, FAR, CITY, "东江省/远山市"} <= set(drawn(part))
    assert len(part.starts) == 4


def test_nothing_to_tell_is_told_and_what_could_be_asked_instead(graph):
    assert not tells(chosen(graph, Wanted(places=(NEAR,), year="1999")).graph)
    assert not tells(chosen(graph, Wanted(places=("西江省",))).graph)
    found = chosen(graph, Wanted(places=(FAR,), hops=1)).graph
    assert years_and_statuses(found) == (["2022", "2023"], ["implemented", "planned", "problem"])


def test_of_too_much_the_remotest_goes_first(graph):
    kept, gone = fitting(chosen(graph, Wanted(places=(NEAR,), hops=4)), 6)
    assert {"甲", "独", NEAR} <= {key.partition(":")[2] for key in kept}
    assert len(kept) == 6
    assert sum(gone.values()) > 0
