"""The atlas in a browser: its frame, overview, matrix and questions. Pages of single things: test_atlas_pages.py."""

import csv
import re
from pathlib import Path

import pytest
from browser import SCREENSHOTS, SIZES
from pages import HOSTILE, hostile, tables

from kg.publish.atlas import atlas, shared, split
from kg.publish.index import index_html

VIEWS = ("", "matrix", "places", "programmes", "awards", "indicators", "documents", "bodies", "reports", "questions")
HAN = re.compile("[\u4e00-\u9fff]")
# The words of the interface: what stands outside names, sentences and values, which are data.
INTERFACE = """() => {
  const data = "[data-language], .data, td, tbody th, blockquote, pre, code, option, .cells, .legend a, figure";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const seen = node.parentElement.checkVisibility();
    if (seen && !node.parentElement.closest(data + ", .card span, .card b")) said.push(node.textContent.trim());
  }
  return said.filter(Boolean);
}"""


def rows_of(folder, table):
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(folder, rows, whole=1000, share=5):
    """The page of made-up tables in a folder, with its files of sentences."""
    page, parts = split(atlas(rows, {}, {}), whole, share)
    (folder / "index.html").write_text(index_html(page), encoding="utf-8", newline="\n")
    (folder / "data").mkdir(exist_ok=True)
    for name, part in parts.items():
        (folder / "data" / f"{name}.js").write_bytes(shared(name, part))
    return folder / "index.html"


def go(page, address):
    page.evaluate("address => { location.hash = address; }", address)
    view = address.removeprefix("#/").partition("/")[0] or "overview"
    page.wait_for_function("view => document.querySelector('main').className === view", arg=view)


# --- every view ---


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_every_view_opens_without_a_request_or_an_error_and_fits_its_window(built, open_page, size):
    SCREENSHOTS.mkdir(exist_ok=True)
    page = open_page(built / "index.html", width=size[0], height=size[1])
    for view in VIEWS:
        go(page, f"#/{view}")
        assert page.locator("main h1").count() == 1, view
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        page.screenshot(path=SCREENSHOTS / f"{view or 'overview'}-{size[0]}.png")
    assert page.problems == []


@pytest.mark.parametrize("view", ["", "matrix", "questions"])
def test_in_english_the_interface_is_english(built, open_page, view):
    page = open_page(built / "index.html", f"#/{view}")
    page.locator("[data-language]").click()
    assert page.locator("html").get_attribute("lang") == "en"
    left = [words for words in page.evaluate(INTERFACE) if HAN.search(words)]
    assert left == []
    page.reload()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.problems == []


def test_dark_is_dark(built, open_page):
    page = open_page(built / "index.html", dark=True)
    shade = page.evaluate("[document.documentElement, document.body].map(each => getComputedStyle(each).backgroundColor).join()")
    assert any(sum(map(int, found)) < 120 for found in re.findall(r"rgb\((\d+), (\d+), (\d+)\)", shade))


def test_an_address_that_is_nothing_says_so(built, open_page):
    page = open_page(built / "index.html", "#/programme/" + "不存在")
    assert "不存在" in page.locator("main").inner_text()
    go(page, "#/constructor")
    assert page.locator("main h1").inner_text() == "这里没有"
    assert page.problems == []


# --- overview ---


def test_counts_are_those_of_the_graph(built, open_page):
    page = open_page(built / "index.html")
    told = dict(zip(page.locator(".counts a").evaluate_all("all => all.map(a => a.lastChild.textContent)"),
                    page.locator(".counts b").all_inner_texts(), strict=True))  # fmt: skip
    kinds = {"报告": "fz:Report", "实施、计划、问题": "fz:Engagement", "荣誉结果": "fz:AwardOutcome"}
    kinds["指标数据"] = "qb:Observation"
    expected = {name: by_sparql(built, f"SELECT (COUNT(*) AS ?n) {{ ?each a {kind} }}") for name, kind in kinds.items()}
    expected["改革与项目"] = by_sparql(built, "SELECT (COUNT(DISTINCT ?run) AS ?n) { ?e a fz:Engagement ; fz:programme ?run }")
    assert {name: int(told[name].replace(",", "")) for name in expected} == expected


