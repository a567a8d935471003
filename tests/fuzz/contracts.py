"""What must hold of whatever a build is given, and cases to try it on; a case is a number, and its seed another."""

import random
import tempfile
import time
import traceback
from pathlib import Path
from unittest.mock import patch

from mutations import ENCODINGS, mutated_bytes, mutated_text
from seeds import TEXT, samples, seeds

from kg import pipeline, workers
from kg.errors import InputError
from kg.model import Evidence, ReportFacts
from kg.read import find_inputs, office, read_source

SECONDS = 60
SLOW = 15  # seconds of processor time for a file of 400 kB at most; 2 are usual


def case(seed, number):
    """File name and bytes of a case: most are damaged files of some kind, the others reports put out of order."""
    chance = random.Random(f"{seed}/{number}")
    if number % 3 == 0:
        return f"{number}.txt", _report(chance)
    suffix, data = chance.choice(seeds())
    return f"{number}{suffix}", mutated_bytes(data, chance, [other for _, other in seeds()])


def _report(chance):
    words = TEXT if chance.random() < 0.7 else chance.choice(samples())[: chance.choice((3000, 20_000))]
    steps = [(chance.random(), chance.random(), chance.random()) for _ in range(chance.randint(1, 5))]
    data = mutated_text(words, steps).encode(chance.choice(ENCODINGS), "replace")
    return data if chance.random() < 0.8 else data[: chance.randint(0, len(data))]


def tried(name, data):
    """What came of a file: ``built`` or the codes of its problems, sorted; AssertionError where a contract is broken."""
    no_office = patch.object(office, "soffice", lambda: None)  # the parser of another program is not ours to try
    with tempfile.TemporaryDirectory() as folder, no_office:
        path = Path(folder) / name
        path.write_bytes(data)
        begin = time.process_time()
        inputs, problems = find_inputs([path])
        found = {problem.code for problem in problems}
        for given in inputs[:8]:
            found.add(_built(given))
        spent = time.process_time() - begin
    assert spent < SLOW, f"slow: {spent:.0f} s for {len(data)} bytes"
    return sorted(found)


def _built(given):
    """One input through all stages, errors of ours raised."""
    options = pipeline.Options(keep_all=True)
    try:
        state = pipeline._start(given, options)
        for stage in pipeline.STAGES[:6]:
            state[stage.gives] = stage.run(*(state[need] for need in stage.needs))
    except InputError as error:
        refusal = error
    else:
        check_facts(state["facts"], state["source"].text)
        return "built"
    assert all((refusal.zh, refusal.en, refusal.remedy_zh, refusal.remedy_en)), refusal.code
    return refusal.code


def check_facts(facts: ReportFacts, text: str):
    """Every piece of evidence is what stands at its offsets, and text is text."""
    text.encode("utf-8")
    about = (facts.places, facts.engagements, facts.awards, facts.bodies, facts.documents, facts.observations)
    said = [one for rows in about for row in rows if isinstance(one := getattr(row, "evidence", None), Evidence)]
    for one in said:
        assert text[one.start : one.end] == one.text, one
        assert one.text.strip(), one


def read_text_of(path):
    """The text of a file as it is read."""
    return read_source(path).text


def attempt(given):
    """A case (seed, number) tried: its number, what came of it, and the traceback where something is wrong."""
    seed, number = given
    name, data = case(seed, number)
    return number, *verdict(name, data)


def verdict(name, data):
    """What came of a file, and the traceback where something is wrong."""
    try:
        return tried(name, data), ""
    except MemoryError:
        return ["memory"], ""
    except Exception:
        return [], traceback.format_exc()


def _lost(given, why):
    return given[1], [], f"{why.why} {why.how}"


def attempts(cases, jobs):
    """What came of each case, in processes of their own: a crash of a parser is a finding as well."""
    work = workers.Work(attempt, _lost, lambda _: 0, lambda _: False)
    return workers.results(work, cases, max(2, jobs), SECONDS)
