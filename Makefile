# make run   sets everything up the first time, then opens the coach
# make test  sets everything up the same way, then runs the tests
# make browser adds axe-core, with which the tests try our pages where there is a Chromium
# make check format, lint, types, import contracts, what nobody reaches, and content
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
CHECK  := .venv-check
ARGS   ?=
# Tests run side by side. Those that drive a terminal mostly wait, so four fit on two cores.
WORKERS ?= 4

.PHONY: run test browser check format bench pictures shell pyz clean

run: $(VENV)/ready
	@$(BIN)/python -m coach_tui $(ARGS)

# Where Python is told to keep nothing compiled, every program that a test starts compiles it all.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/ready
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

# Only the one script in it is used (axe.min.js): what drives a browser there stays out.
browser: $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-browser.lock

check: $(CHECK)/ready
	$(CHECK)/bin/ruff format --check .
	$(CHECK)/bin/ruff check .
	$(CHECK)/bin/mypy
	$(CHECK)/bin/mypy --platform win32 --cache-dir .mypy_cache/win32
	$(CHECK)/bin/mypy --platform darwin --cache-dir .mypy_cache/darwin
	PYTHONPATH=. $(CHECK)/bin/lint-imports
	$(CHECK)/bin/python -m pytest -q -p no:cacheprovider tests/architecture/test_dead_code.py
	$(CHECK)/bin/python -m coach_tui playbook check

format: $(CHECK)/ready
	$(CHECK)/bin/ruff format .
	$(CHECK)/bin/ruff check --fix .

bench: $(VENV)/ready
	@$(BIN)/python -m benchmarks $(ARGS)

pictures: $(VENV)/ready
	@$(BIN)/python -m tests.pictures.draw

# What bash, zsh, fish and man read, from the commands as they are now.
shell: $(VENV)/ready
	@$(BIN)/python -m tests.shell.write

# One file that needs only a Python: dist/coach.pyz.
pyz: $(VENV)/ready
	@$(BIN)/python -m building.pyz dist/coach.pyz

# The environment is made anew when the pins change; every download is checked against its hash.
$(VENV)/ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "coach-tui needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …"; exit 2; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(CHECK)/ready: requirements-check.lock
	@rm -rf $(CHECK)
	@$(PYTHON) -m venv $(CHECK)
	@$(CHECK)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-check.lock
	@touch $@

clean:
	rm -rf $(VENV) $(CHECK) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache build dist
