"""A page saved as one file (.mhtml, .mht: RFC 2557) -> Document."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy

from kg.read import refusals
from kg.read.item import Document
from kg.read.web import read_page


def read_mhtml(data: bytes, name: str) -> Document:
    """Read the page that a web archive begins with; pictures and frames beside it are not looked at.

    Raises:
        InputError: ``file-damaged``, and those of :func:`kg.read.web.read_page`.
    """
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                where = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
                address = str(where) if str(where).startswith(("http://", "https://")) else ""
                return replace(read_page(page, name, address), format="mhtml")
    raise refusals.damaged(name, "MHTML")
