/* Runs the whole engine on files, from reading to the report. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "engine/analysis.h"
#include "engine/ruleset.h"
#include "output/render.h"

#define RECORD(time, level, message)                                                               \
    "0AB0\t0974\t" time                                                                            \
    "\t18\tmtffile.cpp(1372)\t\t11111111-2222-3333-4444-555555555555\t\t" level "\t" message       \
    "\r\n"
#define FAILED(time, code, path)                                                                   \
    RECORD(time, "WARNING", "Failed: Hr: = [" code "] BackupRead failed on file(" path ")")

#define GONE(name) FAILED("08/04\t01:00:04.000", "0x80070002", "D:\\" name)

/* The whole of a job on a day of September, under a GUID of its own. */
#define PROGRESS(day, time, step)                                                                  \
    "0AB0\t0974\t09/" day "\t" time "\t71\tbackupasync.cpp(1279)\t\t" day                          \
    "111111-2222-3333-4444-555555555555\t\tNORMAL\t"                                               \
    "Backup Progress: " step "\r\n"
#define JOB(day)                                                                                   \
    PROGRESS(day, "22:00:00.000", "Prebackup started.") PROGRESS(day, "23:30:00.000", "Succeeded")
#define VOLUME "\\\\?\\Volume{0f7c1f34-0000-0000-0000-100000000000}\\"

/* A file in a folder of its own, removed by forget. */
struct temporary {
    char folder[32];
    char path[96];
};

static struct temporary write_log(const char *name, const char *text)
{
    struct temporary temporary;
    strcpy(temporary.folder, "/tmp/marsift-test.XXXXXX");
    cr_assert(ne(ptr, mkdtemp(temporary.folder), NULL));
    snprintf(temporary.path, sizeof temporary.path, "%s/%s", temporary.folder, name);
    FILE *file = fopen(temporary.path, "wb");
    cr_assert(file != NULL);
    cr_assert(eq(sz, fwrite(text, 1, strlen(text), file), strlen(text)));
    cr_assert(eq(int, fclose(file), 0));
    return temporary;
}

static void forget(const struct temporary *temporary)
{
    unlink(temporary->path);
    rmdir(temporary->folder);
}

static bool make(struct analysis *analysis, const struct temporary *log,
                 struct analysis_options *options, struct fault *fault)
{
    struct pipeline_input input = {.name = log->path};
    options->keep_files = true;
    options->report.zone = "";
    if (options->threads == 0)
        options->threads = 1;
    return analysis_load(analysis, options, fault) && analysis_open(analysis, fault) &&
           analysis_read(analysis, &input, 1, NULL, NULL, fault) &&
           analysis_report(analysis, fault);
}

static const struct report_reason *reason_of(const struct report *report, const char *category)
{
    for (size_t i = 0; i < report->reason_count; i++)
        if (strcmp(report->reasons[i].category, category) == 0)
            return &report->reasons[i];
    return NULL;
}

Test(engine_analysis, a_file_belongs_to_its_last_code_and_keeps_the_others)
{
    struct temporary log =
        write_log("x.errlog", FAILED("08/04\t01:00:00.000", "0x80070020", "D:\\a.doc")
                                  FAILED("08/04\t01:00:01.000", "0x80070020", "d:/A.DOC")
                                      FAILED("08/04\t01:00:02.000", "0x80070005", "D:\\a.doc")
                                          FAILED("08/04\t01:00:03.000", "0x80070020", "D:\\b.doc"));
    struct analysis analysis = {0};
    struct analysis_options options = {.first_year = 2020};
    struct fault fault = {0};
    cr_assert(make(&analysis, &log, &options, &fault), "%s", fault.text);
    const struct report *report = &analysis.report;
    cr_assert(eq(u64, report->files, 2));
    cr_assert(eq(u64, report->file_events, 4));
    const struct report_reason *denied = reason_of(report, "access_denied");
    const struct report_reason *locked = reason_of(report, "locked");
    cr_assert(eq(u64, denied->files, 1));
    cr_assert(eq(u64, denied->events, 3));
    cr_assert(eq(sz, denied->code_count, 2));
    cr_assert(eq(u32, denied->codes[0].value, 0x80070005));
    cr_assert(eq(u64, denied->codes[0].events, 1));
    cr_assert(eq(u32, denied->codes[1].value, 0x80070020));
    cr_assert(eq(u64, denied->codes[1].files, 0));
    cr_assert(eq(u64, denied->codes[1].events, 2));
    cr_assert(eq(u64, locked->files, 1));
    cr_assert(eq(u64, locked->events, 1));
    cr_assert(span_equals(locked->example.path, span_of("D:\\b.doc")));
    cr_assert(eq(u64, locked->example.place.line, 4));
    uint64_t files = 0;
    uint64_t events = 0;
    for (size_t i = 0; i < report->row_count; i++) {
        files += report->rows[i].code.files;
        events += report->rows[i].code.events;
    }
    cr_assert(eq(u64, files, report->files));
    cr_assert(eq(u64, events, report->file_events));
    analysis_close(&analysis);
    forget(&log);
}

