"""The numbers and the address that a report is filed under: 索引号, 文号, URL."""

from __future__ import annotations

import re
from urllib.parse import quote

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[(（【]\s*(?:20|19)[0-9]{2}\s*年?\s*[〕\])）】]\s*第?\s*[0-9]{1,5}\s*号")
"""A 文号 as GB/T 9704 sets it: 杭政办函〔2023〕12号."""
_TEXT_URL = re.compile(
    r"(?:原文链接|原文地址|原文网址|来源网址|来源链接|网址|链接)[：:\s]*(https?://[^\s<>\"{}|\\^`，。；]+)"
)
_TEXT_INDEX = re.compile(r"索\s*引\s*号[：:\s]*([0-9A-Za-z][0-9A-Za-z/\-_.()]{5,60})(?=\s|$)")


def from_text(head: str, tail: str) -> tuple[str | None, str | None, str | None]:
    """Index number, document number and address as a text gives them: beside its title, or under it."""
    number = next((line for line in head.split("\n")[:30] if len(line) < 60 and NUMBER.search(line)), "")
    index = _TEXT_INDEX.search(head)
    url = _TEXT_URL.search(head) or _TEXT_URL.search(tail)
    found = NUMBER.search(number)
    return index and index[1], found and one_number(found[0]), address(url[1]) if url else None


def one_number(value: str) -> str:
    """A 文号 in the brackets of the standard, without spaces."""
    return re.sub(r"[\[(（【]", "〔", re.sub(r"[\])）】]", "〕", "".join(value.split())))


_ADDRESS = re.compile(r"(https?://)([\w.-]+(?::[0-9]{1,5})?)([/?#]\S*)?", re.IGNORECASE)


def address(value: str) -> str | None:
    """A web address as an IRI (RFC 3987): what an IRI may not hold is percent-encoded; None for anything else."""
    match = _ADDRESS.fullmatch(value.strip())
    if match is None:
        return None
    path, mark, fragment = (match[3] or "").partition("#")
    rest = _encoded(path) + (mark + _encoded(fragment) if mark else "")
    return match[1].lower() + match[2].lower() + rest


def _encoded(part: str) -> str:
    return quote(re.sub("%(?![0-9A-Fa-f]{2})", "%25", part), safe="/?&=%:;,@!$'()*+~-._")
