"""What the ready questions answer on the packaged samples: made here, compared in test_questions.py.

``make answers`` writes them anew, after a change of samples, vocabularies, extraction or questions; read the difference
before committing it.
"""

import csv
import io
import sys
import tempfile
from pathlib import Path

import kg
from kg.graph import run
from kg.inquiry.stored import Stored, open_graph
from kg.questions import questions
from kg.vocabulary import ontology_folder

FOLDER = ontology_folder() / "questions"


def answer_file(name: str) -> Path:
    return FOLDER / f"{name}.csv"


def csv_text(variables, rows) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows((variables, *rows))
    return text.getvalue()


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def write(stored: Stored) -> None:
    for question in questions().values():
        answer = run(stored.store, question.sparql, base=stored.base)
        file = answer_file(question.name)
        file.write_text(csv_text(answer.variables, answer.rows), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{len(answer.rows):6} {question.name}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        kg.build(kg.samples(), Path(folder) / "out")
        write(open_graph(Path(folder) / "out"))