Test(engine_analysis, a_code_that_returns_gets_its_earlier_events_back)
{
    struct temporary log =
        write_log("x.errlog", FAILED("08/04\t01:00:00.000", "0x80070020", "D:\\a.doc")
                                  FAILED("08/04\t01:00:01.000", "0x80070005", "D:\\a.doc")
                                      FAILED("08/04\t01:00:02.000", "0x80070020", "D:\\a.doc"));
    struct analysis analysis = {0};
    struct analysis_options options = {.first_year = 2020};
    struct fault fault = {0};
    cr_assert(make(&analysis, &log, &options, &fault), "%s", fault.text);
    const struct report_reason *locked = reason_of(&analysis.report, "locked");
    cr_assert(eq(sz, analysis.report.reason_count, 1));
    cr_assert(eq(u64, locked->events, 3));
    cr_assert(eq(u64, locked->codes[0].events, 2));
    cr_assert(eq(u64, locked->codes[1].events, 1));
    analysis_close(&analysis);
    forget(&log);
}

Test(engine_analysis, a_log_may_run_from_december_to_january)
{
    struct temporary log =
        write_log("x.errlog", FAILED("12/31\t23:59:59.999", "0x80070020", "D:\\a.doc")
                                  FAILED("01/01\t00:00:00.001", "0x80070020", "D:\\b.doc"));
    struct analysis analysis = {0};
    struct analysis_options options = {.first_year = 2020};
    struct fault fault = {0};
    char text[DATETIME_TEXT_BYTES];
    cr_assert(make(&analysis, &log, &options, &fault), "%s", fault.text);
    cr_assert(eq(str, (char *)datetime_format(analysis.report.period_first, "", text),
                 "2020-12-31T23:59:59.999"));
    cr_assert(eq(str, (char *)datetime_format(analysis.report.period_last, "", text),
                 "2021-01-01T00:00:00.001"));
    analysis_close(&analysis);
    forget(&log);
}

Test(engine_analysis, lines_outside_the_period_are_not_counted_but_the_books_balance)
{
    struct temporary log =
        write_log("x.errlog", RECORD("08/03\t01:00:00.000", "NORMAL", "before")
                                  FAILED("08/04\t01:00:00.000", "0x80070020",
                                         "D:\\a.doc") "   goes on\r\n" RECORD("08/04\t02:00:00.000",
                                                                              "NORMAL", "in")
                                      FAILED("08/05\t01:00:00.000", "0x80070020", "D:\\b.doc"));
    struct analysis analysis = {0};
    struct analysis_options options = {.first_year = 2020,
                                       .since = {.year = 2020, .month = 8, .day = 4},
                                       .until = {.year = 2020,
                                                 .month = 8,
                                                 .day = 4,
                                                 .hour = 23,
                                                 .minute = 59,
                                                 .second = 59,
                                                 .millisecond = 999}};
    struct fault fault = {0};
    cr_assert(make(&analysis, &log, &options, &fault), "%s", fault.text);
    const struct books *books = &analysis.report.books;
    cr_assert(eq(u64, analysis.report.files, 1));
    cr_assert(eq(u64, books->lines, 3));
    cr_assert(eq(u64, books->outside_period, 2));
    cr_assert(eq(u64, books->by_class[VERDICT_FRAME], 1));
    cr_assert(eq(u64, books->by_class[VERDICT_NOISE], 1));
    cr_assert(source_records_balance(books));
    analysis_close(&analysis);
    forget(&log);
}

static void render(const struct temporary *log, size_t threads, struct buffer *out)
{
    static struct writer writer;
    struct analysis analysis = {0};
    struct analysis_options options = {.first_year = 2020, .threads = threads};
    struct fault fault = {0};
    struct render_options look = {.zone = ""};
    cr_assert(make(&analysis, log, &options, &fault), "%s", fault.text);
    writer_to_memory(&writer, out);
    render_format_find("json")->report(&analysis.report, &look, &writer);
    cr_assert(writer_finish(&writer, &fault), "%s", fault.text);
    analysis_close(&analysis);
}

