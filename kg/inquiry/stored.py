"""A built graph on disk, opened to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import ConfigurationError
from kg.ids import DEFAULT_BASE

GRAPH_FILE = "graph.ttl"
_FORMATS = {".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML, ".xml": ox.RdfFormat.RDF_XML}
# Any one prefix of data nodes tells the base; every graph declares this one.
_KNOWN_KIND = "report"


@dataclass(frozen=True, slots=True)
class Stored:
    """A graph in memory: ``base`` is where its data IRIs live, ``path`` the file that it was read from."""

    store: ox.Store
    base: str
    path: Path


def open_graph(given: Path) -> Stored:
    """Read a graph file, or the graph in an output folder of a build.

    Raises:
        ConfigurationError: ``graph-missing`` or ``graph-broken`` (with line and column).
    """
    path = given / GRAPH_FILE if given.is_dir() else given
    if not path.is_file():
        raise ConfigurationError(
            "graph-missing", "没有这个图谱文件", "there is no such graph", where=str(path),
            remedy_zh="先运行 kg demo 或 kg build，或用 --graph 指明文件或文件夹",
            remedy_en="run kg demo or kg build first, or name a file or folder with --graph",
        )  # fmt: skip
    store = ox.Store()
    kind = _FORMATS.get(path.suffix.lower(), ox.RdfFormat.TURTLE)
    try:
        store.bulk_load(path=str(path), format=kind)
        return Stored(store, _base(path, kind), path)
    except (SyntaxError, ValueError, OSError) as error:
        raise ConfigurationError(
            "graph-broken", f"读不了这个图谱：{error}", f"cannot read this graph: {error}", where=str(path),
            remedy_zh="检查文件是否完整，或重新建图", remedy_en="check that the file is whole, or build it again",
        ) from error  # fmt: skip


def _base(path: Path, kind: ox.RdfFormat) -> str:
    """The base that the prefixes at the top of the file show; the default one where they show none."""
    parser = ox.parse(path=str(path), format=kind)
    next(parser, None)  # prefixes are known once the first triple has been read
    prefix = parser.prefixes.get(_KNOWN_KIND, "")
    return prefix.removesuffix(f"{_KNOWN_KIND}/") or DEFAULT_BASE
