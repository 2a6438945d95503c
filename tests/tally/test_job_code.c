/* Files that a job names with several codes, read in every order. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "tally/tally.h"
#include "tally/tally_parts.h"

enum { EVENTS = 5, CODES = 3, JOBS = 2 };

struct code_event {
    const char *job;
    uint32_t code; /* 0: none */
};

static const uint32_t codes[CODES] = {0x80070005, 0x80070020, 0};
static const char *const jobs[JOBS] = {"A", "B"};

static void add_events(struct tally *tally, struct tally_log *log, const struct code_event *events)
{
    struct fault fault = {0};
    struct classified_record items[EVENTS] = {0};
    for (size_t i = 0; i < EVENTS; i++) {
        items[i].verdict = (struct verdict){.class = VERDICT_FAILED_FILE,
                                            .path = span_of("D:\\a"),
                                            .job = span_of(events[i].job),
                                            .has_code = events[i].code != 0,
                                            .code = events[i].code,
                                            .line = (uint32_t)i,
                                            .line_count = 1,
                                            .record_count = 1};
        items[i].key = (struct path_key){.file = 7, .folder = 8};
    }
    struct classified_block block = {.items = items, .item_count = EVENTS, .lines = EVENTS};
    cr_assert(tally_add_block(tally, log, &block, &fault), "%s", fault.text);
}

/* Fills the numbers of files by job and code. */
static void count_files(struct catalog *catalog, const struct code_event *events,
                        uint64_t files[JOBS][CODES])
{
    struct fault fault = {0};
    struct limits limits = limits_default();
    struct tally_options options = {.catalog = catalog, .limits = &limits, .seed = 1};
    struct tally *tally = tally_open(&options, &fault);
    struct log_facts facts = {.source = "x",
                              .member = "",
                              .name = "x",
                              .host = "N1",
                              .kind = LOG_KIND_ENGINE_LOG,
                              .kind_name = "engine-log",
                              .grammar = "g"};
    add_events(tally, tally_begin_log(tally, &facts, &fault), events);
    for (size_t i = 0; i < tally->job_counts.job_buckets.count; i++) {
        const struct tally_job_bucket *part = hash_array_at(&tally->job_counts.job_buckets, i);
        const struct tally_bucket *bucket =
            hash_array_at(&tally->file_counts.buckets, part->bucket);
        const struct job *job = hash_array_at(&tally->job_counts.jobs, part->job);
        for (size_t j = 0; j < JOBS; j++)
            for (size_t k = 0; k < CODES; k++)
                if (span_equals(job->name, span_of(jobs[j])) && bucket->code == codes[k])
                    files[j][k] += part->files;
    }
    tally_close(tally);
}

static void swap(size_t *first, size_t *second)
{
    size_t moved = *first;
    *first = *second;
    *second = moved;
}

/* Rearranges the events to the next order; false after the last. */
static bool next_order(size_t order[EVENTS])
{
    size_t at = EVENTS - 1;
    size_t larger = EVENTS - 1;
    while (at > 0 && order[at - 1] > order[at])
        at--;
    if (at == 0)
        return false;
    while (order[larger] < order[at - 1])
        larger--;
    swap(&order[at - 1], &order[larger]);
    for (size_t last = EVENTS - 1; at < last; at++, last--)
        swap(&order[at], &order[last]);
    return true;
}

Test(tally_job_code, a_file_counts_once_in_a_job_and_for_the_same_code_in_every_order)
{
    static const struct code_event events[EVENTS] = {
        {"A", 0x80070005}, {"A", 0x80070020}, {"B", 0x80070020}, {"A", 0}, {"B", 0x80070020}};
    size_t order[EVENTS] = {0, 1, 2, 3, 4};
    uint64_t wanted[JOBS][CODES] = {0};
    struct fault fault = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    cr_assert(catalog != NULL, "%s", fault.text);
    count_files(catalog, events, wanted);
    cr_assert(eq(u64, wanted[0][0] + wanted[0][1], 1), "one that has a code");
    cr_assert(eq(u64, wanted[0][2], 0));
    cr_assert(eq(u64, wanted[1][1], 1), "whatever other jobs record for it");
    while (next_order(order)) {
        struct code_event ordered[EVENTS];
        uint64_t files[JOBS][CODES] = {0};
        for (size_t i = 0; i < EVENTS; i++)
            ordered[i] = events[order[i]];
        count_files(catalog, ordered, files);
        cr_assert(memcmp(files, wanted, sizeof files) == 0, "order %zu %zu %zu %zu %zu", order[0],
                  order[1], order[2], order[3], order[4]);
    }
    catalog_close(catalog);
}
