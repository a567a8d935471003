"""The packaged sample reports: laid out as their README says, worded anew, and true to their sources."""

import re
import unicodedata
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parent.parent / "kg" / "data" / "samples"
NAMES = sorted(path.name for path in SAMPLES.glob("*.txt"))

# The corpus file that each sample takes its facts from.
SOURCES = {
    "chongqing-2025.txt": "provincial/chongqing-2026.txt",
    "gongshu-2022.txt": "gongshu-2022.txt",
    "guangdong-2025.txt": "provincial/guangdong-2026.txt",
    "hangzhou-2024.txt": "hangzhou-2024.txt",
    "hangzhou-sifaju-2024.txt": "hangzhou-2024.txt",
    "neimenggu-2025.txt": "provincial/neimenggu-2026.txt",
    "shanghai-2025.txt": "provincial/shanghai-2026.txt",
    "sichuan-2025.txt": "provincial/sichuan-2026.txt",
    "wulin-2022.txt": "gongshu-2022.txt",
    "yuhang-2021.txt": "yuhang-2021.txt",
    "zhejiang-2025.txt": "provincial/zhejiang-2026.txt",
}
NOTE = re.compile(r"（示例文本：依据《[^》]+》[^）]*事实改写，[^）]*非原文[^）]*）")
# Proper names reach 24 characters; a sentence taken over would be longer. Measured after folding width and space.
COPIED_RUN = 25
# The same with quoted names, documents and figures cut out: names that stand without quotation marks reach 18.
COPIED_PROSE = 20
FIGURE = re.compile(r"\d+(?:\.\d+)?(?:万|亿)?[%件家户个项名]?")
LIST_NUMERAL = re.compile(r"^\s*\d\. ?(?=\D)", re.MULTILINE)
NAME_OR_FIGURE = re.compile(r"《[^《》]+》|“[^“”]+”|\d+(?:\.\d+)?")
QUOTED = re.compile(r"《([^《》]+)》|“([^“”]+)”")


def decoded(name: str) -> str:
    return (SAMPLES / name).read_bytes().decode("utf-8")


def body(name: str) -> str:
    """The sample without its note: what follows the note, BOM and all else untouched."""
    text = decoded(name)
    note = NOTE.search(text)
    assert note is not None
    return text[note.end() :]


def fold(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).removeprefix("\ufeff"))


def figures(text: str) -> set[str]:
    """Each number with its unit, list numerals left out: 1.13万件, 97.1%, 2025."""
    return set(FIGURE.findall(unicodedata.normalize("NFKC", LIST_NUMERAL.sub("", text))))


def grams(text: str, size: int) -> set[str]:
    return {text[i : i + size] for i in range(len(text) - size + 1)}