Test(engine_analysis, any_number_of_threads_gives_the_same_bytes, .timeout = 300)
{
    static const char *const starts[] = {
        "WARNING\tFailed: Hr: = [0x80070020] BackupRead failed on file(D:\\", "NORMAL\tstep ",
        "NORMAL\tstep ", "WARNING\tFailed: Hr: = [0x80070002] open failed on file(" VOLUME};
    struct buffer text = {0};
    for (unsigned i = 0; i < 30000; i++)
        buffer_append_format(
            &text, NULL,
            "0AB0\t0974\t%02u/04\t13:16:%02u.206\t18\tmtffile.cpp(1372)\t\t\t\t%s%u%s\r\n%s",
            i < 20000 ? 12 : 1, i / 500 % 60, starts[i % 7 ? i % 3 : 3], i % 5000,
            i == 17000   ? " " VOLUME " is D:\\"
            : i % 5 == 0 ? ".pst)"
            : i % 3      ? ""
                         : ".doc)",
            i % 11 ? "" : "   goes on\r\n");
    buffer_append_byte(&text, '\0', NULL);
    struct temporary log = write_log("x.errlog", text.bytes);
    struct buffer one = {0};
    render(&log, 1, &one);
    for (size_t threads = 2; threads <= 5; threads++) {
        struct buffer many = {0};
        render(&log, threads, &many);
        cr_assert(span_equals(buffer_span(&one), buffer_span(&many)), "%zu threads", threads);
        buffer_release(&many);
    }
    buffer_release(&one);
    buffer_release(&text);
    forget(&log);
}

/* Returns how many allocations opening the engine takes. */
static unsigned long allocations_of_library(void)
{
    struct ruleset ruleset = {0};
    struct limits limits = limits_default();
    struct fault fault = {0};
    memory_fail_at(ULONG_MAX);
    cr_assert(ruleset_open(&ruleset, NULL, 0, NULL, 0, &limits, &fault), "%s", fault.text);
    unsigned long count = ULONG_MAX - memory_fail_at(0);
    ruleset_close(&ruleset);
    return count;
}

/* Every allocation of a run may fail: the run then ends with one fault, and nothing is lost or
 * leaked (the sanitizers see to that). Some are passed over. */
Test(engine_analysis, memory_may_fail_at_any_call, .timeout = 600)
{
    struct temporary log = write_log(
        "x.errlog",
        FAILED("08/04\t01:00:00.000", "0x80070020",
               "D:\\a.doc") "rubbish\r\n" FAILED("08/04\t01:00:01.000", "0x80070005", "D:\\a.doc")
            RECORD("08/04\t01:00:01.000", "WARNING", "No way. (ID: 100050)")
                FAILED("08/04\t01:00:02.000", "0x80070005", VOLUME "a.doc")
                    FAILED("08/04\t01:00:02.000", "0x80070002", VOLUME "pagefile.sys")
                        FAILED("08/04\t01:00:03.000", "0x8004231F", "D:\\b.doc")
                            RECORD("08/04\t01:00:03.000", "NORMAL", VOLUME " is D:\\") GONE("0")
                                GONE("1") GONE("2") GONE("3") GONE("4") GONE("5") GONE("6")
                                    GONE("7") GONE("8") GONE("9") JOB("01") JOB("02") JOB("03")
                                        JOB("04") JOB("06"));
    unsigned long ruleset = allocations_of_library();
    unsigned long n = 1;
    bool was_refused = true;
    while (was_refused) {
        struct analysis analysis = {0};
        struct analysis_options options = {
            .first_year = 2020, .threads = 1 + n % 2, .report = {.by = BY_FOLDER, .by_risk = true}};
        struct fault fault = {0};
        memory_fail_at(n);
        bool was_done = make(&analysis, &log, &options, &fault);
        was_refused = memory_fail_at(0) == 0;
        if (was_done)
            cr_assert(eq(int, fault.kind, FAULT_NONE), "call %lu succeeded with a fault", n);
        else
            cr_assert(eq(int, fault.kind, FAULT_MEMORY), "call %lu: %s", n, fault.text);
        analysis_close(&analysis);
        n += n < ruleset ? 51 : 3;
    }
    cr_assert(ge(u64, n, ruleset + 100));
    forget(&log);
}

Test(engine_analysis, a_night_without_a_job_is_a_finding_but_no_line_of_the_books)
{
    struct temporary log = write_log("x.errlog", JOB("01") JOB("02") JOB("03") JOB("04") JOB("06"));
    struct analysis analysis = {0};
    struct analysis_options options = {.first_year = 2020};
    struct fault fault = {0};
    cr_assert(make(&analysis, &log, &options, &fault), "%s", fault.text);
    cr_assert(eq(u64, analysis.report.job_totals.runs, 5));
    cr_assert(eq(u64, analysis.report.job_totals.by_state[JOB_SUCCEEDED], 5));
    cr_assert(eq(u64, analysis.report.job_totals.missed, 1));
    cr_assert(eq(u64, analysis.report.findings, 0));
    cr_assert(eq(sz, analysis.report.finding_count, 1));
    cr_assert(analysis.report.finding_list[0].is_inferred);
    analysis_close(&analysis);
    forget(&log);
}
