"""The pages of things in a browser: what they show is what the tables say, whatever the tables hold."""

from __future__ import annotations

import csv
import io
import itertools
from urllib.parse import quote

import pytest
from browser import SCREENSHOTS, SIZES
from made import FORMULAS, LONG, crowd, hostile, merged
from made import page as made_page
from pages import HOSTILE

from kg.publish.atlas import atlas, shared, split
from kg.publish.html import plain
from kg.publish.index import index_html

GO = """hash => new Promise(done => {
  const told = () => done(document.querySelector("#stage h1").innerText);
  const after = () => requestAnimationFrame(() => requestAnimationFrame(told));
  if (location.hash === hash) { after(); return; }
  addEventListener("hashchange", after, { once: true });
  location.hash = hash;
})"""
LISTS = 7
#: The page is no wider than its window, and nothing in it is what data may not become.
SOUND = """() => document.documentElement.scrollWidth <= innerWidth
  && !document.querySelector("#stage img, #stage script, #stage [onmouseover], #stage a[href^=javascript]")"""
#: Text outside of what stands for data, of all that is shown.
WORDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const node = walk.currentNode, over = node.parentElement;
    const data = over.closest(".data, script, style, noscript, option, [data-language], .zh, title");
    if (!data && node.data.trim()) found.push(node.data);
  }
  const labelled = document.querySelectorAll("#stage [placeholder], .tools button, select, .choices");
  labelled.forEach((each) => found.push(each.placeholder || "", each.ariaLabel || ""));
  return found.filter(Boolean);
}"""


def address(kind, name):
    return f"#/{kind}/{quote(name, safe='')}"


def rows(folder, table):
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def has_han(words):
    return any("\u4e00" <= letter <= "\u9fff" for letter in words)


def column(page, table, number):
    """The text of a column of a table, all of its rows shown first."""
    scope = page.locator(table)
    while scope.locator(".foot button").count():
        scope.locator(".foot button").first.click()
    return scope.locator(f"tbody tr:not(.group) > *:nth-child({number})").all_inner_texts()


def downloaded(page, button):
    with page.expect_download() as started:
        button.click()
    return list(csv.reader(io.StringIO(started.value.path().read_bytes().decode("utf-8-sig"), newline="")))


@pytest.fixture
def samples(built, open_page):
    return open_page(built / "index.html")


@pytest.fixture
def made(tmp_path, open_page):
    def opened(*tables, fragment="", **settings):
        (tmp_path / "index.html").write_text(made_page(*tables), encoding="utf-8", newline="\n")
        return open_page(tmp_path / "index.html", fragment, **settings)

    return opened


@pytest.fixture(scope="session")
def addresses(built):
    """One page of every kind, of the samples, and a comparison."""
    code = {row["place"]: row["adcode"] for row in rows(built, "reports")}
    first, second = sorted(code.values())[-2:]
    programme = next(row for row in rows(built, "implementations") if row["programme"].startswith("大综合一体化"))
    award = next(row for row in rows(built, "awards") if row["curation"] == "curated")
    body = next(row for row in rows(built, "bodies") if row["place"] in code)
    made = [
        ("place", first), ("programme", programme["programme"]), ("award", award["series"]),
        ("indicator", next(row["concept"] for row in rows(built, "indicators"))),
        ("document", rows(built, "documents")[0]["document"]), ("report", rows(built, "reports")[0]["source"]),
        ("body", f"{code[body['place']]}-{body['body']}"),
    ]  # fmt: skip
    lists = [f"#/{name}" for name in ("places", "programmes", "awards", "indicators", "documents", "bodies", "reports")]
    return [*lists, *itertools.starmap(address, made), f"{address('place', first)}?with={second}"]


def test_each_kind_of_page_opens_in_both_languages(samples, addresses):
    for hash in addresses:
        assert samples.evaluate(GO, hash) not in {"", "这里没有"}, hash
    samples.click("[data-language]")
    for hash in addresses:
        assert samples.evaluate(GO, hash) not in {"", "Not here"}, hash
        assert [words for words in samples.evaluate(WORDS) if has_han(words)] == [], hash
    assert samples.problems == []


def test_a_place_shows_the_marks_of_its_rows_and_no_others(samples, built):
    said = rows(built, "implementations")
    for report in rows(built, "reports")[:4]:
        samples.evaluate(GO, address("place", report["adcode"]))
        column(samples, "#runs > .tabled", 1)
        shown = samples.evaluate("""() => {
          const table = document.querySelector("#runs .timeline");
          const years = [...table.tHead.rows[0].cells].map((cell) => cell.firstChild.textContent.slice(0, 4));
          const marks = (row) => (cell, at) => [...cell.querySelectorAll(".mark")].map((mark) => [
            row.querySelector("a").textContent, years[at], mark.className.slice(5)]);
          return [...table.querySelectorAll("tbody tr:not(.group)")].flatMap((row) => [...row.cells].flatMap(marks(row)));
        }""")
        wanted = {(row["programme"], row["year"], row["status"]) for row in said if row["place"] == report["place"]}
        assert {tuple(each) for each in shown} == wanted
        assert len(shown) == len(wanted)


def test_the_download_of_a_place_holds_its_rows_with_sentences_and_offsets(samples, built):
    report = rows(built, "reports")[0]
    samples.evaluate(GO, address("place", report["adcode"]))
    samples.click("#runs > details summary")
    head, *found = downloaded(samples, samples.locator("#runs details .tools button"))
    assert head == ["项目", "年份", "状态", "类型", "原文", "原文句子", "起", "止"]
    words = {"implemented": "已实施", "planned": "计划中", "problem": "存在问题"}
    wanted = [
        [row["programme"], row["year"], words[row["status"]], *(row[name] for name in ("source", "evidence", "start", "end"))]
        for row in rows(built, "implementations")
        if row["place"] == report["place"]
    ]
    assert wanted
    assert sorted([*row[:3], *row[4:]] for row in found) == sorted(wanted)


def test_a_programme_tells_who_came_first_and_marks_itself_in_each_sentence(samples, built):
    said = [row for row in rows(built, "implementations") if row["programme"] == "大综合一体化行政执法改革"]
    firsts = {}
    for row in sorted(said, key=lambda row: row["year"]):
        if row["status"] == "implemented":
            firsts.setdefault(row["place"], row["year"])
    samples.evaluate(GO, address("programme", "大综合一体化行政执法改革"))
    assert len(column(samples, "#adoption .tabled", 1)) == len({row["place"] for row in said})
    shown = samples.locator("#adoption .timeline tbody a").all_inner_texts()
    assert {place.rpartition("/")[2] for place in firsts} == set(shown[: len(firsts)])
    assert shown[0] in {place.rpartition("/")[2] for place, year in firsts.items() if year == min(firsts.values())}
    assert f"{len(firsts)} 个地方实施过" in samples.locator(".lead").first.inner_text()
    assert samples.locator(".chart .count").last.text_content() == str(len(firsts))
    while samples.locator("#evidence .choices + div .foot button").count():
        samples.locator("#evidence .choices + div .foot button").first.click()
    samples.wait_for_function("count => document.querySelectorAll('#evidence blockquote').length === count", arg=len(said))
    assert samples.locator("#evidence blockquote:not(:has(mark))").count() == 0


def test_a_candidate_names_the_rule_that_found_it(samples, built):
    row = next(row for row in rows(built, "implementations") if row["rule"] == "verb-quoted")
    label = row["programme"]
    find = 'label => { location.hash = P.address("programme", A.programmes.find((one) => one.zh === label).id) }'
    samples.evaluate(find, label)
    samples.wait_for_function("label => document.querySelector('h1').innerText.startsWith(label)", arg=label)
    assert "动词加引号" in samples.locator(".facts").inner_text()


def test_things_link_to_their_page_in_the_network(samples, built):
    samples.evaluate(GO, address("place", rows(built, "reports")[0]["adcode"]))
    code = rows(built, "reports")[0]["adcode"]
    assert samples.locator(f"a[href='network.html#/place/{code}']").count() == 1
    samples.evaluate(GO, address("programme", "大综合一体化行政执法改革"))
    assert samples.locator(f"a[href='network.html#/programme/{quote('大综合一体化行政执法改革')}']").count() == 1


def test_two_places_side_by_side_share_what_both_have(samples, built):
    one, other = rows(built, "reports")[1:3]
    said = rows(built, "implementations")
    had = [{row["programme"] for row in said if row["place"] == each["place"]} for each in (one, other)]
    samples.evaluate(GO, f"{address('place', one['adcode'])}?with={other['adcode']}")
    parts = [set(column(samples, f".three > :nth-child({number})", 1)) for number in (1, 2, 3)]
    assert parts == [had[0] - had[1], had[0] & had[1], had[1] - had[0]]
    samples.click("text=左右对换")
    samples.wait_for_function("code => location.hash.startsWith(`#/place/${code}?`)", arg=other["adcode"])
    assert set(column(samples, ".three > :nth-child(1)", 1)) == had[1] - had[0]


def test_results_of_an_honour_are_kept_apart(samples, built):
    said, results = rows(built, "awards"), {}
    for row in said:
        if row["curation"] == "curated":
            results.setdefault(row["series"], set()).add(row["result"])
    series = max(sorted(results), key=lambda name: len(results[name]))
    find = 'label => { location.hash = P.address("award", A.series.find((one) => one.zh === label).id) }'
    samples.evaluate(find, series)
    samples.wait_for_function("label => document.querySelector('h1').innerText.startsWith(label)", arg=series)
    for result in results[series]:
        count = sum(row["result"] == result for row in said if row["series"] == series)
        assert len(column(samples, f"#result-{result}", 1)) == count
    assert samples.locator("section[id^=result-]").count() == len(results[series])


def test_a_year_without_report_is_a_gap_and_a_predecessor_is_told_apart(made):
    page = made(*merged(), fragment="#/place/990105")
    cells = page.locator("#runs .timeline tbody tr:not(.group) td")
    assert ["gap" in (cells.nth(at).get_attribute("class") or "") for at in range(4)] == [False, True, True, False]
    assert page.locator("#runs .timeline a").all_inner_texts() == ["放心改革"]
    assert page.locator("#before-990103 .timeline a").all_inner_texts() == ["旧城改革"]
    assert "旧城区（它的记录单列在下面）" in page.locator(".facts").inner_text()
    assert "旧城区" in page.locator("#before-990103 h2").inner_text()
    assert page.locator(".gaps .here").all_inner_texts() == ["2019", "2022"]
    assert page.problems == []


def test_sentences_that_stand_in_files_are_shown_and_downloaded(tmp_path, open_page):
    data, parts = split(atlas(crowd(), {}, {}), whole=10, share=50)
    assert len(parts) > 2
    (tmp_path / "data").mkdir()
    for name, part in parts.items():
        (tmp_path / "data" / f"{name}.js").write_bytes(shared(name, part))
    (tmp_path / "index.html").write_text(index_html(data), encoding="utf-8", newline="\n")
    page = open_page(tmp_path / "index.html", address("programme", "人人都有的改革"))
    page.wait_for_selector("#evidence blockquote")
    assert page.locator("#evidence blockquote mark").first.inner_text() == "人人都有的改革"
    page.click("#evidence > details summary")
    head, *found = downloaded(page, page.locator("#evidence details .tools button"))
    assert len(found) == 200
    assert {row[head.index("原文句子")] for row in found} == {"深化人人都有的改革，办案12件。"}
    assert page.problems == []


def test_figures_of_one_unit_are_drawn_together(made):
    page = made(crowd(), fragment=address("indicator", "办案"))
    units = lambda: {words.split(" ")[-1] for words in page.locator(".measures b").all_inner_texts()}  # noqa: E731
    assert units() == {"件"}
    assert page.locator(".chart .line").count() == 8
    page.select_option("select[name=unit]", "%")
    page.wait_for_function("decodeURIComponent(location.hash).endsWith('unit=%')")
    assert units() == {"%"}
    assert "办案" in page.locator(".measures small").first.inner_text()
    assert page.problems == []


def test_many_show_in_steps(made):
    page = made(crowd())
    page.evaluate(GO, address("place", "东江省/安宁市/百业区"))
    assert 0 < page.locator("#runs .timeline tbody tr").count() < 40
    assert len(column(page, "#runs > .tabled", 1)) == 400
    page.evaluate(GO, address("programme", "人人都有的改革"))
    assert 0 < page.locator("#adoption .tabled tbody tr").count() < 40
    assert len(column(page, "#adoption .tabled", 1)) == 200
    assert page.locator(".chart .count").last.text_content() == "200"
    assert page.problems == []


def test_tables_sort_by_keyboard_and_filter(made):
    page = made(crowd(), fragment="#/programmes")
    head = page.locator("thead button").nth(0)
    head.focus()
    for way in ("ascending", "descending"):
        page.keyboard.press("Enter")
        assert page.locator("th[aria-sort]").get_attribute("aria-sort") == way
    names = column(page, ".tabled", 1)
    page.fill(".tools input", "第39")
    assert len(names) == 401
    assert set(column(page, ".tabled", 1)) == {name for name in names if "第39" in name}


def test_awkward_text_stays_text_on_every_page(made):
    page = made(hostile(), width=390, height=844)
    every = page.evaluate("""() => [["place", A.places, "id"], ["programme", A.programmes, "id"], ["award", A.series, "id"],
      ["indicator", A.indicators, "id"], ["document", A.documents, "zh"], ["report", A.reports, "source"]]
      .flatMap(([kind, some, key]) => some.map((one) => P.address(kind, one[key])))""")
    every += [f"#/{name}" for name in ("places", "programmes", "awards", "indicators", "documents", "bodies", "reports")]
    page.evaluate(GO, "#/bodies")
    every += page.locator("tbody th a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert len(every) > 120
    walk = f"""async (every) => {{
      const bad = [];
      for (const hash of every) if (await ({GO})(hash) === "这里没有" || !({SOUND})()) bad.push(hash);
      return bad;
    }}"""
    assert page.evaluate(walk, every) == []
    page.evaluate(GO, address("programme", plain(HOSTILE[0])))
    assert HOSTILE[0] in page.locator("h1").inner_text()
    assert page.problems == []


def test_what_a_spreadsheet_would_run_is_made_harmless(made):
    page = made(hostile(), fragment="#/programmes")
    _, *found = downloaded(page, page.locator(".tools button"))
    names = {row[0] for row in found}
    assert {f"'{formula}" for formula in FORMULAS} <= names
    assert LONG in names
    assert not [name for name in names if name.startswith(tuple("=+-@\t\r＝"))]


def test_pictures_to_look_at(built, addresses, open_page):
    SCREENSHOTS.mkdir(exist_ok=True)
    for width, height in SIZES:
        page = open_page(built / "index.html", width=width, height=height, dark=width == 820)
        for hash in addresses[LISTS if width < 1000 else 0 :]:
            page.evaluate(GO, hash)
            assert page.evaluate(SOUND), (width, hash)
            name = hash.split("?")[0].split("/")[1] + ("-compared" if "?" in hash else "")
            page.screenshot(path=SCREENSHOTS / f"atlas-{name}-{width}.png", full_page=True)
        assert page.problems == []
