# Everything runs in .venv, which the first target that needs it makes.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLES := examples/belgium-kazakhstan
SHARED ?= ../shared

.PHONY: demo serve test quick check score floors reliability train clean
.DEFAULT_GOAL := help

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 13

$(VENV)/ready: requirements.txt requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

demo: $(VENV)/ready ## set up, file the sample papers, show what the record holds, write a brief
	$(BIN)/python -m greffier demo $(SAMPLES)

serve: $(VENV)/ready ## open the record's web pages
	$(BIN)/python -m greffier --record out/demo.db serve

test: $(VENV)/ready ## set up and run the tests
	$(BIN)/python -m pytest

quick: $(VENV)/ready ## the tests that take no time
	$(BIN)/python -m pytest -m "not slow"

check: $(VENV)/ready ## format, lint, types, the rooms' direction, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

score: $(VENV)/ready ## how right it is on the gold beside the checkout, against tests/floors.json
	$(BIN)/python tools/floors.py --shared $(SHARED)

floors: $(VENV)/ready ## the same, and pin what rose
	$(BIN)/python tools/floors.py --shared $(SHARED) --raise

reliability: $(VENV)/ready ## how far confidence can be trusted, into docs/reliability.md
	$(BIN)/python tools/reliability.py --shared $(SHARED) --write

train: $(VENV)/ready ## train the name tagger again on the corpora beside the checkout (train/README.md)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r train/requirements.txt
	$(BIN)/python train/tagger.py --data $(SHARED)/ner

clean: ## remove the environment and what was made
	rm -rf $(VENV) out build dist src/*.egg-info
