# The commands of this product. `make run` and `make test` need only Python 3.11 and make.

PYTHON ?= python3
VENV := .venv
IN := $(VENV)/bin
# Checks read the settings but reach no server.
CHECKS := SECRET_KEY=for-checks-only-and-never-for-anybody-real SECOND_FACTOR_KEYS=for-checks-only-and-never-for-anyone-real DATABASE_URL=postgres://nobody@localhost/none REDIS_URL=redis://localhost:1

# The tests go in two halves beside each other, each with servers of its own.
HALVES := $(if $(DATABASE_URL)$(REDIS_URL),1,2)
ELSEWHERE := tests/journeys tests/livingwell

.PHONY: run test test-one test-pure test-rooms test-journeys check bench lint assets lock clean

run: $(VENV)/run-ready  ## start everything, until Ctrl-C
	@exec $(IN)/python -m livingwell.processes.supervisor

ifdef ONLY
test: test-one
else
test: $(VENV)/test-ready  ## lint, types, import rules, and every test; ONLY=huddles for one subject
	@$(MAKE) --no-print-directory -j$(HALVES) --output-sync lint test-rooms test-journeys
endif

# Every test file or folder whose name begins with the subject, in each app and in the browser.
test-one: $(VENV)/test-ready
	@found=$$(find tests -name 'test_$(ONLY)*.py' -o -path 'tests/*/$(ONLY)/test_*.py' | sort); \
	[ -n "$$found" ] || { echo "No test file is named after “$(ONLY)”."; exit 1; }; \
	echo "$$found"; CHROMIUM="$$(./assets/find-chromium)" $(IN)/python -m pytest $$found

check: $(VENV)/test-ready  ## lint, types, import rules, and the tests that need no server
	@$(MAKE) --no-print-directory -j2 --output-sync lint test-pure

test-pure: $(VENV)/test-ready
	@PURE=1 $(IN)/python -m pytest

test-rooms: $(VENV)/test-ready
	@echo "The rooms:"
	@$(IN)/python -m pytest $(ELSEWHERE:%=--ignore=%)

test-journeys: $(VENV)/test-ready
	@echo "The journeys in a browser, and how the parts are started:"
	@CHROMIUM="$$(./assets/find-chromium)" $(IN)/python -m pytest $(ELSEWHERE)

lint: $(VENV)/test-ready
	$(IN)/ruff check .
	$(IN)/ruff format --check .
	$(CHECKS) $(IN)/mypy
	$(CHECKS) $(IN)/lint-imports
	$(CHECKS) $(IN)/python manage.py makemigrations --check --dry-run

bench: $(VENV)/test-ready  ## measure, and write var/bench.json; PEOPLE=100000 for more
	@$(IN)/python -m bench

assets:  ## rebuild static/ from nhsuk-frontend (needs Node and npm)
	./assets/build

lock: $(VENV)/test-ready  ## lock every dependency with its hashes
	$(IN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 pyproject.toml -o requirements.lock
	$(IN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

clean:  ## forget the environment and everything local
	rm -rf $(VENV) var

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=...")'
	@echo "Making the environment (once) …"
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: on Debian, apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/run-ready: requirements.lock | $(VENV)/bin/python
	@echo "Installing what it needs (once) …"
	@$(IN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test-ready: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing what the tests need (once) …"
	@$(IN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/run-ready
