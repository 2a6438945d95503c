# marsift: `make help` lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
CC ?= cc
# -mtune changes the choice of instructions, not the set of them: without it gcc clears a verdict by `rep stos`,
# which is slow.
TUNING := $(if $(filter x86_64-%,$(shell $(CC) -dumpmachine)),-mtune=skylake)
CFLAGS ?= -O2 -g $(TUNING)
BUILD := build
SYSTEM := $(shell uname -s)
comma := ,

# ISA-L inflates gzip and zip if it is installed, else zlib; `make GZIP_LIBRARY=zlib` chooses one.
GZIP_LIBRARY := $(shell pkg-config --exists libisal 2>/dev/null && echo isal || echo zlib)
ENGINE_PACKAGES := libpcre2-8 libhs libarchive libcyaml libxxhash libevtx libbfio expat yajl $(if $(filter isal,$(GZIP_LIBRARY)),libisal,zlib) libutf8proc
PACKAGES := $(ENGINE_PACKAGES) $(if $(filter Linux,$(SYSTEM)),libseccomp)
DIALECT := -std=gnu17 -Isrc -Iinclude -pthread
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
            -Wwrite-strings -Wpointer-arith -Wundef -Wvla -Wformat=2
# Used if the compiler knows them: probe large stack frames page by page, let the processor check jumps and returns,
# initialise automatic variables to 0.
OPTIONAL_HARDENING := -fstack-clash-protection -fcf-protection=full -mbranch-protection=standard -ftrivial-auto-var-init=zero
SUPPORTED_HARDENING := $(shell for flag in $(OPTIONAL_HARDENING); do echo | $(CC) -Werror $$flag -x c -c -o /dev/null - 2>/dev/null && echo $$flag; done)
# Program and library use the same objects, which export only marsift_*.
HARDENING := -fPIC -fvisibility=hidden -fno-plt -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 $(SUPPORTED_HARDENING)
# Debian's start files support a shadow stack but are not marked so; this marks the program.
LINK_HARDENING := -pie -Wl,-z,relro,-z,now,-z,noexecstack $(if $(filter -fcf%,$(SUPPORTED_HARDENING)),-Wl$(comma)-z$(comma)shstk)
# Run pkg-config once, and only to build something, so that `make help` works on a bare machine.
ask = $(shell pkg-config $(1))$(if $(filter 0,$(.SHELLSTATUS)),,$(error a library is \
      missing; `sh tools/setup.sh` installs all of them))
LIBRARY_FLAGS = $(eval LIBRARY_FLAGS := $$(call ask,--cflags $(PACKAGES)))$(LIBRARY_FLAGS)
LIBRARIES = $(eval LIBRARIES := $$(call ask,--libs $(PACKAGES)) -lcsv -lm -pthread)$(LIBRARIES)
ENGINE_LIBRARIES = $(eval ENGINE_LIBRARIES := $$(call ask,--libs $(ENGINE_PACKAGES)) -lcsv -lm -pthread)$(ENGINE_LIBRARIES)

# Code that differs by system has one header, and a source in a folder of the room named after the system; posix/ has
# the sources for systems without one of their own.
OTHER_SYSTEMS := $(if $(filter Linux,$(SYSTEM)),,linux) windows
OTHER_SOURCES := $(if $(filter Linux,$(SYSTEM)),src/cli/posix/sandbox_none.c)
SOURCES := $(sort $(filter-out src/input/archive/gzip_member_% $(OTHER_SOURCES),$(shell find src -name '*.c' $(OTHER_SYSTEMS:%=! -path '*/%/*'))) \
           src/input/archive/gzip_member_$(GZIP_LIBRARY).c)
