"""The page of the ontology: pyLODE's, with every label in both languages, the picture, and the concept schemes.

pyLODE 3.3.3 writes one section a class and property, with links between them. What is done to it here, and why:
labels in two languages run together without a space, so each pair is joined before (:func:`prepared`); its background
vocabularies are English and cached beside the library, so terms.ttl takes their place (:func:`background`); anchors come
from labels, so that ``ontology#Report`` would lead nowhere: they are the names of the terms; the style, and what would be
loaded or called from elsewhere, is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from unittest.mock import patch

from dominate.tags import a, code, div, h2, h3, h4, html_tag, li, meta, p, style, table, td, tr, ul
from dominate.util import raw, text
from pylode import utils
from pylode.profiles import ontpub
from pylode.rdf_elements import ONTDOC
from rdflib import DCTERMS, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

FZ = Namespace("https://w3id.org/fazhi/ontology#")
_HERE = Path(__file__).resolve().parent
# What pyLODE says in English of itself.
WORDS = {
    "Metadata": "本体 Ontology",
    "Classes": "类 Classes",
    "Object Properties": "对象属性 Object properties",
    "Datatype Properties": "数据属性 Datatype properties",
    "Namespaces": "命名空间 Namespaces",
    "Legend": "图例 Legend",
    "Table of Contents": "目录 Contents",
}
# How pyLODE calls what it infers, and what terms.ttl has no need of.
_TITLES = {
    DCTERMS.title: "名称 title",
    ONTDOC.inDomainIncludesOf: "有属性 properties",
    ONTDOC.inRangeIncludesOf: "是谁的取值 value of",
    ONTDOC.inRangeOf: "值域属于 range of",
    ONTDOC.superClassOf: "下位类 subclasses",
    ONTDOC.superPropertyOf: "下位属性 subproperties",
}


def pairs(graph: Graph, predicate: Node, joint: str) -> Iterable[tuple[Node, Literal]]:
    """Each subject with its texts in Chinese and English, joined."""
    for subject in dict.fromkeys(graph.subjects(predicate, None)):
        texts = {getattr(each, "language", None): str(each) for each in graph.objects(subject, predicate)}
        yield subject, Literal(joint.join(texts[language] for language in ("zh", "en") if language in texts))


def prepared(core: Graph) -> Graph:
    """The core with one text for each label and definition, in the order of its file, without what every entry repeats."""
    graph = Graph(bind_namespaces="none")
    for prefix, iri in core.namespaces():
        graph.bind(prefix, iri)
    joined = {RDFS.label: " ", DCTERMS.title: " ", SKOS.definition: "\n\n", DCTERMS.description: "\n\n"}
    # Looked up by an index, a graph keeps the order of its file; walked through as a whole it does not.
    for subject in core.subjects(RDF.type, None):
        for predicate, value in core.predicate_objects(subject):
            if predicate not in joined and predicate != RDFS.isDefinedBy:
                graph.add((subject, predicate, value))
    for predicate, joint in joined.items():
        for subject, both in pairs(core, predicate, joint):
            # pyLODE reads texts as Markdown and passes HTML on.
            graph.add((subject, predicate, Literal(escape(both, quote=False)) if "\n" in joint else both))
    graph.remove((URIRef(str(FZ).rstrip("#")), RDFS.label, None))
    return graph


def background(terms: Graph) -> Graph:
    """The titles of the terms of others, as pyLODE looks for them."""
    graph = Graph(bind_namespaces="none")
    for subject, both in pairs(terms, RDFS.label, " "):
        graph.add((subject, DCTERMS.title, both))
    for subject, title in _TITLES.items():
        graph.add((subject, DCTERMS.title, Literal(title)))
    return graph


class Page(ontpub.OntPub):  # type: ignore[misc]
    """pyLODE's page of the core, with the picture after the metadata and the concept schemes after the properties."""

    def __init__(self, core: Graph, terms: Graph, schemes: Graph, picture: str) -> None:
        titles = background(terms)
        # Nothing is to read or write the cache that pyLODE keeps beside itself: two pages at once would break it.
        with (
            patch.object(ontpub, "load_background_onts", lambda: titles),
            patch.object(ontpub, "load_background_onts_titles", lambda _: {}),
            patch.object(utils, "load_background_onts_titles", lambda _: {}),
        ):
            super().__init__(prepared(core))
        self.fids = {str(term): str(term).removeprefix(FZ) for term in core.subjects() if str(term).startswith(FZ)}
        self.schemes, self.picture = schemes, picture

    def _make_head(self, schema_org: Graph, include_css: bool = True, destination: Path | None = None) -> None:
        with self.doc.head:
            meta(charset="utf-8")
            meta(name="viewport", content="width=device-width, initial-scale=1")
            style(raw("\n" + (_HERE / "page.css").read_text(encoding="utf-8")))
        self.doc["lang"] = "zh-CN"

    def _make_body(self) -> None:
        self._make_metadata()
        with self.content:
            h2("类图 Picture of the classes", id="picture")
            with p(_class="note"):
                text("实线从属性所在的行通向它取值的类，虚线从下位类通向上位类；点击名称可跳到说明。")
                a("单独看图", href="classes.svg")
                text("。A solid line leads from a property to the class of its values, a dashed one from a class to its "
                     "superclass; click a name to go to its entry. ")  # fmt: skip
                a("The picture by itself", href="classes.svg")
                text(".")
            div(raw(self.picture), _class="picture")
        self._make_main_sections()
        self._make_schemes()
        self._make_namespaces()
        self._make_legend()
        self._make_toc()
        contents = self.doc.get(id="toc")[0].get(ul)[0]
        contents.children.insert(1, li(h4(a("类图 Picture", href="#picture"))))
        contents.children.insert(-2, li(h4(a("概念表 Concept schemes", href="#schemes"))))
        with self.content:
            p("本页由 pyLODE 根据 fazhi.ttl 生成。Made from fazhi.ttl with pyLODE.", id="pylode")

    def _make_schemes(self) -> None:
        """A table of each scheme whose concepts have notations: the values that tables and graphs hold."""
        with self.content:
            h2("概念表 Concept schemes", id="schemes")
            for scheme in dict.fromkeys(self.schemes.subjects(RDF.type, SKOS.ConceptScheme)):
                concepts = self.schemes.subjects(SKOS.inScheme, scheme)
                members = [concept for concept in concepts if (concept, SKOS.notation, None) in self.schemes]
                if members:
                    h3(_text(self.schemes, scheme, SKOS.prefLabel, " "), id=f"scheme-{str(scheme).rpartition('/')[2]}")
                    _scheme_table(self.schemes, members)


