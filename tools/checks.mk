# What looks at the sources and at the tests themselves; none of it is part of `make test`.

.PHONY: analyze analyze-setup
analyze: $(BUILD)/embedded_files.c ## gcc -fanalyzer, clang-tidy and cppcheck: no finding without a reason
	sh tools/analyze.sh $(BUILD)/analyze $(DIALECT) -Itests $(patsubst -I%,-isystem%,$(LIBRARY_FLAGS))

analyze-setup: ## install what `make analyze` needs
	sh tools/setup.sh --for-analysis
