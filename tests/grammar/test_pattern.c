#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/pattern.h"
#include "support/guard.h"

Test(grammar_pattern, captures_fields_also_through_names_that_stand_twice)
{
    struct fault fault = {0};
    struct pattern *pattern = pattern_compile(
        span_of("^(?:(?<code>0x[0-9a-f]+) (?<path>\\S+)|(?<path>\\S+) (?<code>0x[0-9a-f]+))$"),
        &fault);
    cr_assert(pattern != NULL, "%s", fault.text);
    struct pattern_scratch *scratch = pattern_scratch_open(100000, &fault);
    static const char *const texts[] = {"0x5 C:\\a", "C:\\a 0x5"};
    for (size_t i = 0; i < 2; i++) {
        struct span fields[FIELD_COUNT] = {{0}};
        cr_assert(
            eq(int, pattern_match(pattern, scratch, span_of(texts[i]), fields), PATTERN_MATCH));
        cr_assert(span_equals(fields[FIELD_CODE], span_of("0x5")), "%s", texts[i]);
        cr_assert(span_equals(fields[FIELD_PATH], span_of("C:\\a")), "%s", texts[i]);
        cr_assert(eq(ptr, (void *)fields[FIELD_ID].bytes, NULL));
        cr_assert(eq(ptr, (void *)fields[FIELD_JOB].bytes, NULL));
    }
    cr_assert(eq(int, pattern_match(pattern, scratch, span_of("nothing"), NULL), PATTERN_NO_MATCH));
    pattern_scratch_close(scratch);
    pattern_free(pattern);
}

Test(grammar_pattern, a_catastrophic_one_gives_up_and_never_says_no_match)
{
    struct fault fault = {0};
    struct pattern *pattern = pattern_compile(span_of("^(a+)+$"), &fault);
    struct pattern_scratch *scratch = pattern_scratch_open(10000, &fault);
    const struct span text =
        span_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
    cr_assert(eq(int, pattern_match(pattern, scratch, text, NULL), PATTERN_STEP_LIMIT));
    pattern_scratch_close(scratch);
    pattern_free(pattern);
}

Test(grammar_pattern, hard_matches_of_a_text_share_an_allowance_that_grows_with_its_bytes)
{
    struct fault fault = {0};
    struct pattern *pattern = pattern_compile(span_of("^(a+)+$"), &fault);
    struct pattern_scratch *scratch = pattern_scratch_open(10000, &fault);
    const struct span hard = span_of("aaaaaaaaaaa!"), hopeless = span_of("aaaaaaaaaaaaaaaaaaaaaa!"),
                      easy = span_of("aaaaaaaaaaaaa");
    enum { TEXT_BYTES = 4096 };
    pattern_scratch_begin(scratch, TEXT_BYTES);
    cr_assert(eq(int, pattern_match(pattern, scratch, hard, NULL), PATTERN_NO_MATCH));
    pattern_scratch_begin(scratch, TEXT_BYTES);
    for (int i = 0; i < TEXT_BYTES; i++)
        cr_assert(eq(int, pattern_match(pattern, scratch, hopeless, NULL), PATTERN_STEP_LIMIT));
    cr_assert(eq(int, pattern_match(pattern, scratch, hard, NULL), PATTERN_STEP_LIMIT));
    cr_assert(eq(int, pattern_match(pattern, scratch, easy, NULL), PATTERN_MATCH));
    pattern_scratch_begin(scratch, TEXT_BYTES);
    cr_assert(eq(int, pattern_match(pattern, scratch, hard, NULL), PATTERN_NO_MATCH));
    pattern_scratch_close(scratch);
    pattern_free(pattern);
}

Test(grammar_pattern, what_is_wrong_with_an_expression_is_said)
{
    static const struct {
        const char *expression, *complaint;
    } cases[] = {
        {"(unclosed", "the pattern is wrong at offset 9: missing closing parenthesis"},
        {"(?<colour>x)", "the group name \"colour\" is no known field"},
        {"\\C", "the pattern is wrong at offset 2: using \\C is disabled by the application"},
        {"[z-a]", "the pattern is wrong at offset 3: range out of order in character class"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fault fault = {0};
        cr_assert(eq(ptr, pattern_compile(span_of(cases[i].expression), &fault), NULL));
        cr_assert(eq(int, fault.kind, FAULT_GRAMMAR));
        cr_assert(eq(str, fault.text, (char *)cases[i].complaint));
    }
}

Test(grammar_pattern, never_reads_past_the_subject)
{
    struct fault fault = {0};
    struct pattern *pattern = pattern_compile(
        span_of("Failed: Hr: = \\[(?<code>0x[0-9A-Fa-f]{8})\\].*file\\((?<path>.*)\\)\\s*$"),
        &fault);
    struct pattern_scratch *scratch = pattern_scratch_open(100000, &fault);
    const struct span text =
        span_of("Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\日本.txt)");
    for (size_t length = 0; length <= text.length; length++) {
        if (length < text.length && ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
            continue; /* subjects are whole characters */
        struct guard guard = guard_copy(span_slice(text, 0, length));
        struct span fields[FIELD_COUNT] = {{0}};
        enum pattern_result result = pattern_match(
            pattern, scratch, (struct span){.bytes = guard.bytes, .length = guard.length}, fields);
        cr_assert(eq(int, result, length == text.length ? PATTERN_MATCH : PATTERN_NO_MATCH),
                  "length %zu", length);
        guard_release(&guard);
    }
    pattern_scratch_close(scratch);
    pattern_free(pattern);
}

/* PCRE2 10.42 crashes at some of these when it gets no memory for machine code. */
Test(grammar_pattern, refused_memory_is_a_fault_wherever_it_is_refused)
{
    static const char expression[] = "^(?:(?<code>0x[0-9A-Fa-f]{8})[,;\\t "
                                     "]+)?(?<path>(?:[A-Z]:|\\\\{2}\\w+)(?:\\\\[^\\\\/:]+){1,40}?)"
                                     "(?:\\s+\\((?<operation>\\w+|(?:[a-z]{2,5} ?){3,9})\\))?\\s*$";
    bool is_done = false;
    unsigned long refused = 0;
    for (unsigned long nth = 1; !is_done; nth++) {
        struct fault fault = {0};
        memory_fail_at(nth);
        struct pattern *pattern = pattern_compile(span_of(expression), &fault);
        memory_fail_at(0);
        is_done = pattern != NULL;
        refused += !is_done;
        cr_assert(is_done || fault.kind == FAULT_MEMORY, "request %lu: %s", nth, fault.text);
        pattern_free(pattern);
    }
    cr_assert(refused > 10, "%lu", refused);
}
