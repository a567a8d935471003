"""Reports in several forms, and altered copies of one, for the tests of what is one report."""

import re

import rendering
import tiny_pdf
from conftest import SAMPLES


def lines_pdf(text):
    """A PDF with a line of the text a line of the page, at most 110 characters, set small."""
    lines = [line[at : at + 110] for line in text.splitlines() if line.strip() for at in range(0, len(line), 110)]
    runs = [(72, 800 - 20 * (at % 36), 4, line) for at, line in enumerate(lines)]
    return tiny_pdf.pdf(*(runs[at : at + 36] for at in range(0, len(runs), 36)))


def forms(text, folder, stem):
    """One report as a page of today, a page of 2008, both in GBK, a PDF, a Word file, and plain text with other ends."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.html").write_bytes(rendering.page(text, "gb2312").encode("gb18030"))
    (folder / f"{stem}-2008.htm").write_bytes(rendering.old_page(text).encode("gb18030"))
    (folder / f"{stem}.pdf").write_bytes(lines_pdf(text))
    (folder / f"{stem}.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    rendering.word(text, folder / f"{stem}.docx")
    return folder


def reposted(folder):
    """A report, its repost with a figure changed, an excerpt, the same words under another place, and another report."""
    folder.mkdir()
    text = (SAMPLES / "gongshu-2022.txt").read_text(encoding="utf-8-sig")
    changed = re.sub("([1-9])件", lambda found: f"{10 - int(found[1])}件", text, count=1)
    assert changed != text
    elsewhere = text.replace("杭州市拱墅区", "杭州市滨江区").replace("拱墅区", "滨江区").replace("我区", "滨江区")
    for name, words in (("a.txt", text), ("b.txt", changed), ("c.txt", elsewhere)):
        (folder / name).write_text(words, encoding="utf-8")
    (folder / "d.txt").write_bytes((SAMPLES / "hangzhou-2024.txt").read_bytes())
    return folder
