"""The command line: with ``kg.console.out`` the only module that prints, and the only one that exits.

Results go to stdout, progress and messages to stderr. Exit codes: 0 fine, 1 findings (no rows where some were demanded,
nothing known of a name, problems with inputs of a strict build), 2 usage, input or configuration, 101 an error of this
program's own.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.console.building import progress, summary, tell
from kg.console.ending import FINDINGS, FINE, STOPPED, USAGE, failed
from kg.console.messages import listed, text
from kg.console.out import out, paint, say, set_streams, show
from kg.console.usage import Command, Group, check_base
from kg.ids import DEFAULT_BASE
from kg.version import installed_version

if TYPE_CHECKING:
    from kg.pipeline import Options, Outcome

# Everything that takes long to import (the pipeline, the store, rich) is imported by the command that needs it, so that
# `kg --help` answers at once.

app = typer.Typer(cls=Group, add_completion=False, pretty_exceptions_enable=False)

Graph = Annotated[Path, typer.Option("--graph", "-g", metavar="FILE|DIR")]
Json = Annotated[bool, typer.Option("--json")]
DEFAULT_GRAPH = Path("outputs/graph.ttl")


@app.callback(invoke_without_command=True)
def root(context: typer.Context, version: Annotated[bool, typer.Option("--version", is_eager=True)] = False) -> None:
    """Answer `kg` and `kg --version`; commands answer for themselves."""
    if version:
        out(f"fazhi-kg {installed_version()}\n")
        raise typer.Exit(FINE)
    if context.invoked_subcommand is None:
        out(context.get_help() + "\n")
        raise typer.Exit(USAGE)


@app.command(cls=Command)
def build(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR")],
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=0)] = 0,
    programmes: Annotated[bool, typer.Option(" /--no-programmes")] = True,
    base: Annotated[str, typer.Option("--base", metavar="IRI")] = DEFAULT_BASE,
    validate: Annotated[bool, typer.Option(" /--no-validate")] = True,
    include: Annotated[list[str] | None, typer.Option("--include", metavar="GLOB")] = None,
    exclude: Annotated[list[str] | None, typer.Option("--exclude", metavar="GLOB")] = None,
    sources: Annotated[Path | None, typer.Option("--sources", metavar="FILE")] = None,
    keep_all: Annotated[bool, typer.Option("--keep-all")] = False,
    timeout: Annotated[float, typer.Option("--timeout-per-file", metavar="SECONDS", min=0)] = 60,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
) -> None:
    """Build a graph from reports."""
    from kg.pipeline import Options

    check_base(base)
    chosen = tuple(include or ()), tuple(exclude or ())
    options = Options(base, jobs, programmes, validate, *chosen, sources, keep_all, timeout)
    outcome = _build(inputs, output, options, json=json, quiet=quiet)
    if not quiet:
        summary(outcome, output)
    if strict and outcome.problems:
        raise typer.Exit(FINDINGS)


@app.command(cls=Command)
def demo(output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR")] = Path("outputs")) -> None:
    """Build a graph from the packaged samples."""
    from kg import samples
    from kg.pipeline import Options

    outcome = _build(samples(), output, Options(), json=False, quiet=False)
    summary(outcome, output)
    say(text("ask"))


@app.command(cls=Command)
def inspect(
    file: Annotated[str, typer.Argument(metavar="FILE")],
    sources: Annotated[Path | None, typer.Option("--sources", metavar="FILE")] = None,
    json: Json = False,
) -> None:
    """Show what is read from a file."""
    from kg.console.inspecting import inspected, inspected_json
    from kg.inspection import inspect as look

    found = look(file, sources)
    if json:
        out(inspected_json(found))
    else:
        paint(inspected(found))
    if not any(one.format for one in found):
        raise typer.Exit(USAGE)


@app.command(cls=Command)
def query(
    what: Annotated[str | None, typer.Argument(metavar="[WHAT]")] = None,
    graph: Graph = DEFAULT_GRAPH,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME")] = None,
    programme: Annotated[str | None, typer.Option("--programme", metavar="NAME")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", metavar="NAME")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR")] = None,
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS")] = None,
    other: Annotated[str | None, typer.Option("--other", metavar="NAME")] = None,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0)] = 60,
    list_: Annotated[bool, typer.Option("--list", "-l")] = False,
    demand: Annotated[bool, typer.Option("--demand-rows")] = False,
) -> None:
    """Ask a graph."""
    from kg.inquiry.asking import ask, question_rows

    if list_ or what is None:
        header, rows = question_rows()
        show(header, rows, json=json, csv=csv, output=output)
        raise typer.Exit(FINE if list_ else USAGE)
    wanted = {"place": place, "other": other, "programme": programme, "indicator": indicator, "year": year}
    told = {name: str(value) for name, value in {**wanted, "status": status}.items() if value is not None}
    reply = ask(graph, _standard_input() if what == "-" else what, told, seconds=timeout)
    show(reply.answer.variables, reply.answer.rows, json=json, csv=csv, output=output, base=reply.base)
    if not reply.answer.rows:
        say("\n".join([text("no-rows"), *reply.hints]))
        raise typer.Exit(FINDINGS if demand else FINE)


@app.command(cls=Command)
def explain(
    name: Annotated[str, typer.Argument(metavar="NAME|IRI")], graph: Graph = DEFAULT_GRAPH, json: Json = False
) -> None:
    """Show the sentences behind a thing or a statement."""
    from kg.console.render import as_json, explained, explained_json
    from kg.inquiry.explain import explanations

    found, near = explanations(graph, name)
    if near:
        say(text("unknown-name", name=name) + text("closest", names=listed(near)))
    told = [(thing, iri, said) for thing, iri, said in found if said]
    if json:
        out(as_json([explained_json(*one) for one in told]))
    else:
        out("\n".join(explained(*one) for one in told))
    if not told:
        if not near:
            say(text("no-statements" if found else "unknown-name", name=name))
        raise typer.Exit(FINDINGS)


@app.command(cls=Command)
def stats(graph: Graph = DEFAULT_GRAPH, json: Json = False) -> None:
    """Count what a graph holds."""
    from kg.console.render import as_json, stats_tables
    from kg.inquiry.stats import stats as counts
    from kg.inquiry.stored import open_graph

    found = counts(open_graph(graph))
    if json:
        out(as_json(found))
        return
    for title, header, rows in stats_tables(found):
        show(header, rows, title=title)


@app.command(cls=Command, name="validate")
def validate_graph(
    graph: Annotated[Path, typer.Argument(metavar="[GRAPH]")] = DEFAULT_GRAPH,
    shapes: Annotated[Path | None, typer.Option("--shapes", metavar="FILE")] = None,
    all_: Annotated[bool, typer.Option("--all", "-a")] = False,
    json: Json = False,
) -> None:
    """Check a graph against the shapes of the ontology."""
    from kg.console.findings import as_report, findings_table, verdict_lines
    from kg.inquiry.stored import open_graph
    from kg.inquiry.validation import LARGE, validated

    stored = open_graph(graph)
    if len(stored.store) > LARGE:
        say(text("validating", triples=len(stored.store)))
    found = validated(stored, shapes)
    if json:
        out(as_report(found))
    elif found.findings:
        show(*findings_table(found, stored.base, whole=all_))
    for line in verdict_lines(found, whole=all_ or json):
        say(line)
    raise typer.Exit(FINE if found.conforms else FINDINGS)


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8-sig")


@app.command("export", cls=Command)
def export_(
    graph: Annotated[Path, typer.Argument(metavar="[GRAPH]", show_default=False)] = DEFAULT_GRAPH,
    form: Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE|DIR")] = None,
) -> None:
    """Hand a graph on to other programs."""
    from kg.exchange import export, exported_text, find_format

    wanted = find_format(form, output)
    if output is None:
        for piece in exported_text(graph, wanted):
            out(piece)
        return
    done = export(graph, output, wanted)
    say(text("exported", file=str(done.path), format=wanted.name, size=f"{done.size / 1e6:.1f}"))
    if done.beside_build:
        say(text("beside-build", folder=str(done.path.parent)))
    if done.cut:
        say(text("cells-cut", count=done.cut))


@app.command(cls=Command)
def network(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE")],
    graph: Graph = DEFAULT_GRAPH,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME")] = None,
    programme: Annotated[str | None, typer.Option("--programme", metavar="NAME")] = None,
    hops: Annotated[int, typer.Option("--hops", metavar="N")] = 2,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR")] = None,
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS")] = None,
) -> None:
    """Draw a graph, or a part of it, as one interactive page."""
    from kg.exchange.page import network_page

    told = {"place": place, "programme": programme, "year": year, "status": status}
    page = network_page(graph, output, hops=hops, **{name: str(value) for name, value in told.items() if value is not None})
    if not page.size:
        say("\n".join([text("nothing-to-draw"), *page.hints]))
        if page.years or page.statuses:
            say(text("drawable", years=listed(page.years), statuses=listed(page.statuses) or text("none")))
        raise typer.Exit(FINDINGS)
    say(text("drawn", page=page.path, size=f"{page.size / 1e6:.1f}"))
    if page.beside_build:
        say(text("beside-build", folder=str(page.path.parent)))


# --- building ---------------------------------------------------------------------------------------------------------


def _build(inputs: Sequence[Path], output: Path, options: Options, *, json: bool, quiet: bool) -> Outcome:
    from kg.pipeline import NothingBuilt, run

    try:
        with progress(quiet) as observe:
            outcome = run(inputs, output, options, observe)
    except NothingBuilt as error:
        tell(error.problems, {}, 0, output, json)
        raise
    tell(outcome.problems, outcome.counts, outcome.reports, output, json)
    return outcome


# --- starting ---------------------------------------------------------------------------------------------------------
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; ``arguments`` are those of the process unless given."""
    set_streams()
    gc.set_threshold(50_000, 50, 50)  # what a build makes lives until it ends: looking for garbage in it costs 5 %
    command: Any = typer.main.get_command(app)
    try:
        code = command.main(args=None if arguments is None else list(arguments), prog_name="kg", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except Exception as error:
        code = failed(error, sorted(command.commands))
    if code == STOPPED:
        say(text("interrupted"))
    if arguments is None:
        _end_queries(code)
    return code if isinstance(code, int) else FINE


def _end_queries(code: object) -> None:
    """End the process at once where a query that was given up still runs: see :mod:`kg.inquiry.limits`."""
    if any(thread.daemon and thread.name == "query" for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else FINE)
