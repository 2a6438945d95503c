#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "grammar/match/matcher.h"
#include "grammar/search/literal_scanner.h"
#include "support/grammar_run.h"
#include "support/guard.h"

#define RECORD(level, message)                                                                     \
    "0AB0\t0974\t08/04\t13:16:29.206\t18\tmtffile.cpp(1372)\t\t\t\t" level "\t" message

#define MANAGED(level, message)                                                                    \
    "0AB0\t0974\t08/04\t13:16:29.206\t22\tVMWareServer.cs(2174)\t\t\t\t" level "\t" message

struct expected_event {
    enum verdict_class class;
    uint32_t line_count;
};

struct matching {
    const char *text;
    struct expected_event events[6]; /* ended by line_count 0 */
};

static void check(const struct dialect *dialect, const struct matching *cases, size_t count,
                  bool is_first)
{
    for (size_t i = 0; i < count; i++) {
        struct grammar_run run;
        grammar_match(dialect, span_of(cases[i].text), NULL, 0, is_first, &run);
        cr_assert(eq(sz, run.lines, run.line_count), "%s", cases[i].text);
        size_t expected = 0;
        for (; expected < 6 && cases[i].events[expected].line_count > 0; expected++) {
            cr_assert(lt(sz, expected, run.count), "%s", cases[i].text);
            cr_assert(eq(int, run.events[expected].class, cases[i].events[expected].class),
                      "event %zu of %s", expected, cases[i].text);
            cr_assert(
                eq(u32, run.events[expected].line_count, cases[i].events[expected].line_count),
                "event %zu of %s", expected, cases[i].text);
        }
        cr_assert(eq(sz, run.count, expected), "%s", cases[i].text);
    }
}

Test(grammar_matcher, every_line_of_an_engine_trace_gets_its_class)
{
    static const struct matching cases[] = {
        {RECORD("NORMAL", "==>F"), {{VERDICT_NOISE, 1}}},
        {RECORD("WARNING", "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a)"),
         {{VERDICT_FAILED_FILE, 1}}},
        {RECORD("WARNING", "nobody knows this"), {{VERDICT_UNPARSED, 1}}},
        {RECORD("FATAL", "nobody knows this"), {{VERDICT_OTHER_FAILURE, 1}}},
        {"\n" RECORD("NORMAL", "m") "\n \t\n",
         {{VERDICT_FRAME, 1}, {VERDICT_NOISE, 1}, {VERDICT_FRAME, 1}}},
        /* Indented lines continue the record; a line of rubbish does not. */
        {RECORD(
             "WARNING",
             "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a)") "\r\n   at "
                                                                            "X.Y()\r\n\tmore\r\n@@@"
                                                                            " rubbish\r\n",
         {{VERDICT_FAILED_FILE, 3}, {VERDICT_UNPARSED, 1}}},
        {"rubbish first\n   indented\n", {{VERDICT_UNPARSED, 1}, {VERDICT_UNPARSED, 1}}},
        /* A wrapped file name belongs to its record, whatever the line looks like. */
        {RECORD("WARNING",
                "Failed: Hr: = [0x80070005] BackupRead failed on") "\nfile(D:\\a b.doc)\n",
         {{VERDICT_FAILED_FILE, 2}}},
        /* Equal prefixes of managed code: the later records of one exception are frame. */
        {MANAGED("WARNING", "System.IO.IOException: gone") "\n" MANAGED(
             "WARNING", "and what else") "\n" MANAGED("WARNING",
                                                      "Failed: Hr: = [0x80070005] BackupRead "
                                                      "failed on file(D:\\b)"),
         {{VERDICT_OTHER_FAILURE, 1}, {VERDICT_FRAME, 1}, {VERDICT_FAILED_FILE, 1}}},
        /* Native code writes records of their own in the same millisecond. */
        {RECORD("WARNING", "Volume E: lost") "\n" RECORD("WARNING", "Volume F: lost"),
         {{VERDICT_UNPARSED, 1}, {VERDICT_UNPARSED, 1}}},
        /* A truncated name takes one more line, not all that follow. */
        {RECORD("WARNING",
                "Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a.d") "\nthe "
                                                                                "rest\nrubbish\nrub"
                                                                                "bish\n",
         {{VERDICT_OTHER_FAILURE, 2}, {VERDICT_UNPARSED, 1}, {VERDICT_UNPARSED, 1}}},
        {RECORD("WARNING", "Backup Progress: Failed"), {{VERDICT_OTHER_FAILURE, 1}}},
        {RECORD("NORMAL", "Backup Progress: Succeeded"), {{VERDICT_NOISE, 1}}},
        {RECORD("NORMAL", "Retention policy (ID: 100050) loaded"), {{VERDICT_NOISE, 1}}},
        {RECORD("WARNING", "it returned 0x80070005."), {{VERDICT_OTHER_FAILURE, 1}}},
        /* A fragment of a record, pasted somewhere, is recovered. */
        {"Failed: Hr: = [0x80070005] BackupRead failed on file(D:\\a)", {{VERDICT_FAILED_FILE, 1}}},
        {"---------- CBENGINECURR.ERRLOG", {{VERDICT_FRAME, 1}}},
    };
    struct dialect *dialect = grammar_built_in("cbengine");
    check(dialect, cases, sizeof cases / sizeof *cases, true);
    dialect_close(dialect);
}

