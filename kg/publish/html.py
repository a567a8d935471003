"""What all pages share: text as text, data as JSON that cannot end its script, one offline frame, words in zh and en.

Everything that comes out of a report is data. It reaches a page in two ways only: through :func:`text` into markup, or
through :func:`data_script` into JSON that the page's own script shows with ``textContent``. On top of that the frame
carries a Content-Security-Policy that lets nothing run but the scripts we hash here and lets nothing be fetched, so
that a mistake of ours would still stay harmless.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from kg.vocabulary import vocabulary

# Characters that turn the reading direction of what follows, or break a line where nobody sees why (Unicode UAX #9).
_STEERING = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

# What pages call their own parts. What the vocabulary names (statuses, kinds, levels, results) is read from there.
_PARTS: Mapping[str, tuple[str, str]] = {
    "place": ("地区", "Places"),
    "programme": ("改革与项目", "Programmes"),
    "award": ("荣誉", "Awards"),
    "body": ("机构", "Bodies"),
    "part": ("隶属", "Part of"),
    "reports": ("报告", "Reports"),
    "places": ("地区", "Places"),
    "programmes": ("改革与项目", "Programmes"),
    "implementations": ("实施记录", "Engagements"),
    "awards": ("荣誉", "Awards"),
    "bodies": ("机构", "Bodies"),
    "documents": ("文件", "Documents"),
    "indicators": ("指标数据", "Indicators"),
    "evidence": ("证据句", "Evidence"),
    "triples": ("三元组", "Triples"),
}
# A notation of two schemes (plan, other, county) has the words of the first: pages show report kinds, not roles.
_SCHEMES = ("status", "programme-kind", "award-result", "body-relation", "body-kind", "award-level", "report-kind")


@cache
def words() -> Mapping[str, tuple[str, str]]:
    """Notations as people read them: notation -> (zh, en). What is not here is shown as it is."""
    known = vocabulary().concepts.values()
    concepts = sorted((c for c in known if c.scheme in _SCHEMES), key=lambda c: -_SCHEMES.index(c.scheme))
    return {**{c.notation: (c.zh, c.en[:1].upper() + c.en[1:]) for c in concepts}, **_PARTS}


def plain(value: str) -> str:
    """The value with characters that would steer the text around them spelled out: ``[U+202E]``. Not yet escaped."""
    return _STEERING.sub(lambda found: f"[U+{ord(found.group()):04X}]", value)


def text(value: object) -> str:
    """Any value as text of a page or of a quoted attribute."""
    return html.escape(plain(str(value)), quote=True)


def tag(name: str, *inner: str, **attributes: object) -> str:
    """An element around markup. Attributes are values and are escaped: ``class_`` is class, ``data_row`` is data-row.

    True writes a bare attribute; None and False leave it out.
    """
    written = [
        key.rstrip("_").replace("_", "-") + ("" if value is True else f'="{text(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    ]
    closing = "" if name == "input" else f"</{name}>"
    return f"<{' '.join([name, *written])}>{''.join(inner)}{closing}"


def both(zh: str, en: str) -> str:
    """Markup that shows one of two wordings, by the language the reader chose."""
    return tag("span", text(zh), class_="zh") + tag("span", text(en), class_="en", lang="en")


def word(notation: str) -> str:
    """Markup of a notation in both languages; a notation that has no words is shown as it is."""
    return both(*words()[notation]) if notation in words() else text(notation)


def data_script(name: str, value: object) -> str:
    """A JSON block with the id ``name``. No character of it can end the block: ``<``, ``>``, ``&`` are escaped."""
    return tag("script", safe_json(value), type="application/json", id=name)


def safe_json(value: object) -> str:
    """JSON, sorted and short, in which ``<``, ``>`` and ``&`` are escaped."""
    raw = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return raw.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def asset(name: str) -> str:
    """The text of one of our own style sheets or scripts (``kg/publish/assets``)."""
    return files("kg").joinpath("publish", "assets", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def page(*, title: str, styles: Sequence[str], body: str, scripts: Sequence[str], files: bool = False) -> str:
    """A whole page that stands alone.

    Args:
        title: plain text.
        styles: style sheets, in order.
        body: markup, already escaped.
        scripts: what runs after the body, in order, and nothing else.
        files: whether the page may also load scripts from beside itself.
    """
    css = "\n".join(styles)
    codes = [code.replace("\r\n", "\n").replace("\r", "\n") for code in scripts]
    running = "\n".join(f"<script>{code}</script>" for code in codes)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(codes, files)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(title)}</title>\n<style>\n{css}\n</style>\n</head>\n<body>\n{body}\n{running}\n</body>\n</html>\n"
    )


def _policy(codes: Sequence[str], files: bool) -> str:
    """Nothing may be fetched and nothing may run but these scripts (https://www.w3.org/TR/CSP3/)."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in codes)
    own = "'self' " if files else ""
    return (
        f"default-src 'none'; script-src {own}{hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
