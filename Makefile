# Every chore of the house; `make` alone lists them.

SWIFT   = swift
PREFIX  = /usr/local
DESTDIR =
SPACES  =
LISTEN  = 127.0.0.1:9200

# Linked with Swift's libraries inside: starts in half the time, and runs where there is no toolchain.
RELEASE = "$(SWIFT)" build --configuration release --static-swift-stdlib
FORMATTED = Package.swift Sources Tests themes

# Stops make with one line when a script printed a complaint.
stop_if = $(if $(strip $(1)),$(error $(1)))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo server build install test load fuzz sanitize soak lint format docs docs-check clean toolchain ready

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: ready ## Try it on sample data, with a server of its own (SPACES=100000 for more)
	@echo "Building (minutes the first time, seconds from then on) ..."
	@$(RELEASE) --product spaces
	@exec .build/release/spaces demo $(if $(SPACES),--spaces "$(SPACES)")

server: ready ## Run the server alone, its data in memory (SPACES=40 LISTEN=127.0.0.1:9200)
	@$(RELEASE) --product spaces-server
	@exec .build/release/spaces-server --database :memory: --sample "$(or $(SPACES),40)" --listen "$(LISTEN)"

build: ready ## Build both programs for release, into .build/release
	$(RELEASE) --product spaces
	$(RELEASE) --product spaces-server

install: ## Install what was built, with its manual pages (PREFIX=/usr/local)
	$(call stop_if,$(if $(and $(wildcard .build/release/spaces),$(wildcard .build/release/spaces-server)),,Nothing is built yet: run 'make build' first))
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/spaces .build/release/spaces-server "$(DESTDIR)$(PREFIX)/bin"
	@for page in docs/man/*.[1-8]; do \
		if test -e "$$page"; then \
			folder="$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}"; \
			echo install -m 644 "$$page" "$$folder"; \
			install -d "$$folder" && install -m 644 "$$page" "$$folder" || exit 1; \
		fi; \
	done

test: ready ## Build and run every test
	"$(SWIFT)" build --build-tests
	"$(SWIFT)" test --skip-build

load: ready ## Prove for some minutes that the server loses no write: 100 clients at once, 200 kills
	"$(SWIFT)" build --build-tests
	SPACES_LOAD=1 "$(SWIFT)" test --skip-build --filter SpacesServerTests.LoadTests

fuzz: ready ## Look for inputs that break a parser, a minute each (FUZZ_SECONDS=60 FUZZ_SEED=1 FUZZ_TARGETS="query markdown")
	@scripts/fuzz.sh "$(SWIFT)"

sanitize: ready ## Run the tests with the address and the thread sanitizer, in builds of their own
	@scripts/sanitize.sh address "$(SWIFT)"
	@scripts/sanitize.sh thread "$(SWIFT)"

soak: build ## Tell whether memory stays level under changes and keys (SOAK_MINUTES=30)
	@python3 scripts/soak.py --minutes $(or $(SOAK_MINUTES),30)

lint: toolchain ## Check the format of the sources
	"$(SWIFT)" format lint --strict --recursive --parallel $(FORMATTED)
	@# Builds for tests take the system's struct stat from any module, builds to install do not: see CFileStatus.
	@! grep -rnE '\b[fl]?stat\(' Sources --include='*.swift' || { echo 'Use file_status_of of CFileStatus.'; exit 1; }
	@# What comments say of real servers can be looked up: the sections that they cite are there.
	@grep -rnoE 'server-behaviour(\.md( §[0-9]+(\.[0-9]+)?(,| to| and)?)*)?' Sources Tests --include='*.swift' | \
		awk -F '§' ' \
			NR == FNR { if (sub(/^##+ /, "")) { sub(/\.? .*/, ""); known[$$0] } next } \
			{ split($$1, place, ":"); at = place[1] ":" place[2] ": " } \
			NF == 1 { print at "Name a section of docs/server-behaviour.md in the same line."; bad = 1 } \
			{ for (i = 2; i <= NF; i++) { sub(/[^0-9.].*/, "", $$i); if (!($$i in known)) { \
				print at "There is no section " $$i " in docs/server-behaviour.md."; bad = 1 } } } \
			END { exit bad }' docs/server-behaviour.md -

format: toolchain ## Format the sources
	"$(SWIFT)" format --in-place --recursive --parallel $(FORMATTED)

docs: ready ## Write the generated pages in docs/ anew
	"$(SWIFT)" run spaces-docs

docs-check: ready ## Check that the generated pages in docs/ are fresh
	"$(SWIFT)" run spaces-docs --check

clean: ## Remove what was built and the packages fetched for it
	rm -rf .build

# Stops when there is no Swift toolchain to build with.
toolchain:
	$(call stop_if,$(shell sh scripts/requirements.sh toolchain "$(SWIFT)"))

# Installs what a build needs and the system lacks.
ready: toolchain
	$(call stop_if,$(shell sh scripts/requirements.sh libraries))
	@sh scripts/requirements.sh install
