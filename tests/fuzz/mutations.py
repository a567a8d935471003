"""What is done to reports and to files: each mutation is a function of what it alters and two numbers in [0, 1).

The same numbers do the same, so that hypothesis can shrink them and a seed can repeat them.
"""

import io
import random
import re
import unicodedata
import zipfile

_HALF, _FULL = "（）：；，。！？“”、", "():;,.!?\"\"、"
_FLOODS = (
    "（", "《", "“", "一、", "1.", "、", "，", "万", "改革", "　", " ", "\n", "《〈", "（一）", "第", "2023年", "市", "1", "%",
    "：", "-", "获评",
)  # fmt: skip
_ODD = ("\x00", "\x0b", "\x85", "\u2028", "\ufeff", "\U00020000", "⼀", "\ue000", "\u0301", "\u202e")


def _cut(text, a, b):
    start, end = sorted((int(a * len(text)), int(b * len(text))))
    return text[start:end]


def _without(text, a, b):
    start = int(a * len(text))
    return text[:start] + text[start + int(b * 200) :]


def _repeated(text, a, b):
    start = int(a * len(text))
    return text[:start] + text[start : start + int(b * 400)] * (2 + int(b * 6)) + text[start:]


def _twice(text, a, b):
    return text + text[int(a * 40) :]


def _shuffled(text, a, b):
    lines = text.splitlines(keepends=True)
    random.Random(int(a * 1e6)).shuffle(lines)
    return "".join(lines)


def _one_line(text, a, b):
    return re.sub(r"[\r\n]+", "" if a < 0.5 else "　　", text)


def _more_lines(text, a, b):
    width = 5 + int(a * 60)
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _half_width(text, a, b):
    return text.translate(str.maketrans(_HALF, _FULL) if a < 0.5 else str.maketrans(_FULL, _HALF))


def _other_marks(text, a, b):
    return text.replace("。", "，；\n."[int(a * 4)]).replace("，", "、。，"[int(b * 3)])


def _spaced(text, a, b):
    return (" ", "\u3000", "\u00a0", "\u200b")[int(a * 4)].join(text[: 2000 + int(b * 2000)])


def _composed(text, a, b):
    return unicodedata.normalize(("NFKC", "NFKD", "NFD")[int(a * 3)], text)


def _wide_figures(text, a, b):
    return text.translate({ord("0") + n: "０１２３４５６７８９"[n] if a < 0.5 else "〇一二三四五六七八九"[n] for n in range(10)})


def _misread(text, a, b):
    one, other = (("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "latin-1"))[int(a * 3)]
    start = int(b * len(text))
    return text[:start] + text[start:].encode(one).decode(other, "replace")


def _flooded(text, a, b):
    at, mark = int(a * len(text)), _FLOODS[int(b * len(_FLOODS))]
    return text[:at] + mark * (10 + int(a * b * 3000)) + text[at:]


def _odd(text, a, b):
    at = int(a * len(text))
    return text[:at] + _ODD[int(b * 10)] + text[at:]


def _swapped(text, a, b):
    start, end = sorted((int(a * len(text)), int(b * len(text))))
    return text[end:] + text[start:end] + text[:start]


TEXT = (
    _cut, _without, _repeated, _twice, _shuffled, _one_line, _more_lines, _half_width, _other_marks, _spaced, _composed,
    _wide_figures, _misread, _flooded, _odd, _swapped,
)  # fmt: skip
"""(text, a, b) -> text"""
ENCODINGS = ("utf-8", "gb18030", "utf-8-sig", "utf-16", "big5")
LONGEST = 120_000  # characters: what mutations made longer is cut


def mutated_text(text, steps):
    """A text after some steps (which, a, b), all of them numbers in [0, 1)."""
    for which, a, b in steps:
        text = TEXT[int(which * len(TEXT))](text, a, b)[:LONGEST]
    return text


# --- bytes ------------------------------------------------------------------------------------------------------------

_TOKENS = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&#xd800;",
    b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<div>", b"</div>", b"<table><tr><td>", b"</table>", b"<script>",
    b"<title>", b"<body>", b"<h1>", b"<a href=x>", b"<meta charset=utf-16>", b"<p hidden>", b"<frameset>",
    b"<svg>", b"<plaintext>", b"<?xml version='1.0'?>", b"obj", b"endobj", b"stream", b"endstream",
    b"/Length 99999999", b"/Count 99999999", b"/Kids[2 0 R]", b"/Parent 10 0 R", b"<</", b">>", b"BT", b"ET",
    b"Tj", b"1e38 ", b"-1 ", b"nan", b"99999999999", b"xref", b"startxref", b"%%EOF", b"%PDF-",
    b"/Filter/FlateDecode", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b'"', b"'", b",", b"\t", b"\n", b"\r",
    b"{", b"}", b"[", b"]", b"\\", b"\\ud800", b"null", b"NaN", b"1e999", b"w:tbl", b"w:p", b"w:numId",
    b"w:ilvl", b"Content-Type:", b"boundary", b"=\n", b"=3D", b"\r\n\r\n", "。".encode(), "《".encode(),
    "一、".encode(), "正文".encode(),
)  # fmt: skip


def mutated_bytes(data, chance, others):
    """Bytes after one to six mutations; ``others`` are files to take pieces of."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = chance.choice(_BYTES)(data, chance, others)[:400_000]
    return data


def _flip(data, chance, others):
    held = bytearray(data)
    for _ in range(chance.randint(1, 1 + len(held) // 200)):
        if held:
            held[chance.randrange(len(held))] = chance.randrange(256)
    return bytes(held)


def _truncate(data, chance, others):
    return data[: chance.randint(0, len(data))] if chance.random() < 0.7 else data[chance.randint(0, len(data)) :]


def _remove(data, chance, others):
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.randint(1, 1 + len(data) // 4) :]


def _repeat(data, chance, others):
    at = chance.randint(0, len(data))
    piece = data[at : at + chance.choice((1, 4, 16, 200))]
    return data[:at] + piece * chance.choice((2, 5, 50, 1000)) + data[at:]


def _insert(data, chance, others):
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_TOKENS) * chance.choice((1, 1, 1, 3, 400)) + data[at:]


def _splice(data, chance, others):
    other = chance.choice(others)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _figures(data, chance, others):
    """Numbers in the file altered: lengths, offsets, counts."""
    places = [found.span() for found in re.finditer(rb"[0-9]+", data)]
    for start, end in sorted(chance.sample(places, min(len(places), chance.choice((1, 2, 8)))), reverse=True):
        new = chance.choice((b"0", b"1", b"-1", b"2147483647", b"4294967296", b"9" * 20, str(chance.randrange(1000)).encode()))
        data = data[:start] + new + data[end:]
    return data


def _inside(data, chance, others):
    """A member of a zip file altered, the zip file whole: flipped bits alone would never come past its checksums."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception:
        return _flip(data, chance, others)
    if not held:
        return data
    name = chance.choice(sorted(held))
    kind = chance.choice((_flip, _truncate, _remove, _repeat, _insert, _insert, _figures))
    held[name] = kind(held[name], chance, others)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, body in held.items():
            archive.writestr(zipfile.ZipInfo(one), body)
    return made.getvalue()


_BYTES = (_flip, _truncate, _remove, _repeat, _insert, _insert, _splice, _figures, _inside)
