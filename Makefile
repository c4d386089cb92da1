PYTHON ?= python3
START := @$(PYTHON) infra/local/start.py

.DEFAULT_GOAL := help
.PHONY: help run reset

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## start everything on demonstration data; prints the address when it is ready
	$(START) run

reset: ## forget the data of `make run`
	$(START) reset
