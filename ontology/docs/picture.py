"""The picture of the classes: an SVG drawn from schema:domainIncludes and schema:rangeIncludes, the same bytes each time.

Every class is a box that lists its properties; where a property leads to another class, a line runs from its row to that
box. Lines keep to the gutters between the columns and to a channel above them, each in a lane of its own, so that none
crosses a word. Text is measured by counting: a Chinese character is one em wide, another 0.58.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from rdflib import OWL, RDF, RDFS, SDO, Graph, Namespace
from rdflib.term import Node

FZ = Namespace("https://w3id.org/fazhi/ontology#")
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
QB = Namespace("http://purl.org/linked-data/cube#")

# Which class stands in which column; what it holds and where its lines run follows from the ontology. A class without a
# place here raises.
COLUMNS: tuple[tuple[Node, ...], ...] = (
    (FZ.Report, FZ.File, FZ.Evidence, PROV.Activity),
    (FZ.Statement, FZ.Engagement, FZ.AwardOutcome, FZ.BodyStatement, FZ.DocumentStatement, QB.Observation),
    (FZ.Programme, FZ.Award, ORG.FormalOrganization, FZ.Document, FZ.Indicator),
    (FZ.PlaceChange, FZ.Place),
)
_ROW, _HEAD, _SPACE, _PAD, _LANE, _MARGIN = 21, 54, 26, 12, 11, 24
_ZH, _EN = 13.0, 11.5  # sizes of text, in pixels
STYLE = (
    "text{font-family:'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif;fill:#1d2733}"
    ".zh{font-size:13px}.en{font-size:11.5px;fill:#5b6875}.to{font-size:11.5px;fill:#8a4b08}"
    ".name{font-size:16px;font-weight:700;fill:#fff}.name-en{font-size:12px;fill:#e3edf5}"
    ".names{font-size:11px;fill:#bcd3e4}.foreign .names{fill:#dde2e7}"
    ".box{fill:#fff;stroke:#9fb2c3}.head{fill:#1f5f8b}.foreign .head{fill:#6b7785}"
    ".line{fill:none;stroke:#b9742a;stroke-width:1.3}.sub{stroke:#1f5f8b;stroke-dasharray:5 3}"
    "a:hover text{text-decoration:underline}"
)


@dataclass
class Row:
    """A property of a class: its labels, and the classes that it leads to."""

    iri: Node
    zh: str
    en: str
    to: tuple[str, ...]  # the labels of what it takes, where that is no datatype
    leads: tuple[Node, ...]  # the boxes that a line runs to

    @property
    def target(self) -> str:
        """What is printed at the right of the row."""
        return "→ " + "、".join(self.to) if self.to else ""


@dataclass
class Box:
    """A class with its rows; ``x`` and ``y`` are its upper left corner in pixels."""

    iri: Node
    zh: str
    en: str
    rows: list[Row]
    supers: tuple[Node, ...]
    names: str  # its name and those of its superclasses, shortened by prefixes
    column: int
    x: float = 0
    y: float = 0
    width: float = 0
    entries: dict[int, int] = field(default_factory=dict)  # gutter -> lines that end here from it so far

    @property
    def height(self) -> float:
        """The height in pixels."""
        return _HEAD + _ROW * len(self.rows) + (_PAD / 2 if self.rows else 0)

    def row_y(self, number: int) -> float:
        """The middle of a row."""
        return self.y + _HEAD + _ROW * (number + 0.5)


@dataclass
class Line:
    """A line from a box at a height to another box; ``gutters`` are those that it runs down, left to right."""

    start: Box
    start_y: float
    end: Box
    sub: bool
    gutters: tuple[int, ...]
    lanes: dict[int, float] = field(default_factory=dict)  # gutter -> x
    channel: float = 0  # the height at which it crosses columns


def width_of(text: str, size: float) -> float:
    """About how wide a text is, in pixels."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.58 for character in text) * size


def label(graph: Graph, iri: Node, language: str) -> str:
    """The label of a term in a language."""
    found = sorted(str(text) for text in graph.objects(iri, RDFS.label) if getattr(text, "language", "") == language)
    if not found:
        raise ValueError(f"{iri} has no label in {language}")
    return found[0]