def by_sparql(folder, query):
    import kg

    return int(kg.query(folder, query).rows[0][0])


def test_a_year_without_a_report_is_a_gap_that_says_so(tmp_path, open_page):
    rows = tables()
    rows["reports"][1]["year"] = "2024"
    page = open_page(write(tmp_path, rows))
    lines = page.locator(".years tbody tr").all()
    told = {line.locator("th a").inner_text(): line.locator("td").all_inner_texts() for line in lines}
    assert told == {"山云区": ["●", "—", "—"], "河泉县": ["—", "—", "●"]}
    assert "不等于没有做" in page.locator(".gap").first.get_attribute("title")


# --- matrix ---


def cells(page):
    """What the cells in sight say, by their labels."""
    return page.locator(".cells button").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")


def test_a_cell_tells_status_and_years_and_opens_its_sentences(built, open_page):
    page = open_page(built / "index.html", "#/matrix?q=大综合一体化 拱墅区")
    [label] = [label for label in cells(page) if label.startswith("拱墅区，大综合一体化")]
    assert re.search(r"已实施 2022；计划中 2023", label)
    page.locator(f'.cells button[aria-label="{label}"]').click()
    drawer = page.locator("#drawer")
    assert drawer.locator("blockquote").count() >= 2
    evidence = {row["evidence"] for row in rows_of(built, "implementations") if "大综合一体化" in row["programme"]}
    assert set(drawer.locator("blockquote p.data").all_inner_texts()) <= evidence
    assert drawer.locator("mark").count() >= 1
    page.keyboard.press("Escape")
    assert not drawer.is_visible()
    assert page.problems == []


def test_filters_work_together_and_stand_in_the_address(built, open_page):
    page = open_page(built / "index.html", "#/matrix")
    page.select_option("select[name=year]", "2022")
    page.locator(".controls input[type=checkbox]").nth(0).uncheck()
    page.select_option("select[name=kind]", "campaign")
    page.fill(".controls input[type=search]", "拱墅区")
    told = [row for row in rows_of(built, "implementations") if row["year"] == "2022" and "拱墅区" in row["place"]]
    runs = [row for row in told if row["status"] != "implemented" and row["kind"] == "campaign"]
    assert runs
    assert {label.partition("，")[2].partition("：")[0] for label in cells(page)} == {row["programme"] for row in runs}
    again = open_page(built / "index.html", page.evaluate("location.hash"))
    assert cells(again) == cells(page)


def test_every_pair_of_the_tables_has_its_cell(tmp_path, open_page):
    rows = tables([f"第{number}项改革" for number in range(60)])
    page = open_page(write(tmp_path, rows), "#/matrix", width=390, height=500)
    found = set()
    for left in range(0, 60 * 62, 120):
        page.evaluate("left => { document.querySelector('.grid').scrollLeft = left; }", left)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found |= {label.partition("：")[0] for label in cells(page)}
    assert found == {f"{row['place'].rpartition('/')[2]}，{row['programme']}" for row in rows["implementations"]}


def test_a_region_closes_to_a_sum_of_what_lies_in_it(tmp_path, open_page):
    page = open_page(write(tmp_path, tables()), "#/matrix")
    assert page.locator(".rows .row a").all_inner_texts() == ["东江省", "安宁市", "河泉县", "山云区"]
    page.locator(".rows .fold").nth(1).click()
    assert page.locator(".rows .row a").all_inner_texts() == ["东江省", "安宁市"]
    assert any(label.startswith("安宁市，“甲乙”改革：implemented 2022") for label in cells(page))


def test_the_matrix_is_walked_with_the_keys(built, open_page):
    page = open_page(built / "index.html", "#/matrix?least=2")
    page.locator(".grid").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    first = page.locator(".cells button.active")
    assert page.locator("#drawer").is_visible() == (first.count() == 1)
    assert page.problems == []


# --- search, addresses ---


def test_search_leads_to_the_page_of_a_thing_and_back_leads_back(built, open_page):
    page = open_page(built / "index.html", "#/matrix")
    page.keyboard.press("/")
    page.keyboard.type("拱墅区")
    page.wait_for_selector("#found [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#/place/330105'")
    assert page.locator("main h1").inner_text().startswith("拱墅区")
    page.go_back()
    page.wait_for_function("location.hash.startsWith('#/matrix')")
    assert page.locator(".grid").is_visible()


