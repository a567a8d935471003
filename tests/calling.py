"""The command line, called in the process of a test."""

from kg import cli


def caller(monkeypatch, capsys):
    """A function that runs the command line: ``call("query", …, language="zh")`` -> exit code, stdout, stderr."""

    def call(*arguments, language="en"):
        monkeypatch.setenv("KG_LANG", language)
        monkeypatch.delenv("KG_DEBUG", raising=False)
        code = cli.main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call
