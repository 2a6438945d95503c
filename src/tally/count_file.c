/* Counting a failed file: its place in the set of distinct files, and what is kept of it. */
#include "tally/count_bucket.h"

#include "base/hash.h"
#include "base/memory.h"
#include "tally/event_precedence.h"
#include "tally/file_totals.h"
#include "tally/text_budget.h"
#include "tally/volume_merge.h"

/* Nearly every entry of a list has the time of the one before. */
static uint32_t time_of_event(const struct counting *counting)
{
    struct tally_log *log = counting->log;
    if (!datetime_is_same(&log->ranked, &counting->time)) {
        log->ranked = counting->time;
        log->ranked_as = event_time(counting->time);
    }
    return log->ranked_as;
}

static struct event_rank rank_of(const struct counting *counting)
{
    return (struct event_rank){.has_code = counting->item->verdict.has_code,
                               .is_list = counting->log->is_list,
                               .time = time_of_event(counting)};
}

/* Keeps some of the cell's files as examples: in free places, else in those of files that left. */
static bool keep_cell_example(const struct counting *counting, uint32_t number)
{
    struct tally_cell *cell = hash_array_at(&counting->tally->cells, number);
    uint64_t key = counting->item->key.file;
    size_t first_free = 0;
    if (cell->example_count == CELL_EXAMPLES)
        return true;
    for (size_t i = CELL_EXAMPLES; i-- > 0;) {
        if (!cell->examples[i].is_taken)
            first_free = i;
        else if (cell->examples[i].key == key)
            return true;
    }
    struct cell_example *place = &cell->examples[first_free];
    cell->example_count++;
    place->key = key;
    place->is_taken = true;
    return counting_keep_example(counting, counting->item->verdict.path, &place->shown);
}

static void give_example_up(const struct counting *counting, const struct file_entry *file)
{
    struct tally_cell *cell = hash_array_at(&counting->tally->cells, file->cell);
    for (size_t i = 0; i < CELL_EXAMPLES; i++) {
        struct cell_example *example = &cell->examples[i];
        if (example->is_taken && example->key == file->key) {
            example->is_taken = false;
            cell->example_count--;
        }
    }
}

static struct tally_aside *find_aside(const struct counting *counting, uint64_t key, uint32_t cell)
{
    bool is_new = false;
    struct tally_aside *aside =
        hash_array_add(&counting->tally->asides, hash_mix(key, cell), &is_new, counting->fault);
    if (aside != NULL) {
        aside->key = key;
        aside->cell = cell;
    }
    return aside;
}

/* The events that a file had under the code it leaves are put aside; those that were put aside
 * under the code it takes come back. */
static bool change_cell(const struct counting *counting, struct file_entry *file, uint32_t cell)
{
    struct tally_aside *left = find_aside(counting, file->key, file->cell);
    if (left == NULL || !file_sums_remove(counting->tally, file, counting->fault))
        return false;
    give_example_up(counting, file);
    left->events = file->events;
    struct tally_aside *taken = find_aside(counting, file->key, cell);
    if (taken == NULL)
        return false;
    file->events = taken->events;
    taken->events = 0;
    file->cell = cell & FILE_CELL_MASK;
    return file_sums_add(counting->tally, file, counting->fault);
}

/* Counts the event for a file that is known already; `is_better`: the file takes after it. */
static bool count_again(const struct counting *counting, struct file_entry *file,
                        const struct tally_kind *kind, bool *is_better)
{
    uint32_t cell = kind->cell;
    struct event_rank event = rank_of(counting);
    *is_better = event_is_better(event, file_rank(counting->tally, file));
    if (!*is_better && file->cell != cell) {
        struct tally_aside *aside = find_aside(counting, file->key, cell);
        if (aside != NULL)
            aside->events++;
        return aside != NULL;
    }
    if (*is_better && file->cell != cell && !change_cell(counting, file, cell))
        return false;
    if (*is_better) {
        file->job = kind->job & FILE_JOB_MASK;
        file->time = event.time;
    }
    file->events++;
    ((struct tally_cell *)hash_array_at(&counting->tally->cells, file->cell))->events++;
    return true;
}

