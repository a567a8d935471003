"""A saved web page -> Document: the report without the site around it, and the metadata that the site gives.

Extractors of articles (trafilatura, readability) keep the body and drop the information table and the heading, which is
where 索引号, 发布机构 and 文号 stand; so lxml parses, and what is kept is decided here. The text is the title and then one
line for each block of the body; a row of a table is a line with tabs between its cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree, html

from kg.model import Claim, Problem
from kg.read import refusals
from kg.read.blocks import Block
from kg.read.body import content_of
from kg.read.furniture import is_furniture, is_heading_of_list
from kg.read.item import Document
from kg.read.limits import MAX_PAGE
from kg.read.pagedata import labelled, meta_claims, title_of, undone
from kg.read.text import decode, lenient

_MIN_TEXT = 60  # characters in sentences below which a page has no body (a yearly report has 3,000)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_SAID = re.compile(r"<\?xml[^>]*\?>")


def read_page(data: bytes, name: str, address: str = "") -> Document:
    """Read one page; ``address`` is where it came from, if that is known from outside.

    Raises:
        InputError: ``file-too-large``, ``file-damaged`` or ``page-without-text``.
    """
    if len(data) > MAX_PAGE:
        raise refusals.too_large(name, len(data), MAX_PAGE)
    text, encoding, problems = _decoded(data)
    text, claims = text_of_html(text, name)
    claims = (Claim("url", address, "address"), *claims) if address else claims
    return Document(text, "html", encoding, claims, problems)


def text_of_html(markup: str, name: str) -> tuple[str, tuple[Claim, ...]]:
    """Text and claims of markup that is decoded.

    Raises:
        InputError: ``file-damaged`` or ``page-without-text``.
    """
    root = _tree(markup, name)
    content = content_of(root)
    head, body, tail = content.parts()
    if sum(len(block.text) for block in body if not block.linked) < _MIN_TEXT:
        raise refusals.only_navigation(name)
    above = [*content.before, *head]
    claims = (*labelled(above), *meta_claims(root, markup))
    title = title_of(root, claims, [line for b, line in zip(above, _lines(above), strict=True) if not b.linked])
    lines = [title] if title else []
    lines += [
        *_opening(above, head, title),
        *(block.text for block in body if not is_furniture(block.text)),
        *_closing(tail),
    ]
    if title and not any(claim.key == "title" for claim in claims):
        claims = (*claims, Claim("title", title, "page"))
    return "\n".join(lines) + "\n", claims


def _lines(blocks: Sequence[Block]) -> list[str]:
    """What blocks say without labels and furniture, "" for those that say nothing."""
    said = (undone(block.text) for block in blocks)
    return ["" if is_furniture(line) else line for line in said]


def _decoded(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """The markup, its encoding, and a problem where bytes had to be replaced.

    What the page declares is asked last: gb2312 is said of GBK and GB18030, and UTF-8 pages are saved with it, too.
    """
    try:
        text, encoding = decode(data)
        return text, encoding, ()
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(data[:4096])
        said = declared[1].decode("ascii").lower() if declared else ""
        if said in ("big5", "utf-16", "utf-16le", "euc-jp"):
            try:
                return data.decode(said), said, ()
            except (UnicodeDecodeError, LookupError):
                pass
        return lenient(data), "utf-8" if _mostly_utf8(data) else "gb18030", (_replaced(error.start),)


def _mostly_utf8(data: bytes) -> bool:
    return data.decode("utf-8", "replace").count("\ufffd") <= data.decode("gb18030", "replace").count("\ufffd")


def _replaced(at: int) -> Problem:
    return Problem(
        "file-encoding-damaged", "", f"网页里有坏字节（第 {at} 字节起），已用 � 代替",
        f"the page holds broken bytes (from byte {at}); � stands for them",
        "重新保存或下载网页", "save or download the page again",
    )  # fmt: skip


def _tree(markup: str, name: str) -> html.HtmlElement:
    """The page as a tree. NUL and other characters that XML has not are dropped: libxml2 stops at them."""
    markup = re.sub("[\x00-\x08\x0b\x0e-\x1f]", "", _SAID.sub("", markup, count=1))
    try:
        root = html.document_fromstring(markup, parser=html.HTMLParser(huge_tree=True, remove_pis=True, encoding=None))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise refusals.damaged(name, "HTML", str(error)) from error
    assert isinstance(root, html.HtmlElement)
    return root


def _opening(above: Sequence[Block], head: Sequence[Block], title: str) -> list[str]:
    """What stands between the title and the first sentence: session, addressee, author; no links, labels, furniture.

    Without a title above, what stands in the body itself.
    """
    lines = _lines(above)
    ends = [at + 1 for at in range(len(above)) if title and _ends(title, lines[: at + 1])]
    start = ends[-1] if ends else len(above) - len(head)
    return [line for block, line in zip(above[start:], lines[start:], strict=True) if line and not block.linked]


def _ends(title: str, lines: Sequence[str]) -> bool:
    """Whether the title ends with the last of the lines, one or several of which it fills."""
    bare, last = _bare(title), _bare(lines[-1])
    return bool(last) and bare.endswith(last) and _bare("".join(lines[-4:])).endswith(bare)


def _closing(tail: Sequence[Block]) -> list[str]:
    """What stands under the last sentence: signature and date, up to where lists of other pages begin."""
    kept: list[str] = []
    for block in tail:
        if is_heading_of_list(block.text):
            break
        if not block.linked and not is_furniture(block.text):
            kept.append(block.text)
    return kept


def _bare(words: str) -> str:
    return re.sub(r"\s+", "", words)
