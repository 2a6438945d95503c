#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "report/report_build.h"
#include "tally/file_counts.h"
#include "tally/finding_counts.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally.h"
#include "tally/tally_parts.h"
#include "tally/text_budget.h"
#include "tally/volume_counts.h"

enum { SEED = 7, RECORDS = 300, FOLDER_BYTES = 4000 };

/* Small limits for texts of every kind. */
static struct limits small_limits(void)
{
    struct limits limits = limits_default();
    limits.max_folder_bytes = 10000;
    limits.max_volume_path_bytes = 10000;
    limits.max_text_bytes = 10000;
    limits.max_host_codes = 20;
    return limits;
}

struct fixture {
    struct catalog *catalog;
    struct limits limits;
    struct tally *tally;
    struct tally_log *log;
    struct arena texts;
};

static struct fixture open_fixture(struct limits limits)
{
    struct fixture fixture = {.catalog = catalog_open(NULL, 0, NULL), .limits = limits};
    return fixture;
}

static void begin(struct fixture *fixture)
{
    struct tally_options options = {
        .catalog = fixture->catalog, .limits = &fixture->limits, .seed = SEED};
    struct log_facts facts = {
        .source = "x", .member = "", .name = "x", .host = "N1", .kind_name = "k", .grammar = "g"};
    fixture->tally = tally_open(&options, NULL);
    fixture->log = tally_begin_log(fixture->tally, &facts, NULL);
}

static void close_fixture(struct fixture *fixture)
{
    tally_close(fixture->tally);
    catalog_close(fixture->catalog);
    arena_release(&fixture->texts);
}

static struct span number_text(struct fixture *fixture, const char *prefix, size_t number,
                               size_t padding)
{
    struct buffer text = {0};
    cr_assert(buffer_append_format(&text, NULL, "%s%zu", prefix, number));
    for (size_t i = 0; i < padding; i++)
        cr_assert(buffer_append_byte(&text, 'k', NULL));
    struct span copy = arena_copy(&fixture->texts, buffer_span(&text), NULL);
    buffer_release(&text);
    return copy;
}

static void count(struct fixture *fixture, struct verdict verdict)
{
    struct buffer folded = {0};
    verdict.line_count = verdict.record_count = 1;
    struct classified_record item = {.verdict = verdict};
    if (verdict.class == VERDICT_FAILED_FILE)
        cr_assert(path_key_of(verdict.path,
                              text_budget_host_key(&fixture->tally->text_budget, span_of("N1")),
                              SEED, &folded, &item.key, NULL));
    struct classified_block block = {.items = &item, .item_count = 1, .lines = 1};
    cr_assert(tally_add_block(fixture->tally, fixture->log, &block, NULL));
    buffer_release(&folded);
}

static struct verdict failed(const struct fixture *fixture, struct span path, uint32_t code)
{
    return (struct verdict){.class = VERDICT_FAILED_FILE,
                            .path = path,
                            .has_code = true,
                            .code = code,
                            .category = catalog_code_meaning(fixture->catalog, code).category};
}

/* Checks that the limit is reported, and that the report is incomplete but counts everything. */
static void check_report(struct fixture *fixture, enum limit_id id, uint64_t files,
                         uint64_t findings, uint64_t failures)
{
    struct arena arena = {0};
    struct report report;
    struct report_options ranking = {.zone = "", .by = BY_FOLDER};
    struct fault fault = {0};
    cr_assert(tally_finish(fixture->tally, &fault));
    cr_assert(report_build(fixture->tally, &ranking, &arena, &report, &fault), "%s", fault.text);
    bool is_reported = false;
    for (size_t i = 0; i < report.limit_count; i++)
        is_reported = is_reported || strcmp(report.limits[i].name, limit_name(id)) == 0;
    cr_assert(is_reported, "%s", limit_name(id));
    cr_assert(report.incomplete);
    cr_assert(eq(u64, report.files, files));
    cr_assert(eq(u64, report.findings, findings));
    cr_assert(eq(u64, report.other_failures, failures));
    uint64_t in_reasons = 0;
    for (size_t i = 0; i < report.reason_count; i++)
        in_reasons += report.reasons[i].files;
    cr_assert(eq(u64, in_reasons, files));
    arena_release(&arena);
}

