"""Where the report stands in a page: the smallest element that holds nearly all of its sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml.html import HtmlElement

from kg.read.blocks import Block, blocks_of, hidden

_CLAUSE = re.compile(r"[^。；！？\n]+[。；！？]?")
_SHORT = 8  # characters: labels are shorter
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9]))"
)
# What a site calls the parts that surround an article, in class and id.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|crumbs?|breadcrumbs?|footer|foot|copyright|sidebar|aside|share|bdshare\w*|toolbar|tools?"
    r"|pager|pagination|related|relevant|recommend\w*|xgwz|xgyd|qrcode|ewm|erweima|comments?|prev|next|prevnext|dqwz"
    r"|position|location|wza|login|search\w*|banner|friendlinks?|yqlj)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TAGS = frozenset(("nav", "footer", "aside"))
_ENOUGH = 0.85  # of the sentences: the element that holds so many is the body, unless others stand beside it
_FEW = 30  # characters in sentences: what is beside the body and has more may belong to it (a lead, a last paragraph)
_NESTED = 20  # menus within menus that hold prose: below so many nobody looks, that time stays in proportion to the page
_MOST_AROUND = 0.1  # of the sentences: no more can be in what is called a menu or a footer


@dataclass(frozen=True)
class Content:
    """The blocks of the body, and those before it on the page (title, information table, path)."""

    before: list[Block]
    blocks: list[Block]

    def parts(self) -> tuple[list[Block], list[Block], list[Block]]:
        """The blocks above the first sentence or numbered heading, those of the text, and those under its last sentence."""
        said = [at for at, block in enumerate(self.blocks) if _says(block)]
        if not said:
            return self.blocks, [], []
        first, last = said[0], said[-1]
        while first > 0 and _NUMBERED.match(self.blocks[first - 1].text) and not self.blocks[first - 1].linked:
            first -= 1
        return self.blocks[:first], self.blocks[first : last + 1], self.blocks[last + 1 :]


def _says(block: Block) -> bool:
    """Whether a block is prose: a sentence, not a label or a link."""
    text = block.text
    return not block.linked and len(text) >= 16 and bool(re.search("[。；！？，]", text)) and weight(text) > 0


def weight(text: str) -> int:
    """The characters of a text that stand in clauses closed by a mark: links, labels and menus have none."""
    return sum(map(_closed, _CLAUSE.findall(text)))


def _closed(clause: str) -> int:
    """The length of a clause up to its last mark, 0 for one that is short or has none."""
    if clause[-1] in "。；！？":
        return len(clause) if len(clause) > _SHORT else 0
    last = max(map(clause.rfind, "，、,;"))
    return last + 1 if last >= _SHORT else 0


def content_of(root: HtmlElement) -> Content:
    """Find the body of a page. A page without a sentence gives a Content without prose."""
    _undress(root)
    blocks = blocks_of(root)
    weights: dict[HtmlElement, int] = defaultdict(int)
    for block in blocks:
        weights[block.element] += 0 if block.linked else weight(block.text)
    for element in reversed(list(root.iter())):  # what stands in an element stands in those around it
        if element is not root and weights.get(element):
            weights[element.getparent()] += weights[element]
    body = _widened(_smallest(root, weights), weights)
    inside = set(body.iter())
    within = [block for block in blocks if block.element in inside]
    first = next((at for at, block in enumerate(blocks) if block.element in inside), len(blocks))
    return Content(blocks[:first], within)


def _smallest(root: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement:
    """Down from the root, for as long as one child holds enough of what is said."""
    element = root
    while True:
        best = max(element, key=lambda child: weights.get(child, 0), default=None)
        if best is None or weights.get(best, 0) < _ENOUGH * max(1, weights.get(element, 0)):
            return element
        if not _divides(best):  # a single paragraph: keep what stands beside it
            return element
        element = best


def _divides(element: HtmlElement) -> bool:
    return element.tag not in ("p", "span", "font", "b", "strong", "em", "u", "a", "li", "dd")


def _widened(body: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement:
    """Up again, for as long as prose stands right beside the body: a lead or an end in an element of its own."""
    for _ in range(3):
        parent = body.getparent()
        if parent is None or parent.tag in ("html", "body"):
            return body
        beside = sum(weights.get(child, 0) for child in parent if child is not body and not _around(child))
        if beside <= _FEW:
            return body
        body = parent
    return body


def _around(element: HtmlElement) -> bool:
    if element.tag in _TAGS:
        return True
    return bool(_AROUND.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _undress(root: HtmlElement) -> None:
    """Take out menus, footers and what is hidden, unless much of the prose stands there, whatever it is called."""
    whole = weight("\n".join(block.text for block in blocks_of(root)))
    shown = weight("\n".join(part for part in root.itertext() if isinstance(part, str)))
    if whole < shown * 0.3:  # scripts aside, most of the text is hidden: some sites show it by script
        _show(root)
        whole = weight("\n".join(block.text for block in blocks_of(root)))
    stack = [(root, 0)]
    while stack:
        element, kept = stack.pop()
        if element is not root and element.tag not in ("body", "html", "h1") and _around(element):
            said = sum(weight(block.text) for block in blocks_of(element) if not block.linked)
            if said <= _MOST_AROUND * whole:
                element.clear(keep_tail=True)
                continue
            kept += 1
        if kept < _NESTED:
            stack += [(child, kept) for child in element if isinstance(child.tag, str)]


def _show(root: HtmlElement) -> None:
    for element in root.iter():
        if isinstance(element.tag, str) and hidden(element):
            element.attrib.pop("hidden", None)
            element.attrib.pop("style", None)
