"""Knowledge graphs from Chinese reports on law-based government: who ran which reform, since when, and who says so.

A build runs each report through the stages, then all of them together::

    path ─ read ─ clean ─ structure ─ mention ─ resolve ─ assertion ┐
    path ─ read ─ clean ─ structure ─ mention ─ resolve ─ assertion ┼─ graph ─ publish ─ folder
    path ─ read ─ clean ─ structure ─ mention ─ resolve ─ assertion ┘

    read       path        -> Source      text of a page, PDF, Word file, row; line ends untouched
    clean      Source      -> Text        page furniture out, punctuation unified, offsets kept
    structure  Text        -> Report      title, place, year; sections with their roles; sentences
    mention    Report      -> Mentions    names in the text
    resolve    Mentions    -> Entities    what the names stand for
    assertion  Entities    -> ReportFacts what the report says of them, each with its sentence
    graph      ReportFacts -> triples     RDF, sorted
    publish    triples     -> files       Turtle, tables, network, start page

>>> import kg
>>> outcome = kg.build(kg.samples(), "outputs")                             # doctest: +SKIP
>>> kg.query("outputs", "SELECT ?p WHERE { ?p a fz:Programme }").rows       # doctest: +SKIP
>>> len(kg.load("outputs"))                                                 # doctest: +SKIP

Importing the package loads nothing heavy: each function imports what it needs when it is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.graph import Answer
    from kg.pipeline import Observer, Outcome

__all__ = ["build", "export", "load", "query", "samples"]

AnyPath = str | PathLike[str]


def build(
    paths: AnyPath | Iterable[AnyPath],
    target: AnyPath,
    *,
    base: str | None = None,
    jobs: int = 0,
    programmes: bool = True,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    sources: AnyPath | None = None,
    keep_all: bool = False,
    timeout: float = 60,
    observe: Observer | None = None,
) -> Outcome:
    """Build a graph from report files and folders into the folder ``target``, whole or not at all.

    Args:
        paths: a report (web page, PDF, Word, text, table with a column of texts), a folder or zip of them, or several.
        target: the output folder, which must be new, empty, or made by a former build.
        base: where data IRIs live, ending in ``/`` or ``#``.
        jobs: number of processes; 0 chooses.
        programmes: False leaves the vocabulary of programmes out.
        include: globs that the files found in folders and archives must fit; none means all.
        exclude: globs of files to pass over.
        sources: a CSV list with a column file and others for url, title, place, issued.
        keep_all: True builds in what is no report (papers, news, plans, templates) as well.
        timeout: seconds that one input may take before it is skipped; 0 is no limit.
        observe: called with a name, how many are done, and of how many.

    Returns:
        counts by kind, and every problem with an input.

    Raises:
        kg.errors.InputError: not one of the inputs could be built.
        kg.errors.ConfigurationError: the target cannot be written, or holds files that no build has made.
    """
    from kg.ids import DEFAULT_BASE
    from kg.pipeline import Options, run

    options = Options(
        base or DEFAULT_BASE, jobs, programmes, include=tuple(include), exclude=tuple(exclude),
        sources=Path(sources) if sources else None, keep_all=keep_all, timeout=timeout,
    )  # fmt: skip
    given = [paths] if isinstance(paths, (str, PathLike)) else paths  # a text is one path, not a list of characters
    return run([Path(path) for path in given], Path(target), options, observe)


def load(path: AnyPath) -> Graph:
    """A built graph as an rdflib graph, held by Oxigraph (which parses ten times as fast as rdflib's own store).

    Args:
        path: a graph file, or the output folder of a build.

    Raises:
        kg.errors.ConfigurationError: there is no such graph, or it cannot be parsed.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Graph
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    from kg.inquiry.stored import open_graph

    store = OxigraphStore(store=open_graph(Path(path)).store)
    return Graph(store=store, identifier=DATASET_DEFAULT_GRAPH_ID)  # a graph of any other name would be empty


def query(path: AnyPath, what: str, **parameters: str | int) -> Answer:
    """Ask the graph in a file or an output folder.

    Args:
        path: a graph file, or the output folder of a build.
        what: SPARQL, the path of a .rq file, or the name of a ready question (``kg query --list``).
        parameters: what the question takes: place, other, programme, indicator, year, status.

    Returns:
        variables, and rows of plain strings; ``.dicts()`` gives them by name.

    Raises:
        kg.errors.QueryError: the query is unknown, wrong or refused, or a parameter names nothing the graph knows.
        kg.errors.ConfigurationError: the graph or the query file cannot be read.
    """
    from kg.inquiry.asking import ask

    return ask(Path(path), what, {name: str(value) for name, value in parameters.items()}).answer


def export(path: AnyPath, target: AnyPath, format: str | None = None) -> None:
    """Write the graph in a file or an output folder for other programs, whole or not at all.

    Args:
        path: a graph file, or the output folder of a build.
        target: the file to write; for csv a folder, or a file that ends in ``.zip``.
        format: jsonld, nt, nq, ttl, graphml, gexf, csv or xlsx; None goes by the suffix of the target.

    Raises:
        kg.errors.ConfigurationError: the format is unknown, the graph cannot be read, or the target cannot be written.
    """
    from kg.exchange import export as write
    from kg.exchange import find_format

    write(Path(path), Path(target), find_format(format, Path(target)))


def samples() -> list[Path]:
    """The sample reports that come with the package: invented wording, facts of public reports."""
    return sorted((Path(__file__).parent / "data" / "samples").glob("*.txt"))
