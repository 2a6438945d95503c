/* Jobs in a tally with a chosen limit. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/arena.h"
#include "report/report_build.h"
#include "tally/tally.h"

enum { ITEMS = 6 };

/* Adds a record of one and the same file for each of the jobs `names`. */
static void add_one_file_of_jobs(struct tally *tally, struct tally_log *log,
                                 const char *const names[ITEMS])
{
    struct fault fault = {0};
    struct classified_record items[ITEMS] = {0};
    for (size_t i = 0; i < ITEMS; i++) {
        items[i].verdict = (struct verdict){.class = VERDICT_FAILED_FILE,
                                            .path = span_of("D:\\a"),
                                            .job = span_of(names[i]),
                                            .line = (uint32_t)i,
                                            .line_count = 1,
                                            .record_count = 1};
        items[i].key = (struct path_key){.file = 7, .folder = 8};
    }
    struct classified_block block = {.items = items, .item_count = ITEMS, .lines = ITEMS};
    cr_assert(tally_add_block(tally, log, &block, &fault), "%s", fault.text);
}

Test(tally_job_membership, past_the_limit_records_name_no_job_and_the_report_says_so)
{
    static const char *const names[ITEMS] = {"A", "B", "C", "A", "D", "B"};
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    cr_assert(catalog != NULL, "%s", fault.text);
    struct limits limits = limits_default();
    limits.max_jobs = 2;
    struct tally_options options = {.catalog = catalog, .limits = &limits, .seed = 1};
    struct tally *tally = tally_open(&options, &fault);
    struct log_facts facts = {.source = "x",
                              .member = "",
                              .name = "x",
                              .host = "N1",
                              .kind = LOG_KIND_ENGINE_LOG,
                              .kind_name = "engine-log",
                              .grammar = "g"};
    struct tally_log *log = tally_begin_log(tally, &facts, &fault);
    add_one_file_of_jobs(tally, log, names);
    struct arena arena = {0};
    struct report report;
    struct report_options ranking = {.zone = "", .by = BY_JOB};
    cr_assert(report_build(tally, &ranking, &arena, &report, &fault), "%s", fault.text);
    cr_assert(eq(sz, report.job_count, 2), "the records of no job are none");
    for (size_t i = 0; i < report.job_count; i++)
        cr_assert(eq(u64, report.jobs[i].files, 1), "one file, in job %zu too", i);
    uint64_t events = 0;
    cr_assert(eq(sz, report.group_count, 3));
    for (size_t i = 0; i < report.group_count; i++)
        events += report.groups[i].events;
    cr_assert(eq(u64, events, ITEMS), "and they are counted in a group of their own");
    cr_assert(report.incomplete);
    cr_assert(eq(str, (char *)report.limits[0].name, "max_jobs"));
    cr_assert(eq(u64, report.job_totals.runs, 2));
    arena_release(&arena);
    tally_close(tally);
    catalog_close(catalog);
}
