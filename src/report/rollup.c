#include "report/rollup.h"

#include "base/hash.h"
#include "tally/count_record.h"

static bool is_before(struct place a, struct place b)
{
    return a.log != b.log ? a.log < b.log : a.line < b.line;
}

/* The row that the cell's files or events belong to. Several cells may share one: those that differ
 * only in their context rule. They come in no order, so whatever is taken of them is an extreme. */
static struct row_sum *find_row(const struct tally *tally, struct summary *summary,
                                const struct tally_cell *cell, size_t category, struct fault *fault)
{
    uint64_t code = cell->has_code ? cell->code : UINT64_C(1) << 32;
    uint64_t key = hash_mix(hash_mix(tally->options.seed ^ cell->host, code), category);
    bool is_new = false;
    struct row_sum *row = hash_array_add(&summary->rows, key, &is_new, fault);
    if (row == NULL)
        return NULL;
    if (is_new) {
        row->host = cell->host;
        row->category = category;
        row->has_code = cell->has_code;
        row->code = cell->code;
    }
    const struct report_example *first = &cell->examples[0].shown;
    if (is_new || (!row->is_own_example && is_before(first->place, row->example.place)))
        row->example = *first;
    counting_widen(&row->first, &row->last, &cell->first);
    counting_widen(&row->first, &row->last, &cell->last);
    return row;
}

/* The example of a row is a file that still belongs to it, where its cells know one. */
static bool choose_example(const struct tally *tally, struct summary *summary, uint32_t number,
                           struct fault *fault)
{
    const struct tally_cell *cell = hash_array_at(&tally->cells, number);
    const struct report_example *example = tally_cell_example(tally, number);
    if (example == NULL)
        return true;
    struct row_sum *row = find_row(tally, summary, cell, cell->category, fault);
    if (row == NULL)
        return false;
    if (!row->is_own_example || is_before(example->place, row->example.place))
        row->example = *example;
    row->is_own_example = true;
    return true;
}

/* A row that has files shows one of them or none; one that only has events shows one of these. */
static void drop_foreign_examples(struct summary *summary)
{
    for (size_t i = 0; i < summary->rows.count; i++) {
        struct row_sum *row = hash_array_at(&summary->rows, i);
        if (row->files > 0 && !row->is_own_example)
            row->example = (struct report_example){0};
    }
}

bool summary_add_part(const struct tally *tally, struct hash_array *parts,
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

static bool add_folder(const struct tally *tally, struct summary *summary,
                       const struct file_entry *file, uint64_t files, uint64_t events,
                       struct fault *fault)
{
    const struct tally_cell *cell = hash_array_at(&tally->cells, file->cell);
    if (file->folder == FILE_NO_FOLDER)
        return true;
    return summary_add_part(tally, &summary->folders,
                            &(struct part_sum){.part = file->folder,
                                               .host = cell->host,
                                               .category = cell->category,
                                               .files = files,
                                               .events = events},
                            fault);
}

/* A row stands under a rule as long as all its files do. */
static bool add_context(const struct tally *tally, struct summary *summary, struct row_sum *row,
                        const struct tally_cell *cell, uint64_t files, struct fault *fault)
{
    if (row->files == files) {
        row->has_context = cell->has_context;
        row->context = cell->context;
    } else if (!cell->has_context || cell->context != row->context) {
        row->has_context = false;
    }
    if (!cell->has_context)
        return true;
    uint64_t key = hash_mix(hash_mix(tally->options.seed, cell->category), cell->context);
    bool is_new = false;
    struct context_sum *sum = hash_array_add(&summary->contexts, key, &is_new, fault);
    if (sum == NULL)
        return false;
    sum->category = cell->category;
    sum->context = cell->context;
    sum->files += files;
    return true;
}

/* Folders are summed apart only where the report is to be ranked by them: that takes a walk over
 * all files. */
static bool add_folders(const struct tally *tally, struct summary *summary, struct fault *fault)
{
    size_t place = 0;
    for (const struct file_entry *file; (file = file_set_next(&tally->files, &place)) != NULL;)
        if (!add_folder(tally, summary, file, 1, file->events, fault))
            return false;
    return true;
}

static bool add_cells(const struct tally *tally, struct summary *summary, struct fault *fault)
{
    for (size_t i = 0; i < tally->cells.count; i++) {
        const struct tally_cell *cell = hash_array_at(&tally->cells, i);
        if (cell->files == 0)
            continue;
        struct row_sum *row = find_row(tally, summary, cell, cell->category, fault);
        if (row == NULL)
            return false;
        row->files += cell->files;
        row->events += cell->events;
        if (!add_context(tally, summary, row, cell, cell->files, fault) ||
            !choose_example(tally, summary, (uint32_t)i, fault))
            return false;
    }
    return true;
}

static bool add_aside(const struct tally *tally, struct summary *summary, enum report_by by,
                      const struct tally_aside *aside, struct fault *fault)
{
    const struct file_entry *file = file_set_find(&tally->files, aside->key);
    if (file == NULL || aside->events == 0)
        return true;
    const struct tally_cell *own = hash_array_at(&tally->cells, file->cell);
    const struct tally_cell *earlier = hash_array_at(&tally->cells, aside->cell);
    /* Events without a code belong to the code that the file has from elsewhere. */
    struct row_sum *row =
        find_row(tally, summary, earlier->has_code ? earlier : own, own->category, fault);
    if (row == NULL)
        return false;
    row->events += aside->events;
    return by != BY_FOLDER || add_folder(tally, summary, file, 0, aside->events, fault);
}

bool summary_make(const struct tally *tally, enum report_by by, struct summary *summary,
                  struct fault *fault)
{
    summary->rows.item_bytes = sizeof(struct row_sum);
    summary->folders.item_bytes = sizeof(struct part_sum);
    summary->jobs.item_bytes = sizeof(struct part_sum);
    summary->contexts.item_bytes = sizeof(struct context_sum);
    bool done =
        (by != BY_FOLDER || add_folders(tally, summary, fault)) && add_cells(tally, summary, fault);
    for (size_t i = 0; done && i < tally->asides.count; i++)
        done = add_aside(tally, summary, by, hash_array_at(&tally->asides, i), fault);
    drop_foreign_examples(summary);
    return done;
}

void summary_release(struct summary *summary)
{
    hash_array_release(&summary->rows);
    hash_array_release(&summary->folders);
    hash_array_release(&summary->jobs);
    hash_array_release(&summary->contexts);
}