def draw(graph: Graph, page: str = "") -> str:
    """The picture as SVG. ``graph`` is fazhi.ttl and terms.ttl; classes link to their anchors on ``page``."""
    boxes = _boxes(graph)
    lines = list(_lines(boxes))
    width, height = _arrange(boxes, lines)
    body = "\n".join([*(_line_svg(line) for line in lines), *(_box_svg(box, page) for box in boxes.values())])
    title = "法治报告本体的类 · Classes of the fazhi ontology"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" aria-label="{title}">\n<title>{title}</title>\n<style>{STYLE}</style>\n'
        '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="5.5" markerHeight="5.5" '
        'orient="auto"><path d="M0,0 L10,5 L0,10 z" fill="#b9742a"/></marker>'
        '<marker id="triangle" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="11" markerHeight="11" '
        'orient="auto"><path d="M1,1 L11,6 L1,11 z" fill="#fff" stroke="#1f5f8b"/></marker></defs>\n'
        f'<rect width="100%" height="100%" fill="#f6f8fa"/>\n{body}\n</svg>\n'
    )


def _boxes(graph: Graph) -> dict[Node, Box]:
    placed = {iri: column for column, iris in enumerate(COLUMNS) for iri in iris}
    shown = set(graph.objects(None, SDO.domainIncludes)) | set(graph.subjects(RDF.type, OWL.Class))
    missing = sorted(str(iri) for iri in shown - set(placed))
    if missing:
        raise ValueError(f"no place in the picture for {', '.join(missing)}")
    return {iri: _box(graph, iri, column, placed) for iri, column in placed.items()}


def _box(graph: Graph, iri: Node, column: int, placed: dict[Node, int]) -> Box:
    rows = [_row(graph, term, iri, placed) for term in graph.subjects(SDO.domainIncludes, iri)]
    above = list(graph.objects(iri, RDFS.subClassOf))
    names = " ⊂ ".join(filter(None, (_short(graph, iri), ", ".join(_short(graph, each) for each in above))))
    supers = tuple(each for each in above if each in placed)
    return Box(iri, label(graph, iri, "zh"), label(graph, iri, "en"), rows, supers, names, column)


def _short(graph: Graph, iri: Node) -> str:
    prefix, _, name = graph.compute_qname(str(iri), generate=False)
    return f"{prefix}:{name}"


def _row(graph: Graph, term: Node, owner: Node, placed: dict[Node, int]) -> Row:
    takes = [] if (term, RDF.type, OWL.DatatypeProperty) in graph else list(graph.objects(term, SDO.rangeIncludes))
    # What several classes share is drawn from the first; the others say it in words.
    first = next(graph.objects(term, SDO.domainIncludes)) == owner
    leads = tuple(iri for iri in takes if iri in placed) if first else ()
    return Row(
        term, label(graph, term, "zh"), label(graph, term, "en"), tuple(label(graph, iri, "zh") for iri in takes), leads
    )


def _lines(boxes: dict[Node, Box]) -> Iterator[Line]:
    for box in boxes.values():
        for above in box.supers:
            yield _line(box, -1, boxes[above], True)
        for number, row in enumerate(box.rows):
            for iri in row.leads:
                yield _line(box, number, boxes[iri], False)


def _line(start: Box, row: int, end: Box, sub: bool) -> Line:
    """Gutter n lies to the left of column n; within a column, classes go round on the left and properties on the right."""
    if start.column == end.column:
        side = start.column + (0 if sub else 1)
        gutters: tuple[int, ...] = (side,)
    elif start.column < end.column:
        gutters = (start.column + 1,) if end.column == start.column + 1 else (start.column + 1, end.column)
    else:
        gutters = (start.column,) if end.column == start.column - 1 else (start.column, end.column + 1)
    return Line(start, float(row), end, sub, gutters)


def _arrange(boxes: dict[Node, Box], lines: list[Line]) -> tuple[float, float]:
    """Place boxes and lines; returns the size of the picture."""
    for box in boxes.values():
        names = [width_of(box.zh, 16) + width_of(box.en, 12) + 10, width_of(box.names, 11)]
        rows = [width_of(r.zh, _ZH) + width_of(r.en, _EN) + width_of(r.target, _EN) + 22 for r in box.rows]
        box.width = max(names + rows) + 2 * _PAD
    crossing = [line for line in lines if len(line.gutters) > 1]
    top = _MARGIN + _LANE * (len(crossing) + 1)
    x = float(_MARGIN)
    tallest = max(_tall(boxes, column) for column in range(len(COLUMNS)))
    for column in range(len(COLUMNS)):
        x = _place_column(boxes, lines, column, x, top, tallest)
    x = _give_lanes(lines, len(COLUMNS), x)
    for number, line in enumerate(crossing):
        line.channel = _MARGIN + _LANE * number
    for line in lines:
        line.start_y = line.start.y + _HEAD / 2 if line.start_y < 0 else line.start.row_y(int(line.start_y))
    return x + _MARGIN, top + tallest + _MARGIN


