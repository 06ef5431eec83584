# `make help` lists the targets. Each recipe runs as one shell script.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=

MINIMUM_SWIFT := 6.2
SOURCES := Sources Tests Plugins Package.swift Benchmarks/Sources Benchmarks/Package.swift Fuzz/Sources
LIBRARIES := libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev pkg-config
TEST_TOOLS := libxml2-utils
# What the tests of real builds need; they are skipped without.
TEST_ENGINE := buildah busybox-static

# A static executable has a build folder of its own: other flags in the same one would build everything anew each time.
STATIC_BUILD := .build-static
STATIC_FLAGS := -Xswiftc -static-executable
STATIC_FLAGS += -Xlinker -lreadline -Xlinker -ltinfo -Xlinker -lsqlite3
STATIC_FLAGS += -Xlinker -lcmark-gfm-extensions -Xlinker -lcmark-gfm -Xlinker -lm -Xlinker -ldl -Xlinker --strip-all
PRODUCT := dist/stagecraft

SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help
.PHONY: help start test check build release install bench docs format lint clean toolchain libraries test-tools test-engine

help: ## list the targets
	sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

start: toolchain libraries ## install what is missing, build, and open the course
	$(SWIFT) build -c release --product stagecraft
	exec .build/release/stagecraft

test: toolchain libraries test-tools ## install what is missing, build, and run all tests
	$(SWIFT) test

check: lint test ## what every change must pass: lint, then test

build: toolchain libraries ## build for debugging
	$(SWIFT) build

release: toolchain libraries ## build dist/stagecraft, one file that needs nothing else
	$(SWIFT) build -c release --product stagecraft --scratch-path $(STATIC_BUILD) $(STATIC_FLAGS)
	install -D -m 755 $(STATIC_BUILD)/release/stagecraft $(PRODUCT)
	ls -l $(PRODUCT)

install: ## put dist/stagecraft into PREFIX/bin (/usr/local/bin)
	if [ ! -x $(PRODUCT) ]; then
		echo 'stagecraft: there is no $(PRODUCT) yet; make it with `make release`' >&2
		exit 1
	fi
	install -D -m 755 $(PRODUCT) '$(DESTDIR)$(PREFIX)/bin/stagecraft'

bench: toolchain ## measure how fast Dockerfiles are read (Benchmarks/README.md)
	# SwiftPM sees files that were added outside of the package only when it plans anew.
	touch Benchmarks/Package.swift
	$(SWIFT) run -c release --package-path Benchmarks Benchmarks

docs: toolchain ## build the documentation of the library DockerfileSyntax into dist/documentation
	$(SWIFT) build --target DockerfileSyntax
	mkdir -p $(dir $(PRODUCT))
	symbols=$$(mktemp -d)
	trap 'rm -rf "$$symbols"' EXIT
	$(SWIFT) symbolgraph-extract -module-name DockerfileSyntax -I .build/debug/Modules \
		-target $$($(SWIFT) -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p') \
		-minimum-access-level public -skip-synthesized-members -output-dir "$$symbols"
	docc convert Sources/DockerfileSyntax/DockerfileSyntax.docc --additional-symbol-graph-dir "$$symbols" \
		--fallback-display-name DockerfileSyntax --fallback-bundle-identifier stagecraft.DockerfileSyntax \
		--transform-for-static-hosting --output-path dist/documentation --warnings-as-errors

fuzz: toolchain ## make up Dockerfiles that might break it, for TIME seconds (Fuzz/README.md)
	$(MAKE) --directory Fuzz TIME=$(or $(TIME),300)

format: toolchain ## rewrite the sources in the project's format
	$(SWIFT) format format --in-place --parallel --recursive $(SOURCES)

lint: toolchain ## complain about what `make format` would change, and more
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

clean: ## remove all that was built
	rm -rf .build $(STATIC_BUILD) Benchmarks/.build Fuzz/.build $(dir $(PRODUCT))

toolchain:
	if ! command -v $(SWIFT) >/dev/null; then
		echo 'stagecraft: swift was not found. Install Swift $(MINIMUM_SWIFT) or later: https://www.swift.org/install/linux/' >&2
		exit 1
	fi
	version=$$($(SWIFT) --version 2>&1 | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p')
	oldest=$$(printf '%s\n' $(MINIMUM_SWIFT) "$$version" | sort -V | head -n 1)
	if [ "$$oldest" != $(MINIMUM_SWIFT) ]; then
		echo "stagecraft: Swift $${version:-of unknown version} is too old; $(MINIMUM_SWIFT) or later is needed." >&2
		exit 1
	fi

# Installs those of the Debian packages in $(1) that are not there: as root, or through sudo.
define install_packages
	if ! command -v dpkg-query >/dev/null; then
		echo 'stagecraft: not a Debian system; it needs what Debian calls: $(1)' >&2
		exit 0
	fi
	missing=
	for package in $(1); do
		case $$(dpkg-query --show --showformat='$${db:Status-Abbrev}' "$$package" 2>/dev/null || true) in
			ii*) ;;
			*) missing="$$missing $$package" ;;
		esac
	done
	if [ -z "$$missing" ]; then exit 0; fi
	if [ "$$(id -u)" = 0 ]; then
		privileged=
	elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
		privileged=sudo
	else
		echo "stagecraft: these Debian packages are missing:$$missing" >&2
		echo "Installing them needs root. Ask for: apt-get install$$missing" >&2
		exit 1
	fi
	apt="$$privileged env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes"
	$$apt install --no-install-recommends $$missing </dev/null ||
		{ $$apt update && $$apt install --no-install-recommends $$missing </dev/null; } || {
			echo "stagecraft: these Debian packages could not be installed:$$missing" >&2
			exit 1
		}
endef

libraries:
	$(call install_packages,$(LIBRARIES))

test-tools:
	$(call install_packages,$(TEST_TOOLS))

test-engine:
	$(call install_packages,$(TEST_ENGINE))