@pytest.fixture(scope="module")
def corpus(shared: Path) -> dict[str, str]:
    folder = shared / "corpus"
    return {
        path.relative_to(folder).as_posix(): fold(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.txt"))
    }


def copied(text: str, corpus: dict[str, str], size: int) -> set[str]:
    everything = "\n".join(corpus.values())
    return {gram for gram in grams(text, size) if gram in everything}


def test_there_are_at_least_ten_and_each_is_described():
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert len(NAMES) >= 10
    assert sorted(re.findall(r"^\| `([^`]+\.txt)` \|", readme, re.MULTILINE)) == NAMES
    assert sorted(SOURCES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_names_the_source_of_the_readme(name: str):
    first = decoded(name).removeprefix("\ufeff").splitlines()[0]
    assert NOTE.match(first)
    source = re.search("《([^》]+)》", first)
    row = next(line for line in (SAMPLES / "README.md").read_text(encoding="utf-8").splitlines() if f"`{name}`" in line)
    assert source is not None
    assert source[0] in row


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_the_size_and_the_parts_of_a_report(name: str):
    text = fold(body(name))
    year = name[-8:-4]
    assert 900 <= len(text) <= 2500
    assert f"{year}年" in text
    assert re.search(r"[一二三四]、(?:\d{4}年)?(?:主要|工作)?[^。]{0,6}(?:成效|工作情况)", text)
    assert re.search(r"[一二三四]、存在的[^。]{0,6}(?:不足|问题)", text)
    assert re.search(rf"[一二三四]、{int(year) + 1}年[^。]{{0,4}}(?:安排|打算)", text)


def test_samples_start_with_a_byte_order_mark_only_where_the_readme_says():
    assert [name for name in NAMES if decoded(name).startswith("\ufeff")] == ["guangdong-2025.txt"]


def test_samples_end_their_lines_with_lf_except_one_with_crlf():
    assert [name for name in NAMES if "\r" in decoded(name)] == ["neimenggu-2025.txt"]
    text = decoded("neimenggu-2025.txt")
    assert text.count("\r\n") == text.count("\n") == text.count("\r") > 20


def test_one_sample_has_no_line_break_at_all():
    assert [name for name in NAMES if len(decoded(name).splitlines()) == 1] == ["hangzhou-2024.txt"]
    assert "\n" not in decoded("hangzhou-2024.txt")


def test_one_sample_has_its_body_twice():
    def repeated(name: str) -> bool:
        paragraphs = [line for line in body(name).splitlines() if len(line) > 60]
        return bool(paragraphs) and all(paragraphs.count(line) == 2 for line in paragraphs)

    assert [name for name in NAMES if repeated(name)] == ["sichuan-2025.txt"]
    lines = [line for line in body("sichuan-2025.txt").splitlines() if line]
    half = lines[lines.index("主动公开") + 1 :]
    first = lines.index(half[0])
    assert lines[first : first + len(half)] == half
    assert sum(map(len, half)) >= 800


def test_one_title_is_broken_over_two_lines_with_full_width_digits():
    first, second = body("yuhang-2021.txt").strip("\n").split("\n")[:2]
    assert first + second == "杭州市余杭区人民政府２０２１年度法治政府建设情况报告"
    text = body("yuhang-2021.txt")
    assert len(re.findall("[０-９]", text)) > 20
    assert text.count(",") > 30
    assert "，" not in text


def test_one_sample_has_page_furniture_and_an_index_table_before_its_title():
    text = body("gongshu-2022.txt")
    head = text[: text.index("杭州市拱墅区人民政府2022年法治政府建设年度报告")]
    assert all(word in head for word in ("首页 >", "打印 收藏", "信息索引号", "发布机构", "生成日期"))


def test_one_sample_addresses_a_standing_committee():
    def addressed(name: str) -> bool:
        text = body(name)
        return "主任、副主任、各位委员：" in text and text.rstrip().endswith("以上报告，请予审议。")

    assert [name for name in NAMES if addressed(name)] == ["chongqing-2025.txt"]


def test_department_and_township_reports_are_titled_as_such():
    assert body("hangzhou-sifaju-2024.txt").strip().startswith("杭州市司法局2024年度")
    assert body("wulin-2022.txt").strip().startswith("拱墅区武林街道2022年")


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_is_taken_over_from_a_report(name: str, corpus: dict[str, str]):
    assert copied(fold(body(name)), corpus, COPIED_RUN) == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_prose_between_names_and_figures_is_taken_over(name: str, corpus: dict[str, str]):
    # A line break stands for each name cut out: folded texts have none, so no run reaches over it.
    assert copied(NAME_OR_FIGURE.sub("\n", fold(body(name))), corpus, COPIED_PROSE) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_in_the_source_with_its_unit(name: str, shared: Path):
    source = (shared / "corpus" / SOURCES[name]).read_text(encoding="utf-8")
    assert figures(body(name)) - figures(source) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_quoted_name_and_document_is_in_the_source(name: str, corpus: dict[str, str]):
    names = {fold(document or quoted) for document, quoted in QUOTED.findall(body(name))}
    source = corpus[SOURCES[name]]
    assert sorted(inner for inner in names if inner not in source) == []
