# On a fresh machine with Python 3.11 or newer and make, each of these does everything that it needs:
#   make demo    build a graph from the sample reports into outputs/
#   make test    every check: ruff, mypy, import-linter, pytest
#   make lint    the checks without the tests
#   make docs    the page and the picture of the ontology, from the ontology
#   make answers what the ready questions answer on the samples, written beside them
#   make fuzz    damaged files and disordered reports for ten minutes: make fuzz FUZZ_MINUTES=30 FUZZ_SEED=1
#   make bench   how long a build takes, and how long pages of many reports take to open
#   make clean   remove the environment and all caches
# Another Python: make demo PYTHON=/path/to/python3.12

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := .make/tools

# The first of these that is new enough.
FOUND = $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$python && break; done)
PYTHON ?= $(FOUND)

FUZZ_MINUTES ?= 10
FUZZ_SEED ?=

.PHONY: demo test lint docs answers bench fuzz clean
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/kg demo -o outputs

test: lint $(TOOLS)
	$(BIN)/python -m pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)
	$(BIN)/python ontology/docs/make.py

# What the ready questions answer on the samples, beside each: ontology/questions/*.csv.
answers: $(READY)
	$(BIN)/python tests/ontology/answers.py

bench: $(READY)
	$(BIN)/python tests/bench/bench_build.py
	$(BIN)/python tests/bench/bench_pages.py

# The seed is printed; the same seed gives the same files. What is found lies in .make/fuzz.
fuzz: $(READY)
	$(BIN)/python tests/fuzz/fuzzing.py --minutes $(FUZZ_MINUTES) $(if $(FUZZ_SEED),--seed $(FUZZ_SEED))

# The pinned versions first; where a Python is too new or too old for one of them, what pyproject.toml allows.
$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found: install one, or say make PYTHON=/path/to/python3" \
		"/ 没有找到 Python 3.11 或更新的版本，请安装，或用 make PYTHON=路径 指明" >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make environments: install its" \
		"venv package (Debian, Ubuntu: apt-get install python3-venv) / 这个 Python 缺少 venv，请先安装" >&2; exit 2; }
	"$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install -c constraints.txt -e '.[dev]' || { \
		echo "The pinned versions do not fit this machine; trying what pyproject.toml allows." >&2; \
		$(BIN)/python -m pip install -e '.[dev]'; }
	@touch $@

# Programs that some tests need: rapper (an independent Turtle parser), a GBK locale, a browser, LibreOffice (Word and PDF files to
# read). They are installed where that is possible without asking; elsewhere those tests are skipped and say so.
$(TOOLS):
	@mkdir -p $(@D)
	@have() { command -v "$$1" >/dev/null 2>&1; }; \
	if have rapper && have soffice && { have chromium || have chromium-browser || have google-chrome; }; then :; \
	elif have apt-get && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq; \
		for package in raptor2-utils locales chromium fonts-noto-cjk libreoffice-writer-nogui; do \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$package >/dev/null \
			|| echo "$$package could not be installed; the tests that need it are skipped" >&2; done; \
	else echo "rapper, chromium or LibreOffice is missing; the tests that need them are skipped" >&2; fi
	@touch $@

clean:
	rm -rf $(VENV) .make build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find kg tests ontology -name __pycache__ -prune -exec rm -rf {} +