PROGRAM_SOURCES := $(filter-out src/cli/main.c,$(SOURCES))
EMBEDDED := $(sort $(wildcard grammars/*.yaml) $(wildcard catalog/*.csv))
TESTS := $(sort $(shell find tests -name 'test_*.c'))
TEST_SUPPORT := $(sort $(wildcard tests/support/*.c))

OBJECTS := $(filter-out $(BUILD)/obj/api/%,$(PROGRAM_SOURCES:src/%.c=$(BUILD)/obj/%.o)) $(BUILD)/obj/embedded_files.o
LIBRARY_OBJECTS := $(filter-out $(BUILD)/obj/cli/%,$(PROGRAM_SOURCES:src/%.c=$(BUILD)/obj/%.o)) $(BUILD)/obj/embedded_files.o
CHECKED_OBJECTS := $(PROGRAM_SOURCES:src/%.c=$(BUILD)/check/%.o) $(BUILD)/check/embedded_files.o
TEST_OBJECTS := $(TESTS:tests/%.c=$(BUILD)/check/tests/%.o) \
                $(TEST_SUPPORT:tests/%.c=$(BUILD)/check/tests/%.o)
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

# A fuzz target is tests/fuzz/fuzz_NAME.c; the other files there are shared by all targets. The tests replay the
# corpora without a fuzzing engine, `make fuzz` builds the same files with one.
FUZZ_TARGETS := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_SHARED := $(filter-out tests/fuzz/fuzz_%.c tests/fuzz/replay.c,$(sort $(wildcard tests/fuzz/*.c))) \
               tests/support/memory_reader.c tests/support/collected.c
FUZZ_LIBRARIES := -lz
REPLAYERS := $(FUZZ_TARGETS:%=$(BUILD)/check/fuzz_%)

# For bash, zsh and fish, under the names that these shells look for.
COMPLETIONS := $(addprefix $(BUILD)/completions/,marsift _marsift marsift.fish)

.PHONY: all test faults units fuzz fuzz-setup bench bench-inputs bench-setup install uninstall clean help changed
all: $(BUILD)/marsift $(BUILD)/libmarsift.a $(BUILD)/libmarsift.so.0 $(COMPLETIONS)

# A change of the compiler, the flags or the list of files rebuilds everything.
SETTINGS := $(CC) $(CFLAGS) $(LDFLAGS) $(DIALECT) $(WARNINGS) $(HARDENING) $(SOURCES) $(EMBEDDED) $(TESTS)
$(BUILD)/settings: changed
	@mkdir -p $(@D)
	@echo '$(SETTINGS)' | cmp -s - $@ || echo '$(SETTINGS)' > $@
$(BUILD)/marsift $(BUILD)/embedded_files.c $(OBJECTS) $(LIBRARY_OBJECTS) $(BUILD)/obj/cli/main.o: $(BUILD)/settings
$(BUILD)/check/marsift $(BUILD)/check/units $(CHECKED_OBJECTS) $(TEST_OBJECTS) $(BUILD)/check/cli/main.o $(REPLAYERS): $(BUILD)/settings

$(BUILD)/marsift: $(OBJECTS) $(BUILD)/obj/cli/main.o
	@echo "  CC $@"; $(CC) $(CFLAGS) $(LINK_HARDENING) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIBRARIES)

# Link one object first, so that its hidden symbols can be made local and do not clash with those of a program.
$(BUILD)/libmarsift.a: $(LIBRARY_OBJECTS)
	@echo "  AR $@"; $(CC) -r -nostdlib -o $(BUILD)/libmarsift.o $(LIBRARY_OBJECTS)
	@objcopy --localize-hidden $(BUILD)/libmarsift.o && rm -f $@ && $(AR) rcs $@ $(BUILD)/libmarsift.o

$(BUILD)/libmarsift.so.0: $(LIBRARY_OBJECTS)
	@echo "  CC $@"; $(CC) $(CFLAGS) -shared -Wl,-soname,libmarsift.so.0 -Wl,-z,defs $(filter-out -pie,$(LINK_HARDENING)) $(LDFLAGS) \
		-o $@ $(LIBRARY_OBJECTS) $(ENGINE_LIBRARIES)

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) $(CFLAGS) $(HARDENING) $(DIALECT) $(WARNINGS) $(LIBRARY_FLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/embedded_files.o: $(BUILD)/embedded_files.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) $(CFLAGS) $(HARDENING) $(DIALECT) -MMD -MP -c -o $@ $<

# Embed the catalog and the grammars, so that the program needs no other files.
$(BUILD)/embed: tools/embed.c src/base/embedded.h
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) -O1 $(DIALECT) $(WARNINGS) -o $@ $< -lcsv

$(BUILD)/embedded_files.c: $(BUILD)/embed $(EMBEDDED)
	$(BUILD)/embed $(EMBEDDED) > $@.new
	mv $@.new $@

# Prints lists of commands and options for the shell completions.
$(BUILD)/print_lists: tools/print_lists.c $(OBJECTS)
	@echo "  CC $@"; $(CC) $(CFLAGS) $(LINK_HARDENING) $(LDFLAGS) $(DIALECT) $(WARNINGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/completions/%: tools/completions/% $(BUILD)/print_lists
	@mkdir -p $(@D)
	$(BUILD)/print_lists <$< >$@.new && mv $@.new $@

# The same sources with warnings as errors and sanitizers, for the tests.
$(BUILD)/check/marsift: $(CHECKED_OBJECTS) $(BUILD)/check/cli/main.o
	@echo "  CC $@"; $(CC) $(SANITIZERS) -o $@ $(filter %.o,$^) $(LIBRARIES)

$(BUILD)/check/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) -O1 -g $(SANITIZERS) $(DIALECT) $(WARNINGS) -Werror $(LIBRARY_FLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/check/embedded_files.o: $(BUILD)/embedded_files.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) -O1 $(DIALECT) -MMD -MP -c -o $@ $<

# Criterion's macros do not survive -Wconversion and -Wpedantic.
$(BUILD)/check/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) -O1 -g $(SANITIZERS) $(DIALECT) -Itests -Wall -Wextra -Werror $(LIBRARY_FLAGS) -MMD -MP \
		-c -o $@ $<

$(BUILD)/check/units: $(CHECKED_OBJECTS) $(TEST_OBJECTS)
	@echo "  CC $@"; $(CC) $(SANITIZERS) -o $@ $(filter %.o,$^) $(LIBRARIES) -lcriterion -lz

# Built without sanitizers, which cannot work in the sandbox.
$(BUILD)/sandbox-probe: $(OBJECTS) $(wildcard tests/sandbox/*.[ch])
	@echo "  CC $@"; $(CC) $(CFLAGS) $(HARDENING) $(LINK_HARDENING) $(LDFLAGS) $(DIALECT) -Itests -Wall -Wextra -Werror \
		-o $@ $(filter %.c %.o,$^) $(LIBRARIES)

$(REPLAYERS): $(BUILD)/check/fuzz_%: $(CHECKED_OBJECTS) $(BUILD)/check/tests/fuzz/fuzz_%.o \
              $(BUILD)/check/tests/fuzz/replay.o $(FUZZ_SHARED:tests/%.c=$(BUILD)/check/tests/%.o)
	@echo "  CC $@"; $(CC) $(SANITIZERS) -o $@ $(filter %.o,$^) $(LIBRARIES) $(FUZZ_LIBRARIES)

# Preloaded into the unmodified program by tests/faults.
INJECTION := $(sort $(wildcard tests/faults/*.c))
$(BUILD)/check/injection.so: $(INJECTION) tests/faults/injection.h $(BUILD)/settings
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) -O1 -g -std=gnu17 -Itests -Wall -Wextra -Werror -fPIC -shared -pthread -o $@ $(INJECTION)

test: ## install what the tests need, build with sanitizers, run all tests
	sh tools/setup.sh --for-tests
	$(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc)) \
		units $(BUILD)/check/marsift all $(BUILD)/print_lists $(BUILD)/sandbox-probe $(BUILD)/bench/generate $(REPLAYERS) \
		$(BUILD)/check/injection.so $(INSTRUMENTED)
	sh tests/run.sh $(BUILD)

faults: $(BUILD)/marsift $(BUILD)/check/injection.so ## run all tests of injected faults (half an hour)
	python3 tests/faults/check.py $(BUILD) --long

units: $(BUILD)/check/units ## build the unit tests without running them

# The same sources, built with a fuzzing engine: clang's libFuzzer, or AFL++ with its driver for libFuzzer targets.
ENGINE ?= libfuzzer
SECONDS ?= 60
FUZZ := $(BUILD)/fuzz-$(ENGINE)
FUZZ_CC := $(if $(filter afl,$(ENGINE)),afl-clang-fast,clang)
FUZZ_FLAGS := -O2 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FUZZ_OBJECTS := $(PROGRAM_SOURCES:src/%.c=$(FUZZ)/obj/%.o) $(FUZZ)/obj/embedded_files.o \
                $(FUZZ_SHARED:tests/%.c=$(FUZZ)/obj/tests/%.o)
# Tracing comparisons finds the magic numbers of file formats, but makes other code three times as slow.
FUZZ_TRACE = $(if $(findstring /obj/input/,$@),,-fno-sanitize-coverage=trace-cmp)
FUZZ_COMPILE = $(FUZZ_CC) $(FUZZ_FLAGS) -fsanitize=fuzzer-no-link $(FUZZ_TRACE) $(DIALECT) $(WARNINGS) -Werror $(LIBRARY_FLAGS) -MMD -MP

$(FUZZ)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(FUZZ_COMPILE) -c -o $@ $<
$(FUZZ)/obj/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(FUZZ_COMPILE) -Itests -c -o $@ $<
$(FUZZ)/obj/embedded_files.o: $(BUILD)/embedded_files.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(FUZZ_COMPILE) -Wno-overlength-strings -c -o $@ $<
$(FUZZ)/fuzz_%: $(FUZZ)/obj/tests/fuzz/fuzz_%.o $(FUZZ_OBJECTS)
	@echo "  CC $@"; $(FUZZ_CC) $(FUZZ_FLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBRARIES) $(FUZZ_LIBRARIES)
.PRECIOUS: $(FUZZ)/obj/%.o $(FUZZ)/obj/tests/%.o

fuzz: $(FUZZ_TARGETS:%=$(FUZZ)/fuzz_%) $(BUILD)/bench/generate $(BUILD)/marsift ## fuzz each target for SECONDS=60 with ENGINE=libfuzzer or afl
	sh tests/fuzz/run.sh $(ENGINE) $(SECONDS) $(FUZZ) $(FUZZ_TARGETS)
	python3 tests/fuzz/hunt_slow.py $(BUILD)/marsift $(FUZZ)/slow --seconds $(SECONDS)

fuzz-setup: ## install what `make fuzz` needs
	sh tools/setup.sh --for-fuzz

# Inputs of the measurements: the same bytes on every machine, 2.4 GB below $(BUILD)/bench. The tests build small ones.
BENCH := $(BUILD)/bench
BENCH_LINES := 3000000
BENCH_TENTH = $(shell expr $(BENCH_LINES) / 10)
BENCH_LONG_LINE := 200000000
BENCH_SERVERS := 200
BENCH_INPUTS := $(addprefix $(BENCH)/,engine.errlog tenth.errlog ten-lines.errlog engine.errlog.gz \
                engine-utf16.errlog LastBackupFailedFiles1_7_21_2024.txt servers.zip long-line.errlog \
                40-rules.yaml 400-rules.yaml)

$(BENCH)/generate: bench/generate.c
	@mkdir -p $(@D)
	@echo "  CC $@"; $(CC) -O2 $(DIALECT) $(WARNINGS) -o $@ $<

# $(call generate,ARGUMENTS): writes the log and, to $@.truth, the counts that a reader must find in it.
generate = $(BENCH)/generate $(1) > $@.new 2> $@.truth && mv $@.new $@
$(BENCH)/engine.errlog: $(BENCH)/generate
	$(call generate,engine $(BENCH_LINES))
$(BENCH)/tenth.errlog: $(BENCH)/generate
	$(call generate,engine $(BENCH_TENTH))
$(BENCH)/ten-lines.errlog: $(BENCH)/generate
	$(call generate,engine 10)
$(BENCH)/LastBackupFailedFiles1_7_21_2024.txt: $(BENCH)/generate
	$(call generate,list $(BENCH_LINES))
$(BENCH)/long-line.errlog: $(BENCH)/generate
	$(call generate,long-line $(BENCH_LONG_LINE))
$(BENCH)/engine.errlog.gz: $(BENCH)/engine.errlog
	gzip -c $< > $@.new && mv $@.new $@ && cp $<.truth $@.truth
$(BENCH)/engine-utf16.errlog: $(BENCH)/engine.errlog
	{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE $<; } > $@.new && mv $@.new $@ && cp $<.truth $@.truth
$(BENCH)/servers.zip: $(BENCH)/generate
	rm -rf $(BENCH)/servers && $(BENCH)/generate servers $(BENCH)/servers $(BENCH_SERVERS) 2> $(BENCH)/servers.truth
	rm -f $@ && cd $(BENCH) && zip -qr servers.zip servers && cp servers.truth servers.zip.truth
$(BENCH)/%-rules.yaml: bench/rules.py grammars/cbengine.yaml
	@mkdir -p $(@D)
	python3 bench/rules.py grammars/cbengine.yaml $* > $@

bench-inputs: $(BENCH_INPUTS)

bench: $(BUILD)/marsift bench-inputs ## compare the speed of marsift with other tools
	python3 bench/measure.py $(BENCH) $(BUILD)/marsift

bench-setup: ## install the tools that `make bench` compares with
	sh tools/setup.sh --for-bench

include tools/checks.mk

VERSION = $(shell sed -n 's/.*define MARSIFT_VERSION "\(.*\)"/\1/p' include/marsift/marsift.h)
define PKG_CONFIG_FILE
prefix=$(PREFIX)
includedir=$${prefix}/include
libdir=$${prefix}/lib

Name: marsift
Description: Which files of Azure Backup (MARS) agents are not protected, and why
Version: $(VERSION)
Cflags: -I$${includedir}
Libs: -L$${libdir} -lmarsift
Requires.private: $(ENGINE_PACKAGES)
Libs.private: -lcsv -lm -pthread
endef

# SOURCE:TARGET of everything that is installed, TARGET below PREFIX.
INSTALLED_PROGRAMS := $(BUILD)/marsift:bin/marsift $(BUILD)/libmarsift.so.0:lib/libmarsift.so.0
INSTALLED_FILES := man/marsift.1:share/man/man1/marsift.1 include/marsift/marsift.h:include/marsift/marsift.h \
                   $(BUILD)/libmarsift.a:lib/libmarsift.a $(BUILD)/marsift.pc:lib/pkgconfig/marsift.pc \
                   $(BUILD)/completions/marsift:share/bash-completion/completions/marsift \
                   $(BUILD)/completions/_marsift:share/zsh/site-functions/_marsift \
                   $(BUILD)/completions/marsift.fish:share/fish/vendor_completions.d/marsift.fish
ROOT = $(DESTDIR)$(PREFIX)
install: all ## install program, library, man page and completions below PREFIX (and DESTDIR)
	$(file >$(BUILD)/marsift.pc,$(PKG_CONFIG_FILE))
	set -e; for pair in $(INSTALLED_PROGRAMS); do install -D -m 755 "$${pair%%:*}" "$(ROOT)/$${pair#*:}"; done
	set -e; for pair in $(INSTALLED_FILES); do install -D -m 644 "$${pair%%:*}" "$(ROOT)/$${pair#*:}"; done
	ln -sf libmarsift.so.0 "$(ROOT)/lib/libmarsift.so"

uninstall: ## remove what `make install` installed
	for pair in $(INSTALLED_PROGRAMS) $(INSTALLED_FILES); do rm -f "$(ROOT)/$${pair#*:}"; done
	rm -f "$(ROOT)/lib/libmarsift.so"

clean: ## remove everything that was built
	rm -rf $(BUILD)

help: ## print this list
	@echo 'make               build $(BUILD)/marsift'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile tools/checks.mk

-include $(shell find $(BUILD)/obj $(BUILD)/check $(FUZZ)/obj -name '*.d' 2>/dev/null)
