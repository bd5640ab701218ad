# make demo   install, run the main job on our invented news day, say where the report is
# make test   install what tests need, run them, name what was skipped and why
# make check  format, lint, types, import law, quick tests (for those who change the code)
# make bench  the table of quality and speed, and the floors it must hold

PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
SHARED ?= $(or $(STEMMATA_SHARED),../shared)
COMPILED = $(BIN)/python -m compileall -q src/stemmata && $(BIN)/python -c 'from stemmata.show.report.paper import compiled; compiled()'
KERNELS = CMakeLists.txt $(wildcard src/stemmata/kernels/*.cpp src/stemmata/kernels/*.hpp cmake/*)

# Compiled modules and templates are kept: the first run of a day should not compile them again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check bench format clean

demo: $(VENV)/.core
	$(BIN)/stemmata demo

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto --dist loadgroup -rs

check: $(VENV)/.dev
	$(BIN)/ruff format --check -q src tests benchmarks
	$(BIN)/ruff check -q src tests benchmarks
	@law=$$($(BIN)/lint-imports --no-logo) || { echo "$$law"; exit 1; }
	$(BIN)/mypy --no-error-summary
	$(BIN)/python -m pytest -n 2 -m "not slow and not browser"

bench: $(VENV)/.bench
	$(BIN)/python benchmarks/gate.py --shared $(SHARED)

format: $(VENV)/.dev
	$(BIN)/ruff check -q --fix src tests benchmarks
	$(BIN)/ruff format -q src tests benchmarks

clean:
	rm -rf $(VENV) build stemmata.db stemmata-report.html

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "stemmata needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# One marker a set of packages; each is made anew when the project file or a kernel changes.
$(VENV)/.core: pyproject.toml $(KERNELS) | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@$(COMPILED)
	@touch $@

$(VENV)/.test $(VENV)/.dev $(VENV)/.bench: $(VENV)/.%: pyproject.toml $(KERNELS) | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[$*]'
	@$(COMPILED)
	@touch $@ $(VENV)/.core
