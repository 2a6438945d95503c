# Checks that take longer than `make test`: full load, threads and memory, static analysis, coverage, mutation.

.PHONY: soak tsan valgrind
soak: $(BUILD)/marsift $(BENCH)/generate ## read 10 GB from a pipe and 20,000 files: nothing lost, memory flat
	nice python3 tests/soak.py $(BUILD)/marsift $(BENCH)/generate $(BUILD)/soak 10 20000

# Separate builds without hardening, which initialises variables and so hides reads of uninitialised memory.
INSTRUMENTED := $(BUILD)/tsan/marsift $(BUILD)/valgrind/marsift
$(BUILD)/tsan/marsift: INSTRUMENTATION := -fsanitize=thread
$(INSTRUMENTED): changed
	+$(MAKE) --no-print-directory BUILD=$(@D) HARDENING=-fPIC CFLAGS="-O1 -g $(INSTRUMENTATION)" LDFLAGS="$(INSTRUMENTATION)" $@

tsan: $(BUILD)/tsan/marsift $(BENCH)/generate ## run samples, cases and larger logs with two to four threads under ThreadSanitizer
	sh tests/check_threads.sh $< $(BENCH)/generate $(BUILD)/tsan/work

valgrind: $(BUILD)/valgrind/marsift $(BENCH)/generate ## run every command and format under valgrind's memcheck
	sh tests/check_memory.sh $< $(BENCH)/generate $(BUILD)/valgrind/work

.PHONY: analyze analyze-setup coverage mutate
analyze: ## run gcc -fanalyzer, clang-tidy and cppcheck; each finding needs a fix or a reason
	sh tools/analyze.sh $(BUILD)/analyze $(DIALECT) -Itests $(patsubst -I%,-isystem%,$(LIBRARY_FLAGS))

analyze-setup: ## install what `make analyze` needs
	sh tools/setup.sh --for-analysis

# Without the sandbox, because gcov opens files at exit.
COVERAGE := $(BUILD)/coverage
coverage: ## print the share of lines and branches of each room that the tests run
	$(MAKE) --no-print-directory BUILD=$(COVERAGE) SANITIZERS='-O0 --coverage -DIS_SANITIZED=true' \
		$(COVERAGE)/check/units $(COVERAGE)/check/marsift
	find $(COVERAGE) -name '*.gcda' -delete
	$(COVERAGE)/check/units
	$(COVERAGE)/check/marsift check
	sh tests/run_cases.sh $(COVERAGE)/check/marsift
	python3 tools/coverage.py $(COVERAGE)/check

SEED := 1
mutate: ## plant 50 small faults (SEED=n: others) and count those that the tests catch
	python3 tools/mutate.py $(BUILD)/mutate $(SEED)

.PHONY: nights orders
nights: $(BUILD)/marsift ## compare reports of 500 generated bundles with a model of what is unprotected
	python3 tests/check_nights.py $(BUILD)/marsift --seeds 500

orders: $(BUILD)/marsift ## compare reports of 2,000 generated bundles, read in every order
	python3 tests/check_order.py $(BUILD)/marsift --seeds 2000