static bool count_new(const struct counting *counting, struct file_entry *file,
                      const struct tally_kind *kind)
{
    uint32_t folder = 0;
    const struct judged *item = counting->item;
    struct span name = span_slice(item->verdict.path, 0, item->key.folder_length);
    if (!keeping_folder(counting->tally, counting->log, item->key.folder, name, &folder,
                        counting->fault))
        return false;
    *file = (struct file_entry){.key = file->key,
                                .time = time_of_event(counting),
                                .events = 1,
                                .cell = kind->cell & FILE_CELL_MASK,
                                .folder = folder & FILE_FOLDER_MASK,
                                .job = kind->job & FILE_JOB_MASK};
    if (!file_sums_add(counting->tally, file, counting->fault))
        return false;
    return !volume_may_begin(counting->item->verdict.path) || volume_join_keep(counting);
}

/* Fills the row with what the event at hand says. */
static bool take_row(const struct counting *counting, uint32_t cell, struct tally_file *row)
{
    struct arena *arena = &counting->tally->arena;
    const struct verdict *verdict = &counting->item->verdict;
    const struct tally_log *log = counting->log;
    row->host = counting->host;
    row->cell = cell;
    row->time = counting->time;
    row->place = counting->place;
    row->rank = rank_of(counting);
    row->job = arena_copy(arena, log->is_list ? log->name : verdict->job, counting->fault);
    row->operation = arena_copy(arena, verdict->operation, counting->fault);
    row->source = arena_copy(arena, verdict->source, counting->fault);
    return row->job.bytes != NULL && row->operation.bytes != NULL && row->source.bytes != NULL;
}

/* Keeps the whole row for the `files` command. */
static bool keep_row(const struct counting *counting, uint32_t cell, bool is_better)
{
    bool is_new = false;
    struct tally_file *row =
        hash_array_add(&counting->tally->kept, counting->item->key.file, &is_new, counting->fault);
    if (row == NULL)
        return false;
    row->events++;
    if (counting->log->is_list && row->listed.line == 0)
        row->listed = counting->place;
    if (is_new) {
        row->path =
            arena_copy(&counting->tally->arena, counting->item->verdict.path, counting->fault);
        if (row->path.bytes == NULL)
            return false;
    }
    return !is_better || take_row(counting, cell, row);
}

/* Counts a file for which there is no room any more: how many there are is estimated. */
static bool count_beyond(const struct counting *counting)
{
    struct tally *tally = counting->tally;
    uint64_t key = counting->item->key.file;
    if (tally->beyond == NULL)
        tally->beyond = memory_allocate(catalog_category_count(tally->options.catalog),
                                        sizeof *tally->beyond, counting->fault);
    if (tally->beyond == NULL)
        return false;
    struct tally_beyond *beyond = &tally->beyond[counting->item->verdict.category];
    beyond->events++;
    return hyperloglog_add(&tally->files_beyond, key, counting->fault) &&
           hyperloglog_add(&beyond->files, key, counting->fault) &&
           tally_note_limit(tally, LIMIT_max_distinct_files, counting->log->shown.source,
                            counting->log->shown.member, counting->fault);
}

bool counting_failed_file(const struct counting *counting)
{
    struct tally *tally = counting->tally;
    const struct judged *item = counting->item;
    uint32_t job = 0;
    tally->file_events++;
    if (!counting_job_of_file(counting, &job))
        return false;
    struct tally_kind *kind = counting_kind_of_file(counting, job);
    if (kind == NULL)
        return false;
    bool is_full = tally->files.count >= tally->options.limits->max_distinct_files;
    if (is_full && file_set_find(&tally->files, item->key.file) == NULL)
        return count_beyond(counting);
    bool is_new = false;
    struct file_entry *file = file_set_add(&tally->files, item->key.file, &is_new, counting->fault);
    if (file == NULL)
        return false;
    bool is_better = true;
    if (!counting_file_in_job(counting, file, is_new, kind))
        return false;
    if (is_new ? !count_new(counting, file, kind) : !count_again(counting, file, kind, &is_better))
        return false;
    if (is_better && !keep_cell_example(counting, kind->cell))
        return false;
    return !tally->options.keep_files || keep_row(counting, kind->cell, is_better);
}
