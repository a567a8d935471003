"""From a stored graph to a file, an archive, a folder, or text: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import ConfigurationError
from kg.exchange.formats import FORMATS, Format
from kg.exchange.rdf import sorted_triples
from kg.exchange.writing import refused, write_file
from kg.inquiry.stored import Stored, open_graph
from kg.publish.folder import MARK, write_folder


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: ``size`` in bytes; ``cut`` counts the cells of a workbook that were too long for it."""

    path: Path
    size: int
    cut: int = 0

    @property
    def beside_build(self) -> bool:
        """Whether it lies among the files of a build, which will not be replaced while a file of others is there."""
        return (self.path.parent / MARK).exists()


def find_format(name: str | None, output: Path | None) -> Format:
    """The form with a name, or else the one that the suffix of the output tells.

    Raises ConfigurationError: ``format-unknown``, with all forms there are.
    """
    if name is not None:
        if name.lower() in FORMATS:
            return FORMATS[name.lower()]
        near = get_close_matches(name.lower(), FORMATS, n=1)
        raise _unknown(f"没有格式“{name}”", f"there is no format “{name}”", "--format", near)
    suffix = output.suffix.lower() if output else ""
    for form in FORMATS.values():
        if suffix in form.suffixes:
            return form
    if output is None:
        raise _unknown("没有说要什么格式", "no format was asked for", "")
    zh, en = f"看不出“{output.name}”该是什么格式", f"the name “{output.name}” tells no format"
    raise _unknown(zh, en, str(output), ["csv"] if suffix == ".csv" or output.is_dir() else [])


def _unknown(zh: str, en: str, where: str, near: Iterable[str] = ()) -> ConfigurationError:
    names = ", ".join(FORMATS)
    hint_zh, hint_en = ("".join(f"；也许是 --format {one}" for one in near), "".join(f"; perhaps --format {one}" for one in near))
    return ConfigurationError(
        "format-unknown", zh, en, where=where,
        remedy_zh=f"用 --format 指明：{names}{hint_zh}", remedy_en=f"name one with --format: {names}{hint_en}",
    )  # fmt: skip


def exported_text(graph: Path, form: Format) -> Iterator[str]:
    """The graph of a file or an output folder as text, piece by piece.

    Raises ConfigurationError: ``output-needed`` for a form that is no text, or what opening the graph raises.
    """
    if form.text is None:
        raise ConfigurationError(
            "output-needed", f"{form.name} 不是一个文本，不能写到标准输出", f"{form.name} is no text for standard output",
            where="--output", remedy_zh=f"用 -o 指明文件，例如 -o graph{form.suffixes[0]}",
            remedy_en=f"name a file with -o, such as -o graph{form.suffixes[0]}",
        )  # fmt: skip
    return form.text(sorted_triples(open_graph(graph).store))


def export(graph: Path, output: Path, form: Format) -> Exported:
    """Write the graph of a file or an output folder into a file; CSV into a folder, or an archive where it ends in .zip.

    What was there is replaced once the new is whole.

    Raises:
        ConfigurationError: the graph cannot be read; ``output-unwritable``, ``output-is-folder``, ``output-is-graph``,
            ``output-not-ours`` (a folder with other files).
    """
    folder = form.name == "csv" and output.suffix.lower() != ".zip"
    _check(output, folder)
    stored = open_graph(graph)
    if output.exists() and not folder and output.samefile(stored.path):
        raise refused("output-is-graph", output, "这是图谱本身", "this is the graph itself", "写到别的文件", "name another file")
    if form.text is not None:
        pieces = form.text(sorted_triples(stored.store))
        return Exported(output, write_file(output, (piece.encode("utf-8") for piece in pieces)))
    return _sheets(stored, output, form, folder)


def _sheets(stored: Stored, output: Path, form: Format, folder: bool) -> Exported:
    from kg.exchange.sheets import archive, csv_files, workbook
    from kg.publish.tables import tables

    if form.name == "xlsx":
        made, cut = workbook(tables(stored.store))
        return Exported(output, write_file(output, [made]), cut)
    files = csv_files(stored.store, sorted_triples(stored.store))
    if not folder:
        return Exported(output, write_file(output, [archive(files)]))
    _check_names(output, set(files))
    write_folder(output, files)
    return Exported(output, sum(map(len, files.values())))


def _check(output: Path, folder: bool) -> None:
    """Refuse, before anything is read, an output of the wrong kind."""
    if output.is_dir() and not folder:
        raise refused("output-is-folder", output, "这是一个文件夹", "this is a folder", "用 -o 指明文件", "name a file with -o")
    if folder and (output.is_file() or output.suffix.lower() == ".csv"):
        raise refused(
            "output-is-file", output, "CSV 有好几张表，一个文件放不下", "CSV is several tables, which one file cannot hold",
            "用 -o 指明文件夹或者 .zip 文件", "name a folder or a .zip file with -o",
        )  # fmt: skip


def _check_names(output: Path, ours: set[str]) -> None:
    """Refuse to replace a folder that holds anything but what an export writes, or that belongs to a build."""
    others = sorted(path.name for path in output.iterdir() if path.name not in ours) if output.is_dir() else []
    built = [path for path in (output, output.resolve().parent) if (path / MARK).exists()]
    if others or (built and output.exists()):
        shown = ", ".join(others[:3]) or MARK
        raise refused(
            "output-not-ours", output, f"文件夹里有别的东西，导出会删掉它们：{shown}",
            f"the folder holds other things, which an export would remove: {shown}",
            "换一个文件夹", "name another folder",
        )  # fmt: skip
