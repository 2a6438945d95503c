# What takes longer than `make test`: load, threads and memory in full, the sources, the tests themselves.

.PHONY: soak tsan valgrind
soak: $(BUILD)/marsift $(BENCH)/generate ## 10 GB through a pipe and 20,000 files: nothing lost, memory flat
	nice python3 tests/soak.py $(BUILD)/marsift $(BENCH)/generate $(BUILD)/soak 10 20000

# Builds of their own. One that valgrind looks into must not have what hardening writes where nothing was written.
WATCHED := $(BUILD)/tsan/marsift $(BUILD)/valgrind/marsift
$(BUILD)/tsan/marsift: WATCHED_BY := -fsanitize=thread
$(WATCHED): changed
	+$(MAKE) --no-print-directory BUILD=$(@D) HARDENING=-fPIC CFLAGS="-O1 -g $(WATCHED_BY)" LDFLAGS="$(WATCHED_BY)" $@

tsan: $(BUILD)/tsan/marsift $(BENCH)/generate ## the threads, by ThreadSanitizer: samples, cases, larger logs with two to four of them
	sh tests/check_threads.sh $< $(BENCH)/generate $(BUILD)/tsan/work

valgrind: $(BUILD)/valgrind/marsift $(BENCH)/generate ## every command and format, by valgrind's memcheck
	sh tests/check_memory.sh $< $(BENCH)/generate $(BUILD)/valgrind/work

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
