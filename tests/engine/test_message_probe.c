/* Every agent error of the catalog in every notation in which it is written, in an engine record,
 * as a line of the console, and in any text; and innocent text, in which there is none. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "engine/ruleset.h"
#include "input/encoding/line_index.h"
#include "verdict/verdict.h"

enum { TEXT_BYTES = 2048, SHOWN_FAILURES = 4000 };

static const char record_start[] = "0AB0\t0974\t08/04\t13:16:29.206\t71\tbackupasync.cpp(99)\t"
                                   "[0000000053582120]\t11111111-2222-3333-4444-555555555555\t\t"
                                   "WARNING\t";

/* Where the agent's words may stand. */
static const struct clothing {
    const char *dialect;
    const char *before;
} clothings[] = {
    {"cbengine", record_start}, {"messages", ""}, {"text", "noted by the night shift: "}};

enum { CLOTHING_COUNT = sizeof clothings / sizeof *clothings };

struct bench {
    struct ruleset ruleset;
    struct matcher *matchers[CLOTHING_COUNT];
    struct limits limits;
    struct verdict verdict;
    size_t events;
    size_t failures;
    size_t tried;
};

static void set_up(struct bench *bench)
{
    struct fault fault = {0};
    *bench = (struct bench){.limits = limits_default()};
    cr_assert(ruleset_open(&bench->ruleset, NULL, 0, NULL, 0, &bench->limits, &fault), "%s",
              fault.text);
    for (size_t i = 0; i < CLOTHING_COUNT; i++) {
        for (size_t d = 0; d < bench->ruleset.dialects.count; d++) {
            if (strcmp(bench->ruleset.dialects.dialects[d]->name, clothings[i].dialect) != 0)
                continue;
            const struct rule_index *rule_index = ruleset_rule_index(&bench->ruleset, d, &fault);
            cr_assert(rule_index != NULL, "%s", fault.text);
            bench->matchers[i] = matcher_open(rule_index, &bench->limits, &fault);
        }
        cr_assert(bench->matchers[i] != NULL, "no dialect %s", clothings[i].dialect);
    }
}

static void tear_down(struct bench *bench)
{
    for (size_t i = 0; i < CLOTHING_COUNT; i++)
        matcher_close(bench->matchers[i]);
    ruleset_close(&bench->ruleset);
}

static bool keep_verdict(void *context, const struct event *event)
{
    struct bench *bench = context;
    if (!verdict_classify(bench->ruleset.catalog, event, /* scratch= */ NULL, &bench->verdict,
                          NULL))
        return false;
    bench->events++;
    return true;
}

/* What `text` is, worn as `clothing` says. */
static struct verdict judge(struct bench *bench, size_t clothing, const char *text)
{
    char whole[TEXT_BYTES];
    struct fault fault = {0};
    struct line *lines = NULL;
    size_t capacity = 0;
    struct line_index list = {.lines = &lines, .capacity = &capacity};
    snprintf(whole, sizeof whole, "%s%s", clothings[clothing].before, text);
    cr_assert(line_index_find(span_of(whole), bench->limits.max_line_bytes, &list, &fault));
    struct block block = {.text = span_of(whole), .lines = lines, .line_count = list.count};
    bench->events = 0;
    cr_assert(matcher_match(bench->matchers[clothing], &block, /* is_first= */ true,
                            /* may_merge= */ false, keep_verdict, bench, &fault));
    memory_free(lines);
    cr_assert(eq(sz, bench->events, 1), "%s", whole);
    return bench->verdict;
}

static void complain(struct bench *bench, size_t clothing, const char *text, struct verdict verdict)
{
    const struct catalog *catalog = bench->ruleset.catalog;
    const struct agent_error *met =
        verdict.has_error ? catalog_error_at(catalog, verdict.error) : NULL;
    if (++bench->failures > SHOWN_FAILURES)
        return;
    cr_log_error("%s: '%s' is class %d, error %u %s %s", clothings[clothing].dialect, text,
                 (int)verdict.class, met ? met->id : 0, met ? met->symbol : "",
                 met ? met->title[0] : "");
}

/* The row counts as a finding, or as the code that it words. */
static bool is_right(const struct bench *bench, size_t row, struct verdict verdict)
{
    const struct agent_error *error = catalog_error_at(bench->ruleset.catalog, row);
    if (error->code != 0)
        return verdict.class == VERDICT_OTHER_FAILURE && verdict.code == error->code;
    return verdict.class == VERDICT_FINDING && verdict.has_error && verdict.error == row;
}

