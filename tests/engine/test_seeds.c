/* Every run has a seed of its own, so that an attacker cannot choose texts that collide in its hash
 * tables. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "engine/analysis.h"
#include "tally/tally_parts.h"

/* Without a report, for which the keys are given back. */
static void read_samples(struct analysis *analysis)
{
    static const struct pipeline_input inputs[] = {
        {.name = "samples"},
        {.name = "tests/cases/join-of-a-volume-guid-and-its-letter-where-a-log-says-so"}};
    static const struct analysis_options options = {
        .keep_files = true, .threads = 1, .report = {.zone = ""}};
    struct fault fault = {0};
    cr_assert(
        analysis_load(analysis, &options, &fault) && analysis_open(analysis, &fault) &&
            analysis_read(analysis, inputs, sizeof inputs / sizeof *inputs, NULL, NULL, &fault),
        "%s", fault.text);
}

static void expect_no_common_key(const struct hash_table *one, const struct hash_table *other,
                                 const char *what)
{
    cr_assert(one->count > 0, "%s: nothing is compared", what);
    cr_assert(eq(sz, one->count, other->count), "%s", what);
    for (size_t i = 0; i < one->capacity; i++) {
        uint32_t value;
        uint64_t key = one->entries[i].key;
        cr_assert(not(key != 0 && hash_table_find(other, key, &value)), "%s", what);
    }
}

/* The keys of jobs and their buckets are given back before the report: there are none to compare.
 */
Test(engine_seeds, two_runs_have_no_hash_key_in_common)
{
    struct analysis runs[2] = {0};
    read_samples(&runs[0]);
    read_samples(&runs[1]);
    const struct tally *one = runs[0].tally;
    const struct tally *other = runs[1].tally;
    const struct {
        const char *what;
        const struct hash_table *tables[2];
    } rows[] = {
#define ROW(part, name)                                                                            \
    {                                                                                              \
#name,                                                                                     \
        {                                                                                          \
            &one->part.name.numbers, &other->part.name.numbers                                     \
        }                                                                                          \
    }
        ROW(text_budget, hosts),       ROW(file_counts, folders),
        ROW(file_counts, buckets),     ROW(file_counts, earlier_codes),
        ROW(finding_counts, findings), ROW(finding_counts, failures),
        ROW(job_counts, jobs),         ROW(job_counts, job_buckets),
        ROW(job_counts, shared_files), ROW(job_counts, shared_groups),
        ROW(file_counts, rows),        ROW(volume_counts, volumes),
#undef ROW
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        expect_no_common_key(rows[i].tables[0], rows[i].tables[1], rows[i].what);
    }
    size_t place = 0;
    for (const struct file_entry *file;
         (file = file_set_next(&one->file_counts.files, &place)) != NULL;)
        cr_assert(eq(ptr, (void *)file_set_find(&other->file_counts.files, file->key), NULL));
    analysis_close(&runs[0]);
    analysis_close(&runs[1]);
}
