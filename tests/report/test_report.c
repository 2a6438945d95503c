#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "catalog/explain/explanation.h"
#include "report/report.h"

Test(report, machine_formats_keep_their_words)
{
    cr_assert(eq(str, (char *)severity_name(SEVERITY_INFORMATION), "information"));
    cr_assert(eq(str, (char *)severity_name(SEVERITY_ERROR), "error"));
    cr_assert(eq(str, (char *)source_records_job_state_name(JOB_UNKNOWN), "unknown"));
    cr_assert(eq(str, (char *)source_records_job_state_name(JOB_RUNNING), "running"));
    cr_assert(eq(str, (char *)report_by_name(BY_REASON), "reason"));
    cr_assert(eq(str, (char *)report_by_name(BY_JOB), "job"));
    cr_assert(eq(str, (char *)explanation_kind_name(EXPLAIN_UNKNOWN), "unknown"));
    cr_assert(eq(str, (char *)explanation_kind_name(EXPLAIN_TOPIC), "topic"));
}

Test(report, books_balance_when_every_line_is_in_one_class)
{
    struct books books = {.lines = 21, .by_class = {1, 2, 3, 4, 5, 6}, .outside_period = 9};
    cr_assert(source_records_balance(&books));
    books.by_class[VERDICT_NOISE]++;
    cr_assert(not(source_records_balance(&books)));
}
