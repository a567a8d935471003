"""Another genre: the government work reports of eight provinces. They have no gold; what must hold of them is told here.

The texts lie in ../shared (skipped, out loud, where that is absent). What is expected are facts that a reader can look up
in them: whose report it is, which chapters it has, where a programme is named.
"""

import csv
import re
from collections import defaultdict

import pytest

from kg import pipeline
from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.read import read_source
from kg.structure import structure
from kg.vocabulary import vocabulary

PLACES = {
    "chongqing": "重庆市", "guangdong": "广东省", "jiangsu": "江苏省", "neimenggu": "内蒙古自治区", "shanghai": "上海市",
    "sichuan": "四川省", "yunnan": "云南省", "zhejiang": "浙江省",
}  # fmt: skip
STATUS = {"achievement": "implemented", "lead": "implemented", "plan": "planned", "problem": "problem"}
# A programme as a report may write it, and how its label goes in the tables.
NAMED = {"高效办成一件事": re.compile("高效办成[“”]?一件事"), "大综合一体化": re.compile("大综合一体化")}
FURNITURE = re.compile(r"打印|收藏|^字号|字号[：: ]|分享到|扫一扫|责任编辑|浏览次数|返回顶部|本报记者|网站地图|无障碍")
# Sayings that all such reports use: principles, slogans, figures of speech.
SAYINGS = frozenset("""
两个确立 四个意识 四个自信 两个维护 两个毫不动摇 四个全面 五位一体 三个区分开来 三个离不开 四个与共 五个认同 国之大者 一带一路
双碳 三农 十四五 十五五 最后一公里 牛鼻子 关键少数 排头兵 三个定位 四个走在前 两个转变 省之要事 新三样 两个大局
""".split())


@pytest.fixture(scope="module")
def texts(shared):
    return sorted((shared / "corpus" / "provincial").glob("*.txt"))


@pytest.fixture(scope="module")
def tables(texts, tmp_path_factory):
    """Every table of one build of the eight reports, as rows."""
    target = tmp_path_factory.mktemp("provincial") / "out"
    done = pipeline.run(texts, target, pipeline.Options(jobs=1))
    assert done.reports == len(texts) == len(PLACES)
    found = {}
    for file in (target / "tables").glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found[file.stem] = list(csv.DictReader(lines))
    return found


def reports(texts):
    for text in texts:
        source = read_source(text)
        yield text.name, structure(clean(source), vocabulary(), gazetteer())


def test_every_report_has_its_place_and_year(tables):
    told = {row["source"].split("-")[0]: (row["place"], row["year"]) for row in tables["reports"]}
    assert told == {name: (place, "2025") for name, place in PLACES.items()}


def test_every_report_has_its_roles(texts):
    for name, report in reports(texts):
        roles = [report.section_of(sentence).role for sentence in report.sentences]
        assert {"achievement", "problem", "plan"} <= set(roles), name
        assert roles.index("achievement") < roles.index("problem") < len(roles) - roles[::-1].index("plan"), name


@pytest.mark.parametrize("programme", sorted(NAMED))
def test_a_programme_is_found_in_every_section_that_names_it_and_in_no_other(texts, tables, programme):
    expected = defaultdict(set)
    for name, report in reports(texts):
        for match in NAMED[programme].finditer(report.text):
            expected[name].add(STATUS[report.section_of(report.sentence_at(match.start())).role])
    found = defaultdict(set)
    for row in tables["implementations"]:
        if programme in row["programme"]:
            found[row["source"]].add(row["status"])
    assert found == expected
    if programme == "高效办成一件事":
        assert len(expected) == len(PLACES)


def test_no_output_is_page_furniture(tables):
    names = {
        "implementations": "programme", "awards": "award", "bodies": "body", "documents": "document",
        "indicators": "indicator",
    }  # fmt: skip
    for table, column in names.items():
        assert not [row[column] for row in tables[table] if FURNITURE.search(row[column])]


def test_no_slogan_and_no_idiom_is_a_programme(tables):
    assert not {row["programme"].strip("“”") for row in tables["implementations"]} & SAYINGS


def test_candidates_are_marked_with_the_rule_that_found_them(tables):
    curations = {row["curation"] for row in tables["implementations"]}
    assert curations == {"curated", "candidate"}
    assert all(row["rule"] for row in tables["implementations"])
    assert not [r["programme"] for r in tables["implementations"] if r["rule"] == "vocabulary" and r["curation"] != "curated"]
