PYTHON ?= python3
START := @$(PYTHON) infra/local/start.py

.DEFAULT_GOAL := help
.PHONY: help run reset test check test-services trials test-web e2e bench openapi lock env

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## start everything on demonstration data; prints the address when it is ready (CROSSWAY_PORT=... to choose)
	$(START) run

reset: ## forget the data of `make run`
	$(START) reset

test: ## all checks and tests, up to a real browser
	$(START) test

check: ## only what needs nothing running: style, types, imports, generated files
	$(START) test static

test-services: ## the services' and the machinery's tests, on a PostgreSQL of their own
	$(START) test services

trials: ## the product as a whole: tenancy, contracts, faults
	$(START) test trials

test-web: ## the web client's tests
	$(START) test web

e2e: ## the browser tests against a whole stack with fresh data
	$(START) test e2e

bench: ## a benchmark: make bench NAME=api
	$(START) bench $(NAME)

openapi: ## write the OpenAPI files and the web client's types anew
	$(START) openapi

lock: ## resolve the Python packages anew within pyproject.toml
	$(START) lock

env: ## make the secrets that docker-compose.yml needs, in .env
	$(START) env