Test(tally_text_budget, names_of_folders_are_bounded_in_bytes_but_all_files_count)
{
    struct fixture fixture = open_fixture(small_limits());
    begin(&fixture);
    for (size_t i = 0; i < RECORDS; i++) {
        struct span folder = number_text(&fixture, "C:\\", i, i % 3 == 0 ? FOLDER_BYTES : 0);
        struct buffer path = {0};
        cr_assert(buffer_append(&path, folder, NULL) && buffer_append(&path, span_of("\\x"), NULL));
        count(&fixture, failed(&fixture, buffer_span(&path), 0x80070005));
        buffer_release(&path);
    }
    cr_assert(le(u64, fixture.tally->file_counts.folders.bytes, 10000));
    cr_assert(gt(sz, fixture.tally->file_counts.folders.count, RECORDS / 2),
              "there is still room for short names");
    cr_assert(le(u64, fixture.tally->text_budget.bytes, 10000));
    check_report(&fixture, LIMIT_max_folder_bytes, RECORDS, 0, 0);
    close_fixture(&fixture);
}

Test(tally_text_budget, a_file_without_a_folder_gives_actions_no_volume)
{
    struct limits limits = limits_default();
    const uint32_t no_storage = 0x8004231F; /* its remedy names the volume */
    limits.max_folders = 1;
    struct fixture fixture = open_fixture(limits);
    begin(&fixture);
    count(&fixture, failed(&fixture, span_of("C:\\a\\x"), no_storage));
    count(&fixture, failed(&fixture, span_of("D:\\b\\x"), no_storage));
    check_report(&fixture, LIMIT_max_folders, 2, 0, 0);
    close_fixture(&fixture);
}

Test(tally_text_budget, paths_by_volume_are_bounded_in_bytes)
{
    struct fixture fixture = open_fixture(small_limits());
    begin(&fixture);
    struct volume_fact fact = {0};
    static const char volume[] = "\\\\?\\Volume{0f7c1f34-0000-0000-0000-100000000000}\\";
    cr_assert(volume_fact_of(span_of("D:\\ \\\\?\\Volume{0f7c1f34-0000-0000-0000-100000000000}\\"),
                             SEED, &fact));
    fact.host_key = text_budget_host_key(&fixture.tally->text_budget, span_of("N1"));
    struct classified_block block = {.volumes = &fact, .volume_count = 1};
    cr_assert(tally_add_block(fixture.tally, fixture.log, &block, NULL));
    for (size_t i = 0; i < 6; i++)
        count(&fixture, failed(&fixture, number_text(&fixture, volume, i, FOLDER_BYTES), 5));
    cr_assert(eq(sz, fixture.tally->volume_counts.volume_paths.count, 2));
    check_report(&fixture, LIMIT_max_volume_path_bytes, 6, 0, 0);
    cr_assert(eq(u64, fixture.tally->source_counts.limits_hit[LIMIT_max_volume_path_bytes].times,
                 (uint64_t)4));
    close_fixture(&fixture);
}

Test(tally_text_budget, examples_and_jobs_are_bounded_in_bytes)
{
    struct limits limits = small_limits();
    limits.max_host_codes = RECORDS;
    struct fixture fixture = open_fixture(limits);
    begin(&fixture);
    for (size_t i = 0; i < RECORDS; i++) {
        struct verdict verdict =
            failed(&fixture, number_text(&fixture, "C:\\", i, 100), 0x80000000 + (uint32_t)i);
        verdict.job = number_text(&fixture, "job", i, 100);
        count(&fixture, verdict);
    }
    cr_assert(le(u64, fixture.tally->text_budget.bytes, 10000));
    cr_assert(lt(sz, fixture.tally->job_counts.jobs.count, RECORDS / 2));
    cr_assert(le(u64, (uint64_t)fixture.tally->text_budget.arena.total_bytes, 128 * 1024));
    check_report(&fixture, LIMIT_max_text_bytes, RECORDS, 0, 0);
    close_fixture(&fixture);
}

