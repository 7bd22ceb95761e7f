# The two commands: `make crawl` (crawls the recording that ships with newscrawl) and `make test`.
# Both set up .venv first. Python 3.11 or newer and make are all they need.

PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
PIP := .venv/bin/python -m pip install --quiet --disable-pip-version-check
LOCK := .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock'

.PHONY: help crawl test generators workers lint lock clean
.DELETE_ON_ERROR:

help:
	@echo "make crawl        crawl the recording in tests/recordings: posts in output/posts, no network"
	@echo "make test         linters, types and all tests; as root it installs Debian packages for them:"
	@echo "                  SETUP=ask asks before each, SETUP=no installs nothing and skips what needs them"
	@echo "make generators   the tests of posts with Eleventy, Astro and Pelican too"
	@echo "make workers      two workers and a scheduler over PostgreSQL, with all that may fail: a quarter of an hour"
	@echo "make lint         linters and types alone"
	@echo "make lock         pin and hash the requirements anew, from pyproject.toml"
	@echo "make clean        remove what the commands above set up; output/ stays"

crawl: .venv/ready
	.venv/bin/scrapy crawl aljazeera -s REPLAY=tests/recordings/aljazeera.warc.gz

test: .venv/ready-to-test lint
	@if [ -f tests/setup.sh ]; then bash tests/setup.sh; fi
# In the order of the folders: whole crawls first, the shortest files last. Three at once, on two cores too: crawls wait.
	.venv/bin/pytest -n 3 --dist loadfile --no-loadscope-reorder

generators: .venv/ready-to-test
	$(PIP) --require-hashes --requirement requirements-generators.txt
	bash tests/setup.sh all
	.venv/bin/pytest tests/generators -m "on_request or not on_request"

workers: .venv/ready-to-test
	$(PIP) --require-hashes --requirement requirements-ray.txt
	bash tests/setup.sh
	.venv/bin/pytest tests/crawl/test_workers.py tests/commands/test_read.py -m "on_request or not on_request"

lint: .venv/ready-to-test
	.venv/bin/ruff check --quiet .
	.venv/bin/mypy

lock: .venv/ready
	$(PIP) uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --constraints requirements.txt --output-file requirements-dev.txt
	$(LOCK) --extra postgres --extra s3 --extra metrics --constraints requirements-dev.txt \
		--output-file requirements-shared.txt
	$(LOCK) --extra ray --constraints requirements-dev.txt --output-file requirements-ray.txt
	$(LOCK) --extra generators --constraints requirements-dev.txt --output-file requirements-generators.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@if [ -z "$(PYTHON)" ]; then echo "Python 3.11 or newer is needed; python3 here is: $$(python3 --version 2>&1)"; exit 1; fi
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "$(PYTHON) cannot make virtual environments:" \
		"its venv module is missing (Debian and Ubuntu: apt-get install python3-venv)"; exit 1; }

.venv/ready: requirements.txt | .venv/bin/python
	@echo "Setting up .venv (once, about half a minute) ..."
	@$(PIP) --require-hashes --requirement requirements.txt
	@touch $@

.venv/ready-to-test: requirements-dev.txt | .venv/ready
	@echo "Setting up .venv for the tests (once) ..."
	@$(PIP) --require-hashes --requirement requirements-dev.txt
	@touch $@
