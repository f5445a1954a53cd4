# Everything a developer, a trial user or a build server needs; `make` alone lists it.
#
# Only python3, pip, make and git are needed: the environment is made without ensurepip, which
# Debian keeps in a package of its own, and the database comes with the environment.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
QUALWEB := tests/journeys/qualweb

# Production values are the defaults of portal/settings.py; a checkout is for development.
export DEBUG ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run seed test test-web test-walks test-fast screenshots bench check fix fresh lock vendor \
	chromium pango

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 20

run: .venv/.installed ## Run the portal with data and demo users on PORT (8000)
	@exec $(MANAGE) demo --port "$(PORT)"

seed: .venv/.installed ## Fill an empty database with fixtures, editions and demo users
	@$(MANAGE) demo --no-server

# In the order of the folders: the largest pages come first, and no core waits for them at the end.
test: .venv/.installed chromium pango ## Run all tests, in a browser too
	$(BIN)/pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder -m "not web and not walk"

test-walks: .venv/.installed chromium ## Walk every address with every role, and the whole way of a trial
	$(BIN)/pytest --numprocesses=auto --dist=worksteal -m walk

test-web: .venv/.installed chromium $(QUALWEB)/node_modules ## Check every kind of page with axe-core and QualWeb (needs npm)
	$(BIN)/pytest --numprocesses=auto --dist=worksteal -m web

test-fast: .venv/.installed ## Run the tests that need no browser and little time
	$(BIN)/pytest --numprocesses=auto --dist=loadfile -m "not browser and not slow and not walk"

screenshots: .venv/.installed chromium ## Take the pictures of the documents anew
	SCREENSHOTS=docs/images $(BIN)/pytest -q tests/journeys/test_editor_in_browser.py \
		tests/journeys/test_pictures_of_pages.py

bench: .venv/.installed ## Measure the search, and what else there is, against others
	$(BIN)/python -m tests.bench $(ONLY)

# A target for each, so that `make -k check` goes on after a fault and tells them all.
CHECKS := check-style check-format check-templates check-types check-rules check-imports \
	check-migrations check-settings
.PHONY: $(CHECKS)

check: $(CHECKS) ## Check style, types, imports, migrations and settings (with -k: past a fault)
$(CHECKS): .venv/.installed
check-style:
	$(BIN)/ruff check .
check-format:
	$(BIN)/ruff format --check .
check-templates:
	git ls-files -z --cached --others --exclude-standard '*.html' | xargs -0r $(BIN)/djade --check
check-types:
	$(BIN)/mypy .
check-rules:
	$(BIN)/mypy --strict trials/rules
check-imports:
	$(BIN)/lint-imports
check-migrations:
	$(MANAGE) makemigrations --check --dry-run
check-settings:
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

fix: .venv/.installed ## Repair what can be repaired: style, import order, templates
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files -z --cached --others --exclude-standard '*.html' | xargs -0r $(BIN)/djade

fresh: .venv/.installed ## Throw the embedded database away
	@$(BIN)/python -c 'from portal.embedded import server; server.remove()'

lock: .venv/.uv ## Choose versions anew, within the bounds of pyproject.toml
	$(COMPILE) --output-file requirements/base.txt
	$(COMPILE) --extra pdf --constraint requirements/base.txt --output-file requirements/pdf.txt
	$(COMPILE) --extra pdf --group dev --constraint requirements/pdf.txt \
		--output-file requirements/dev.txt

# The pins carry hashes and no addresses: they suit every index and every mirror.
COMPILE := .venv/.uv/bin/uv pip compile pyproject.toml --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

# A server that is never asked: `check --deploy` reads the settings only.
PRODUCTION := DEBUG=0 ALLOWED_HOSTS=vejviser.example \
	DATABASE_URL=postgresql://vejviser@database.example/vejviser \
	SECRET_KEY=not-a-secret-but-as-long-as-one-should-be-0123456789-abcdefghi

vendor: .venv/.installed ## Take the design system and scripts into static/vendor anew (needs npm)
	@rm -rf .venv/.packed && mkdir .venv/.packed
	npm pack --silent --pack-destination .venv/.packed $(PACKED)
	@$(MANAGE) vendor .venv/.packed

PACKED := dkfds@11.2.0 idiomorph@0.8.0

.venv/.installed: requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

.venv/.uv: .venv/.installed
	$(PYTHON) -m venv --without-pip $@
	$(PYTHON) -m pip --python $@/bin/python install --quiet uv

# The rules of QualWeb run inside the tests' own browser: nothing of Node.js runs but npm.
$(QUALWEB)/node_modules: $(QUALWEB)/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: QualWeb cannot be fetched." >&2; exit 1; }
	cd $(QUALWEB) && npm ci --ignore-scripts --silent
	@touch $@

# The browser of the tests. Without it they fail, and only they.
# Playwright's own Node.js needs libatomic, which a small Debian lacks.
chromium: .venv/.installed
	@{ command -v chromium && .venv/lib/python3*/site-packages/playwright/driver/node --version; } \
		>/dev/null 2>&1 || { test "$$(id -u)" = 0 && \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -qq -y --no-install-recommends chromium libatomic1 >/dev/null; } || \
		echo "Chromium and libatomic1 are missing and could not be installed: the browser tests" \
		"will fail." >&2

# The libraries of the system that write PDF. Without them those tests fail, and only they.
pango: .venv/.installed
	@$(BIN)/python -c 'import weasyprint' >/dev/null 2>&1 || { test "$$(id -u)" = 0 && \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -qq -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 \
		>/dev/null; } || \
		echo "libpango-1.0-0 and libpangoft2-1.0-0 are missing and could not be installed: the" \
		"tests of the PDF will fail." >&2
