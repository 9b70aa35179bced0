# Nuntiq: `make` lists what there is. RELEASE=1 builds optimised, BUILT=1 takes the build as it is,
# LONG=1 tests in the long form.

DATA ?= ./data
CONFIGURATION := $(if $(RELEASE),release,debug)
NUNTIQ := .build/$(CONFIGURATION)/nuntiq
TEST_RUNNER := .build/debug/nuntiqPackageTests.xctest --testing-library swift-testing
BUILD_PACKAGES := ca-certificates git libcurl4-openssl-dev libpq-dev libsqlite3-dev pkg-config zlib1g-dev
TEST_PACKAGES := $(BUILD_PACKAGES) chromium-headless-shell curl postgresql-15 python3-venv

.DEFAULT_GOAL := help
.PHONY: help deps build run test chaos demo bench format lint packages build-packages built-tests

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: packages .venv/installed ## install what building and testing need, where it is missing

build: build-packages ## build the nuntiq executable
	@$(if $(BUILT),true,swift build --product nuntiq --configuration $(CONFIGURATION) $(SWIFT_FLAGS))

run: build ## start Nuntiq with a demo tenant on http://localhost:8080
	@NUNTIQ_ENV=development exec $(NUNTIQ) serve --demo --data $(DATA)

test: build-packages ## build and run every test, check the format
	@$(MAKE) --no-print-directory --jobs=4 built-tests packages .venv/installed lint
	@$(if $(LONG),NUNTIQ_LONG_TESTS=1) $(TEST_RUNNER) $(if $(FILTER),--filter '$(FILTER)') --quiet

chaos: build-packages ## kill, stop, fill and cut what runs, for twenty minutes; FAULT=disk for a part
	@$(MAKE) --no-print-directory --jobs=4 built-tests packages .venv/installed
	@FAULT='$(FAULT)' Scripts/chaos $(TEST_RUNNER)

demo: build ## play the story in the terminal, from invitation to processed
	@NUNTIQ=$(NUNTIQ) Scripts/demo

bench: ## measure against the bars, release build
	@$(MAKE) --no-print-directory build RELEASE=1
	@.build/release/nuntiq bench

format: ## format the sources
	@swift format --in-place --recursive Sources Tests samples Package.swift

lint: ## check the format
	@swift format lint --strict --recursive Sources Tests samples Package.swift

packages:
	@Scripts/install-packages $(TEST_PACKAGES)

build-packages:
	@Scripts/install-packages $(BUILD_PACKAGES)

built-tests:
	@swift build --build-tests $(SWIFT_FLAGS)

.venv/installed: Tests/requirements.txt | packages
	@python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check --requirement Tests/requirements.txt
	@touch $@
