/* Every agent error of the catalog, in every notation in which it is written, is recognised. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "support/message_bench.h"

Test(engine_agent_messages, numbers_are_recognised_in_every_notation)
{
    static const struct {
        const char *format;
        bool is_hexadecimal;
        unsigned least; /* smaller numbers are not written like this */
    } notations[] = {
        /* Programs of all kinds number things like this; DPM gives details with short ones. */
        {"The operation did not end well. (ID: %u)", false, 100},
        {"The operation did not end well. (ID:%u) Try it again.", false, 100},
        {"The operation did not end well. (ID %u)", false, 100},
        {"The operation did not end well. (ID: %u Details: none)", false, 0},
        {"操作を完了できませんでした。 (ID: %u)", false, 100},
        {"The operation did not end well (0x%05X)", true, 0x1000},
        {"The operation did not end well [0x%05X] today.", true, 0x1000},
        {"操作を完了できませんでした [0x%05x]。", true, 0x1000},
        {"Error %u. The operation did not end well.", false, 10000},
        {"エラー %u。 操作を完了できませんでした。", false, 10000},
        {"The operation failed with error code 0x%X", true, 0x8000},
        {"The operation failed with error code: 0x%X.", true, 0x8000},
    };
    struct message_bench bench;
    message_bench_open(&bench);
    for (size_t row = 0; row < catalog_error_count(bench.ruleset.catalog); row++) {
        unsigned id = catalog_error_at(bench.ruleset.catalog, row)->id;
        for (size_t i = 0; i < sizeof notations / sizeof *notations && id != 0; i++) {
            char text[TEXT_BYTES];
            if (id < notations[i].least)
                continue;
            snprintf(text, sizeof text, notations[i].format, id);
            message_bench_expect(&bench, row, text);
        }
    }
    message_bench_finish(&bench);
}

/* True for the names that the catalog gives to events and to what only a report infers. */
static bool is_name_of_the_catalog(const char *symbol)
{
    return strncmp(symbol, "MARSIFT_", 8) == 0 || strstr(symbol, "_EVENT_") != NULL;
}

Test(engine_agent_messages, symbols_are_recognised_as_words)
{
    static const char *const formats[] = {"%s", "The job ended with %s.", "ErrorCode=%s;Retry=0",
                                          "ジョブの結果: %s"};
    struct message_bench bench;
    message_bench_open(&bench);
    for (size_t row = 0; row < catalog_error_count(bench.ruleset.catalog); row++) {
        const char *symbol = catalog_error_at(bench.ruleset.catalog, row)->symbol;
        bool is_logged = symbol[0] != '\0' && !is_name_of_the_catalog(symbol);
        for (size_t i = 0; i < sizeof formats / sizeof *formats && is_logged; i++) {
            char text[TEXT_BYTES];
            snprintf(text, sizeof text, formats[i], symbol);
            message_bench_expect(&bench, row, text);
        }
    }
    message_bench_finish(&bench);
}

Test(engine_agent_messages, names_that_no_log_writes_are_not_searched_for)
{
    static const char *const names[] = {"MARSIFT_FAILED_FILES_LIMIT", "VSS_EVENT_8193"};
    struct message_bench bench;
    message_bench_open(&bench);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t row = 0;
        cr_assert(catalog_error_by_symbol(bench.ruleset.catalog, span_of(names[i]), &row));
        struct verdict verdict = message_bench_classify(&bench, IN_ANY_TEXT, names[i]);
        cr_assert(not(verdict.has_error), "%s", names[i]);
        bench.text_count++;
    }
    message_bench_finish(&bench);
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

Test(engine_agent_messages, every_message_is_recognised_in_both_languages)
{
    struct message_bench bench;
    message_bench_open(&bench);
    const struct catalog *catalog = bench.ruleset.catalog;
    for (size_t row = 0; row < catalog_error_count(catalog); row++)
        for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
            const char *const *messages = catalog_error_messages(catalog, row, language);
            size_t count = catalog_error_message_count(catalog, row, language);
            for (size_t i = 0; i < count * MUTATION_COUNT; i++) {
                char text[TEXT_BYTES];
                mutate(messages[i / MUTATION_COUNT], (enum mutation)(i % MUTATION_COUNT), text);
                message_bench_expect(&bench, row, text);
            }
        }
    message_bench_finish(&bench);
}

Test(engine_agent_messages, the_number_inside_a_wrapper_wins)
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
    struct message_bench bench;
    message_bench_open(&bench);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t row = 0;
        cr_assert(catalog_error_by_id(bench.ruleset.catalog, cases[i].id, &row));
        message_bench_expect(&bench, row, cases[i].text);
    }
    message_bench_finish(&bench);
}
