"""network.html in a browser: filters, search, addresses, languages, keys, and that nothing leaves and nothing fails.

Pictures of it at three widths are left in tests/screenshots/ to be looked at.
"""

import itertools

import pytest
from browser import SCREENSHOTS, SIZES
from pages import HOSTILE, hostile, tables

from kg.publish.network import network_html
from kg.publish.network.names import Named

NEAR, FAR = "东江省/安宁市/山云区", "东江省/安宁市/河泉县"
# What vis-network draws, not what our script believes.
SHOWN = "network.body.nodeIndices.map((id) => KG.data.nodes[id][1]).sort()"
LINES = """network.body.edgeIndices.filter((id) => KG.data.statements[id].length)
  .map((id) => [NET.nameOf(NET.thingOf(NET.lines[id])), network.body.edges[id].options.dashes ? "dashed" : "solid"]).sort()"""
CHOSEN = "NET.focus ? NET.focus.chosen.map((id) => KG.data.nodes[id][1]) : []"


def known():
    """Names as a graph would give them: codes of places, English of one programme, an end of an IRI that is escaped."""
    return {
        ("place", NEAR, ""): Named("330105", NEAR, ""),
        ("place", FAR, ""): Named("330106", FAR, ""),
        ("programme", "“甲乙”改革", ""): Named("%E2%80%9C甲乙%E2%80%9D改革", "“甲乙”改革", "Reform of Jia and Yi"),
        ("award", "法治示范奖", ""): Named("法治示范奖", "法治示范奖", ""),
    }


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "network.html"
    path.write_text(network_html(tables(), names=known(), atlas="index.html"), encoding="utf-8", newline="\n")
    (tmp_path / "index.html").write_text("<!DOCTYPE html><title>atlas</title>", encoding="utf-8")
    return path


@pytest.fixture
def page(open_page, file):
    opened = open_page(file)
    yield opened
    assert opened.problems == []


def legend(page, name):
    return page.locator("#legend .row", has_text=name)


def switch(page, name):
    legend(page, name).locator("input").click()


# --- filters ----------------------------------------------------------------------------------------------------------


def test_types_hide_their_nodes_and_what_hangs_on_them(page):
    assert len(page.evaluate(SHOWN)) == 9
    switch(page, "荣誉")
    switch(page, "机构")
    assert page.evaluate(SHOWN) == sorted(["东江省", "东江省/安宁市", NEAR, FAR, "“甲乙”改革", "丙丁专项行动"])
    switch(page, "地区")
    assert page.evaluate(SHOWN) == []
    assert page.evaluate("network.body.edgeIndices") == []
    page.get_by_text("恢复全部").click()
    assert len(page.evaluate(SHOWN)) == 9


def test_a_plan_of_a_year_goes_with_its_year_and_with_its_status(page):
    assert ["丙丁专项行动", "dashed"] in page.evaluate(LINES)
    switch(page, "2023")
    assert page.evaluate(SHOWN) == sorted(
        ["东江省", "东江省/安宁市", NEAR, FAR, "“甲乙”改革", "法治示范奖", "山云区司法局", "河泉县司法局"]
    )
    assert ["丙丁专项行动", "dashed"] not in page.evaluate(LINES)
    switch(page, "2023")
    switch(page, "计划中")
    assert "丙丁专项行动" not in page.evaluate(SHOWN)
    assert ["法治示范奖", "solid"] in page.evaluate(LINES)


def test_filters_work_together_and_places_without_a_line_go(page):
    switch(page, "机构")  # bodies are told without a year
    switch(page, "2023")
    assert page.evaluate(SHOWN) == sorted(["东江省", "东江省/安宁市", NEAR, "“甲乙”改革", "法治示范奖"])
    switch(page, "荣誉")
    switch(page, "已实施")
    assert page.evaluate(SHOWN) == []


def test_counts_tell_what_a_switch_would_show(page):
    assert legend(page, "计划中").locator("b").inner_text() == "1"
    assert legend(page, "改革与项目").locator("b").inner_text() == "2"
    switch(page, "2023")
    assert legend(page, "计划中").locator("b").inner_text() == "0"
    assert legend(page, "改革与项目").locator("b").inner_text() == "1"
    assert legend(page, "2023").locator("b").inner_text() == "3"