# --- tables to take away ---


def test_cells_that_look_like_formulas_are_harmless_in_csv(built, open_page):
    page = open_page(built / "index.html")
    text = page.evaluate('P.csv(["a"], [["=1+1"], ["+1"], ["-2.5"], ["@x"], ["\\tx"], ["甲,\\"乙\\""], ["-x"]])')
    assert text == "\ufeffa\r\n'=1+1\r\n+1\r\n-2.5\r\n'@x\r\n'\tx\r\n\"甲,\"\"乙\"\"\"\r\n'-x\r\n"


def test_an_answer_downloads_as_csv(built, open_page):
    page = open_page(built / "index.html", "#/questions/most-widespread")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 CSV").click()
    with Path(waiting.value.path()).open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["项目", "类型", "审定", "地方数", "最早年份", "最近年份"]
    assert [row[0] for row in rows][:2] == [row["programme"] for row in by_question(built, "most-widespread")][:2]
    assert page.locator(".sparql").inner_text().startswith("# zh: ")


def test_every_column_of_every_question_has_a_head_in_the_language_of_the_reader(built, open_page):
    page = open_page(built / "index.html")
    asked = page.evaluate("A.questions.filter((one) => one.rows.length).map((one) => [one.name, one.columns])")
    assert len(asked) > 40
    for name, columns in asked:
        go(page, f"#/questions/{name}")
        heads = page.locator("main thead th").all_inner_texts()
        assert len(heads) == len(columns)
        assert [head for head in heads if not re.match("[\u4e00-\u9fff]", head)] == [], name


def by_question(folder, name):
    import kg

    return kg.query(folder, name).dicts()


# --- hostile text, many reports ---


def test_hostile_text_is_text_in_every_view(tmp_path, open_page):
    page = open_page(write(tmp_path, hostile()))
    for view in VIEWS:
        go(page, f"#/{view}")
        assert page.locator("main img, main script, [onmouseover], a[href^='javascript']").count() == 0
    go(page, "#/matrix")
    assert any(HOSTILE[0] in label for label in cells(page))
    page.locator(".cells button").first.click()
    page.locator("#drawer blockquote").first.wait_for()
    assert page.problems == []


def test_sentences_come_from_files_beside_the_page(tmp_path, open_page):
    file = write(tmp_path, tables(), whole=1, share=2)
    page = open_page(file, "#/matrix")
    label = cells(page)[-1]
    page.locator(".cells button").last.click()
    page.locator("#drawer blockquote").first.wait_for()
    assert page.locator("#drawer blockquote p.data").first.inner_text().startswith(label.partition("，")[0])
    assert page.problems == []


def test_a_missing_file_of_sentences_is_said_to_be_missing(tmp_path, open_page):
    file = write(tmp_path, tables(), whole=1, share=2)
    for part in (tmp_path / "data").iterdir():
        part.unlink()
    page = open_page(file, "#/matrix")
    page.locator(".cells button").first.click()
    page.locator("#drawer .empty").wait_for()
    assert "data" in page.locator("#drawer .empty").inner_text()


TABLES = ("reports", "places", "implementations", "awards", "bodies", "documents", "indicators")


def test_three_hundred_reports_open_at_once(built, tmp_path, open_page):
    copies = 28
    rows = {
        name: [
            row | {"source": f"{copy}-{row['source']}", "place": f"{row['place']}{copy}" if row.get("place") else ""}
            for copy in range(copies)
            for row in rows_of(built, name)
        ]
        for name in TABLES
    }
    assert len(rows["reports"]) > 300
    file = write(tmp_path, rows)
    assert file.stat().st_size < 15e6
    page = open_page(file, "#/matrix")
    page.locator(".cells button").first.wait_for()
    # Half a second on the slowest machine at hand: what would fail this is a page that draws all that it knows.
    assert page.evaluate("performance.now()") < 3000
    assert page.locator(".cells button").count() < 3000
    assert page.problems == []
