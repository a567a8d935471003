"""The metadata of a page: its information table, labelled lines, meta elements, heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from kg.model import Claim
from kg.read.blocks import Block, cells_of
from kg.read.labels import LABELS, META, RANK, plain

_ABOUT = re.compile(r"法治|依法(?:行政|治)|报告|总结|工作情况")
_ENDS = re.compile(r"(?:报\s*告|总\s*结|汇\s*报|年\s*报|情况|要点|计划|方案|通知)[）)]?$")
_YEAR = re.compile(r"20[0-4][0-9]|２０[０-４]|二[〇○零]")
_LONGEST = 80  # characters of a value; a title may be longer
_SITE = re.compile(r"\s*(?:[-_|—–]+|\s-\s)\s*")
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")

# What else stands in information tables: it ends a value and is itself not kept.
_OTHER = (
    "公开方式 公开范围 公开时限 公开期限 公开类别 公开形式 主题分类 信息分类 信息类别 体裁分类 组配分类 服务对象 主题词 关键词 "
    "有效性 效力状态 有效期 失效日期 废止日期 生效日期 施行日期 附件 备注 统一编号 登记号 所属主题 所属机构 "
    "点击率 点击数 浏览次数 浏览量 阅读次数 阅读量 访问量 责任编辑 编辑 作者 审核 审核人 字体 字号大小 视力保护色 打印 收藏 分享"
)


def _spaced(name: str) -> str:
    """A label as pages set it, with spaces between its characters: 文 号, 名　称."""
    return r"[ \u00a0\u3000]*".join(map(re.escape, name))


# A label with the mark behind it. One without a mark must fill its cell; one of four characters or more with a colon may
# follow a value without a space.
_ALL = sorted({*LABELS, *_OTHER.split()}, key=len, reverse=True)
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[\s【\[|｜;；])|(?=[\u4e00-\u9fff]{4,6}[：:]))"
    rf"(?P<name>{'|'.join(map(_spaced, _ALL))})[ \u3000]*(?P<mark>[】\]]?[ \u3000]*[：:]?)"
)


def labelled(blocks: Sequence[Block]) -> tuple[Claim, ...]:
    """What labels say in the blocks above a text, cell by cell: ``发布机构`` and its neighbour, ``发布日期：2023-02-01``.

    The best label of a key comes first, see :data:`kg.read.labels.RANK`; of several values under one label the first.
    """
    cells = list(cells_of(list(blocks)))
    said: dict[str, str] = {}
    at = 0
    while at < len(cells):
        found = _pairs(cells[at])
        if found and not found[-1][1] and at + 1 < len(cells) and not _pairs(cells[at + 1]):
            found[-1] = (found[-1][0], cells[at + 1])
            at += 1
        for label, value in found:
            if label in LABELS and value and (len(value) <= _LONGEST or LABELS[label] == "title"):
                said.setdefault(label, value)
        at += 1
    ranked = sorted(said, key=lambda label: (RANK.get(label, 0), label))
    return tuple(Claim(LABELS[label], said[label], f"page {label}") for label in ranked)


def _pairs(cell: str) -> list[tuple[str, str]]:
    """The labels in a cell with what follows each; nothing where it does not begin with one."""
    found = [m for m in _LABEL.finditer(cell) if m["mark"].strip() or (m.start() == 0 and m.end() == len(cell))]
    if not found:
        return []
    ends = [match.start() for match in found[1:]] + [len(cell)]
    return [(plain(m["name"]), cell[m.end() : end].strip(" 　【[|；;")) for m, end in zip(found, ends, strict=True)]


def undone(line: str) -> str:
    """A line above the text without its labels and their values; "" where nothing else is left."""
    if all(_pairs(cell) or not cell.strip() for cell in line.split("\t")[::2]) and "\t" in line:
        return ""
    first = next((m for m in _LABEL.finditer(line) if m["mark"].strip() or m.end() == len(line)), None)
    return line if first is None else line[: first.start()].strip(" 　【[|")


def meta_claims(root: HtmlElement, markup: str) -> tuple[Claim, ...]:
    """What meta elements say, and where the page was saved from."""
    claims = []
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip()
        value = (element.get("content") or "").strip()
        key = META.get(name.lower())
        if key and value:
            claims.append(Claim(key, value, f"meta {name}"))
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http"):
            claims.append(Claim("url", element.get("href", ""), "link canonical"))
    if saved := _SAVED.search(markup[:2000]):
        claims.append(Claim("url", saved[1], "saved from"))
    return tuple(claims)


def title_of(root: HtmlElement, claims: Sequence[Claim], above: Sequence[str]) -> str:
    """The title that the page gives the report, "" where it gives none.

    Its h1, a meta element or a label, or the title of the window, whichever first reads like one; else a line or two right
    above the text (``above``).
    """
    headings = [" ".join("".join(one.itertext()).split()) for one in root.iter("h1", "h2")]
    said = [claim.value for claim in claims if claim.key == "title"]
    window = [_SITE.split(" ".join("".join(one.itertext()).split()))[0] for one in root.iter("title")]
    told = [*headings, *said, *window]
    near = [line for line in above if line][-6:]
    lines = [
        line for line in (*near, *(one + other for one, other in pairwise(near) if len(one) < 40)) if _is_title(line)
    ]
    known = next((words for words in told if _is_title(words)), "")
    if known:  # the line above the text may give it more fully than a window that is cut off
        return next((line for line in lines if _bare(known) in _bare(line)), known)
    return min(
        (line for line in lines if _ENDS.search(line)), key=lambda line: (not _YEAR.search(line), len(line)), default=""
    )


def _bare(words: str) -> str:
    return re.sub(r"\s+", "", words)


def _is_title(words: str) -> bool:
    return 6 <= len(words) <= 120 and bool(_ABOUT.search(words)) and not re.search("[。；，]", words)
