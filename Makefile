# The two commands of the README: `make run` and `make test`. Everything is installed into .venv; nothing else is touched.
PYTHON ?= python3
BIN := .venv/bin
# A folder of your own goes into a store of its own, so that it never mixes with the samples.
STORE ?= $(if $(REPORTS),.wenju-reports,.wenju)
PORT ?= 7860
CODE := corpus index app eval tests

.PHONY: install ocr llm run test check bench clean

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,llm,ocr,onnx,train]'
	@touch $@

install: .venv/installed

# Text recognition for scanned reports and pictures.
ocr: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[ocr]'

llm: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[llm]'

run: install
	@if [ -n "$(REPORTS)" ]; then $(BIN)/wenju ingest --store "$(STORE)" "$(REPORTS)"; \
	elif [ ! -e "$(STORE)/store.sqlite3" ]; then $(BIN)/wenju ingest --store "$(STORE)" corpus/samples; fi
	@$(BIN)/wenju serve --store "$(STORE)" --port $(PORT)

check: .venv/installed-dev
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not slow and not browser"

test: .venv/installed-dev
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: install
	$(BIN)/python -m eval bench

clean:
	rm -rf .venv .wenju .wenju-reports