def _scheme_table(graph: Graph, members: list[Node]) -> None:
    with table(_class="schemes"):
        for concept in members:
            with tr():
                td(code(str(graph.value(concept, SKOS.notation))))
                td(_text(graph, concept, SKOS.prefLabel, " "))
                td(_text(graph, concept, SKOS.definition, " "))


def _text(graph: Graph, subject: Node, predicate: Node, joint: str) -> str:
    texts = {getattr(each, "language", None): str(each) for each in graph.objects(subject, predicate)}
    return joint.join(texts[language] for language in ("zh", "en") if language in texts)


def _reword(tag: html_tag, words: dict[str, str]) -> None:
    """Replace whole texts."""
    for number, child in enumerate(tag.children):
        if isinstance(child, str):
            tag.children[number] = words.get(child, child)
        elif hasattr(child, "children"):
            _reword(child, words)


def render(core: Graph, terms: Graph, schemes: Graph, picture: str) -> str:
    """The page as HTML, with nothing to load from anywhere."""
    page = Page(core, terms, schemes, picture)
    page._make_head(Graph())
    page._make_body()
    titles = [str(title["title"]) for title in page.props_labeled.values()]
    # pyLODE capitalises every word of a title.
    _reword(page.doc.body, WORDS | {title.title(): title for title in titles})
    # What it knows of the vocabularies of others hangs on a cache beside the library; it knows no description of any.
    return re.sub(r' title="None\. Defined in [^"]*"', "", str(page.doc.render())) + "\n"

