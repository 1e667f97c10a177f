# make run   opens the dashboard          make test   runs every check
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check pytest clean

run: $(VENV)/installed
	$(BIN)/streamlit run app.py

test: check pytest

check: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/oxlint -c tests/js/oxlint.json --deny-warnings '--ignore-pattern=**/leaflet-*/**' geo/render/static tests/js

pytest: $(VENV)/installed-for-tests
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); .ci/apt-install python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/installed: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/installed-for-tests: $(VENV)/installed tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
