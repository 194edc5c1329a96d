# Two commands do everything: make run, make test. make help lists the rest.

SHELL := /bin/bash
PYTHON := .venv/bin/python
PORT ?= 8050
HOST ?= 127.0.0.1
# As many as there are processors: one more made two processors take 978 seconds for 823.
WORKERS ?= $(shell getconf _NPROCESSORS_ONLN)
LOCK := $(PYTHON) -m uv pip compile --quiet --no-header --no-annotate --universal --generate-hashes
export PORT HOST

.DEFAULT_GOAL := help
.PHONY: help run test checked lint check data fetch update rollback boundaries bench screenshots fuzz guided soak reliability mutants lock sbom licences clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1|/' | column -ts'|'

run: .venv/run.stamp .venv/compressed.stamp  ## serve the dashboard on http://127.0.0.1:8050 (PORT, HOST)
	@echo "Segregationskartan: http://$(HOST):$(PORT)"
	@PATH="$(CURDIR)/.venv/bin:$$PATH" exec bash -c "exec $$(sed -n 's/^web: //p' Procfile)"

# What is compiled is kept: the tests start the site many times.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/test.stamp  ## install what tests need and run them all
	@$(MAKE) --no-print-directory --jobs=2 checked .venv/compressed.stamp
	$(PYTHON) -m pytest -rfER -n $(WORKERS) --dist loadfile --no-loadscope-reorder \
		--cov --cov-report=term --cov-fail-under=95 $(TESTS)

checked: .venv/test.stamp
	@deploy/install-test-services
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

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

boundaries: .venv/run.stamp  ## build the boundary files anew (SNAPSHOTS=folder of what was fetched)
	$(PYTHON) -m $(if $(SNAPSHOTS),data.pipeline boundaries --snapshots $(SNAPSHOTS),geo.build)

bench: .venv/test.stamp .venv/compressed.stamp .venv-rivals/run.stamp  ## measure beside other builds, in one run
	@deploy/install-test-services wrk
	$(PYTHON) -m bench

screenshots: .venv/test.stamp .venv/compressed.stamp  ## take the pictures in docs/ anew
	@deploy/install-test-services
	$(PYTHON) -m tests.browser.screenshots

fuzz: .venv/test.stamp  ## ask a hundred thousand odd questions (REQUESTS=)
	$(PYTHON) -m tests.fuzz --requests $(or $(REQUESTS),100000)

guided: .venv/test.stamp  ## let what is reached lead odd bytes through each door (EACH=60 seconds, DOORS=names)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/guided/requirements.txt
	$(PYTHON) -m tests.guided --seconds $(or $(EACH),60) $(DOORS)

soak: .venv/test.stamp .venv/compressed.stamp  ## mixed load with faults put in (MINUTES=10)
	@deploy/install-test-services
	$(PYTHON) -m tests.faults.soak --minutes $(or $(MINUTES),10)

reliability: .venv/test.stamp .venv/compressed.stamp  ## do every fault and write docs/RELIABILITY.md (MINUTES=10 of soak)
	@deploy/install-test-services
	$(PYTHON) -m tests.faults --minutes $(or $(MINUTES),10)

mutants: .venv/test.stamp  ## change the formulas and see whether tests notice (ONLY='data.indices.two_groups*')
	$(PYTHON) -m pip install --quiet --disable-pip-version-check mutmut==3.8.1
	$(PYTHON) -m mutmut run $(if $(ONLY),'$(ONLY)') && $(PYTHON) -m mutmut results

lock: .venv/test.stamp  ## write the hashes of what requirements*.txt pin
	$(LOCK) --python-version 3.11 requirements.txt -o requirements.lock
	$(LOCK) --python-version 3.11.5 requirements.txt requirements-test.txt -o requirements-test.lock

sbom: .venv/test.stamp  ## list what is run, with hashes, as CycloneDX
	@$(PYTHON) -m uv tool run --quiet --from cyclonedx-bom==7.5.0 cyclonedx-py requirements requirements.lock

licences: .venv/test.stamp  ## list the licence of each package that is installed
	@$(PYTHON) -m uv tool run --quiet --from pip-licenses==5.5.5 pip-licenses --python $(PYTHON) --format markdown

clean:  ## remove what was installed and compressed
	rm -rf .venv .venv-rivals .cache/bundles-* .cache/assets
	find . -name '*.br' -delete -o -name '*.gz' -delete

# Each file that is installed is known by its hash.
.venv/run.stamp: requirements.lock
	@deploy/make-venv
	UV_COMPILE_BYTECODE=1 deploy/install requirements.lock
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements-test.lock
	deploy/install requirements-test.lock
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
