"""Reports rendered as the files that people have: pages of government sites, PDF, Word. Nothing of them is kept."""

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

_TABLE = re.compile(r"^(?:信息索引号|发布机构|备注/文号|生成日期|附件)")
_DATE_LINE = re.compile(r"^(?:发布日期|杭州网)")


class Parts:
    """A report taken apart: the pairs of its information table, its date line, its title, its paragraphs."""

    def __init__(self, text: str) -> None:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        self.pairs = []
        while lines and _TABLE.match(lines[0]):
            words = lines.pop(0).split()
            labels = [w for w in words if w in LABELS]
            for label in labels:
                after = words[words.index(label) + 1 :]
                self.pairs.append((label, after[0] if after and after[0] not in LABELS else ""))
        self.title = lines.pop(0)
        if lines and len(self.title) < 30 and lines[0] in ("年度报告",):
            self.title += lines.pop(0)
        self.dated = lines.pop(0) if lines and _DATE_LINE.match(lines[0]) else ""
        self.paragraphs = lines


LABELS = ("信息索引号 公开方式 发布机构 公开范围 备注/文号 公开时限 生成日期 发布日期 附件").split()


def _table(parts):
    rows = [parts.pairs[i : i + 2] for i in range(0, len(parts.pairs), 2)]
    cells = "\n".join("<tr>" + "".join(f"<td>{k}</td><td>{v}</td>" for k, v in row) + "</tr>" for row in rows)
    return f'<table class="xxgk-table">{cells}</table>' if rows else ""


_MENU = "".join(
    f'<li><a href="/{n}">{n}</a></li>' for n in ("首页", "政务公开", "政务服务", "互动交流", "数据开放", "走进本地")
)
_RELATED = "".join(
    f'<li><a href="/art/{n}.html">关于{n}年度行政执法统计情况的公示，请社会各界监督。</a><span>{n}-01-12</span></li>'
    for n in (2017, 2018, 2019)
)


def page(text: str, charset: str = "utf-8") -> str:
    """A page of a government site: path, menu, information table, h1, body, buttons, related pages, imprint."""
    parts = Parts(text)
    body = "\n".join(f'<p style="text-indent:2em">&nbsp;&nbsp;{html.escape(line)}</p>' for line in parts.paragraphs)
    return f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{html.escape(parts.title)}-某某政府门户网站</title>
<meta name="SiteName" content="某某政府门户网站"><meta name="ArticleTitle" content="{html.escape(parts.title)}">
<script>var share = "2019年，这里不是正文。";</script><style>.a{{color:red}}</style></head>
<body><div class="header"><div class="logo"><a href="/">某某政府门户网站</a></div><ul class="nav">{_MENU}</ul>
<form action="/search"><input name="q" value="请输入关键词"><button>搜索</button></form></div>
<div class="wrap">
<div class="dqwz">您当前的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; <a href="/fz">法治政府建设</a></div>
{_table(parts)}
<div class="article"><h1>{html.escape(parts.title)}</h1>
<div class="info"><span>{html.escape(parts.dated)}</span>
<span>字号：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span>
<a href="#">打印本页</a></div>
<div id="zoom"><!--ZJEG_RSS.content.begin-->{body}</div>
<div class="tools"><a href="#">打印</a> <a href="#">关闭窗口</a> <span>扫一扫在手机打开当前页</span></div></div>
<div class="xgwz"><h3>相关文章</h3><ul>{_RELATED}</ul></div></div>
<div class="footer"><p>主办单位：某某人民政府办公室　承办单位：某某大数据局</p>
<p>版权所有，未经许可，不得转载。</p><p>网站标识码：0000000000</p></div>
</body></html>"""


def old_page(text: str, charset: str = "gb2312") -> str:
    """A page as sites made them in 2008: tables within tables, br for paragraphs, labels in spans, no h1."""
    parts = Parts(text)
    body = "<br>\n<br>\n".join("　　" + html.escape(line) for line in parts.paragraphs)
    pairs = "".join(f"<span><b>{k}：</b>{v}</span> " for k, v in parts.pairs)
    return f"""<html><head><meta http-equiv=content-type content="text/html; charset={charset}"><title>某某网</title></head>
<body><table width=1000><tr><td><a href=/>首页</a> | <a href=/b>新闻</a> | <a href=/c>公开</a></td></tr>
<tr><td><table><tr><td width=200><a href=/1>机构职能</a><br><a href=/2>政策文件</a><br><a href=/3>行政执法</a></td>
<td><div>{pairs}</div><div align=center><font size=5>{html.escape(parts.title)}</font></div>
<div align=center>{html.escape(parts.dated)} 【字体：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】</div>
<div><font face=宋体>{body}</font></div>
<div>上一篇：<a href=/x>某某县召开全县会议</a></div><div>下一篇：没有了</div></td></tr></table></td></tr>
<tr><td align=center>版权所有 Copyright &copy; 2008</td></tr></table></body></html>"""


def paper(text: str, font: str = "") -> str:
    """A page to print: title, table, paragraphs, in the size of official documents."""
    parts = Parts(text)
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in parts.paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><style>@page{{size:A4;margin:25mm}}
body{{font-size:16pt;line-height:1.7{font}}} h1{{text-align:center;font-size:22pt}}
p{{text-indent:2em;margin:0;text-align:justify}}
table{{border-collapse:collapse}} td{{border:1px solid}}</style></head><body>{_table(parts)}<h1>{html.escape(parts.title)}</h1>
<p>{html.escape(parts.dated)}</p>{body}</body></html>"""


def word(text: str, path: Path) -> Path:
    """A docx: table, centred title, paragraphs with an indent, chapters as headings."""
    from docx import Document
    from docx.shared import Pt

    parts = Parts(text)
    document = Document()
    if parts.pairs:
        table = document.add_table(rows=0, cols=4)
        for i in range(0, len(parts.pairs), 2):
            cells = table.add_row().cells
            for j, (label, value) in enumerate(parts.pairs[i : i + 2]):
                cells[2 * j].text, cells[2 * j + 1].text = label, value
    document.add_heading(parts.title, 0)
    if parts.dated:
        document.add_paragraph(parts.dated)
    for line in parts.paragraphs:
        if re.match(r"[一二三四五六七八九十]+、", line) and len(line) < 40:
            document.add_heading(line, 1)
        else:
            document.add_paragraph(line).paragraph_format.first_line_indent = Pt(32)
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.save(str(path))
    return path


def browser() -> str:
    """Chromium, or a skip."""
    found = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
    return found or pytest.skip("no chromium here: PDF as a browser prints it was not tested")


def printed(source: Path, target: Path, seconds: int = 120) -> Path:
    """A page printed to PDF by Chromium."""
    profile = source.with_name("profile")  # one for all: a new one takes a second
    command = [browser(), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
               f"--user-data-dir={profile}", f"--print-to-pdf={target}", source.as_uri()]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=seconds, check=False)
    if not target.exists():
        pytest.skip("chromium printed nothing: PDF as a browser prints it was not tested")
    return target


def converted(sources: list[Path], to: str, folder: Path, seconds: int = 240) -> list[Path]:
    """Files converted by LibreOffice, or a skip."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("no LibreOffice here: its PDF and Word files were not tested")
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to,
               "--outdir", str(folder), *map(str, sources)]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=seconds, check=False)
    made = [folder / f"{source.stem}.{to.partition(':')[0]}" for source in sources]
    if not all(path.exists() for path in made):
        pytest.skip(f"LibreOffice made no {to}: it was not tested")
    return made