def _tall(boxes: dict[Node, Box], column: int) -> float:
    return sum(boxes[iri].height + _SPACE for iri in COLUMNS[column]) - _SPACE


def _place_column(
    boxes: dict[Node, Box], lines: list[Line], column: int, x: float, top: float, tallest: float
) -> float:
    """Place the gutter and the boxes of a column, spread over the height; returns where the next gutter begins."""
    x = _give_lanes(lines, column, x)
    members = [boxes[iri] for iri in COLUMNS[column]]
    width = max(box.width for box in members)
    spare = (tallest - _tall(boxes, column)) / max(1, len(members))
    y = top + spare / 2
    for box in members:
        box.x, box.y, box.width = x, y, width
        y += box.height + _SPACE + spare
    return x + width


def _give_lanes(lines: list[Line], gutter: int, x: float) -> float:
    """Give each line in a gutter a lane; subclasses of one class share theirs. Returns the right edge of the gutter."""
    shared: dict[tuple[bool, Node | int], float] = {}
    for number, line in enumerate(lines):
        if gutter in line.gutters:
            key: tuple[bool, Node | int] = (True, line.end.iri) if line.sub else (False, number)
            shared.setdefault(key, x + 16 + _LANE * len(shared))
            line.lanes[gutter] = shared[key]
    return x + (32 + _LANE * (len(shared) - 1) if shared else 0)


def _line_svg(line: Line) -> str:
    first, last = line.lanes[line.gutters[0]], line.lanes[line.gutters[-1]]
    start_x = line.start.x if first < line.start.x else line.start.x + line.start.width
    end_x = line.end.x if last < line.end.x else line.end.x + line.end.width
    end_y = _entry(line)
    path = f"M{start_x:.1f},{line.start_y:.1f} H{first:.1f}"
    if len(line.gutters) > 1:
        path += f" V{line.channel:.1f} H{last:.1f}"
    path += f" V{end_y:.1f} H{end_x:.1f}"
    kind, marker = ("line sub", "triangle") if line.sub else ("line", "arrow")
    return f'<path class="{kind}" d="{path}" marker-end="url(#{marker})"/>'


def _entry(line: Line) -> float:
    """The height at which a line enters its box: beside the name, properties one below the other."""
    if line.sub:
        return line.end.y + _HEAD / 2
    gutter = line.gutters[-1]
    number = line.end.entries.get(gutter, 0)
    line.end.entries[gutter] = number + 1
    return line.end.y + 9 + 7.5 * (number % 6)  # six fit beside the name


def _box_svg(box: Box, page: str) -> str:
    own = str(box.iri).startswith(str(FZ))
    parts = [
        f'<g class="{"own" if own else "foreign"}">',
        f'<rect class="box" x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="6"/>',
        f'<path class="head" d="M{box.x:.1f},{box.y + _HEAD - 8:.1f} v{14 - _HEAD} q0,-6 6,-6 h{box.width - 12:.1f} '
        f'q6,0 6,6 v{_HEAD - 14} z"/>',
        _linked(box.iri, page, _text(box.x + _PAD, box.y + 22, "name", box.zh)
                + _text(box.x + _PAD + width_of(box.zh, 16) + 8, box.y + 22, "name-en", box.en)),
        _text(box.x + _PAD, box.y + 39, "names", box.names),
    ]  # fmt: skip
    parts += [_row_svg(box, number, page) for number in range(len(box.rows))]
    return "\n".join([*parts, "</g>"])


def _row_svg(box: Box, number: int, page: str) -> str:
    row, y = box.rows[number], box.row_y(number) + 4.5
    zh = _text(box.x + _PAD, y, "zh", row.zh)
    en = _text(box.x + _PAD + width_of(row.zh, _ZH) + 6, y, "en", row.en)
    to = _text(box.x + box.width - _PAD, y, "to", row.target, "end") if row.target else ""
    return _linked(row.iri, page, zh + en) + to


def _text(x: float, y: float, kind: str, text: str, anchor: str = "") -> str:
    where = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}"{where}>{escape(text)}</text>'


def _linked(iri: Node, page: str, content: str) -> str:
    if not str(iri).startswith(str(FZ)):
        return content
    return f'<a href="{escape(page)}#{escape(str(iri).removeprefix(str(FZ)))}">{content}</a>'
