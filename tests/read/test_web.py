"""Web pages: the report stays, the site goes, what the site says of the report becomes claims."""

import pytest
import rendering
from conftest import SAMPLES

from kg.errors import InputError
from kg.read.labels import COLUMNS, LABELS, RANK
from kg.read.mail import read_mhtml
from kg.read.web import read_page

TITLE = "平川县2023年法治政府建设年度报告"
BODY = ("2023年，平川县深入推进法治政府建设，各项工作取得新的成效。", "一、主要举措和成效",
        "推行“一窗通办”改革，办理事项1200件，群众满意。",
        "二、存在的不足", "行政执法队伍力量不足，专业能力有待提高。")  # fmt: skip


def page(body="", head="", foot="", extra=""):
    inner = body or "".join(f"<p>{line}</p>" for line in BODY)
    return f"<html><head><title>平川县人民政府</title>{extra}</head><body>{head}<div id=zoom>{inner}</div>{foot}</body></html>"


def read(markup, encoding="utf-8"):
    return read_page(markup.encode(encoding), "报告.html")


def claims(markup):
    return {claim.key: claim.value for claim in reversed(read(markup).claims)}


@pytest.mark.parametrize("make", [rendering.page, rendering.old_page, rendering.paper])
@pytest.mark.parametrize("name", ["gongshu-2022.txt", "wulin-2022.txt", "yuhang-2021.txt"])
def test_every_sentence_of_a_sample_and_nothing_of_the_site(make, name):
    text = (SAMPLES / name).read_text(encoding="utf-8-sig")
    found = read(make(text)).text
    parts = rendering.Parts(text)
    for line in parts.paragraphs:
        if line.endswith("。"):
            assert " ".join(line.replace("\u3000", " ").split()) in found
    assert parts.title in found
    for furniture in (
        "走进本地",
        "搜索",
        "打印",
        "扫一扫",
        "上一篇",
        "版权",
        "情况的公示",
        "主办单位",
        "您当前的位置",
        "这里不是正文",
        "color",
    ):
        assert furniture not in found, furniture


@pytest.mark.parametrize(
    ("declared", "encoding", "name"),
    [("utf-8", "utf-8", "utf-8"), ("gb2312", "gb18030", "gb18030"), ("gbk", "gbk", "gb18030"), ("utf-8", "gb18030", "gb18030"),
     ("gb2312", "utf-8", "utf-8"), ("", "gb18030", "gb18030"), ("", "utf-8", "utf-8"), ("gb2312", "utf-8-sig", "utf-8-sig")],
)  # fmt: skip
def test_the_bytes_decide_the_encoding_whatever_is_declared(declared, encoding, name):
    meta = f'<meta charset="{declared}">' if declared else ""
    document = read(page(extra=meta), encoding)
    assert document.encoding == name
    assert "推行“一窗通办”改革" in document.text


def test_rare_characters_of_a_page_that_says_gb2312():
    assert "㙍塘镇" in read(page(body="<p>㙍塘镇推进法治政府建设，各项工作取得新的成效，群众对此十分满意，请予审议。</p>" * 3,
                              extra='<meta charset="gb2312">'), "gb18030").text  # fmt: skip


def test_a_broken_byte_is_replaced_and_said():
    data = page().encode() + b"\xff<!-- " + "政府".encode()[:-1] + b" -->"
    document = read_page(data, "x.html")
    assert [problem.code for problem in document.problems] == ["file-encoding-damaged"]
    assert "推行“一窗通办”改革" in document.text


TABLE = """<table><tr><td>索 引 号：</td><td>11330105/2024-00012</td><td>公开方式</td><td>主动公开</td></tr>
<tr><td>发布机构</td><td>平川县司法局</td><td>文&nbsp;号</td><td>平政〔2024〕3号</td></tr>
<tr><td>生成日期</td><td>2024-01-20</td><td>发布日期</td><td>2024-01-31</td></tr><tr><td>有效性</td><td></td></tr></table>"""
LIST = """<ul><li><b>索引号：</b>11330105/2024-00012</li><li><label>发布机构：</label><span>平川县司法局</span></li>
<li>文号：平政〔2024〕3号</li><li>【发布日期】2024-01-31</li></ul>"""
LINE = """<div>索引号：11330105/2024-00012 文号：平政〔2024〕3号 发布机构：平川县司法局
发布时间：2024-01-31 08:30 浏览次数：12</div>"""
PAIRS = """<dl><dt>索引号</dt><dd>11330105/2024-00012</dd><dt>发布机构</dt><dd>平川县司法局</dd>
<dt>文号</dt><dd>平政〔2024〕3号</dd><dt>成文日期</dt><dd>2024年1月31日</dd></dl>"""


@pytest.mark.parametrize("head", [TABLE, LIST, LINE, PAIRS])
@pytest.mark.parametrize("inside", [False, True])
def test_the_information_table_is_metadata_and_no_text(head, inside):
    """Whether it stands above the body or in it."""
    whole = "".join(f"<p>{line}</p>" for line in BODY)
    markup = page(body=f"{head}<h1>{TITLE}</h1>{whole}") if inside else page(head=f"{head}<h1>{TITLE}</h1>")
    said = claims(markup)
    assert said["identifier"] == "11330105/2024-00012"
    assert said["publisher"] == "平川县司法局"
    assert said["number"] == "平政〔2024〕3号"
    assert "31" in said["issued"]
    text = read(markup).text
    assert text == "\n".join((TITLE, *BODY)) + "\n"


