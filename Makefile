.DEFAULT_GOAL := help
.PHONY: help setup run test check bench screenshots lock clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

setup: ## Make .venv with the application, its tests and its checks
	@packaging/setup.sh

run: setup ## Open the application (without a screen: write the worked example's reports)
	@packaging/run.sh

test: setup ## Run all tests, without a screen (ARGS="-k name" for some of them)
	@packaging/test.sh $(ARGS)

check: setup ## Run ruff, mypy, import-linter and all tests
	@packaging/check.sh
	@packaging/test.sh $(ARGS)

bench: setup ## Measure speed and memory against floors measured in the same run
	@.venv/bin/python -m tests.bench.run

screenshots: setup ## Grab every page and dialog in all sizes, themes and languages into build/screenshots
	@.venv/bin/python packaging/make_screenshots.py $(ARGS)

lock: ## Write requirements.lock anew from pyproject.toml (UPGRADE=1 takes newer versions)
	@packaging/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## Remove everything that these commands made
	@packaging/clean.sh
