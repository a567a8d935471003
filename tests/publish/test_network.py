"""network.html: the drawing, its data, and that nothing in it runs or leaves that is not ours."""

import itertools
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
from pages import HOSTILE, Elements, assert_guarded, drawn, hostile, tables

from kg.publish.network import names, network_html
from kg.publish.network.layout import CELL, positions
from kg.publish.network.names import Named
from kg.publish.tables import tables as built_tables


def stored(folder):
    """The tables of a build, and what its graph calls the things in them."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(folder / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    found = built_tables(store)
    rows = {name: [dict(zip(header, row, strict=True)) for row in body] for name, (header, body) in found.items()}
    return rows, names(store)


# --- the drawing ------------------------------------------------------------------------------------------------------


def test_places_programmes_awards_and_bodies_differ_in_shape_and_colour():
    nodes, edges, data = drawn(network_html(tables()))
    looks = {}
    for node in nodes:
        looks.setdefault(data["nodes"][node["id"]][0], set()).add((node["shape"], node["color"]))
    assert sorted(looks) == ["award", "body", "place", "programme"]
    assert all(len(look) == 1 for look in looks.values())
    assert len({shape for look in looks.values() for shape, _ in look}) == 4
    assert len({colour for look in looks.values() for _, colour in look}) == 4
    assert len(edges) == len(data["statements"])


def test_labels_are_names_and_places_are_joined_to_their_parents():
    nodes, edges, _ = drawn(network_html(tables()))
    label = {node["id"]: node["label"] for node in nodes}
    assert {"东江省", "安宁市", "山云区", "河泉县", "“甲乙”改革", "法治示范奖", "山云区司法局"} <= set(label.values())
    pairs = {frozenset((label[edge["from"]], label[edge["to"]])) for edge in edges}
    assert {"安宁市", "山云区"} in pairs
    assert {"东江省", "安宁市"} in pairs
    assert {"山云区", "“甲乙”改革"} in pairs


def test_an_edge_tells_status_year_and_evidence():
    nodes, edges, data = drawn(network_html(tables()))
    label = {node["id"]: node["label"] for node in nodes}
    edge = next(edge for edge in edges if {label[edge["from"]], label[edge["to"]]} == {"河泉县", "丙丁专项行动"})
    [[status, year, sentence, _]] = data["statements"][edge["id"]]
    text, report = data["sentences"][sentence]
    assert (status, year, text) == ("planned", "2023", "河泉县推进丙丁专项行动。")
    assert data["reports"][report] == ["河泉县报告", "河泉县.txt"]


def test_status_is_told_by_dashes_as_well_as_by_colour():
    programmes = [f"甲{number}改革" for number in range(3)]
    _, edges, data = drawn(network_html(tables(programmes)))
    looks = {
        said[0][0]: (edge["color"], str(edge["dashes"]))
        for edge, said in zip(edges, data["statements"], strict=True)
        if said
    }
    three = [looks[status] for status in ("implemented", "planned", "problem")]
    assert len({colour for colour, _ in three}) == 3
    assert len({dashes for _, dashes in three}) == 3


def test_implemented_wins_over_planned_and_both_are_kept():
    _, edges, data = drawn(network_html(tables(("甲改革", "甲改革", "甲改革"))))
    number = next(n for n, said in enumerate(data["statements"]) if len(said) == 3)
    assert [said[0] for said in data["statements"][number]] == ["implemented", "planned", "problem"]
    assert edges[number]["dashes"] is False


def test_the_better_connected_are_bigger():
    nodes, _, _ = drawn(network_html(tables()))
    size = {node["label"]: node["size"] for node in nodes}
    assert size["“甲乙”改革"] > size["丙丁专项行动"]


def test_a_row_without_place_belongs_to_the_place_of_its_report():
    rows = tables()
    rows["bodies"][0]["place"] = ""
    nodes, edges, _ = drawn(network_html(rows))
    label = {node["id"]: node["label"] for node in nodes}
    assert {"山云区", "山云区司法局"} in [{label[edge["from"]], label[edge["to"]]} for edge in edges]


def test_no_tables_make_an_empty_page():
    nodes, edges, data = drawn(network_html({}))
    assert (nodes, edges, data["omitted"]) == ([], [], {})


def test_above_the_limit_the_least_connected_go_and_the_page_says_how_many():
    rows = tables([f"第{number}项改革" for number in range(30)])
    rows["implementations"] += [rows["implementations"][0] | {"programme": f"独{number}行动"} for number in range(20)]
    nodes, _, data = drawn(network_html(rows, limit=40))
    labels = {node["label"] for node in nodes}
    assert len(nodes) == 40
    assert data["omitted"] == {"programme": 4 + 30 + 20 + 1 + 2 - 40}
    assert {f"第{number}项改革" for number in range(30)} <= labels
    assert {"山云区", "东江省"} <= labels


def test_many_places_leave_half_of_the_room_to_what_they_do():
    rows = tables()
    first = rows["implementations"][0]
    rows["implementations"] = [
        first | {"place": f"东江省/第{number}县", "programme": f"第{number % 9}项改革"} for number in range(90)
    ]
    nodes, _, data = drawn(network_html(rows, limit=20))
    types = [kind for kind, *_ in data["nodes"]]
    assert len(nodes) == len(types) == 20
    assert types.count("place") < 12
    assert types.count("programme") > 5


# --- what the graph calls things --------------------------------------------------------------------------------------


def test_nodes_carry_the_end_of_their_iri_and_their_english_label(built):
    rows, known = stored(built)
    _, _, data = drawn(network_html(rows, names=known))
    nodes = {(kind, name): (local, en) for kind, name, _, local, en in data["nodes"]}
    assert nodes["place", "浙江省/杭州市/拱墅区"] == ("330105", "")
    assert nodes["programme", "大综合一体化行政执法改革"][0] == "大综合一体化行政执法改革"
    assert any(en for _, en in nodes.values())
    assert [key for key, (local, _) in nodes.items() if not local] == []


def test_an_award_is_one_node_whatever_reports_call_it():
    rows = tables()
    rows["awards"][1]["award"] = "法治示范大奖"
    known = {("award", name, ""): Named("法治示范奖", "法治示范奖", "") for name in ("法治示范奖", "法治示范大奖")}
    _, _, data = drawn(network_html(rows, names=known))
    assert [node for node in data["nodes"] if node[0] == "award"] == [["award", "法治示范奖", "national", "法治示范奖", ""]]


def test_bodies_of_one_name_and_two_places_are_two():
    rows = tables()
    for row in rows["bodies"]:
        row["body"] = "法治督察组"
    _, _, data = drawn(network_html(rows))
    assert [name for kind, name, *_ in data["nodes"] if kind == "body"] == ["法治督察组", "法治督察组"]


def test_pages_link_to_the_atlas_only_where_there_is_one():
    def links(page):
        return [attrs.get("href") for tag, attrs in Elements(page).tags if tag == "a"]

    with_atlas, without = network_html(tables(), atlas="index.html"), network_html(tables())
    assert links(with_atlas) == ["index.html"]
    assert links(without) == []
    assert (drawn(with_atlas)[2]["atlas"], drawn(without)[2]["atlas"]) == ("index.html", "")


# --- the same bytes ---------------------------------------------------------------------------------------------------


def test_the_order_of_rows_does_not_matter():
    rows, page = tables([f"第{number}项改革" for number in range(12)]), None
    for seed in range(3):
        mixed = {name: random.Random(seed).sample(each, len(each)) for name, each in rows.items()}
        page = page or network_html(mixed)
        assert network_html(mixed) == page


def test_the_hash_seed_does_not_matter():
    code = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]); from pages import tables;"
        "from kg.publish.atlas import atlas; from kg.publish.network import network_html;"
        "from kg.publish.index import index_html; rows = tables();"
        "print(hashlib.sha256((network_html(rows) + index_html(atlas(rows, {}, {}))).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", code, str(Path(__file__).parent)]
    seeds = ("0", "4242")
    ran = [
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        for seed in seeds
    ]
    assert ran[0].stdout == ran[1].stdout != ""


# --- text is data -----------------------------------------------------------------------------------------------------


def test_nothing_is_fetched_and_nothing_runs_but_our_scripts():
    assert_guarded(network_html(tables()))


def test_hostile_text_stays_text():
    calm, page = network_html(tables()), network_html(hostile())
    assert_guarded(page)
    assert [tag for tag, _ in Elements(page).tags] == [tag for tag, _ in Elements(calm).tags]
    nodes, _, data = drawn(page)
    shown = {node["label"] for node in nodes} | {text for text, _ in data["sentences"]}
    for text in HOSTILE[:6]:
        assert text in shown
    assert "甲[U+202E]乙[U+2066]丙[U+2028]丁" in shown
    assert not re.search("[\u2028\u202e\u2066]", page)


def test_nodes_carry_no_titles_because_pyvis_takes_some_for_markup():
    nodes, _, _ = drawn(network_html(hostile()))
    assert not [node for node in nodes if "title" in node]


# --- layout -----------------------------------------------------------------------------------------------------------


def star(places, own, shared):
    """Places with things of their own, and things that all of them share."""
    graph = nx.Graph()
    for place in range(places):
        graph.add_node(f"place:甲省/乙{place % 5}市/丙{place}区", type="place")
    for place in sorted(graph):
        for number in range(own):
            graph.add_node(f"programme:{place}{number}", type=("programme", "award", "body")[number % 3])
            graph.add_edge(place, f"programme:{place}{number}")
    for number in range(shared):
        graph.add_node(f"programme:共{number}", type="programme")
        for place in sorted(name for name in graph if name.startswith("place:"))[number % 7 :: 2 + number % 3]:
            graph.add_edge(place, f"programme:共{number}")
    return graph


def crowded(graph):
    """The share of nodes whose place another node's box of 0.8 cells covers."""
    where = positions(graph)
    cells = {name: (x / CELL[0], y / CELL[1]) for name, (x, y) in where.items()}
    near = [
        a for a, b in itertools.permutations(cells, 2)
        if abs(cells[a][0] - cells[b][0]) < 0.8 and abs(cells[a][1] - cells[b][1]) < 0.7
    ]  # fmt: skip
    return len(set(near)) / len(cells)


