#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "report/report_build.h"
#include "tally/tally.h"

enum { ROOM = 1000, FILES = 30000, ITEMS = 2 * FILES };

/* Every file fails twice; the odd ones for a reason that the first files past the limit do not
 * have.
 */
static void fill(struct classified_record *items, const struct catalog *catalog)
{
    for (size_t i = 0; i < ITEMS; i++) {
        uint64_t file = i / 2;
        bool is_locked = file >= ROOM && file % 2 == 1;
        uint32_t code = is_locked ? 0x80070020 : 0x80070005;
        items[i].verdict =
            (struct verdict){.class = VERDICT_FAILED_FILE,
                             .path = span_of("D:\\a\\b"),
                             .has_code = true,
                             .code = code,
                             .category = catalog_code_meaning(catalog, code).category,
                             .line = (uint32_t)i,
                             .line_count = 1,
                             .record_count = 1};
        items[i].key =
            (struct path_key){.file = hash_mix(file, 1), .folder = 8, .folder_length = 4};
    }
}

static bool is_near(uint64_t estimate, uint64_t truth)
{
    uint64_t off = estimate > truth ? estimate - truth : truth - estimate;
    return off * 100 <= truth * 2;
}

/* The rows add up to the report, the last ones without a host. */
static void check_rows(const struct report *report)
{
    cr_assert(is_near(report->files, FILES), "%llu", (unsigned long long)report->files);
    uint64_t files_of_rows = 0;
    size_t rows_without_host = 0;
    for (size_t i = 0; i < report->row_count; i++) {
        files_of_rows += report->rows[i].code.files;
        rows_without_host += report->rows[i].host.length == 0;
    }
    cr_assert(eq(u64, files_of_rows, report->files), "to the unit, though both are estimates");
    cr_assert(eq(sz, rows_without_host, 2), "one for each reason with files past the limit");
    cr_assert(eq(sz, report->rows[report->row_count - 1].host.length, 0));
}

/* So do the reasons, of which each is near the truth. */
static void check_reasons(const struct report *report)
{
    cr_assert(eq(sz, report->reason_count, 2));
    uint64_t events = 0;
    uint64_t files = 0;
    double share_percent = 0;
    for (size_t i = 0; i < 2; i++) {
        files += report->reasons[i].files;
        bool is_locked = strcmp(report->reasons[i].category, "locked") == 0;
        uint64_t truth = is_locked ? (FILES - ROOM) / 2 : (FILES + ROOM) / 2;
        cr_assert(is_near(report->reasons[i].files, truth), "%llu of %llu",
                  (unsigned long long)report->reasons[i].files, (unsigned long long)truth);
        events += report->reasons[i].events;
        share_percent += report->reasons[i].share_percent;
    }
    cr_assert(eq(u64, files, report->files));
    cr_assert(share_percent > 99.99 && share_percent < 100.01, "%f %% of all", share_percent);
    cr_assert(eq(u64, events, ITEMS), "records are counted, not estimated");
}

Test(tally_overflow, files_without_room_are_estimated_and_the_report_says_so)
{
    static struct classified_record items[ITEMS];
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    struct limits limits = limits_default();
    limits.max_distinct_files = ROOM;
    struct tally_options options = {.catalog = catalog, .limits = &limits, .seed = 1};
    struct tally *tally = tally_open(&options, &fault);
    struct log_facts facts = {
        .source = "x", .member = "", .name = "x", .host = "N1", .kind_name = "k", .grammar = "g"};
    struct tally_log *log = tally_begin_log(tally, &facts, &fault);
    fill(items, catalog);
    struct classified_block block = {.items = items, .item_count = ITEMS, .lines = ITEMS};
    cr_assert(tally_add_block(tally, log, &block, &fault), "%s", fault.text);
    struct arena arena = {0};
    struct report report;
    struct report_options ranking = {.zone = ""};
    cr_assert(report_build(tally, &ranking, &arena, &report, &fault), "%s", fault.text);
    cr_assert(not(report.files_exact));
    cr_assert(report.incomplete);
    check_reasons(&report);
    check_rows(&report);
    cr_assert(eq(str, (char *)report.limits[0].name, "max_distinct_files"));
    arena_release(&arena);
    tally_close(tally);
    catalog_close(catalog);
}

/* Notes everything that can be noted about a source, under new names each time. */
static bool note_all(struct tally *tally, unsigned round, struct fault *fault)
{
    char name[32];
    snprintf(name, sizeof name, "%u", round);
    return tally_note_skipped(tally, name, "m", "special", "pipe", fault) &&
           tally_note_problem(tally, name, "m", "damaged", fault) &&
           tally_note_limit(tally, LIMIT_max_members, span_of(name), span_of("m"), fault) &&
           tally_note_limited_rule(tally, "g", name, span_of(name), span_of("m"), fault);
}

Test(tally_overflow, a_note_that_fails_for_lack_of_memory_is_a_fault)
{
    struct limits limits = limits_default();
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    unsigned refused = 0;
    bool was_refused = true;
    for (unsigned n = 1; was_refused; n++) {
        struct tally_options options = {.catalog = catalog, .limits = &limits, .seed = 1};
        struct tally *tally = tally_open(&options, &fault);
        cr_assert(note_all(tally, 0, &fault));
        memory_fail_at(n);
        bool done = note_all(tally, 1, &fault);
        was_refused = memory_fail_at(0) == 0;
        cr_assert(eq(int, done, !was_refused), "call %u", n);
        cr_assert(eq(int, fault.kind, was_refused ? FAULT_MEMORY : FAULT_NONE));
        fault = (struct fault){0};
        refused += was_refused;
        tally_close(tally);
    }
    cr_assert(gt(uint, refused, 3));
    catalog_close(catalog);
}
