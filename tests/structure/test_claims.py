"""What the file says and what the text says: who wins, and that a contradiction is told."""

import pytest

from kg.clean import clean
from kg.gazetteer import gazetteer
from kg.model import Claim, Source
from kg.structure import structure
from kg.structure.numbers import address
from kg.vocabulary import vocabulary

TITLE = "浙江省杭州市余杭区2021年法治政府建设年度报告"
BODY = "2021年，余杭区推进法治政府建设，各项工作取得成效。\n一、主要举措\n推行“一窗通办”改革。\n"


def report(*claims, text=f"{TITLE}\n{BODY}"):
    said = tuple(Claim(*claim) for claim in claims)
    return structure(clean(Source("x.html", text, "utf-8", "0" * 64, "html", said)), vocabulary(), gazetteer())


def conflicts(*claims, **more):
    found = report(*claims, **more).problems
    assert {problem.code for problem in found} <= {"metadata-conflict"}
    return [problem.en for problem in found]


def test_the_text_wins_for_title_place_and_year():
    made = report(("title", "浙江省杭州市拱墅区2022年法治政府建设年度报告", "page 标题"))
    assert (made.meta.title, made.meta.place.name, made.meta.year) == (TITLE, "余杭区", 2021)
    assert len(made.problems) == 2
    assert "浙江省/杭州市/余杭区" in made.problems[0].zh
    assert "2022" in made.problems[1].zh
    assert dict(made.meta.origins)["year"] == "text"


def test_the_page_wins_for_what_a_text_seldom_says():
    made = report(
        ("publisher", "区府办", "page 发布机构"), ("issued", "2022-01-31 08:30", "page 发布日期"),
        ("identifier", "A-1/2022", "page 索引号"),
        ("number", "余政办[2022] 5 号", "page 文号"), ("url", "http://www.yuhang.gov.cn/a 1.html", "list 网址"),
        ("url", "http://www.yuhang.gov.cn/1.html", "link canonical"),
    )  # fmt: skip
    meta = made.meta
    assert made.problems == ()
    assert (meta.publisher, meta.issued, meta.identifier) == ("余杭区人民政府办公室", "2022-01-31", "A-1/2022")
    assert (meta.number, meta.url) == ("余政办〔2022〕5号", "http://www.yuhang.gov.cn/1.html")
    assert dict(meta.origins) == {
        "title": "text", "place": "text", "year": "text", "publisher": "page 发布机构", "issued": "page 发布日期",
        "identifier": "page 索引号", "number": "page 文号", "url": "link canonical",
    }  # fmt: skip


def test_what_the_user_gives_goes_before_what_the_file_says():
    made = report(("url", "http://a.cn/1", "urls.csv 网址"), ("url", "http://b.cn/2", "link canonical"))
    assert made.meta.url == "http://a.cn/1"
    assert "http://b.cn/2" in made.problems[0].en


def test_a_text_without_a_title_takes_that_of_the_page():
    made = report(("title", TITLE, "h1"), text=BODY.replace("余杭区", "全区"))
    assert (made.meta.title, made.meta.place.name, made.meta.year) == (TITLE, "余杭区", 2021)
    assert dict(made.meta.origins)["title"] == "text"  # it was found as a title is


def test_a_place_that_no_text_tells_comes_from_a_column():
    made = report(
        ("place", "浙江省杭州市余杭区", "column 地区"), text="法治政府建设年度报告\n" + BODY.replace("余杭区", "全区")
    )
    assert made.meta.place.name == "余杭区"
    assert dict(made.meta.origins)["place"] == "column 地区"


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (("place", "上海市黄浦区", "column 地区"), True), (("place", "杭州市", "column 地区"), False),
        (("place", "火星", "column 地区"), False), (("year", "2020", "column 年份"), True),
        (("year", "2021年度", "column 年份"), False),
        (("title", "2021年法治政府建设年度报告", "h1"), False), (("title", "关于开展消防安全检查的通知", "h1"), True),
        (("issued", "2020-12-31", "page 发布日期"), True), (("issued", "20220131", "column date"), False),
        (("issued", "前天", "page 发布日期"), False), (("publisher", "杭州网", "page 来源"), False),
        (("number", "无", "page 文号"), False),
        (("identifier", "—", "page 索引号"), False),
    ],
)  # fmt: skip
def test_only_what_contradicts_is_told(claim, told):
    assert bool(conflicts(claim)) is told


def test_a_site_that_the_text_was_taken_from_is_no_publisher():
    text = f"{TITLE}\n杭州市余杭区人民政府\n{BODY}"
    assert (
        report(("publisher", "浙江省人民政府", "meta ContentSource"), text=text).meta.publisher
        == "杭州市余杭区人民政府"
    )
    assert report(("publisher", "余杭区司法局", "meta ContentSource")).meta.publisher == "余杭区司法局"


def test_two_publishers_are_told_and_an_office_of_the_other_is_not():
    text = f"{TITLE}\n杭州市余杭区人民政府\n{BODY}"
    assert conflicts(("publisher", "余杭区司法局", "page 发布机构"), text=text)
    assert not conflicts(("publisher", "余杭区人民政府办公室", "page 发布机构"), text=text)


def test_published_before_it_was_signed():
    text = f"{TITLE}\n{BODY}杭州市余杭区人民政府\n2022年3月1日\n"
    assert conflicts(("issued", "2022-01-31", "page 发布日期"), text=text)
    assert not conflicts(("issued", "2022-03-15", "page 发布日期"), text=text)


def test_numbers_and_address_that_a_text_gives():
    made = report(
        text=f"索引号：11330110/2022-00012\n余政办〔2022〕5号\n{TITLE}\n{BODY}原文链接：https://www.yuhang.gov.cn/art/1.html\n"
    )
    meta = made.meta
    assert (meta.identifier, meta.number, meta.url) == (
        "11330110/2022-00012", "余政办〔2022〕5号", "https://www.yuhang.gov.cn/art/1.html",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "iri"),
    [
        ("http://x.cn/a b", None), ("ftp://x.cn", None), ("x.cn/1", None), ("javascript:alert(1)", None),
        ("HTTP://X.cn/A?b=[1]", "http://x.cn/A?b=%5B1%5D"), ("http://x.cn/报告.html", "http://x.cn/%E6%8A%A5%E5%91%8A.html"),
        ("http://x.cn/100%", "http://x.cn/100%25"), ("http://x.cn/%20#a#b", "http://x.cn/%20#a%23b"), ("http://x:y/", None),
        ('http://x.cn/">', "http://x.cn/%22%3E"),
    ],
)  # fmt: skip
def test_addresses_are_iris_or_nothing(written, iri):
    assert address(written) == iri
