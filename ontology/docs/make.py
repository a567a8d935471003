"""Make the documentation of the ontology: ``python ontology/docs/make.py [FOLDER]`` writes index.html and classes.svg.

FOLDER is ontology/ unless given. The same ontology gives the same bytes. Needs the library pyLODE (``pip install
fazhi-kg[dev]``).
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from rdflib import Graph

sys.path.insert(0, str(Path(__file__).resolve().parent))

import page
import picture

ONTOLOGY = Path(__file__).resolve().parents[1]


def read(*files: Path) -> Graph:
    """The triples of Turtle files, in their order, with their prefixes and no others."""
    graph = Graph(bind_namespaces="none")
    for file in files:
        graph.parse(file)
    return graph


def make() -> dict[str, str]:
    """The files of the documentation: name -> text."""
    core, terms = read(ONTOLOGY / "fazhi.ttl"), read(ONTOLOGY / "terms.ttl")
    schemes = read(*sorted((ONTOLOGY / "vocabularies").glob("*.ttl")))
    both = read(ONTOLOGY / "fazhi.ttl", ONTOLOGY / "terms.ttl")
    return {
        "classes.svg": picture.draw(both, "index.html"),
        "index.html": page.render(core, terms, schemes, picture.draw(both)),
    }


def main(arguments: list[str]) -> None:
    """Write the files."""
    logging.disable(logging.INFO)  # pyLODE turns on the debug messages of every library
    folder = Path(arguments[0]) if arguments else ONTOLOGY
    for name, text in make().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
