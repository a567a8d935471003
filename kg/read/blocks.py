"""An HTML tree as blocks of text, in order, each with the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead title tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_DROPPED = frozenset(
    "script style noscript template iframe object embed applet svg math canvas audio video map area head button select "
    "option optgroup textarea input datalist link meta".split()
)
_SPACES = re.compile(r"[ \t\r\n\x0b\x0c\u00a0\u2002\u2003\u2009\u3000\u200b\ufeff]+")
# A line end of the markup between two Chinese characters stands for nothing.
_WRAPPED = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef“”‘’—…])[ \t]*\r?\n\s*(?=[\u2e80-\u9fff\uff00-\uffef“”‘’—…])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHORT_CELL = 200  # characters; a table with longer cells lays out a page, it says nothing in rows


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a page. ``linked`` says that most of it is links; ``cell`` that it is one cell of a table."""

    text: str
    element: HtmlElement
    linked: bool = False
    cell: bool = False


def hidden(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of it."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


class _Lines:
    """Collects text and cuts it into blocks."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._parts: list[str] = []
        self._linked = 0

    def add(self, text: str | None, linked: bool) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text.strip()) if linked else 0

    def end(self, element: HtmlElement, cell: bool = False) -> None:
        if self._parts:
            text = _SPACES.sub(" ", _WRAPPED.sub("", "".join(self._parts))).strip()
            if text:
                self.done.append(Block(text, element, self._linked > 0.6 * len(text), cell))
            self._parts.clear()
            self._linked = 0


def blocks_of(root: HtmlElement, rows: bool = True) -> list[Block]:
    """The visible text below an element, block by block. With ``rows`` a row of a table is one block, tabs between cells.

    Iterative: pages nest as deep as they like.
    """
    lines = _Lines()
    links = 0
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else "#"
        if left:
            links -= tag == "a"
            if tag in _BLOCKS or tag in _CELLS:
                lines.end(element, tag in _CELLS)
            if element is not root:
                lines.add(element.tail, links > 0)
            continue
        if tag in _DROPPED or tag == "#" or (element is not root and hidden(element)):
            lines.add(element.tail if element is not root else None, links > 0)
            continue
        if tag == "br":
            lines.end(_parent(element))
            lines.add(element.tail, links > 0)
            continue
        if rows and tag == "tr" and (row := _row(element)):
            lines.end(element)
            lines.done.append(row)
            lines.add(element.tail, links > 0)
            continue
        if tag in _BLOCKS or tag in _CELLS:
            lines.end(_parent(element))
        links += tag == "a"
        lines.add(element.text, links > 0)
        stack.append((element, True))
        stack += [(child, False) for child in reversed(element)]
    lines.end(root)
    return lines.done


def _parent(element: HtmlElement) -> HtmlElement:
    return element if element.getparent() is None else element.getparent()


def _row(row: HtmlElement) -> Block | None:
    """A row of a table that says something in cells: two cells at least, none of them a page of its own."""
    cells = [child for child in row if child.tag in _CELLS and not hidden(child)]
    if len(cells) < 2 or any(True for _ in row.iter("table")):
        return None
    texts = []
    for cell in cells:
        inside = blocks_of(cell, rows=False)
        words = "".join(block.text for block in inside)
        if len(words) > _SHORT_CELL:
            return None
        texts.append(words)
    joined = "\t".join(texts).strip("\t")
    return Block(joined, row) if joined.strip() else None


def cells_of(blocks: list[Block]) -> Iterator[str]:
    """The texts of blocks, rows cut into their cells."""
    for block in blocks:
        yield from (cell.strip() for cell in block.text.split("\t") if cell.strip())