static void expect(struct bench *bench, size_t row, const char *text)
{
    for (size_t clothing = 0; clothing < CLOTHING_COUNT; clothing++) {
        struct verdict verdict = judge(bench, clothing, text);
        bench->tried++;
        if (!is_right(bench, row, verdict))
            complain(bench, clothing, text, verdict);
    }
}

static void conclude(struct bench *bench)
{
    tear_down(bench);
    cr_assert(gt(sz, bench->tried, 0));
    cr_assert(eq(sz, bench->failures, 0), "%zu of %zu", bench->failures, bench->tried);
}

Test(engine_message_probe, a_number_is_known_in_every_notation)
{
    static const struct {
        const char *format;
        bool is_hexadecimal;
        unsigned least; /* shorter numbers are not written so */
    } notations[] = {
        {"The operation did not end well. (ID: %u)", false, 0},
        {"The operation did not end well. (ID:%u) Try it again.", false, 0},
        {"The operation did not end well. (ID %u)", false, 0},
        {"The operation did not end well. (ID: %u Details: none)", false, 0},
        {"操作を完了できませんでした。 (ID: %u)", false, 0},
        {"The operation did not end well (0x%05X)", true, 0x1000},
        {"The operation did not end well [0x%05X] today.", true, 0x1000},
        {"操作を完了できませんでした [0x%05x]。", true, 0x1000},
        {"Error %u. The operation did not end well.", false, 10000},
        {"エラー %u。 操作を完了できませんでした。", false, 10000},
        {"The operation failed with error code 0x%X", true, 0x8000},
        {"The operation failed with error code: 0x%X.", true, 0x8000},
    };
    struct bench bench;
    set_up(&bench);
    for (size_t row = 0; row < catalog_error_count(bench.ruleset.catalog); row++) {
        unsigned id = catalog_error_at(bench.ruleset.catalog, row)->id;
        for (size_t i = 0; i < sizeof notations / sizeof *notations && id != 0; i++) {
            char text[TEXT_BYTES];
            if (id < notations[i].least)
                continue;
            snprintf(text, sizeof text, notations[i].format, id);
            expect(&bench, row, text);
        }
    }
    conclude(&bench);
}

Test(engine_message_probe, a_symbol_is_known_as_a_word)
{
    static const char *const formats[] = {"%s", "The job ended with %s.", "ErrorCode=%s;Retry=0",
                                          "ジョブの結果: %s"};
    struct bench bench;
    set_up(&bench);
    for (size_t row = 0; row < catalog_error_count(bench.ruleset.catalog); row++) {
        const char *symbol = catalog_error_at(bench.ruleset.catalog, row)->symbol;
        for (size_t i = 0; i < sizeof formats / sizeof *formats && symbol[0] != '\0'; i++) {
            char text[TEXT_BYTES];
            snprintf(text, sizeof text, formats[i], symbol);
            expect(&bench, row, text);
        }
    }
    conclude(&bench);
}

enum mutation { AS_IT_IS, REBRANDED, DOUBLED_BLANKS, UPPER_CASE, MUTATION_COUNT };

static void mutate(const char *message, enum mutation mutation, char text[TEXT_BYTES])
{
    size_t at = 0;
    message += message[0] == '~';
    if (mutation == REBRANDED) {
        snprintf(text, TEXT_BYTES, "Windows Azure Backup Agent %s. Contact your administrator.",
                 message);
        return;
    }
    for (; *message != '\0'; message++) {
        bool is_lower = *message >= 'a' && *message <= 'z';
        text[at++] = mutation == UPPER_CASE && is_lower ? (char)(*message - 32) : *message;
        if (mutation == DOUBLED_BLANKS && *message == ' ')
            text[at++] = ' ';
    }
    text[at] = '\0';
}

Test(engine_message_probe, every_message_is_known_in_both_languages)
{
    struct bench bench;
    set_up(&bench);
    const struct catalog *catalog = bench.ruleset.catalog;
    for (size_t row = 0; row < catalog_error_count(catalog); row++)
        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            const char *const *messages = catalog_error_messages(catalog, row, language);
            size_t count = catalog_error_message_count(catalog, row, language);
            for (size_t i = 0; i < count * MUTATION_COUNT; i++) {
                char text[TEXT_BYTES];
                mutate(messages[i / MUTATION_COUNT], (enum mutation)(i % MUTATION_COUNT), text);
                expect(&bench, row, text);
            }
        }
    conclude(&bench);
}

