"""A network page of a stored graph: all of it, or what surrounds a place or a programme, of a year or a status."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kg.errors import ConfigurationError
from kg.exchange.writing import refused, write_file
from kg.inquiry.places import replaced
from kg.inquiry.stored import Stored, open_graph
from kg.inquiry.suggest import things
from kg.inquiry.values import status_named, things_named
from kg.publish.folder import MARK
from kg.publish.network import FURTHEST, Wanted, chosen, joined, names, network_html, tells, years_and_statuses
from kg.publish.tables import tables

_ATLAS = "index.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was written: ``size`` in bytes. 0 is: there was nothing to draw, and nothing was written.

    Where there was nothing, ``years`` and ``statuses`` are those that the same part of the graph has, and ``hints`` say
    what became of the place.
    """

    path: Path
    size: int
    beside_build: bool = False
    years: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


def network_page(
    graph: Path, output: Path, *, place: str = "", programme: str = "", hops: int = 2, year: str = "", status: str = ""
) -> Page:
    """Write a network page of the graph in a file or an output folder, whole or not at all.

    Args:
        graph: a graph file, or the output folder of a build.
        output: the page; its folder must be there.
        place: name, path, code or IRI of a place; of several that a name means, all are taken.
        programme: name, alias, IRI or a part of the name of programmes. With a place, what is near both is drawn.
        hops: how many steps away from these things may be; see :func:`kg.publish.network.chosen`.
        year: a year, or "" for all.
        status: notation or label of a status, or "" for all.

    Raises:
        QueryError: ``unknown-value``, a name or status that the graph does not know.
        ConfigurationError: the graph cannot be read; ``hops-out-of-range``; ``output-unwritable``, ``output-is-folder``,
            ``output-of-build`` (a file that a build has made).
    """
    _check(output, hops)
    notation = status_named(status) if status else ""
    stored = open_graph(graph)
    wanted = _wanted(stored, place, programme, Wanted(hops=hops, year=year, status=notation))
    rows = {name: [dict(zip(header, row, strict=True)) for row in body] for name, (header, body) in tables(stored.store).items()}
    known = names(stored.store)
    whole = joined(rows, known)
    if not tells(chosen(whole, wanted).graph):
        less = Wanted(wanted.places, wanted.programmes, hops if place and programme else 1)
        years, statuses = years_and_statuses(chosen(whole, less).graph)
        hints = tuple(hint for path in wanted.places for hint in replaced(stored, path))
        return Page(output, 0, years=tuple(years), statuses=tuple(statuses), hints=hints)
    page = network_html(rows, names=known, wanted=wanted, atlas=_atlas(stored.path, output))
    size = write_file(output, [page.encode("utf-8")])
    return Page(output, size, beside_build=(output.resolve().parent / MARK).exists())


def _wanted(stored: Stored, place: str, programme: str, wanted: Wanted) -> Wanted:
    known = things(stored) if place or programme else ()
    places = things_named("place", place, known, stored.base) if place else ()
    programmes = things_named("programme", programme, known, stored.base) if programme else ()
    return Wanted(
        tuple(thing.path for thing in places), tuple(thing.label for thing in programmes), wanted.hops, wanted.year, wanted.status
    )


def _check(output: Path, hops: int) -> None:
    """Refuse, before anything is read, steps that lead nowhere and an output that must not be written."""
    if not 1 <= hops <= FURTHEST:
        raise ConfigurationError(
            "hops-out-of-range", f"步数应在 1 到 {FURTHEST} 之间", f"steps must be 1 to {FURTHEST}", where="--hops",
            remedy_zh="2 步：它的项目，和有同样项目的地方；去掉 --place 和 --programme 就是全图",
            remedy_en="2 reach its programmes and the places that share them; without --place and --programme all is drawn",
        )  # fmt: skip
    if output.is_dir():
        raise refused("output-is-folder", output, "这是一个文件夹", "this is a folder", "用 -o 指明文件", "name a file with -o")
    if output.exists() and output.name in _made(output.resolve().parent):
        raise refused(
            "output-of-build", output, "这是 kg build 生成的文件", "this file was made by kg build",
            "换一个文件名", "name another file",
        )  # fmt: skip


def _made(folder: Path) -> list[str]:
    """The files of the build in a folder, as its record lists them."""
    try:
        return list(json.loads((folder / MARK).read_bytes())["outputs"])
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _atlas(graph: Path, output: Path) -> str:
    """The address of the atlas as seen from the page: that beside the page, or else that beside the graph, or ""."""
    here = output.resolve().parent
    for folder in (here, graph.resolve().parent):
        if _ATLAS in _made(folder) and (folder / _ATLAS).is_file():
            try:
                return quote(Path(os.path.relpath(folder / _ATLAS, here)).as_posix())
            except ValueError:  # another drive of Windows: there is no relative way
                return ""
    return ""
