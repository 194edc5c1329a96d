# Two commands do everything: make run, make test. make help lists the rest.

SHELL := /bin/bash
PYTHON := .venv/bin/python
PORT ?= 8050
HOST ?= 127.0.0.1
export PORT HOST

.DEFAULT_GOAL := help
.PHONY: help run test lint check data fetch boundaries bench screenshots clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1|/' | column -ts'|'

run: .venv/run.stamp .venv/compressed.stamp  ## serve the dashboard on http://127.0.0.1:8050 (PORT, HOST)
	@echo "Segregationskartan: http://$(HOST):$(PORT)"
	@PATH="$(CURDIR)/.venv/bin:$$PATH" exec bash -c "exec $$(sed -n 's/^web: //p' Procfile)"

test: .venv/test.stamp .venv/compressed.stamp  ## install what tests need and run them all
	@deploy/install-test-services
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest -n auto --dist loadfile --cov --cov-report=term --cov-fail-under=90 $(TESTS)

lint: .venv/test.stamp  ## ruff and mypy
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format .
	$(PYTHON) -m mypy

check: .venv/run.stamp  ## tell every setting as it was understood, or each mistake
	@$(PYTHON) -m settings check

data: .venv/run.stamp  ## publish an edition from tidy figures (INPUT=folder)
	$(PYTHON) -m data.pipeline $(if $(INPUT),--input $(INPUT))

fetch: .venv/run.stamp  ## take snapshots of the official sources (SOURCES=names)
	$(PYTHON) -m data.pipeline fetch $(SOURCES)

update: .venv/run.stamp  ## fetch, check, compute, ask and publish an edition (INPUT=folder, YES=1)
	$(PYTHON) -m data.pipeline update $(if $(INPUT),--input $(INPUT)) $(if $(YES),--yes)

rollback: .venv/run.stamp  ## show the edition before this one again (EDITION=name)
	$(PYTHON) -m data.pipeline rollback $(EDITION)

boundaries: .venv/run.stamp  ## build the boundary files anew
	$(PYTHON) -m geo.build

bench: .venv/test.stamp .venv/compressed.stamp .venv-rivals/run.stamp  ## measure beside other builds, in one run
	@deploy/install-test-services wrk
	$(PYTHON) -m bench

screenshots: .venv/test.stamp .venv/compressed.stamp  ## take the pictures in docs/ anew
	@deploy/install-test-services
	$(PYTHON) -m tests.browser.screenshots

clean:  ## remove what was installed and compressed
	rm -rf .venv .venv-rivals .cache/bundles-* .cache/assets
	find . -name '*.br' -delete -o -name '*.gz' -delete

.venv/run.stamp: requirements.txt
	@deploy/make-venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements-test.txt
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@touch $@

.venv-rivals/run.stamp: bench/rivals/requirements.txt
	@$(PYTHON) -m venv .venv-rivals
	.venv-rivals/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# Compressed once, so that no request pays for it.
.venv/compressed.stamp: .venv/run.stamp geo/boundaries/index.json data/published/current $(shell find assets deploy/plotly -type f)
	@echo "Compressing what the browser fetches, once ..."
	@$(PYTHON) -m deploy.bundles & $(PYTHON) -m whitenoise.compress --quiet geo/boundaries && \
		$(PYTHON) -m whitenoise.compress --quiet data/published && wait $$!
	@touch $@
