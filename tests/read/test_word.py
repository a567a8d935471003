"""docx: order, tables, automatic numbers, what python-docx leaves out; .doc without LibreOffice."""

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from kg.errors import InputError
from kg.read import office
from kg.read.word import read_docx


def read(document):
    held = io.BytesIO()
    document.save(held)
    return read_docx(held.getvalue(), "报告.docx")


def lines(document):
    return read(document).text.splitlines()


def test_paragraphs_and_tables_in_order():
    document = Document()
    document.add_heading("平川县2023年法治政府建设年度报告", 0)
    table = document.add_table(rows=2, cols=2)
    for at, words in enumerate(("项目", "件数", "行政许可", "1200")):
        table.cell(*divmod(at, 2)).text = words
    document.add_paragraph("推行“一窗通办”改革。")
    assert lines(document) == [
        "平川县2023年法治政府建设年度报告",
        "项目\t件数",
        "行政许可\t1200",
        "推行“一窗通办”改革。",
    ]


def test_a_table_that_lays_out_the_page_is_no_row():
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "平川县2023年法治政府建设年度报告"
    cell.add_paragraph("推行改革。")
    cell.add_table(rows=1, cols=2).cell(0, 1).text = "内表"
    assert lines(document) == ["平川县2023年法治政府建设年度报告", "推行改革。", "内表"]


def test_header_and_footer_are_not_of_the_text():
    document = Document()
    document.add_paragraph("推行改革。")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    assert lines(document) == ["推行改革。"]


def numbered(document, *levels):
    """A numbering of these levels (format, text), as Word writes it; its number."""
    held = document.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{body}</w:abstractNum>')
    held.insert(0, abstract)
    held.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return 77


def put(paragraph, number, level):
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_numbers_that_word_counts_are_written_out():
    document = Document()
    number = numbered(document, ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    for words, level in (
        ("举措", 0),
        ("改革", 1),
        ("甲", 2),
        ("乙", 2),
        ("执法", 1),
        ("丙", 2),
        ("不足", 0),
        ("其一", 1),
    ):
        put(document.add_paragraph(words), number, level)
    assert lines(document) == ["一、举措", "（一）改革", "1.甲", "2.乙", "（二）执法", "1.丙", "二、不足", "（一）其一"]


def test_numbers_of_a_style_and_bullets():
    document = Document()
    number = numbered(document, ("chineseCounting", "%1、"), ("bullet", "•"))
    put_on = document.styles["Heading 1"].element
    put_on.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'))
    document.add_heading("举措", 1)
    document.add_heading("", 1)
    document.add_heading("不足", 1)
    put(document.add_paragraph("点"), number, 1)
    assert [line for line in lines(document) if line] == ["一、举措", "二、不足", "•点"]


def test_more_than_ten_and_twenty():
    from kg.read.word_numbers import _chinese

    assert [_chinese(n) for n in (1, 10, 11, 20, 23, 99, 100)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十三",
        "九十九",
        "100",
    ]


def test_what_was_deleted_goes_and_what_was_put_in_stays():
    document = Document()
    paragraph = document.add_paragraph("推行")
    for tag, inner in (("del", "delText"), ("ins", "t")):
        words = "旧制" if tag == "del" else "改革。"
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x"><w:r><w:{inner}>{words}</w:{inner}></w:r></w:{tag}>'
            )
        )
    assert lines(document) == ["推行改革。"]


def test_text_boxes_and_content_controls_are_read_once():
    document = Document()
    paragraph = document.add_paragraph("正文。")
    box = "<w:txbxContent><w:p><w:r><w:t>框中标题</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(parse_xml(
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        f"<mc:Choice Requires=\"wps\">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    ))  # fmt: skip
    document.element.body.insert(
        0,
        parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
    )
    assert lines(document) == ["控件", "正文。", "框中标题"]


def test_tabs_and_soft_line_ends():
    document = Document()
    run = document.add_paragraph("甲").add_run()
    run.add_tab()
    run.add_text("乙")
    run.add_break()
    run.add_text("丙")
    assert lines(document) == ["甲\t乙", "丙"]
    assert qn("w:tab").endswith("tab")


def test_the_title_in_the_properties_is_a_claim_where_it_is_one():
    document = Document()
    document.add_paragraph("推行改革。")
    document.core_properties.title = "平川县2023年法治政府建设年度报告"
    assert [claim.value for claim in read(document).claims] == ["平川县2023年法治政府建设年度报告"]
    document.core_properties.title = "Normal.dotm"
    assert read(document).claims == ()


def refused(call, *arguments):
    with pytest.raises(InputError) as raised:
        call(*arguments)
    assert raised.value.remedy_zh
    assert raised.value.remedy_en
    return raised.value.code


def test_what_cannot_be_read_is_said():
    assert refused(read_docx, b"PK\x03\x04" + b"x" * 99, "x.docx") == "file-damaged"
    assert refused(read, Document()) == "file-no-text"


def test_a_doc_without_libreoffice_says_what_to_do(monkeypatch):
    monkeypatch.setattr(office, "soffice", lambda: None)
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")
    assert refused(office.read_office, data, "x.doc") == "program-missing"


def test_a_docx_with_a_password_and_a_sheet_are_told_before_libreoffice_is_asked(monkeypatch):
    monkeypatch.setattr(office, "soffice", lambda: pytest.fail("asked"))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert refused(office.read_office, head + "EncryptedPackage".encode("utf-16-le"), "x.docx") == "file-encrypted"
    assert refused(office.read_office, head + "Workbook".encode("utf-16-le"), "x.xls") == "format-unsupported"
