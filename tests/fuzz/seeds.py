"""Files of every kind that is read, made by code: what the byte mutations begin with."""

import io
import json
import zipfile
from functools import cache

import rendering
import tiny_pdf
from conftest import SAMPLE_FILES
from invented import BODY, TITLE

TEXT = f"{TITLE}\n{BODY}"


@cache
def samples():
    """The packaged samples as texts."""
    return tuple(file.read_text(encoding="utf-8-sig") for file in SAMPLE_FILES)


def _docx():
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.core_properties.title = TITLE
    for line in TEXT.splitlines():
        document.add_paragraph(line, style="List Number" if line.startswith("（") else None)
    table = document.add_table(rows=2, cols=2)
    for at, words in enumerate(("项目", "件数", "行政许可", "1200")):
        table.cell(*divmod(at, 2)).text = words
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    document.paragraphs[0]._p.append(parse_xml(box))
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _pdf():
    lines = TEXT.splitlines()
    pages = [lines[:4], lines[4:], ["第 3 页", "表\t一"]]
    runs = ([(60, 780 - 24 * at, 16, line[:30] or " ") for at, line in enumerate(page)] for page in pages)
    return tiny_pdf.pdf(*runs, title=TITLE)


def _mail():
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\nSnapshot-Content-Location: http://x.cn/1\r\n"
    part = "\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {}\r\nContent-Location: cid:1\r\n\r\n"
    page = rendering.page(TEXT)
    quoted = page.encode().replace(b"=", b"=3D")
    return (head + part.format("quoted-printable")).encode() + quoted + b"\r\n--b--\r\n"


def _zip(members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()


def _doc():
    """The head of a Word 97 file: enough for what is looked at before LibreOffice is asked."""
    name = "WordDocument".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + b"\xec\xa5\xc1\x00" + b"\0" * 60 + name


@cache
def seeds():
    """(suffix, bytes) of each kind."""
    page, old = rendering.page(TEXT), rendering.old_page(TEXT)
    row = {"标题": TITLE, "正文": TEXT, "日期": "2024-01-15", "网址": "http://x.cn/1"}
    table = "标题,正文,日期\n" + f'{TITLE},"{TEXT}",2024-01-15\n' * 3
    lines = "".join(json.dumps(row, ensure_ascii=at == 1) + "\n" for at in range(3))
    beside = json.dumps({"网址": "http://x.cn", "年份": 2023}).encode()
    members = {"a.txt": TEXT.encode(), "b/c.html": page.encode(), "d.csv": table.encode(), "a.txt.meta.json": beside}
    return (
        (".txt", TEXT.encode()), (".txt", TEXT.encode("gb18030")), (".txt", TEXT.encode("utf-16")), (".md", f"# {TEXT}".encode()),
        (".html", page.encode()), (".html", rendering.page(TEXT, "gb2312").encode("gb18030")), (".htm", old.encode("gb18030")),
        (".mhtml", _mail()), (".pdf", _pdf()), (".docx", _docx()), (".doc", _doc()), (".csv", table.encode()),
        (".csv", table.encode("gb18030")), (".jsonl", lines.encode()),
        (".zip", _zip({**members, "e.zip": _zip({"f.txt": TEXT.encode()})})),
    )  # fmt: skip
