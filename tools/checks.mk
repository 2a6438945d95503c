# What looks at the sources and at the tests themselves; none of it is part of `make test`.

.PHONY: analyze analyze-setup coverage mutate
analyze: ## gcc -fanalyzer, clang-tidy and cppcheck: no finding without a reason
	sh tools/analyze.sh $(BUILD)/analyze $(DIALECT) -Itests $(patsubst -I%,-isystem%,$(LIBRARY_FLAGS))

analyze-setup: ## install what `make analyze` needs
	sh tools/setup.sh --for-analysis

# The sandbox is off there: gcov opens files when a run ends.
COVERAGE := $(BUILD)/coverage
coverage: ## what share of the lines and branches of each room the tests run
	$(MAKE) --no-print-directory BUILD=$(COVERAGE) SANITIZERS='-O0 --coverage -DIS_SANITIZED=true' \
		$(COVERAGE)/check/units $(COVERAGE)/check/marsift
	find $(COVERAGE) -name '*.gcda' -delete
	$(COVERAGE)/check/units
	$(COVERAGE)/check/marsift check
	sh tests/run_cases.sh $(COVERAGE)/check/marsift
	python3 tools/coverage.py $(COVERAGE)/check

SEED := 1
mutate: ## plant 50 small faults (SEED=n: others) and see how many the tests catch
	python3 tools/mutate.py $(BUILD)/mutate $(SEED)
