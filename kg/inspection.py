"""What reading a file gives, before anything is drawn from it: for ``kg inspect``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg import mishaps, pipeline, workers
from kg.errors import InputError
from kg.model import Problem, Report
from kg.read import Input, is_plain
from kg.worker import Lost


@dataclass(frozen=True, slots=True)
class Outline:
    """A section: its level (0 the lead, 1 一、 …), heading, role, year, and half-open offsets into the text as read."""

    level: int
    heading: str
    role: str
    year: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """One input as read. ``metadata`` is (key, value, origin) of what is known, ``claims`` all that the file says.

    An input that cannot be read has a problem, and nothing else but its name.
    """

    name: str
    format: str = ""
    encoding: str = ""
    sha256: str = ""
    size: int = 0
    characters: int = 0
    sentences: int = 0
    genre: str = ""
    metadata: tuple[tuple[str, str, str], ...] = ()
    claims: tuple[tuple[str, str, str], ...] = ()
    outline: tuple[Outline, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str = ""


def inspect(name: str, sources: Path | None = None) -> list[Inspection]:
    """Every report in a file; of an archive or a table the one that is named, ``a.zip!/b.html``, ``reports.csv#12``.

    Raises:
        InputError: ``nothing-here``: there is no such file, or nothing of that name in it.
    """
    path = _file(name)
    inputs, problems = pipeline.Options(sources=sources).inputs([path])
    part = name[len(str(path)) :]
    wanted = [given for given in inputs if not part or given.name.endswith(part)]
    seen = list(workers.results(_WORK, wanted, 1, pipeline.Options().timeout))
    others = [Inspection(problem.file, problems=(problem,)) for problem in problems if not part]
    if not seen and not others:
        raise InputError(
            "nothing-here", "里面没有这份报告", "it holds no such report", where=name,
            remedy_zh=f"kg inspect {path} 会列出里面的报告", remedy_en=f"kg inspect {path} lists what it holds",
        )  # fmt: skip
    return seen + others


def _file(name: str) -> Path:
    """The file that a name begins with: all of it, or what stands before ``!/`` or ``#``."""
    path = Path(name)
    for mark in ("", "!/", "#"):
        head = Path(name.partition(mark)[0]) if mark else path
        if head.exists():
            return head
    return path


def _size(given: Input) -> int:
    return given.size


def _lost(given: Input, why: Lost) -> Inspection:
    return Inspection(given.name, size=given.size, problems=(mishaps.lost(given.name, why, pipeline.Options().timeout),))


def _inspected(given: Input) -> Inspection:
    try:
        report = pipeline.structured(given)
    except InputError as error:
        flaw = Problem(error.code, given.name, error.zh, error.en, error.remedy_zh, error.remedy_en)
        return Inspection(given.name, size=given.size, problems=(flaw,))
    source = report.source
    return Inspection(
        name=source.name, format=source.format, encoding=source.encoding, sha256=source.sha256, size=given.size,
        characters=len(source.text), sentences=len(report.sentences), genre=report.genre,
        metadata=_metadata(report), claims=tuple((claim.key, claim.value, claim.origin) for claim in source.claims),
        outline=tuple(_outline(report)), problems=(*source.problems, *report.problems), text=source.text,
    )  # fmt: skip


_WORK = workers.Work(_inspected, _lost, _size, is_plain)


def _metadata(report: Report) -> tuple[tuple[str, str, str], ...]:
    meta = report.meta
    origins = dict(meta.origins)
    values = {
        "title": meta.title, "place": meta.place.path if meta.place else "", "year": str(meta.year or ""),
        "publisher": meta.publisher or "", "issued": meta.issued or "", "identifier": meta.identifier or "",
        "number": meta.number or "", "url": meta.url or "", "kind": meta.kind,
    }  # fmt: skip
    return tuple((key, value, origins.get(key, "text")) for key, value in values.items() if value)


def _outline(report: Report) -> list[Outline]:
    rows = []
    for section in report.sections:
        start, end = report.source_span(section.start, section.end) if section.end > section.start else (0, 0)
        rows.append(Outline(section.level, section.heading, section.role, section.year, start, end))
    return rows