def test_meta_elements_canonical_link_and_saved_from():
    extra = f"""<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-01-31 08:30">
    <meta name="ContentSource" content="平川县司法局"><link rel="canonical" href="http://www.pingchuan.gov.cn/1.html">"""
    assert claims(page(extra=extra)) == {
        "title": TITLE, "issued": "2024-01-31 08:30", "publisher": "平川县司法局", "url": "http://www.pingchuan.gov.cn/1.html",
    }  # fmt: skip
    saved = "<!-- saved from url=(0034)http://www.pingchuan.gov.cn/2.html -->\n"
    assert claims(saved + page())["url"] == "http://www.pingchuan.gov.cn/2.html"


@pytest.mark.parametrize(
    "head",
    [f"<h1>{TITLE}</h1>", f"<div class=x>{TITLE}</div>", "<div>平川县2023年</div><div>法治政府建设年度报告</div>",
     f"<h1>平川县人民政府</h1><h2>{TITLE}</h2>"],
)  # fmt: skip
def test_the_title_is_the_first_line(head):
    assert read(page(head=head)).text.startswith(TITLE + "\n" + BODY[0])


def test_the_title_of_the_window_is_taken_where_there_is_no_other():
    assert read(page().replace("平川县人民政府</title>", f"{TITLE}_平川县人民政府</title>")).text.startswith(
        TITLE + "\n"
    )


def test_a_title_in_the_text_is_not_doubled():
    body = f"<p>平川县2023年</p><p>法治政府建设年度报告</p>{''.join(f'<p>{line}</p>' for line in BODY)}"
    text = read(page(body=body, head=f"<h1>{TITLE}</h1>")).text
    assert "".join(text.split()).count(TITLE) == 1


def test_rows_of_tables_are_lines_and_cells_are_apart():
    table = "<table><tr><th>项目</th><th>件数</th></tr><tr><td>行政许可</td><td>1200</td></tr></table>"
    body = "".join(f"<p>{line}</p>" for line in (*BODY[:3],)) + table + f"<p>{BODY[4]}</p>"
    assert "\n项目\t件数\n行政许可\t1200\n" in read(page(body=body)).text


def test_line_ends_of_the_markup_are_none_of_the_text():
    body = "<p>推行“一窗通办”\n   改革，办理 Call\n Center 事项，</p><p>群众满意，专业能力有待提高，行政执法队伍力量不足。</p>"
    assert "推行“一窗通办”改革，办理 Call Center 事项，\n" in read(page(body=body * 2)).text


def test_a_lead_and_an_end_in_elements_of_their_own_stay():
    body = "".join(f"<p>{line * 3}</p>" for line in BODY)
    end = "以上报告，请予审议，并请提出宝贵意见和建议，我们将认真改进。"
    markup = f"<html><body><div><div>{BODY[0]}</div><div>{body}</div><div>{end}</div></div></body></html>"
    text = read(markup).text
    assert text.startswith(BODY[0] + "\n")
    assert text.rstrip().endswith("我们将认真改进。")


def test_signature_and_date_stay_and_related_pages_go():
    foot = "<ul><li><a href=1>关于印发要点的通知，请遵照执行</a></li></ul>"
    body = (
        "".join(f"<p>{line}</p>" for line in BODY)
        + "<p>平川县人民政府</p><p>2024年1月31日</p><p>相关链接：</p><p>平川县概况</p>"
    )
    assert read(page(body=body, foot=foot)).text.endswith("平川县人民政府\n2024年1月31日\n")


def test_hidden_text_goes_unless_it_is_the_report():
    hidden = '<div style="display: none">隐藏的内容，不应当出现在正文里，因为浏览器不显示它。</div>'
    assert "隐藏" not in read(page(foot=hidden)).text
    whole = "".join(f"<p>{line}</p>" for line in BODY)
    assert BODY[2] in read(f'<html><body><p>请稍候</p><div style="display:none">{whole}</div></body></html>').text


@pytest.mark.parametrize(
    "markup",
    ["<html><body><ul>" + "<li><a href=1>政务公开栏目，信息链接，更多内容</a></li>" * 60 + "</ul></body></html>",
     "<html><body></body></html>", "<html></html>", "<!DOCTYPE html>",
     "<html><body><script>var a='推进法治政府建设，取得成效。'</script>"],
)  # fmt: skip
def test_a_page_of_nothing_but_navigation_is_said(markup):
    with pytest.raises(InputError) as raised:
        read(markup)
    assert raised.value.code in ("page-without-text", "file-damaged")
    assert raised.value.remedy_zh


def test_tag_soup_and_deep_nesting_do_no_harm():
    soup = "<div>" * 1500 + "".join(f"<p>{line}<b><i>" for line in BODY) + "</table></ul><tr><td>"
    assert BODY[2] in read(f"<html><body>{soup}").text
    assert BODY[2] in read(page().replace("<p>", "\x00<p>\x0b")).text


def mhtml(markup, **headers):
    lines = {"MIME-Version": "1.0", "Content-Type": 'multipart/related; type="text/html"; boundary="b"', **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    part = "\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: cid:1\r\n\r\n"
    return (head + part).encode() + markup.encode("gb18030") + b"\r\n--b--\r\n"


def test_a_web_archive_is_read_with_its_address():
    data = mhtml(page(), **{"Snapshot-Content-Location": "http://www.pingchuan.gov.cn/1.html"})
    document = read_mhtml(data, "x.mhtml")
    assert BODY[2] in document.text
    assert (document.format, document.encoding) == ("mhtml", "gb18030")
    assert [claim.value for claim in document.claims if claim.key == "url"] == ["http://www.pingchuan.gov.cn/1.html"]
    with pytest.raises(InputError):
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", "x.mhtml")


def test_labels_and_ranks_are_of_one_table():
    assert set(RANK) == set(LABELS)
    assert set(LABELS.items()) <= set(COLUMNS.items())
    assert RANK["发布日期"] < RANK["生成日期"]