Test(tally_text_budget, hosts_findings_and_other_failures_are_bounded_in_number)
{
    struct fixture fixture = open_fixture(small_limits());
    begin(&fixture);
    for (size_t i = 0; i < RECORDS; i++) {
        struct span host = number_text(&fixture, "SRV", i, 0);
        count(&fixture, (struct verdict){.class = VERDICT_FINDING, .error = 1, .host = host});
        count(&fixture, (struct verdict){.class = VERDICT_OTHER_FAILURE,
                                         .symbol = number_text(&fixture, "S", i, 0),
                                         .host = host});
    }
    const struct tally *tally = fixture.tally;
    cr_assert(le(sz, tally->text_budget.hosts.count, 21), "and the one without a name");
    cr_assert(le(sz, tally->finding_counts.findings.count, 21));
    cr_assert(le(sz, tally->finding_counts.failures.count, 21));
    cr_assert(le(u64, tally->text_budget.bytes, 10000));
    check_report(&fixture, LIMIT_max_host_codes, 0, RECORDS, RECORDS);
    close_fixture(&fixture);
}

/* This limit alone is reached. */
Test(tally_text_budget, findings_of_one_host_are_bounded_in_number)
{
    struct fixture fixture = open_fixture(small_limits());
    begin(&fixture);
    for (size_t i = 0; i < RECORDS; i++)
        count(&fixture, (struct verdict){.class = VERDICT_FINDING, .error = i});
    check_report(&fixture, LIMIT_max_host_codes, 0, RECORDS, 0);
    cr_assert(
        eq(u64, fixture.tally->source_counts.limits_hit[LIMIT_max_host_codes].times, RECORDS - 20));
    close_fixture(&fixture);
}

Test(tally_text_budget, other_failures_of_one_host_are_bounded_in_number)
{
    struct fixture fixture = open_fixture(small_limits());
    begin(&fixture);
    for (size_t i = 0; i < RECORDS; i++)
        count(&fixture, (struct verdict){.class = VERDICT_OTHER_FAILURE,
                                         .has_code = true,
                                         .code = 0xC0000000 + (uint32_t)i});
    cr_assert(le(sz, fixture.tally->finding_counts.failures.count, 21));
    check_report(&fixture, LIMIT_max_host_codes, 0, 0, RECORDS);
    cr_assert(
        eq(u64, fixture.tally->source_counts.limits_hit[LIMIT_max_host_codes].times, RECORDS - 20));
    close_fixture(&fixture);
}

Test(tally_text_budget, names_of_volumes_in_descending_order_take_no_more_memory)
{
    struct volume_names names = {0};
    struct arena arena = {0};
    for (size_t i = 100000; i > 0; i--) {
        char record[80];
        snprintf(record, sizeof record, "volume \\\\?\\Volume{%08zu-0000-0000-0000-100000000000}\\",
                 i);
        cr_assert(volume_names_add(&names, span_of(record), &arena, NULL));
    }
    cr_assert(eq(sz, names.count, MAX_VOLUME_NAMES));
    cr_assert(names.has_more);
    for (size_t i = 0; i < names.count; i++) {
        char wanted[80];
        snprintf(wanted, sizeof wanted, "\\\\?\\Volume{%08zu-0000-0000-0000-100000000000}\\",
                 i + 1);
        cr_assert(span_equals(names.names[i], span_of(wanted)));
    }
    cr_assert(le(u64, (uint64_t)arena.total_bytes, 64 * 1024));
    arena_release(&arena);
}