Test(engine_message_probe, a_wrapper_gives_way_to_the_number_inside)
{
    static const struct {
        const char *text;
        uint32_t id;
    } cases[] = {
        {"The current operation failed due to an internal service error [0x29834]. (ID: 100066)",
         170036},
        {"(ID: 100066) The current operation failed due to an internal service error [0x1FC07].",
         130055},
        {"The current operation failed due to an internal service error [170036]. (ID: 100066)",
         170036},
        {"The current operation failed due to an internal service error (170036). (ID 100066)",
         170036},
        {"The job failed (0x186E2): the current operation failed due to an internal service error "
         "[0x1FBE2]",
         130018},
        {"The job failed. (ID: 100066 Details: internal service error [0x29834])", 170036},
        {"The job failed. (ID: 100066) (ID: 170036)", 170036},
        {"サービスの内部エラー [0x1FC07] が発生したため、現在の操作を実行できませんでした。 (ID: "
         "100066)",
         130055},
        {"バックアップに失敗しました。サービスの内部エラー [0x29834] "
         "が発生したため、現在の操作を実行できませんでした。",
         170036},
        {"サービスの内部エラー [170036] が発生したため、現在の操作を実行できませんでした。(ID: "
         "100066)",
         170036},
        {"エラー 100066。 サービスの内部エラー [0x29834] が発生しました。", 170036},
        {"The current operation failed due to an internal service error \"Resource not provisioned "
         "in service stamp\". Please retry the operation after some time. (ID: 230006)",
         230006},
        {"現在の操作は、内部サービス エラー \"サービス "
         "スタンプにプロビジョニングされていないリソース\" が原因で失敗しました。",
         230006},
        {"The current operation failed due to an internal service error. (ID: 100066)", 100066},
        {"サービスの内部エラー [0x186E2] が発生したため、現在の操作を実行できませんでした。",
         100066},
    };
    struct bench bench;
    set_up(&bench);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t row = 0;
        cr_assert(catalog_error_by_id(bench.ruleset.catalog, cases[i].id, &row));
        expect(&bench, row, cases[i].text);
    }
    conclude(&bench);
}

Test(engine_message_probe, innocent_text_is_no_finding)
{
    static const char *const texts[] = {
        "The user said that authentication failed twice on Monday.",
        "sshd[812]: authentication failed for root",
        "Authorization failed: token expired at 10:02",
        "robocopy: Invalid path specified: Z:\\none",
        "blob is missing from the git repository",
        "The nightly build completed with warnings",
        "Compilation completed with warnings (12)",
        "Build step 4 of 9 completed with warnings.",
        "Mounting the disk failed on linux host lab7",
        "Security PIN is not set on the phone of the receptionist",
        "This functionality is deprecated and will go in version 9",
        "Failed to log on to Azure DevOps with the saved account",
        "Operation failed.",
        "C:\\Users\\a\\Documents\\Access is denied.docx",
        "D:\\Manuals\\Recovery point corrupt - what now.pdf",
        "D:\\Manuals\\SalLowDiskSpaceExplained.docx",
        "MSI (s) (A4:10) [10:12:13:123]: Product: Some Tool -- Configuration completed with "
        "warnings.",
        "MSI (s) (A4:10) [10:12:13:123]: Note: 1: 2262 2: Binary 3: -2147287038",
        "Action ended 10:12:13: InstallFinalize. Return value 1.",
        "Property(S): ProductVersion = 2.0.9167.0",
        "The ID 100050 is a room number here",
        "invoice 34513 was paid",
        "address 0x00007ff8 of module ntdll",
        "see figure [12345] for details",
        "Windows cannot find changes in a file that is open",
        "No valid vault found in the museum",
        "バックアップは正常に完了しました。",
    };
    struct bench bench;
    set_up(&bench);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t clothing = 1; clothing < CLOTHING_COUNT; clothing++) {
            struct verdict verdict = judge(&bench, clothing, texts[i]);
            bench.tried++;
            if (verdict.class == VERDICT_FINDING)
                complain(&bench, clothing, texts[i], verdict);
        }
    conclude(&bench);
}
