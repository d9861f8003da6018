RUN := python3 .ci/venv.py

.DEFAULT_GOAL := help
.PHONY: help setup test test-editor cover lint fmt types docs bench ci

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make or refresh .venv
	@$(RUN)

test: ## the tests
	$(RUN) pytest

test-editor: ## the schemas in a YAML language server; needs node and npm
	npm ci --prefix tests/editor --ignore-scripts --no-audit --no-fund
	$(RUN) pytest tests/editor

cover: ## the tests, and the lines they do not reach
	$(RUN) pytest --cov

lint: ## style, direction of imports, the worked ledger
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) lint-imports
	$(RUN) rectledger lint

fmt: ## put the code in order
	$(RUN) ruff check --fix-only .
	$(RUN) ruff format .

types: ## mypy
	$(RUN) mypy

docs: ## write the generated documents
	$(RUN) python -m docs.generate

bench: ## figures of speed (BENCH="--size 1000 --peers -o bench/RESULTS.md")
	$(RUN) python -m bench $(BENCH)

ci: ## everything CI runs
	.ci/run
