#include "report/rollup.h"

#include "base/hash.h"
#include "report/builder.h"
#include "report/file_state.h"
#include "report/overflow_files.h"
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

bool rollup_counts_file(const struct builder *builder, const struct file_entry *file)
{
    return builder->options->ever || file_state_of(builder, file) == FILE_UNPROTECTED;
}

/* The first example in the input whose file is still in the bucket and counted; NULL if none is. */
static const struct report_example *example_of(const struct builder *builder, uint32_t number)
{
    const struct file_counts *files = &builder->tally->file_counts;
    const struct report_example *first = NULL;
    size_t cursor = 0;
    for (const struct bucket_example *own;
         (own = file_counts_next_example(files, number, &cursor)) != NULL;) {
        bool is_first = first == NULL || source_place_is_before(own->example.place, first->place);
        if (is_first && rollup_counts_file(builder, file_set_find(&files->files, own->key)))
            first = &own->example;
    }
    return first;
}

/* Gives the row an example that still belongs to it, if the bucket has one. */
static bool choose_example(const struct builder *builder, uint32_t number, struct row_sum *row)
{
    const struct report_example *example = example_of(builder, number);
    if (example == NULL)
        return true;
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

static uint64_t part_key(const struct tally *tally, uint32_t part, uint32_t host, size_t category)
{
    return hash_mix(hash_mix(tally->options.seed ^ part, host), category);
}

bool rollup_add_part(const struct tally *tally, struct hash_array *parts,
                     const struct part_sum *part, struct fault *fault)
{
    uint64_t key = part_key(tally, part->part, part->host, part->category);
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

uint64_t rollup_part_files(const struct tally *tally, const struct hash_array *parts,
                           const struct part_sum *part)
{
    uint32_t number = 0;
    return hash_table_find(&parts->numbers, part_key(tally, part->part, part->host, part->category),
                           &number)
               ? ((const struct part_sum *)hash_array_at(parts, number))->files
               : 0;
}

static bool add_folder(const struct builder *builder, const struct file_entry *file, uint64_t files,
                       uint64_t events)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
    if (file->folder == FILE_NO_FOLDER)
        return true;
    return rollup_add_part(builder->tally, &builder->rollup->folders,
                           &(struct part_sum){.part = file->folder,
                                              .host = bucket->host,
                                              .category = bucket->category,
                                              .files = files,
                                              .events = events},
                           builder->fault);
}

/* A row has a rule as long as all its files have it. */
static bool add_context(const struct builder *builder, struct row_sum *row,
                        const struct tally_bucket *bucket, uint64_t files)
{
    if (row->files == files) {
        row->has_context = bucket->has_context;
        row->context = bucket->context;
    } else if (!bucket->has_context || bucket->context != row->context) {
        row->has_context = false;
    }
    if (!bucket->has_context)
        return true;
    uint64_t key =
        hash_mix(hash_mix(builder->tally->options.seed, bucket->category), bucket->context);
    bool is_new = false;
    struct context_sum *sum =
        hash_array_add(&builder->rollup->contexts, key, &is_new, builder->fault);
    if (sum == NULL)
        return false;
    sum->category = bucket->category;
    sum->context = bucket->context;
    sum->files += files;
    return true;
}

/* Folders are summed only if the report is grouped by them, since that walks over all files. */
static bool add_folders(const struct builder *builder)
{
    size_t place = 0;
    for (const struct file_entry *file;
         (file = file_set_next(&builder->tally->file_counts.files, &place)) != NULL;)
        if (rollup_counts_file(builder, file) && !add_folder(builder, file, 1, file->events))
            return false;
    return true;
}

/* Adds to `file`'s sums, which are not counted, what keeps it out of the others. */
static bool settle_file(const struct builder *builder, const struct file_entry *file)
{
    struct rollup *rollup = builder->rollup;
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
    rollup->settled[file->bucket].files++;
    rollup->settled[file->bucket].events += file->events;
    struct part_sum part = {.part = file->folder, .category = bucket->category, .files = 1};
    return file->folder == FILE_NO_FOLDER ||
           rollup_add_part(builder->tally, &rollup->settled_folders, &part, builder->fault);
}

static void note_read_since(const struct builder *builder, const struct file_entry *file)
{
    struct rollup *rollup = builder->rollup;
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
    bool is_read = file_state_of(builder, file) == FILE_READ_SINCE;
    rollup->files_read_since += is_read;
    rollup->read_since_of_host[bucket->host] += is_read;
}

/* Finds the files that are not unprotected, in one walk over all: there are none in most inputs. */
static bool settle_files(const struct builder *builder)
{
    const struct file_counts *files = &builder->tally->file_counts;
    struct rollup *rollup = builder->rollup;
    size_t place = 0;
    rollup->files_ever = files->files.count + overflow_files(builder);
    rollup->files = rollup->files_ever;
    if (!builder->file_states.is_any_settled)
        return true;
    rollup->settled = arena_allocate(builder->arena, files->buckets.count, sizeof *rollup->settled,
                                     builder->fault);
    rollup->read_since_of_host =
        arena_allocate(builder->arena, builder->tally->text_budget.hosts.count,
                       sizeof *rollup->read_since_of_host, builder->fault);
    if (rollup->settled == NULL || rollup->read_since_of_host == NULL)
        return false;
    for (const struct file_entry *file; (file = file_set_next(&files->files, &place)) != NULL;) {
        note_read_since(builder, file);
        if (rollup_counts_file(builder, file))
            continue;
        rollup->files--;
        if (!settle_file(builder, file))
            return false;
    }
    return true;
}

static bool add_bucket(const struct builder *builder, uint32_t number)
{
    struct rollup *rollup = builder->rollup;
    const struct tally_bucket *bucket = hash_array_at(&builder->tally->file_counts.buckets, number);
    struct settled_sum none = {0};
    const struct settled_sum *settled = rollup->settled != NULL ? &rollup->settled[number] : &none;
    uint64_t files = bucket->files - settled->files;
    if (files == 0)
        return true;
    struct row_sum *row =
        find_row(builder->tally, rollup, bucket, bucket->category, builder->fault);
    if (row == NULL)
        return false;
    row->files += files;
    row->events += bucket->events - settled->events;
    return add_context(builder, row, bucket, files) && choose_example(builder, number, row);
}

static bool add_earlier_code(const struct builder *builder,
                             const struct tally_earlier_code *earlier)
{
    const struct file_counts *files = &builder->tally->file_counts;
    const struct file_entry *file = file_set_find(&files->files, earlier->key);
    if (file == NULL || earlier->events == 0 || !rollup_counts_file(builder, file))
        return true;
    const struct tally_bucket *own = hash_array_at(&files->buckets, file->bucket);
    const struct tally_bucket *other = hash_array_at(&files->buckets, earlier->bucket);
    /* Events without a code count for the code that the file has from elsewhere. */
    struct row_sum *row = find_row(builder->tally, builder->rollup, other->has_code ? other : own,
                                   own->category, builder->fault);
    if (row == NULL)
        return false;
    row->events += earlier->events;
    return builder->options->by != BY_FOLDER || add_folder(builder, file, 0, earlier->events);
}

bool rollup_make(struct builder *builder)
{
    const struct file_counts *files = &builder->tally->file_counts;
    struct rollup *rollup = builder->rollup;
    rollup->rows.item_bytes = sizeof(struct row_sum);
    rollup->folders.item_bytes = sizeof(struct part_sum);
    rollup->settled_folders.item_bytes = sizeof(struct part_sum);
    rollup->jobs.item_bytes = sizeof(struct part_sum);
    rollup->kinds.item_bytes = sizeof(struct part_sum);
    rollup->contexts.item_bytes = sizeof(struct context_sum);
    bool done =
        settle_files(builder) && (builder->options->by != BY_FOLDER || add_folders(builder));
    for (size_t i = 0; done && i < files->buckets.count; i++)
        done = add_bucket(builder, (uint32_t)i);
    for (size_t i = 0; done && i < files->earlier_codes.count; i++)
        done = add_earlier_code(builder, hash_array_at(&files->earlier_codes, i));
    drop_foreign_examples(rollup);
    return done;
}

uint64_t rollup_folder_files(const struct builder *builder, uint32_t folder, size_t category)
{
    uint64_t files = folder_counts_at(&builder->tally->file_counts.folder_counts, folder, category);
    struct part_sum part = {.part = folder, .category = category};
    return files > 0
               ? files - rollup_part_files(builder->tally, &builder->rollup->settled_folders, &part)
               : 0;
}

void rollup_release(struct rollup *rollup)
{
    hash_array_release(&rollup->rows);
    hash_array_release(&rollup->folders);
    hash_array_release(&rollup->settled_folders);
    hash_array_release(&rollup->jobs);
    hash_array_release(&rollup->kinds);
    hash_array_release(&rollup->contexts);
}
