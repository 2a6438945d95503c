/* More logs than a run reads. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "engine/analysis.h"

#define LINE                                                                                       \
    "1A2C\t2A10\t08/04\t01:00:00.000\t32\tbackupasync.cpp(100)\t[0000000000000000]\t"              \
    "0C8D8A20-0000-0000-0000-000000000001\tWARNING\t"                                              \
    "Failed: Hr: = [0x80070020] BackupRead failed on file(D:\\a.doc)\r\n"

Test(engine_log_limit, logs_past_it_are_not_read_and_the_report_says_so)
{
    struct pipeline_input input = {
        .kind = PIPELINE_BYTES, .name = "x.errlog", .bytes = span_of(LINE)};
    struct pipeline_input inputs[] = {input, input, input};
    struct analysis analysis = {0};
    struct analysis_options options = {.threads = 1, .report.zone = ""};
    struct fault fault = {0};
    cr_assert(analysis_load(&analysis, &options, &fault), "%s", fault.text);
    analysis.limits.max_logs = 2;
    cr_assert(analysis_open(&analysis, &fault) &&
                  analysis_read(&analysis, inputs, 3, NULL, NULL, &fault) &&
                  analysis_report(&analysis, &fault),
              "%s", fault.text);
    const struct report *report = &analysis.report;
    cr_assert(eq(sz, report->log_count, 2));
    cr_assert(eq(u64, report->file_events, 2));
    cr_assert(report->incomplete);
    cr_assert(eq(sz, report->limit_count, 1));
    cr_assert(eq(str, (char *)report->limits[0].name, "max_logs"));
    cr_assert(eq(u64, report->limits[0].times, 1));
    analysis_close(&analysis);
}
