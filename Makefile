# kinerja: the two commands are `make demo` and `make test`. PORT=… and TAHUN=… are passed on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
TAHUN ?=
CEPAT := tests/domain tests/archive tests/operations tests/architecture

.DEFAULT_GOAL := bantuan
.PHONY: bantuan demo test test-cepat test-laman periksa format kunci bersih

bantuan: ## Show what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/.jalan: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

$(VENV)/.uji: requirements-dev.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.jalan

demo: $(VENV)/.jalan ## Fill the example office (once) and serve it on loopback
	$(BIN)/python -m kinerja demo --port $(PORT) $(if $(TAHUN),--tahun $(TAHUN))

test: $(VENV)/.uji ## All checks and all tests, those in a real browser too
	@sh .ci/peramban
	$(MAKE) --no-print-directory periksa
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-cepat: $(VENV)/.uji ## Rules, operations and the house, under a minute on two cores; no pages, no browser
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not browser and not lambat" $(CEPAT)

test-laman: $(VENV)/.uji ## The pages without a browser, and the command line; some minutes
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not browser and not lambat" tests/web tests/cli tests/upkeep

periksa: $(VENV)/.uji ## Style, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy kinerja

format: $(VENV)/.uji ## Put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

kunci: ## Renew the lock files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml --group dev -o requirements-dev.lock

bersih: ## Remove the virtual environment and caches (never instance/)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
