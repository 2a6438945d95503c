/* Cached messages give the events that the rules give. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/match/matcher.h"
#include "grammar/match/matcher_private.h"
#include "input/encoding/line_index.h"
#include "support/grammar_run.h"

#define RECORD(level, message)                                                                     \
    "0AB0\t0974\t08/04\t13:16:29.206\t18\tmtffile.cpp(1372)\t\t\t\t" level "\t" message

#define RETRY "GetModuleHandle failed for Library [vssapi.dll], will try LoadLibrary"

static struct rule_index *rule_index;
static struct matcher *matcher;
static struct dialect *dialect;

static void open_engine(void)
{
    struct fault fault = {0};
    static struct limits limits;
    limits = limits_default();
    dialect = grammar_built_in("cbengine");
    rule_index =
        rule_index_open(dialect, /* messages= */ NULL, /* uses_fast_paths= */ true, &fault);
    matcher = matcher_open(rule_index, &limits, NULL, &fault);
    cr_assert(matcher != NULL, "%s", fault.text);
}

static void close_engine(void)
{
    matcher_close(matcher);
    rule_index_close(rule_index);
    dialect_close(dialect);
}

static bool keep_event(void *context, const struct event *event)
{
    struct grammar_run *run = context;
    run->events[run->count++] = *event;
    return true;
}

/* Matches the text as one block. True if its last line was in the cache. */
static bool match(const char *text, bool may_merge, struct grammar_run *run)
{
    struct fault fault = {0};
    struct line *lines = NULL;
    size_t capacity = 0;
    struct line_index list = {.lines = &lines, .capacity = &capacity};
    cr_assert(line_index_find(span_of(text), 1024, &list, &fault));
    struct block block = {.text = span_of(text), .lines = lines, .line_count = list.count};
    run->count = 0;
    cr_assert(
        matcher_match(matcher, &block, /* is_first= */ true, may_merge, keep_event, run, &fault));
    memory_free(lines);
    return matcher->reader.layouts[list.count - 1].cached_rule != NULL;
}

TestSuite(grammar_noise_cache, .init = open_engine, .fini = close_engine);

Test(grammar_noise_cache, a_harmless_message_is_found_when_it_comes_again)
{
    struct grammar_run run;
    cr_assert(not(match(RECORD("WARNING", RETRY), false, &run)));
    cr_assert(match(RECORD("WARNING", RETRY), false, &run));
    cr_assert(eq(int, run.events[0].class, VERDICT_NOISE));
    cr_assert(eq(str, (char *)run.events[0].rule, "library-retry"));
    cr_assert(eq(sz, run.events[0].body.length, strlen(RETRY)));
}

Test(grammar_noise_cache, cached_messages_are_merged_with_other_noise)
{
    struct grammar_run run;
    match(RECORD("WARNING", RETRY), true, &run);
    match(RECORD("NORMAL", "a") "\n" RECORD("NORMAL", "b") "\n" RECORD(
              "WARNING", RETRY) "\n" RECORD("NORMAL", "c"),
          true, &run);
    cr_assert(eq(sz, run.count, 2)); /* the first record is not merged */
    cr_assert(eq(u32, run.events[1].record_count, 3));
    cr_assert(eq(int, run.events[1].class, VERDICT_NOISE));
}

/* Records that differ from the cached one in something that counts. */
Test(grammar_noise_cache, only_the_same_message_at_the_same_level_on_a_line_of_its_own_is_found)
{
    static const char *const others[] = {
        RECORD("FATAL", RETRY),
        RECORD("WARNING", RETRY " "),
        RECORD("WARNING", "GetModuleHandle failed for Library [vssapj.dll], will try LoadLibrary"),
        RECORD("WARNING", "GetModuleHandle failed for Library [vssapi.dll], will try Loadlibrary"),
        RECORD("WARNING", RETRY "\n   at the end"),
    };
    struct grammar_run run;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        match(RECORD("WARNING", RETRY), false, &run);
        cr_assert(match(RECORD("WARNING", RETRY), false, &run));
        match(others[i], false, &run);
        cr_assert(eq(ptr, (void *)matcher->reader.layouts[0].cached_rule, NULL), "%s", others[i]);
    }
}

Test(grammar_noise_cache, records_with_fields_or_failures_are_not_cached)
{
    static const char *const records[] = {
        RECORD("WARNING", "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a\\b\\c.txt)"),
        RECORD("FATAL", "nobody knows this message"),
        RECORD("WARNING", "nobody knows this message"),
        RECORD("NORMAL", "Backup Progress: Prebackup started."),
        RECORD("WARNING", "GetModuleHandle failed for Library [a/b.dll], will try LoadLibrary"),
    };
    struct grammar_run run;
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        match(records[i], false, &run);
        cr_assert(not(match(records[i], false, &run)), "%s", records[i]);
    }
}