def test_one_click_leaves_a_single_year_and_another_brings_all_back(page):
    row = legend(page, "2023")
    row.hover()
    row.locator(".only").click()
    assert [name for name, _ in page.evaluate(LINES)] == ["“甲乙”改革", "丙丁专项行动", "法治示范奖"]
    assert [box.is_checked() for box in page.locator("#legend fieldset").nth(2).locator("input").all()] == [False, True, False]
    row.locator(".only").click()
    assert len(page.evaluate(LINES)) == 7


def test_a_line_that_says_two_things_is_drawn_as_what_is_left_of_it(open_page, tmp_path):
    file = tmp_path / "x.html"
    file.write_text(network_html(tables(("甲改革", "甲改革", "甲改革"))), encoding="utf-8")
    page = open_page(file)
    assert ["甲改革", "solid"] in page.evaluate(LINES)
    switch(page, "已实施")
    assert ["甲改革", "dashed"] in page.evaluate(LINES)
    assert ["甲改革", "solid"] not in page.evaluate(LINES)
    switch(page, "已实施")
    assert ["甲改革", "solid"] in page.evaluate(LINES)
    assert page.problems == []


def test_what_is_open_follows_the_filters(page):
    page.evaluate("NET.choose(NET.search('山云区')[0], true)")
    details = page.locator("#details")
    assert "法治示范奖" in details.inner_text()
    switch(page, "荣誉")
    assert "法治示范奖" not in details.inner_text()
    switch(page, "地区")
    assert not details.is_visible()


# --- search -----------------------------------------------------------------------------------------------------------


def test_search_finds_while_typing_and_enter_goes_there(page):
    box = page.locator("#search")
    box.fill("甲乙改革")  # without the quotation marks
    assert page.locator("#found li .data").all_inner_texts() == ["“甲乙”改革"]
    assert page.evaluate(CHOSEN) == ["“甲乙”改革"]
    box.press("Enter")
    assert page.locator("#details h2").inner_text() == "“甲乙”改革"
    assert not page.locator("#found").is_visible()
    box.press("Escape")
    assert not page.locator("#details").is_visible()
    assert page.evaluate(CHOSEN) == []
    assert box.input_value() == ""


def test_arrow_keys_choose_among_what_is_found(page):
    box = page.locator("#search")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("司法局")
    options = page.locator("#found [role=option]")
    assert options.count() == 2
    second = options.nth(1).locator(".data").inner_text()
    box.press("ArrowDown")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    box.press("Enter")
    assert page.locator("#details h2").inner_text() == second


def test_what_is_filtered_out_is_found_and_brought_back(page):
    switch(page, "荣誉")
    page.locator("#search").fill("示范奖")
    assert "已筛掉" in page.locator("#found").inner_text()
    page.locator("#search").press("Enter")
    assert "法治示范奖" in page.evaluate(SHOWN)
    assert page.locator("#details h2").inner_text() == "法治示范奖"
    page.locator("#search").fill("没有的东西")
    assert page.locator("#found").inner_text() == "没有找到"


# --- addresses --------------------------------------------------------------------------------------------------------

IN_VIEW = """[...NET.focus.nodes].every((id) => { const { x, y } = network.canvasToDOM(network.getPosition(id));
  const stage = document.getElementById("stage"); return x > 0 && y > 0 && x < stage.clientWidth && y < stage.clientHeight; })"""


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(
    ("address", "name"),
    [("#/place/330105", NEAR), ("#/programme/%25E2%2580%259C甲乙%25E2%2580%259D改革", "“甲乙”改革"), ("#q=河泉县", FAR)],
)
def test_an_address_chooses_its_node_and_shows_it_with_its_neighbours(open_page, file, width, height, address, name):
    page = open_page(file, address, width=width, height=height)
    assert page.evaluate(CHOSEN) == [name]
    assert page.locator("#details h2").inner_text() == name
    assert page.evaluate(IN_VIEW)
    assert page.problems == []


