#include "report/rollup.h"

#include "base/hash.h"
#include "tally/file_counts.h"
#include "tally/period.h"
#include "tally/tally_parts.h"

/* The row for the bucket's files or events, added if new. Buckets that differ only in their context
 * rule share one. They come in no particular order, so only extremes are kept of them. NULL with
 * the fault set. */
static struct row_sum *find_row(const struct tally *tally, struct rollup *rollup,
                                const struct tally_bucket *bucket, size_t category,
                                struct fault *fault)
{
    uint64_t code = bucket->has_code ? bucket->code : UINT64_C(1) << 32;
    uint64_t key = hash_mix(hash_mix(tally->options.seed ^ bucket->host, code), category);
    bool is_new = false;
    struct row_sum *row = hash_array_add(&rollup->rows, key, &is_new, fault);
    if (row == NULL)
        return NULL;
    if (is_new) {
        row->host = bucket->host;
        row->category = category;
        row->has_code = bucket->has_code;
        row->code = bucket->code;
    }
    const struct report_example *first = &bucket->examples[0].example;
    if (is_new ||
        (!row->is_own_example && source_place_is_before(first->place, row->example.place)))
        row->example = *first;
    period_widen(&row->first, &row->last, &bucket->first);
    period_widen(&row->first, &row->last, &bucket->last);
    return row;
}

/* Gives the row an example that still belongs to it, if the bucket has one. */
static bool choose_example(const struct tally *tally, struct rollup *rollup, uint32_t number,
                           struct fault *fault)
{
    const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, number);
    const struct report_example *example = file_counts_bucket_example(&tally->file_counts, number);
    if (example == NULL)
        return true;
    struct row_sum *row = find_row(tally, rollup, bucket, bucket->category, fault);
    if (row == NULL)
        return false;
    if (!row->is_own_example || source_place_is_before(example->place, row->example.place))
        row->example = *example;
    row->is_own_example = true;
    return true;
}

/* A row with files has one of them as its example or none; a row of mere events has one of these.
 */
static void drop_foreign_examples(struct rollup *rollup)
{
    for (size_t i = 0; i < rollup->rows.count; i++) {
        struct row_sum *row = hash_array_at(&rollup->rows, i);
        if (row->files > 0 && !row->is_own_example)
            row->example = (struct report_example){0};
    }
}

bool rollup_add_part(const struct tally *tally, struct hash_array *parts,
                     const struct part_sum *part, struct fault *fault)
{
    uint64_t key = hash_mix(hash_mix(tally->options.seed ^ part->part, part->host), part->category);
    bool is_new = false;
    struct part_sum *sum = hash_array_add(parts, key, &is_new, fault);
    if (sum == NULL)
        return false;
    if (is_new)
        *sum =
            (struct part_sum){.part = part->part, .host = part->host, .category = part->category};
    sum->files += part->files;
    sum->events += part->events;
    return true;
}

static bool add_folder(const struct tally *tally, struct rollup *rollup,
                       const struct file_entry *file, uint64_t files, uint64_t events,
                       struct fault *fault)
{
    const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, file->bucket);
    if (file->folder == FILE_NO_FOLDER)
        return true;
    return rollup_add_part(tally, &rollup->folders,
                           &(struct part_sum){.part = file->folder,
                                              .host = bucket->host,
                                              .category = bucket->category,
                                              .files = files,
                                              .events = events},
                           fault);
}

/* A row has a rule as long as all its files have it. */
static bool add_context(const struct tally *tally, struct rollup *rollup, struct row_sum *row,
                        const struct tally_bucket *bucket, uint64_t files, struct fault *fault)
{
    if (row->files == files) {
        row->has_context = bucket->has_context;
        row->context = bucket->context;
    } else if (!bucket->has_context || bucket->context != row->context) {
        row->has_context = false;
    }
    if (!bucket->has_context)
        return true;
    uint64_t key = hash_mix(hash_mix(tally->options.seed, bucket->category), bucket->context);
    bool is_new = false;
    struct context_sum *sum = hash_array_add(&rollup->contexts, key, &is_new, fault);
    if (sum == NULL)
        return false;
    sum->category = bucket->category;
    sum->context = bucket->context;
    sum->files += files;
    return true;
}

/* Folders are summed only if the report is grouped by them, since that walks over all files. */
static bool add_folders(const struct tally *tally, struct rollup *rollup, struct fault *fault)
{
    size_t place = 0;
    for (const struct file_entry *file;
         (file = file_set_next(&tally->file_counts.files, &place)) != NULL;)
        if (!add_folder(tally, rollup, file, 1, file->events, fault))
            return false;
    return true;
}

static bool add_buckets(const struct tally *tally, struct rollup *rollup, struct fault *fault)
{
    for (size_t i = 0; i < tally->file_counts.buckets.count; i++) {
        const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, i);
        if (bucket->files == 0)
            continue;
        struct row_sum *row = find_row(tally, rollup, bucket, bucket->category, fault);
        if (row == NULL)
            return false;
        row->files += bucket->files;
        row->events += bucket->events;
        if (!add_context(tally, rollup, row, bucket, bucket->files, fault) ||
            !choose_example(tally, rollup, (uint32_t)i, fault))
            return false;
    }
    return true;
}

static bool add_earlier_code(const struct tally *tally, struct rollup *rollup, enum report_by by,
                             const struct tally_earlier_code *earlier, struct fault *fault)
{
    const struct file_entry *file = file_set_find(&tally->file_counts.files, earlier->key);
    if (file == NULL || earlier->events == 0)
        return true;
    const struct tally_bucket *own = hash_array_at(&tally->file_counts.buckets, file->bucket);
    const struct tally_bucket *other = hash_array_at(&tally->file_counts.buckets, earlier->bucket);
    /* Events without a code count for the code that the file has from elsewhere. */
    struct row_sum *row =
        find_row(tally, rollup, other->has_code ? other : own, own->category, fault);
    if (row == NULL)
        return false;
    row->events += earlier->events;
    return by != BY_FOLDER || add_folder(tally, rollup, file, 0, earlier->events, fault);
}

bool rollup_make(const struct tally *tally, enum report_by by, struct rollup *rollup,
                 struct fault *fault)
{
    rollup->rows.item_bytes = sizeof(struct row_sum);
    rollup->folders.item_bytes = sizeof(struct part_sum);
    rollup->jobs.item_bytes = sizeof(struct part_sum);
    rollup->contexts.item_bytes = sizeof(struct context_sum);
    bool done =
        (by != BY_FOLDER || add_folders(tally, rollup, fault)) && add_buckets(tally, rollup, fault);
    for (size_t i = 0; done && i < tally->file_counts.earlier_codes.count; i++)
        done = add_earlier_code(tally, rollup, by,
                                hash_array_at(&tally->file_counts.earlier_codes, i), fault);
    drop_foreign_examples(rollup);
    return done;
}

void rollup_release(struct rollup *rollup)
{
    hash_array_release(&rollup->rows);
    hash_array_release(&rollup->folders);
    hash_array_release(&rollup->jobs);
    hash_array_release(&rollup->contexts);
}