@pytest.mark.parametrize(("places", "own", "shared"), [(1, 60, 0), (3, 80, 12), (12, 20, 40), (40, 2, 200)])
def test_labels_have_room(places, own, shared):
    assert crowded(star(places, own, shared)) < 0.04


def test_layout_takes_every_node_and_whole_pixels():
    graph = star(6, 9, 10)
    where = positions(graph)
    assert set(where) == set(graph)
    assert all(x == int(x) and y == int(y) for x, y in where.values())


def test_one_place_stands_in_the_middle_and_its_kinds_in_sectors():
    graph = star(1, 60, 0)
    where = positions(graph)
    [place] = [name for name in graph if name.startswith("place:")]
    assert where[place] == (0.0, 0.0)
    awards = [where[name] for name in graph if graph.nodes[name]["type"] == "award"]
    middle = (sum(x for x, _ in awards) / len(awards), sum(y for _, y in awards) / len(awards))
    assert abs(middle[0]) + abs(middle[1]) > 100


def test_a_place_that_shares_nothing_stands_at_the_rim():
    graph = star(6, 40, 12)
    graph.add_edge("place:丁省/戊市", "award:独")
    graph.nodes["place:丁省/戊市"]["type"], graph.nodes["award:独"]["type"] = "place", "award"
    where = positions(graph)
    far = sorted(x * x + y * y for x, y in (where[name] for name in graph if name.startswith("place:")))
    assert sum(value**2 for value in where["place:丁省/戊市"]) == far[-1]