def test_addresses_follow_the_reader_and_the_back_button_leads_back(page):
    page.evaluate("location.hash = '#/place/330106'")
    page.wait_for_function("NET.focus && KG.data.nodes[NET.focus.chosen[0]][3] === '330106'")
    page.get_by_text("转到“法治示范奖”").click()
    assert page.evaluate("decodeURIComponent(location.hash)") == "#/award/法治示范奖"
    page.go_back()
    page.wait_for_function("NET.focus && KG.data.nodes[NET.focus.chosen[0]][3] === '330106'")
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == ""


def test_an_address_of_nothing_is_told(page):
    page.evaluate("location.hash = '#/place/999999'")
    page.wait_for_selector("#note:not([hidden])")
    assert "999999" in page.locator("#note").inner_text()
    page.evaluate("location.hash = '#/programme/%E4%BD'")  # half a character
    page.wait_for_function("document.getElementById('note').textContent.includes('%E4')")


def test_places_programmes_and_awards_lead_to_the_atlas_and_bodies_do_not(page):
    for words, target in (("山云区", "#/place/330105"), ("甲乙改革", None), ("示范奖", "#/award/"), ("山云区司法局", "")):
        page.locator("#search").fill(words)
        page.locator("#search").press("Enter")
        links = [link.get_attribute("href") for link in page.locator("#details .atlas a").all()]
        if target == "":
            assert links == []
        elif target is None:
            assert links == ["index.html#/programme/%25E2%2580%259C%E7%94%B2%E4%B9%99%25E2%2580%259D%E6%94%B9%E9%9D%A9"]
        else:
            assert links[0].startswith(f"index.html{target}")
    page.locator("#search").fill("山云区")
    page.locator("#search").press("Enter")
    page.locator("#details .atlas a").click()
    page.wait_for_function("document.title === 'atlas'")
    assert page.url.endswith("/index.html#/place/330105")


# --- words, pointer, keys ---------------------------------------------------------------------------------------------


def test_the_english_switch_turns_the_frame_and_concepts_that_have_english(page):
    page.evaluate("NET.choose(NET.search('甲乙改革')[0], true)")
    page.get_by_text("English").click()
    assert page.locator("#details h2").inner_text() == "Reform of Jia and Yi"
    assert "Types (shapes)" in page.locator("#legend").inner_text()
    assert "Implemented" in page.locator("#legend").inner_text()
    assert page.locator("#search").get_attribute("placeholder").startswith("Search")
    page.locator("#search").fill("jia and")
    assert page.locator("#found li .data").all_inner_texts() == ["Reform of Jia and Yi"]
    page.get_by_text("中文").click()
    assert "类型（图形）" in page.locator("#legend").inner_text()


def test_a_tooltip_gives_the_sentence_the_report_and_the_year(page):
    points = page.evaluate(
        """(() => { const id = NET.lines.findIndex((line) => KG.data.statements[line.id].some((said) => said[0] === "planned"));
        const [a, b] = [NET.lines[id].from, NET.lines[id].to].map((end) => network.canvasToDOM(network.getPosition(end)));
        const stage = document.getElementById("stage").getBoundingClientRect();
        const at = (t) => [stage.left + a.x + (b.x - a.x) * t, stage.top + a.y + (b.y - a.y) * t];
        return [at(0.5), at(NET.typeOf(NET.lines[id].from) === "place" ? 1 : 0)]; })()"""
    )
    for x, y in points:
        page.mouse.move(0, 0)
        page.mouse.move(x, y, steps=3)
        page.wait_for_selector("#tip:not([hidden])")
        said = page.locator("#tip").inner_text()
        assert "丙丁专项行动" in said
        assert "河泉县推进丙丁专项行动。" in said
        assert "河泉县报告" in said
        assert "计划中 2023" in said
    page.mouse.click(*points[1])
    assert page.locator("#details h2").inner_text() == "丙丁专项行动"
    assert page.locator("#details mark").inner_text() == "丙丁专项行动"


def test_keys_move_and_zoom_and_reach_everything(page):
    stage = page.locator("#mynetwork")
    stage.focus()
    scale, place = page.evaluate("[network.getScale(), network.getViewPosition().x]")
    stage.press("+")
    assert page.evaluate("network.getScale()") > scale
    stage.press("ArrowRight")
    assert page.evaluate("network.getViewPosition().x") > place
    stage.press("0")
    assert page.evaluate("network.getScale()") == pytest.approx(scale)
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.value || document.activeElement.tagName"))
    assert {"search", "mynetwork", "zoom-in", "zoom-fit", "place", "planned", "2023"} <= reached


