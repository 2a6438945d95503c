#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "verdict/host_field.h"
#include "verdict/verdict.h"

/* `fields` is the room for the event's fields. */
static struct event row_of(struct span fields[FIELD_COUNT], const char *state, const char *code,
                           const char *id, const char *message)
{
    memset(fields, 0, FIELD_COUNT * sizeof *fields);
    fields[FIELD_STATE] = span_of(state);
    fields[FIELD_CODE] = span_of(code);
    fields[FIELD_ID] = span_of(id);
    fields[FIELD_MESSAGE] = span_of(message);
    return (struct event){.class = VERDICT_UNPARSED,
                          .line_count = 1,
                          .record_count = 1,
                          .literal = EVENT_NO_LITERAL,
                          .text = span_of("row"),
                          .body = span_of(message),
                          .fields = fields};
}

Test(verdict_job_statement, the_state_of_a_row_decides)
{
    static const struct {
        const char *state, *code, *id, *message;
        enum verdict_class class;
        uint32_t code_value; /* 0: none */
        uint32_t error;      /* the finding's number; 0: none */
        const char *symbol;
    } rows[] = {
        {"Completed", "", "", "", VERDICT_NOISE, 0, 0, ""},
        {"Completed", "0", "0", "", VERDICT_NOISE, 0, 0, ""},
        {"Completed", "-2147024891", "", "", VERDICT_OTHER_FAILURE, 0x80070005, 0, ""},
        {"0", "", "", "0", VERDICT_NOISE, 0, 0, ""},
        {"2147942405", "2147942405", "", "", VERDICT_OTHER_FAILURE, 0x80070005, 0, ""},
        {"CompletedWithWarning", "0", "0", "", VERDICT_NOISE, 0, 0, ""},
        {"CompletedWithWarning", "80070002", "", "", VERDICT_OTHER_FAILURE, 0x80070002, 0, ""},
        {"InProgress", "0", "0", "", VERDICT_NOISE, 0, 0, ""},
        {"Aborted", "", "", "", VERDICT_FINDING, 0, 0, "Aborted"},
        {"Failed", "0", "0", "", VERDICT_FINDING, 0, 0, "Failed"},
        {"Failed", "", "186c2", "", VERDICT_FINDING, 0, 100034, ""},
        {"Failed", "", "100034", "", VERDICT_FINDING, 0, 100034, ""},
        {"Failed", "80070005", "", "", VERDICT_OTHER_FAILURE, 0x80070005, 0, ""},
        {"Failed", "-2147024891", "", "", VERDICT_OTHER_FAILURE, 0x80070005, 0, ""},
        {"Failed", "", "80070005", "", VERDICT_OTHER_FAILURE, 0x80070005, 0, ""},
        {"失敗", "", "", "snapshot (ID: 100034)", VERDICT_FINDING, 0, 100034, ""},
        {"Failed", "", "", "denied (0x80070005)", VERDICT_OTHER_FAILURE, 0x80070005, 0, ""},
        {"Completed", "", "", "was (0x80070005)", VERDICT_NOISE, 0x80070005, 0, ""},
        {"Completed", "", "", "was (ID: 100050)", VERDICT_FINDING, 0, 100050, ""},
        {"Purple", "", "", "", VERDICT_UNPARSED, 0, 0, ""},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct span fields[FIELD_COUNT];
        struct event event =
            row_of(fields, rows[i].state, rows[i].code, rows[i].id, rows[i].message);
        struct verdict verdict;
        cr_assert(verdict_classify(catalog, &event, /* scratch= */ NULL, &verdict, NULL));
        cr_assert(eq(int, verdict.class, rows[i].class), "row %zu", i);
        cr_assert(eq(u32, verdict.has_code ? verdict.code : 0, rows[i].code_value), "row %zu", i);
        uint32_t error = verdict.has_error ? catalog_error_at(catalog, verdict.error)->id : 0;
        cr_assert(eq(u32, error, rows[i].error), "row %zu", i);
        cr_assert(span_equals(verdict.symbol, span_of(rows[i].symbol)), "row %zu", i);
    }
    catalog_close(catalog);
}

Test(verdict_job_statement, a_record_that_is_only_suspected_counts_if_it_failed)
{
    static const struct {
        const char *state;
        bool is_stated;
    } rows[] = {{"Failed", true}, {"Échec", true}, {"Success", false}, {"Stopped", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct span fields[FIELD_COUNT];
        struct event event = row_of(fields, rows[i].state, "", "", "");
        event.class = VERDICT_FINDING;
        cr_assert(eq(int, job_statement_of(&event).is_stated, rows[i].is_stated), "row %zu", i);
    }
}

Test(verdict_job_statement, a_host_has_no_full_stop)
{
    struct span fields[FIELD_COUNT] = {{0}};
    struct event event = {.fields = fields};
    fields[FIELD_HOST] = span_of("fs1.contoso.example.");
    cr_assert(span_equals(host_field_read(&event), span_of("fs1.contoso.example")));
    fields[FIELD_HOST] = span_of("-");
    cr_assert(eq(sz, host_field_read(&event).length, 0));
    fields[FIELD_HOST] = span_of("\\<Servername>");
    cr_assert(eq(sz, host_field_read(&event).length, 0));
}

Test(verdict_job_statement, an_alert_names_the_type_in_its_state)
{
    struct span fields[FIELD_COUNT] = {{0}};
    struct event event = {.class = VERDICT_UNPARSED, .fields = fields};
    fields[FIELD_STATE] = span_of("Restore Failure");
    struct job_statement statement = job_statement_of(&event);
    cr_assert(eq(int, statement.state, STATED_FAILURE));
    cr_assert(eq(int, statement.type, STATED_RESTORE));
}

Test(verdict_job_statement, a_guid_has_no_braces_and_is_not_zero)
{
    struct span fields[FIELD_COUNT] = {{0}};
    struct event event = {.fields = fields};
    fields[FIELD_JOB] = span_of(" {0F000000-1111-2222-3333-444444444444} ");
    cr_assert(
        span_equals(job_statement_guid(&event), span_of("0F000000-1111-2222-3333-444444444444")));
    fields[FIELD_JOB] = span_of("00000000-0000-0000-0000-000000000000");
    cr_assert(eq(sz, job_statement_guid(&event).length, 0));
}
