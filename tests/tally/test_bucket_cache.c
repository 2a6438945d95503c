/* The cache of buckets: hosts, jobs, codes, rules, folders and times alternate, more of them than
 * the cache has slots, and every count must be the one that all records give without a cache. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/hash.h"
#include "tally/event_precedence.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally.h"
#include "tally/tally_parts.h"
#include "tally/text_budget.h"

/* Rules whose numbers differ by SAME_SLOT mostly share the slot of a code. */
enum {
    SAME_SLOT = 55,
    ITEMS = 20000,
    HOSTS = 3,
    JOBS = 5,
    CODES = 3 * BUCKET_CACHE_SLOTS,
    FOLDERS = 40,
    DAYS = 50
};

static const char *const hosts[HOSTS] = {"N1", "N2", "N3"};
static const char *const jobs[JOBS] = {"A", "B", "C", "D", "E"};
static const char *const folders[2] = {"D:\\even", "D:\\odds"};

/* The same in every run. A number stays for some records, as in logs. */
static uint64_t chosen(size_t item, uint64_t what, uint64_t count)
{
    size_t stretch = item / 1000 % 2 == 0 ? 1 : 4;
    return hash_mix(item / stretch, what) % count;
}

static struct classified_record record(size_t i, const struct catalog *catalog)
{
    uint64_t folder = chosen(i, 'f', FOLDERS);
    bool has_code = chosen(i, 'n', 10) > 0;
    bool has_context = chosen(i, 'x', 4) == 0;
    struct datetime time = datetime_of_days(20000 + (int64_t)chosen(i, 't', DAYS));
    time.has_time = chosen(i, 'h', 2) == 0;
    time.hour = time.has_time ? 13 : 0;
    return (struct classified_record){
        .verdict = {.class = VERDICT_FAILED_FILE,
                    .path = span_of(folders[folder % 2]),
                    .host = span_of(hosts[chosen(i, 'o', HOSTS)]),
                    .job = span_of(jobs[chosen(i, 'j', JOBS)]),
                    .has_code = has_code,
                    .code = has_code ? 0x80070000u + (uint32_t)chosen(i, 'c', CODES) : 0,
                    .category = has_code ? 0 : catalog_category_unknown(catalog),
                    .has_context = has_context,
                    .context = has_context ? SAME_SLOT * chosen(i, 'r', 2) : 0,
                    .time = chosen(i, 'u', 5) == 0 ? (struct datetime){0} : time,
                    .line = (uint32_t)i,
                    .line_count = 1,
                    .record_count = 1},
        .key = {.file = hash_mix(i, 1), .folder = hash_mix(folder, 2), .folder_length = 7}};
}

static struct classified_record items[ITEMS];

static void fill(struct tally *tally, struct fault *fault)
{
    struct log_facts facts = {
        .source = "x", .member = "", .name = "x", .host = "N1", .kind_name = "k", .grammar = "g"};
    struct tally_log *log = tally_begin_log(tally, &facts, fault);
    for (size_t i = 0; i < ITEMS; i++)
        items[i] = record(i, tally->options.catalog);
    for (size_t i = 0; i < ITEMS; i += 100) {
        struct classified_block block = {.items = items + i, .item_count = 100, .lines = 100};
        cr_assert(tally_add_block(tally, log, &block, fault), "%s", fault->text);
    }
}

static struct tally *tally_of_items(struct limits *limits, const struct catalog *catalog)
{
    struct fault fault = {0};
    struct tally_options options = {.catalog = catalog, .limits = limits, .seed = 1};
    struct tally *tally = tally_open(&options, &fault);
    fill(tally, &fault);
    return tally;
}

