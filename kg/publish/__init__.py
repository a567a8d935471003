"""Triples -> files: Turtle, tables, network, start page, and the record of the build."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.model import Problem, ReportFacts, Validation
from kg.publish.atlas import answers, atlas, shared, split, terms
from kg.publish.folder import building, check_target, write_folder, write_text
from kg.publish.index import index_html
from kg.publish.network import names, network_html
from kg.publish.record import readme, record
from kg.publish.tables import csv_bytes, tables, things
from kg.publish.turtle import turtle
from kg.vocabulary import Vocabulary

__all__ = ["building", "check_target", "files_of", "publish", "warm", "write_text"]


def warm() -> None:
    """Load what the network is drawn with, in a process that waits for others: 0.13 s."""
    for module in ("networkx", "pyvis.network"):
        import_module(module)


def files_of(
    triples: Sequence[Any],
    store: Callable[[], Any],
    facts: Sequence[ReportFacts],
    problems: Sequence[Problem],
    verdict: Callable[[], Validation | None],
    vocabulary: Vocabulary,
    base: str,
) -> tuple[dict[str, bytes], dict[str, int]]:
    """All files of a build (relative path → bytes) and the counts by kind. The tables are made from the graph.

    All but ``texts/``, which were written report by report as they were read, see :func:`building`.

    ``store`` waits for the loading of the graph (a pyoxigraph.Store) and ``verdict`` for its validation, which may both
    go on beside this.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        asked = beside.submit(lambda: answers(store()))
        whole = turtle(triples)
        made = tables(store())
        rows = {name: [dict(zip(header, row, strict=True)) for row in body] for name, (header, body) in made.items()}
        counts = {name: len(body) for name, (_, body) in made.items()} | {"triples": len(triples)}
        files = {f"tables/{name}.csv": csv_bytes(header, body) for name, (header, body) in made.items()}
        files["graph.ttl"] = whole
        files["network.html"] = network_html(rows, names=names(store()), atlas="index.html").encode()
        page, parts = split(atlas(rows, things(store()), terms(vocabulary), asked.result()))
    files["index.html"] = index_html(page).encode()
    for name, part in parts.items():
        files[f"data/{name}.js"] = shared(name, part)
    files["README.md"] = readme(counts).encode()
    written = [*files, "build.json", *(said.text_file for said in facts if said.text_file)]
    files["build.json"] = record(facts, problems, counts, written, verdict(), vocabulary, base)
    return files, counts


def publish(
    triples: Sequence[Any],
    store: Callable[[], Any],
    facts: Sequence[ReportFacts],
    problems: Sequence[Problem],
    verdict: Callable[[], Validation | None],
    vocabulary: Vocabulary,
    base: str,
    target: Path,
) -> dict[str, int]:
    """Write a build into ``target``, whole or not at all; returns the counts by kind."""
    files, counts = files_of(triples, store, facts, problems, verdict, vocabulary, base)
    write_folder(target, files)
    return counts
