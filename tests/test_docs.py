"""The READMEs say what the program does: stages, commands, help and examples are compared with the program itself."""

import re
import tomllib
from pathlib import Path

import pytest

import kg
from kg import cli, pipeline
from kg.console import messages
from kg.console.usage import HELP

ROOT = Path(__file__).resolve().parent.parent
READMES = {"zh": "README.md", "en": "README.en.md"}
STAGES = [stage.name for stage in pipeline.STAGES]
COMMANDS = ("build", "demo", "inspect", "query", "explain", "stats", "validate", "export", "network")


def _read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def _headings(name):
    outside = re.sub(r"```.*?```", "", _read(name), flags=re.DOTALL)
    return [len(marks) for marks in re.findall(r"^(#+) ", outside, flags=re.MULTILINE)]


def _shown(monkeypatch, capsys, language, *arguments):
    monkeypatch.setenv("KG_LANG", language)
    code = cli.main(list(arguments))
    assert code == 0
    return capsys.readouterr().out


def _all_help(monkeypatch, capsys, language):
    pages = [_shown(monkeypatch, capsys, language, *command, "--help") for command in ([], *([c] for c in COMMANDS))]
    return "\n\n".join(page.rstrip() for page in pages)


@pytest.mark.parametrize("name", READMES.values())
def test_readme_tells_the_order_of_the_stages(name):
    arrows = re.search(r"^`read`.*$", _read(name), flags=re.MULTILINE)[0]
    assert re.findall(r"`(\w+)`", arrows) == STAGES
    rows = re.findall(r"^\| (\w+) \|", _read(name).partition(arrows)[2].partition("\n## ")[0], flags=re.MULTILINE)
    assert [row for row in rows if row in STAGES] == STAGES


def test_docstring_of_the_package_draws_the_flow():
    assert re.findall(r"^    (\w+) +\S+ +-> ", kg.__doc__, flags=re.MULTILINE) == STAGES
    drawn = [line for line in kg.__doc__.splitlines() if " ─ " in line]
    assert any(re.findall(r"[a-z]+", line) == ["path", *STAGES, "folder"] for line in drawn)


def test_both_readmes_have_the_same_headings():
    assert _headings("README.md") == _headings("README.en.md")
    assert len(_headings("README.md")) > 10


@pytest.mark.parametrize(("language", "name"), READMES.items())
def test_readme_holds_the_help_of_every_command(language, name, monkeypatch, capsys):
    block = re.search(r"<!-- help -->\n```text\n(.*?)```", _read(name), flags=re.DOTALL)[1]
    assert block.rstrip() == _all_help(monkeypatch, capsys, language)


@pytest.mark.parametrize(("language", "name"), READMES.items())
def test_readme_mentions_every_command_and_option(language, name, monkeypatch, capsys):
    text = _read(name)
    assert {f"kg {command}" for command in COMMANDS} <= set(re.findall(r"kg \w+", text))
    options = set(re.findall(r"--[a-z-]+", _all_help(monkeypatch, capsys, language)))
    assert options
    assert not [option for option in options if option not in text]


@pytest.mark.parametrize(("language", "name"), READMES.items())
def test_examples_of_the_readme_are_what_the_program_prints(language, name, built, monkeypatch, capsys):
    examples = re.findall(r"```console\n\$ kg (.*?)\n(.*?)```", _read(name), flags=re.DOTALL)
    assert len(examples) >= 2
    for command, expected in examples:
        shown = _shown(monkeypatch, capsys, language, *command.split(), "--graph", str(built))
        cells = [re.split(r"\t| {2,}", line.strip()) for line in shown.splitlines()]
        # An example may stop early: what it shows comes first.
        wanted = [re.split(r" {2,}", line.strip()) for line in expected.splitlines()]
        assert cells[: len(wanted)] == wanted


@pytest.mark.parametrize("name", READMES.values())
def test_commands_shown_in_the_readme_are_understood(name, built, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    tables = re.findall(r"^kg query ([a-z].*?)$", _read(name), flags=re.MULTILINE)
    questions = [line for line in tables if not line.split()[0].endswith(".rq")]
    assert len(questions) >= 4
    for line in questions:
        assert _shown(monkeypatch, capsys, "zh", "query", *line.split(), "--graph", str(built)) or "-o" in line


@pytest.mark.parametrize("name", READMES.values())
def test_exports_shown_in_the_readme_work(name, built, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^kg export (.*?)$", _read(name), flags=re.MULTILINE)
    assert len(lines) >= 3
    for line in lines:
        words = line.split()
        for folder in ("outputs", *(word for word in words[:1] if not word.startswith("-"))):
            if not Path(folder).exists():
                Path(folder).symlink_to(built)
        _shown(monkeypatch, capsys, "zh", "export", *words)
        assert Path(words[-1]).exists()


@pytest.mark.parametrize("name", READMES.values())
def test_networks_shown_in_the_readme_are_drawn(name, built, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^kg network (.*?)$", _read(name), flags=re.MULTILINE)
    assert len(lines) >= 3
    for line in lines:
        _shown(monkeypatch, capsys, "zh", "network", *line.split(), "--graph", str(built))
        assert Path(line.split()[-1]).exists()


@pytest.mark.parametrize("name", READMES.values())
def test_tables_of_the_readme_are_those_of_a_build(name, built):
    for table, columns in re.findall(r"^\| `(\w+\.csv)` \| (.*?) \|$", _read(name), flags=re.MULTILINE):
        header = (built / "tables" / table).read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        assert header[: len(columns.split(", "))] == columns.split(", ")
    told = re.findall(r"^\| `(\w+\.csv)`", _read(name), flags=re.MULTILINE)
    assert sorted(told) == sorted(file.name for file in (built / "tables").iterdir())


def test_links_of_the_readmes_lead_somewhere():
    for name in READMES.values():
        for target in re.findall(r"\]\(([^)#:]+)\)", _read(name)):
            assert (ROOT / target).exists(), target


def test_version_is_told_alike_everywhere():
    version = tomllib.loads(_read("pyproject.toml"))["project"]["version"]
    assert f"\nversion: {version}\n" in _read("CITATION.cff")
    assert re.search(rf"^## {re.escape(version)}\b", _read("CHANGELOG.md"), flags=re.MULTILINE)


def test_licence_is_whole():
    text = _read("LICENSE")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_every_message_is_in_both_languages():
    for key, pair in {**HELP, **messages.TEXTS}.items():
        assert all(pair), key
        zh, en = (sorted(re.findall(r"\{(\w+)", text)) for text in pair)
        assert zh == en, key


@pytest.mark.parametrize("name", READMES.values())
def test_readme_counts_the_samples(name):
    assert re.search(r"(\d+) (?:份示例报告|sample reports)", _read(name))[1] == str(len(kg.samples()))