Test(grammar_matcher, a_later_block_may_open_with_the_rest_of_a_record)
{
    static const struct matching cases[] = {
        {"   at X.Y()\nrubbish\n" RECORD("NORMAL", "m"),
         {{VERDICT_FRAME, 1}, {VERDICT_UNPARSED, 1}, {VERDICT_NOISE, 1}}},
    };
    struct dialect *dialect = grammar_built_in("cbengine");
    check(dialect, cases, sizeof cases / sizeof *cases, false);
    struct grammar_run run;
    const char *text = MANAGED("WARNING", "of no known kind") "\n" MANAGED("WARNING", "again");
    grammar_match(dialect, span_of(text), NULL, 0, false, &run);
    cr_assert(run.events[0].may_continue);
    cr_assert(not(run.events[1].may_continue));
    cr_assert(eq(int, run.events[1].class, VERDICT_FRAME));
    grammar_match(dialect, span_of(text), NULL, 0, true, &run);
    cr_assert(not(run.events[0].may_continue));
    dialect_close(dialect);
}

Test(grammar_matcher, the_longest_known_message_is_in_the_event)
{
    static const struct scanner_literal messages[] = {
        {.text = {"is not correctly configured on this server", 42}, .is_message = true},
        {.text = {"not correctly configured", 24}, .is_message = true},
        {.text = {"アクセスが拒否されました", 36}, .is_message = true},
        {.text = {"SalLowDiskSpace", 15}, .is_word = true},
    };
    static const struct {
        const char *text;
        uint32_t literal;
    } cases[] = {
        {RECORD("WARNING", "x is NOT  correctly\tconfigured on this server."), 0},
        {RECORD("WARNING", "not correctly configured"), 1},
        {RECORD("WARNING", "not correctly\n   configured"), 1},
        {RECORD("NORMAL", "not correctly configured"),
         EVENT_NO_LITERAL}, /* harmless, whatever it says */
        {"アクセスが拒否されました。", 2},
        {RECORD("WARNING", "notcorrectly configured"), EVENT_NO_LITERAL},
        {RECORD("WARNING", "correctly configured, not"), EVENT_NO_LITERAL},
        {RECORD("WARNING", "ErrorCode = sallowdiskspace}"), 3},
        {RECORD("WARNING", "ErrorCode = SalLowDiskSpaceX"), EVENT_NO_LITERAL},
        {RECORD("WARNING", "_SalLowDiskSpace then SalLowDiskSpace"), 3},
        {RECORD("WARNING", "SalLowDiskSpace=1"), 3},
        {RECORD("WARNING", "SalLowDiskSpace=0 others=2"), EVENT_NO_LITERAL},
        {RECORD("WARNING", "SalLowDiskSpace events: 0, failed"), EVENT_NO_LITERAL},
        {RECORD("WARNING", "SalLowDiskSpace: 0x80070070"), 3},
        {RECORD("WARNING", "SalLowDiskSpace limit = 1000"), EVENT_NO_LITERAL},
        {RECORD("WARNING", "SalLowDiskSpace: limit exceeded"), 3},
        {RECORD("WARNING", "OpenFile failed D:\\x\\SalLowDiskSpace.docx"), EVENT_NO_LITERAL},
        {RECORD("WARNING", "D:\\x\\SalLowDiskSpace.docx failed, SalLowDiskSpace"), 3},
    };
    struct dialect *dialect = grammar_built_in("cbengine");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct grammar_run run;
        grammar_match(dialect, span_of(cases[i].text), messages, 4, true, &run);
        cr_assert(eq(u32, run.events[0].literal, cases[i].literal), "%s", cases[i].text);
    }
    dialect_close(dialect);
}