/* Checks that the entry of one file leads to the bucket, job and folder of its record. */
static void check_file(const struct tally *tally, const struct classified_record *item)
{
    const struct verdict *verdict = &item->verdict;
    const struct file_entry *file = file_set_find(&tally->file_counts.files, item->key.file);
    const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, file->bucket);
    const struct job *job = hash_array_at(&tally->job_counts.jobs, file->job);
    cr_assert(span_equals(tally->text_budget.hosts.texts[bucket->host], verdict->host));
    cr_assert(eq(int, bucket->has_code, verdict->has_code));
    cr_assert(eq(u32, bucket->code, verdict->code));
    cr_assert(eq(int, bucket->has_context, verdict->has_context));
    cr_assert(eq(sz, bucket->context, verdict->context));
    cr_assert(span_equals(job->name, verdict->job));
    cr_assert(eq(u32, job->host, bucket->host));
    cr_assert(span_equals(tally->file_counts.folders.texts[file->folder], verdict->path));
    cr_assert(eq(u32, file->time, event_precedence_time(verdict->time)));
}

static bool is_in(const struct tally *tally, const struct tally_job_bucket *part, uint64_t key)
{
    const struct file_entry *file = file_set_find(&tally->file_counts.files, key);
    return file->job == part->job && file->bucket == part->bucket;
}

Test(tally_bucket_cache, alternating_records_are_counted_in_their_own_buckets)
{
    struct limits limits = limits_default();
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    struct tally *tally = tally_of_items(&limits, catalog);
    for (size_t i = 0; i < ITEMS; i++)
        check_file(tally, &items[i]);
    cr_assert(eq(sz, tally->file_counts.folders.count, FOLDERS));
    cr_assert(gt(sz, tally->job_counts.job_buckets.count, 2 * BUCKET_CACHE_SLOTS),
              "slots are reused");
    uint64_t files = 0;
    for (size_t i = 0; i < tally->job_counts.job_buckets.count; i++)
        files += ((const struct tally_job_bucket *)hash_array_at(&tally->job_counts.job_buckets, i))
                     ->files;
    cr_assert(eq(u64, files, ITEMS));
    for (size_t i = 0; i < tally->job_counts.job_buckets.count; i += 97) {
        const struct tally_job_bucket *part = hash_array_at(&tally->job_counts.job_buckets, i);
        uint64_t found = 0;
        for (size_t item = 0; item < ITEMS; item++)
            found += is_in(tally, part, items[item].key.file);
        cr_assert(eq(u64, part->files, found));
        cr_assert(eq(u64, part->events, found));
    }
    tally_close(tally);
    catalog_close(catalog);
}

Test(tally_bucket_cache, times_are_the_earliest_and_the_latest)
{
    struct limits limits = limits_default();
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    struct tally *tally = tally_of_items(&limits, catalog);
    for (size_t i = 0; i < ITEMS; i++) {
        struct datetime time = items[i].verdict.time;
        const struct file_entry *file = file_set_find(&tally->file_counts.files, items[i].key.file);
        const struct tally_bucket *bucket =
            hash_array_at(&tally->file_counts.buckets, file->bucket);
        const struct job *job = hash_array_at(&tally->job_counts.jobs, file->job);
        if (!datetime_is_set(time))
            continue;
        cr_assert(le(int, datetime_compare(bucket->first, time), 0));
        cr_assert(ge(int, datetime_compare(bucket->last, time), 0));
        cr_assert(le(int, datetime_compare(job->first, time), 0));
        cr_assert(ge(int, datetime_compare(job->last, time), 0));
    }
    tally_close(tally);
    catalog_close(catalog);
}

Test(tally_bucket_cache, each_record_without_a_bucket_of_its_own_is_noted)
{
    enum { BUCKETS = 20 };
    struct limits limits = limits_default();
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    limits.max_host_codes = BUCKETS;
    struct tally *tally = tally_of_items(&limits, catalog);
    uint64_t without = 0;
    for (size_t i = 0; i < ITEMS; i++) {
        const struct file_entry *file = file_set_find(&tally->file_counts.files, items[i].key.file);
        without += file->bucket == BUCKETS;
    }
    cr_assert(eq(sz, tally->file_counts.buckets.count, BUCKETS + 1));
    cr_assert(gt(u64, without, ITEMS / 2));
    cr_assert(eq(u64, tally->source_counts.limits_hit[LIMIT_max_host_codes].times, without));
    tally_close(tally);
    catalog_close(catalog);
}