# --- text is data -----------------------------------------------------------------------------------------------------


def test_hostile_text_is_shown_and_does_nothing(open_page, tmp_path):
    rows = hostile()
    known = {("programme", text, ""): Named(text, text, text) for text in HOSTILE}
    file = tmp_path / "x.html"
    file.write_text(network_html(rows, names=known, atlas="index.html"), encoding="utf-8")
    page = open_page(file)
    for number in range(page.evaluate("NET.drawn.length")):
        page.evaluate("(id) => NET.choose(id, true)", number)
        page.evaluate("document.querySelectorAll('#details details').forEach((each) => { each.open = true; })")
    for text in HOSTILE[:6]:
        page.locator("#search").fill(text)
        assert text in page.locator("#found").inner_text()
        page.locator("#search").press("Enter")
        assert page.locator("#details h2").inner_text() == text
    page.get_by_text("English").click()
    assert page.locator("img, iframe, object, a[href^=javascript], [onerror], [onmouseover]").count() == 0
    assert page.evaluate("document.querySelectorAll('script').length") == 3
    assert page.problems == []


def test_what_is_left_out_is_told_with_the_way_to_get_it(open_page, tmp_path):
    rows = tables([f"第{number}项改革" for number in range(60)])
    file = tmp_path / "x.html"
    file.write_text(network_html(rows, limit=40), encoding="utf-8")
    page = open_page(file)
    said = page.locator("#note").inner_text()
    assert "kg network --place" in said
    assert "27" in said
    page.get_by_text("English").click()
    assert "kg network --place" in page.locator("#note").inner_text()
    assert page.problems == []


def test_five_thousand_nodes_open_and_filter(open_page, tmp_path):
    rows = tables()
    first = rows["implementations"][0]
    rows["implementations"] = [
        first
        | {"place": f"东江省/安宁市/第{place}区", "programme": f"第{place}区第{number}项改革", "year": str(2019 + place % 5)}
        for place, number in itertools.product(range(200), range(25))
    ]
    file = tmp_path / "x.html"
    file.write_text(network_html(rows), encoding="utf-8")
    page = open_page(file)
    assert page.evaluate("network.body.nodeIndices.length") == 5000
    page.wait_for_function("performance.getEntriesByName('network-drawn').length")
    switch(page, "2019")
    assert page.evaluate("network.body.nodeIndices.length") == pytest.approx(4000, abs=200)
    assert page.problems == []


# --- looks ------------------------------------------------------------------------------------------------------------

# How many of 400 points of the stage are neither ground nor empty, and how wide the page is.
INK = """(() => { const canvas = document.querySelector("#mynetwork canvas"); const context = canvas.getContext("2d");
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height); let ink = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] > 40) ink += 1;
  return [ink / (data.length / 4), document.documentElement.scrollWidth]; })()"""


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_at_three_widths(open_page, built, width, height, scheme):
    SCREENSHOTS.mkdir(exist_ok=True)
    views = {"all": "", "place": "#/place/330105", "programme": "#/programme/大综合一体化行政执法改革"}
    for view, address in views.items():
        page = open_page(built / "network.html", address, width=width, height=height, dark=scheme == "dark")
        page.screenshot(path=SCREENSHOTS / f"network-{view}-{width}-{scheme}.png")
        ink, wide = page.evaluate(INK)
        assert ink > 0.01, view
        assert wide <= width, view
        if width < 860:
            page.locator("#open-legend").click()
            assert page.locator("#legend").is_visible()
            page.screenshot(path=SCREENSHOTS / f"network-{view}-{width}-{scheme}-legend.png")
        assert page.problems == []


def test_paper_has_the_key_and_the_sentences_but_no_buttons(open_page, file):
    page = open_page(file, "#/place/330105", dark=True)
    page.locator("#details details").last.locator("summary").click()
    page.emulate_media(media="print")
    assert page.locator("#legend").is_visible()
    assert page.locator("#mynetwork canvas").is_visible()
    assert page.locator("#details blockquote").first.is_visible()
    assert not page.locator("#search").is_visible()
    assert not page.locator("#zoom-in").is_visible()
    assert page.problems == []