/* A line without a prefix after a harmless record may be the rest of it. */
Test(grammar_matcher, words_right_after_a_harmless_record_prove_nothing)
{
    static const struct scanner_literal messages[] = {
        {.text = {"SalLowDiskSpace", 15}, .is_word = true},
    };
    static const struct {
        const char *before;
        bool is_doubtful;
    } cases[] = {
        {RECORD("NORMAL", "Known errors:") "\n", true},
        {RECORD("NORMAL", "Known errors:") "\nSalOther\n", true},
        {RECORD("NORMAL", "Known errors:") "\n\n", false},
        {RECORD("WARNING", "It failed:") "\n", false},
        {"", false},
    };
    struct dialect *dialect = grammar_built_in("cbengine");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static char text[1024];
        struct grammar_run run;
        snprintf(text, sizeof text, "%sSalLowDiskSpace", cases[i].before);
        grammar_match(dialect, span_of(text), messages, 1, true, &run);
        const struct event *last = &run.events[run.count - 1];
        cr_assert(eq(int, last->is_doubtful, cases[i].is_doubtful), "%s", text);
        cr_assert(eq(int, last->literal == EVENT_NO_LITERAL, cases[i].is_doubtful), "%s", text);
    }
    dialect_close(dialect);
}

/* Samples of all grammars, cut at characters, before a forbidden page: matched by any grammar, all
 * lines are accounted for. */
Test(grammar_matcher, samples_cut_anywhere_are_accounted_for_and_never_overread, .timeout = 300)
{
    static const char *const names[] = {"cbengine", "failed-files", "wsb-error",
                                        "messages", "events",       "text"};
    struct dialect *dialects[6];
    for (size_t i = 0; i < 6; i++)
        dialects[i] = grammar_built_in(names[i]);
    for (size_t d = 0; d < 6; d++) {
        for (size_t r = 0; r < dialects[d]->rule_count; r++) {
            const struct rule_source *rule = &dialects[d]->source->rules[r];
            for (unsigned s = 0; s < rule->samples_count; s++) {
                struct span text = span_of(rule->samples[s].line);
                for (size_t length = 0; length <= text.length; length += 1 + length / 8) {
                    while (length < text.length &&
                           ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
                        length++;
                    struct guard guard = guard_copy(span_slice(text, 0, length));
                    struct grammar_run run;
                    grammar_match(dialects[(d + length) % 6],
                                  (struct span){.bytes = guard.bytes, .length = guard.length}, NULL,
                                  0, true, &run);
                    cr_assert(eq(sz, run.lines, run.line_count), "%s cut at %zu",
                              rule->samples[s].line, length);
                    guard_release(&guard);
                }
            }
        }
    }
    for (size_t i = 0; i < 6; i++)
        dialect_close(dialects[i]);
}

Test(grammar_matcher, a_pattern_at_its_step_limit_leaves_its_record_unparsed_and_is_noted)
{
    static const char text[] =
        "grammar: bad\nrules:\n"
        "  - name: slow\n    verdict: failed-file\n    pattern: '^(?<path>(a+)+)$'\n";
    struct fault fault = {0};
    struct dialect *dialect = dialect_open("bad.yaml", span_of(text), &fault);
    cr_assert(dialect != NULL, "%s", fault.text);
    struct grammar_run run;
    grammar_match(dialect, span_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\naaa\n"), NULL,
                  0, true, &run);
    cr_assert(eq(sz, run.events[0].limited_rule_count, 1));
    cr_assert(eq(int, run.events[0].class, VERDICT_UNPARSED));
    cr_assert(eq(sz, run.events[1].limited_rule_count, 0));
    cr_assert(eq(int, run.events[1].class, VERDICT_FAILED_FILE));
    dialect_close(dialect);
}
