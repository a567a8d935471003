"""Tables and tools to test pages with: invented places, hostile texts, a reader of elements."""

import base64
import hashlib
import itertools
import json
import re
from html.parser import HTMLParser

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    "\"' onmouseover='alert(4)'",
    "javascript:alert(5)",
    '<a href="javascript:alert(6)">点我</a>',
    "甲\u202e乙\u2066丙\u2028丁",
    "<!--<script>",
    "{{ 7 * 7 }}{% raw %}",
]


def tables(programmes=("“甲乙”改革", "丙丁专项行动"), statuses=("implemented", "planned", "problem")):
    """Two places of an invented city, one programme of both, and something of every kind."""
    places = ["东江省/安宁市/山云区", "东江省/安宁市/河泉县"]
    found = {"reports": [], "implementations": [], "awards": [], "bodies": []}
    for number, place in enumerate(places):
        name = place.rpartition("/")[2]
        source, year = f"{name}.txt", str(2022 + number)
        basis = {"source": source, "place": place, "year": year, "start": "0", "end": "5"}
        found["reports"].append(
            basis | {"title": f"{name}报告", "adcode": "", "publisher": "", "issued": "", "kind": "other"}
        )
        for index, programme in enumerate(programmes[: number + 1] if len(programmes) == 2 else programmes):
            row = {"programme": programme, "kind": "reform", "status": statuses[index % len(statuses)]}
            found["implementations"].append(basis | row | {"evidence": f"{name}推进{programme}。"})
        award = {"award": "法治示范奖", "edition": "第三届", "level": "national", "result": "won", "recipient": name}
        found["awards"].append(basis | award | {"count": "", "rank": "", "evidence": "获评。"})
        body = {"body": f"{name}司法局", "kind": "department", "relation": "leads", "evidence": "牵头。"}
        found["bodies"].append({key: value for key, value in (basis | body).items() if key != "year"})
    return found


class Elements(HTMLParser):
    """Start tags with their attributes, and the text of scripts."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.scripts, self._open = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self._open = dict(attrs)
            self.scripts.append((self._open, ""))

    def handle_endtag(self, tag):
        if tag == "script":
            self._open = None

    def handle_data(self, data):
        if self._open is not None:
            attrs, text = self.scripts[-1]
            self.scripts[-1] = (attrs, text + data)


def drawn(page):
    """Nodes and edges as pyvis wrote them, and the page's own data."""
    lists = [json.loads(found) for found in re.findall(r"new vis\.DataSet\((\[.*?\])\);", page)]
    data = next(json.loads(text) for attrs, text in Elements(page).scripts if attrs.get("id") == "kg-data")
    return lists[0], lists[1], data


def leaves(page):
    """Whatever in a page would be fetched from elsewhere."""
    found = []
    for tag, attrs in Elements(page).tags:
        if tag in {"link", "iframe", "object", "embed", "base"}:
            found.append(tag)
        found += [attrs[name] for name in ("src", "srcset", "poster", "action") if name in attrs]
        if tag == "a":
            found += [attrs["href"]] if re.match(r"\s*([a-z]+:|//)", attrs.get("href", "#"), re.IGNORECASE) else []
    styles = "".join(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    return found + re.findall(r"@import[^;]*|url\(\s*[\"']?(?!data:)[^)]*\)|sourceMappingURL", styles)


def assert_guarded(page):
    """Every script that may run is named by its hash, none has a source, and no element carries a handler."""
    elements = Elements(page)
    policy = next(
        attrs["content"] for tag, attrs in elements.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    running = [text for attrs, text in elements.scripts if attrs.get("type") != "application/json"]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in running]
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes
    assert not [name for _, attrs in elements.tags for name in attrs if name.startswith("on")]
    assert leaves(page) == []


def hostile():
    rows = tables(HOSTILE)
    for name, row in itertools.product(("reports", "awards", "bodies"), range(2)):
        rows[name][row] |= (
            {"title": HOSTILE[1]} if name == "reports" else {name.replace("ies", "y").rstrip("s"): HOSTILE[row]}
        )
    return rows
