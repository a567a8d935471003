"""How much one input may hold. What is larger is refused by name, before its bytes are in memory."""

from __future__ import annotations

MIB = 1024 * 1024

MAX_TEXT = 8 * MIB
"""Bytes of a plain text. A yearly report has 5 to 40 kB, a long government work report 100 kB; two hundred of those in
one file is a mistake."""
MAX_ROW = 4 * MAX_TEXT
"""Bytes of one row of a table: a text, which JSON may write as escapes, and what else the row says."""
MAX_PAGE = 64 * MIB
"""Bytes of a saved web page, which may hold its pictures."""
MAX_FILE = 256 * MIB
"""Bytes of a PDF or Word file, scanned pages and all."""
MAX_PAGES = 2000
"""Pages of a PDF. A report has 5 to 60; reading takes 10 ms a page, and what comes after twice that."""
MAX_XML = 64 * MIB
"""Bytes of the parts of a Word file that are parsed, unpacked; a tree of them takes six times as much memory."""
MAX_MEMBERS = 100_000
"""Files in one archive."""
MAX_UNPACKED = 4096 * MIB
"""Bytes of all files in one archive, unpacked. They are unpacked one at a time, in memory, never to disk."""
MAX_RATIO = 400
"""Times that a member may grow when it is unpacked, from a megabyte on: text shrinks to a third or a tenth."""
MAX_DEPTH = 3
"""Archives within archives."""
