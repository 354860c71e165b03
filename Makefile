# make run: the sample articles into a fresh database.  make test: everything that is checked quickly.
# make torture: the long fault tests, half an hour; they need strace and the right to mount.
# Each makes its own virtual environment; Python 3.11 or newer, git and make are all that must be there.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
RUN = .venv/bin
TEST = .venv-test/bin
SAMPLE = sqlite:///sample.db
BY_UNIT_AND_YEAR = SELECT coalesce(recipient, recipient_kind) AS unit, substr(start_date, 1, 4) AS year, award, class, \
	sum(coalesce(count, 1)) AS conferred FROM v_awards WHERE realis = 'done' \
	GROUP BY 1, 2, 3, 4 ORDER BY 2 DESC, 1, 3, 4 LIMIT 25

.PHONY: run test torture lint clean

run: $(RUN)/installed
	rm -f sample.db sample.db-wal sample.db-shm
	$(RUN)/extractor run data/articles --db $(SAMPLE)
	@echo "Awards by unit and year:"
	$(RUN)/extractor query "$(BY_UNIT_AND_YEAR)" --db $(SAMPLE)

test: lint
	$(TEST)/pytest

torture: $(TEST)/installed
	$(TEST)/python -m tests.torture

lint: $(TEST)/installed
	$(TEST)/ruff check .
	$(TEST)/ruff format --check .
	$(TEST)/mypy

$(RUN)/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(RUN)/pip install --quiet --editable ".[all]"
	touch $@

$(TEST)/installed: pyproject.toml
	$(PYTHON) -m venv .venv-test
	$(TEST)/pip install --quiet --editable ".[dev]"
	touch $@

clean:
	rm -rf .venv .venv-test build dist sample.db*
