# Dajian (大件). `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
WORKERS ?= 2

# Python keeps its bytecode, whatever the shell says: without it each process compiles a thousand files anew, two seconds.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev web screenshots run run-separate faults audit demo test check check-deep lint types architecture bench openapi migrate doctor backup restore clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/:.*  ## /\t/' | expand -t 16

setup: $(VENV)/.runtime  ## make the environment (.venv) from requirements.lock
setup-dev: $(VENV)/.dev  ## the same with what tests need

$(VENV)/bin/uv: requirements-bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Dajian needs Python 3.11 or newer; run: make PYTHON=/path/to/python3.11 ...")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bootstrap.lock
	@touch $@

$(VENV)/.runtime: requirements.lock $(VENV)/bin/uv
	@test -e $(VENV)/.dev || $(VENV)/bin/uv pip sync --quiet --python $(PY) --require-hashes requirements-bootstrap.lock requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/bin/uv
	@$(VENV)/bin/uv pip sync --quiet --python $(PY) --require-hashes requirements-bootstrap.lock requirements-dev.lock
	@touch $@ $(VENV)/.runtime

web: setup  ## build the portal's pages, if their sources changed (Node from this machine, else from its wheel)
	@$(PY) -m services.portal.build

screenshots: setup-dev web  ## photograph every page at 1440 and 390 px into docs/screenshots
	@$(PY) -m tests.browser.screens

run: setup web  ## everything in one process on one port (DAJIAN_PORT, 8000), with an embedded Postgres
	@exec $(PY) -m services

run-separate: setup web  ## each service and worker as its own process, ports from DAJIAN_PORT on; started again when one dies
	@exec $(PY) -m services run-separate

demo: setup  ## send the sample applications through the HTTP API, end to end; writes build/demo.json
	@exec $(PY) -m demo

migrate: setup  ## bring the database to the newest schema
	@$(PY) -m services migrate

doctor: setup  ## say in plain words what is wrong
	@$(PY) -m services doctor

audit: setup  ## verify the audit log: chains, seals, signatures
	@$(PY) -m services audit verify

backup: setup  ## write a backup: make backup FILE=dajian.backup
	@$(PY) -m services backup "$(or $(FILE),dajian-$(shell date +%Y%m%d-%H%M%S).backup)"

restore: setup  ## restore a backup: make restore FILE=dajian.backup
	@test -n "$(FILE)" || { echo "Say which: make restore FILE=dajian.backup"; exit 1; }
	@$(PY) -m services restore "$(FILE)"

test: setup-dev web  ## all tests; those that need poppler-utils or chromium are left out, and said, without them
	@$(PY) -m tests.run

check: setup-dev web  ## what CI runs: lint, types, architecture, all tests
	@$(PY) -m tests.run --check

check-deep: setup-dev  ## slow tests, and the mutation score of the rules (SAMPLE=200 mutants; SEED, MINUTES); half an hour
	@nice $(PY) -m pytest --timeout 900 -m slow
	@nice $(PY) -m tests.deep.mutants --sample $(or $(SAMPLE),200) $(if $(SEED),--seed $(SEED)) $(if $(MINUTES),--minutes $(MINUTES))

faults: setup-dev  ## the long form of the fault tests: processes killed while 300 applications run; several minutes
	@$(PY) -m pytest -s --timeout 900 -m "slow or not slow" tests/faults

lint: setup-dev  ## ruff: rules and format
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check .

types: setup-dev  ## mypy, strict
	@$(VENV)/bin/mypy

bench: setup-dev  ## measure; writes build/bench.json (ONLY=prefix for some)
	@$(PY) -m tests.bench $(if $(ONLY),--only $(ONLY))

openapi: setup-dev  ## write openapi/*.json from the code
	@$(PY) -m tests.contract.openapi_files

clean:  ## remove what was built (not the data)
	@rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis $(VENV)
