# Two commands do all the set-up: `make site` builds the site into site/ with what a site needs and nothing else,
# `make test` adds the tools of a developer and runs every check.
# Needed on the machine: Python 3.11 or newer with pip, and make. Everything else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.tools
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --upgrade

.DEFAULT_GOAL := help
.PHONY: help new dist fuzz site offline serve test lint bench lock screenshots clean

help:  ## Say what each command does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Parallax needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@# --without-pip: Debian packs ensurepip apart, so the environment borrows the pip that is there.
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

$(TOOLS): $(READY) requirements-dev.txt
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $(TOOLS)

site: $(READY)  ## Build the site into site/
	$(BIN)/mkdocs build --strict

offline: $(READY)  ## Build into site-offline/ a site that is opened from a disk, its search included
	$(BIN)/mkdocs build --strict --config-file mkdocs.offline.yml

serve: $(READY)  ## Preview the site at http://127.0.0.1:8000, rebuilt at every change
	$(BIN)/mkdocs serve

new: $(READY)  ## Make a site of your own: make new DIR=../my-site
	@test -n "$(DIR)" || { echo "Say where: make new DIR=../my-site"; exit 1; }
	@$(BIN)/parallax new "$(DIR)"

dist: $(READY)  ## Build the package into dist/: a source archive and a wheel
	$(BIN)/python -m hatchling build

fuzz: $(TOOLS)  ## Feed a million broken inputs to every reader (N=1000000); again, to go on
	$(BIN)/python -m tools.fuzz $(N)

test: $(TOOLS) lint  ## Run every check, browser tests included (finds a Chromium, or installs one)
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(TOOLS)  ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(TOOLS)  ## Measure speed beside the raw libraries, in one run
	$(BIN)/python -m tools.bench

lock: $(TOOLS)  ## Resolve the dependencies anew into requirements.txt and requirements-dev.txt
	$(BIN)/uv pip compile pyproject.toml --group install $(LOCK) -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group install --group dev --constraint requirements.txt $(LOCK) -o requirements-dev.txt

screenshots: $(TOOLS)  ## Take the pictures in docs/pictures anew from the real site
	$(BIN)/python -m tools.screenshots

clean:  ## Remove what was built, and the environment
	rm -rf .venv site site-offline
