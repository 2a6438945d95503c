/* Counting a failed file: its place in the set of distinct files, and what is kept of it. */
#include "tally/count_file.h"

#include "base/hash.h"
#include "tally/count_bucket.h"
#include "tally/count_example.h"
#include "tally/count_job.h"
#include "tally/count_limit.h"
#include "tally/event_precedence.h"
#include "tally/file_precedence.h"
#include "tally/file_totals.h"

/* Nearly every entry of a list has the time of the one before. */
static uint32_t time_of_event(const struct record_counter *counter)
{
    struct tally_log *log = counter->log;
    if (!datetime_is_same(&log->ranked, &counter->time)) {
        log->ranked = counter->time;
        log->ranked_as = event_precedence_time(counter->time);
    }
    return log->ranked_as;
}

static struct event_precedence rank_of(const struct record_counter *counter)
{
    return (struct event_precedence){.has_code = counter->item->verdict.has_code,
                                     .is_list = counter->log->is_list,
                                     .time = time_of_event(counter)};
}

/* Keeps some of the cell's files as examples: in free places, else in those of files that left. */
static bool keep_bucket_example(const struct record_counter *counter, uint32_t number)
{
    struct tally_bucket *bucket = hash_array_at(&counter->tally->file_counts.buckets, number);
    uint64_t key = counter->item->key.file;
    size_t first_free = 0;
    if (bucket->example_count == BUCKET_EXAMPLES)
        return true;
    for (size_t i = BUCKET_EXAMPLES; i-- > 0;) {
        if (!bucket->examples[i].is_taken)
            first_free = i;
        else if (bucket->examples[i].key == key)
            return true;
    }
    struct bucket_example *place = &bucket->examples[first_free];
    bucket->example_count++;
    place->key = key;
    place->is_taken = true;
    return count_example(counter, counter->item->verdict.path, &place->shown);
}

static void give_example_up(const struct record_counter *counter, const struct file_entry *file)
{
    struct tally_bucket *bucket = hash_array_at(&counter->tally->file_counts.buckets, file->bucket);
    for (size_t i = 0; i < BUCKET_EXAMPLES; i++) {
        struct bucket_example *example = &bucket->examples[i];
        if (example->is_taken && example->key == file->key) {
            example->is_taken = false;
            bucket->example_count--;
        }
    }
}

static struct tally_earlier_code *find_earlier_code(const struct record_counter *counter,
                                                    uint64_t key, uint32_t bucket)
{
    bool is_new = false;
    struct tally_earlier_code *earlier = hash_array_add(
        &counter->tally->file_counts.earlier_codes, hash_mix(key, bucket), &is_new, counter->fault);
    if (earlier != NULL) {
        earlier->key = key;
        earlier->bucket = bucket;
    }
    return earlier;
}

/* The events that a file had under the code it leaves are put aside; those that were put aside
 * under the code it takes come back. */
static bool change_bucket(const struct record_counter *counter, struct file_entry *file,
                          uint32_t bucket)
{
    struct tally_earlier_code *left = find_earlier_code(counter, file->key, file->bucket);
    if (left == NULL || !file_totals_remove(&counter->tally->file_counts, file, counter->fault))
        return false;
    give_example_up(counter, file);
    left->events = file->events;
    struct tally_earlier_code *taken = find_earlier_code(counter, file->key, bucket);
    if (taken == NULL)
        return false;
    file->events = taken->events;
    taken->events = 0;
    file->bucket = bucket & FILE_BUCKET_MASK;
    return file_totals_add(&counter->tally->file_counts, file, counter->fault);
}

/* Counts the event for a file that is known already; `is_better`: the file takes after it. */
static bool count_again(const struct record_counter *counter, struct file_entry *file,
                        const struct cached_bucket *kind, bool *is_better)
{
    uint32_t bucket = kind->bucket;
    struct event_precedence event = rank_of(counter);
    *is_better = event_precedence_supersedes(event, file_precedence_of(counter->tally, file));
    if (!*is_better && file->bucket != bucket) {
        struct tally_earlier_code *earlier = find_earlier_code(counter, file->key, bucket);
        if (earlier != NULL)
            earlier->events++;
        return earlier != NULL;
    }
    if (*is_better && file->bucket != bucket && !change_bucket(counter, file, bucket))
        return false;
    if (*is_better) {
        file->job = kind->job & FILE_JOB_MASK;
        file->time = event.time;
    }
    file->events++;
    ((struct tally_bucket *)hash_array_at(&counter->tally->file_counts.buckets, file->bucket))
        ->events++;
    return true;
}

static bool keep_volume_path(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    return volume_counts_keep(&tally->volume_counts, &tally->text_budget.arena,
                              (struct tally_volume_path){.key = counter->item->key.file,
                                                         .host_key = counter->host_key,
                                                         .log = counter->log->index,
                                                         .path = counter->item->verdict.path},
                              counter->fault);
}

static bool count_new(const struct record_counter *counter, struct file_entry *file,
                      const struct cached_bucket *kind)
{
    struct tally *tally = counter->tally;
    const struct classified_record *item = counter->item;
    struct span name = span_slice(item->verdict.path, 0, item->key.folder_length);
    uint32_t folder = 0;
    enum limit_id hit = LIMIT_COUNT;
    if (!file_counts_add_folder(&tally->file_counts, &tally->text_budget.arena, item->key.folder,
                                name, &folder, &hit, counter->fault) ||
        (hit != LIMIT_COUNT && !count_limit(counter, hit)))
        return false;
    *file = (struct file_entry){.key = file->key,
                                .time = time_of_event(counter),
                                .events = 1,
                                .bucket = kind->bucket & FILE_BUCKET_MASK,
                                .folder = folder & FILE_FOLDER_MASK,
                                .job = kind->job & FILE_JOB_MASK};
    if (!file_totals_add(&counter->tally->file_counts, file, counter->fault))
        return false;
    return !volume_may_begin(item->verdict.path) || keep_volume_path(counter);
}

/* Fills the row with what the event at hand says. */
static bool take_row(const struct record_counter *counter, uint32_t bucket, struct tally_file *row)
{
    struct arena *arena = &counter->tally->text_budget.arena;
    const struct verdict *verdict = &counter->item->verdict;
    const struct tally_log *log = counter->log;
    row->host = counter->host;
    row->bucket = bucket;
    row->time = counter->time;
    row->place = counter->place;
    row->rank = rank_of(counter);
    row->job = arena_copy(arena, log->is_list ? log->name : verdict->job, counter->fault);
    row->operation = arena_copy(arena, verdict->operation, counter->fault);
    row->source = arena_copy(arena, verdict->source, counter->fault);
    return row->job.bytes != NULL && row->operation.bytes != NULL && row->source.bytes != NULL;
}

/* Keeps the whole row for the `files` command. */
static bool keep_row(const struct record_counter *counter, uint32_t bucket, bool is_better)
{
    bool is_new = false;
    struct tally_file *row = hash_array_add(&counter->tally->file_counts.rows,
                                            counter->item->key.file, &is_new, counter->fault);
    if (row == NULL)
        return false;
    row->events++;
    if (counter->log->is_list && row->listed.line == 0)
        row->listed = counter->place;
    if (is_new) {
        row->path = arena_copy(&counter->tally->text_budget.arena, counter->item->verdict.path,
                               counter->fault);
        if (row->path.bytes == NULL)
            return false;
    }
    return !is_better || take_row(counter, bucket, row);
}

static bool count_overflow(const struct record_counter *counter)
{
    return file_counts_add_overflow(&counter->tally->file_counts, counter->item->key.file,
                                    counter->item->verdict.category, counter->fault) &&
           count_limit(counter, LIMIT_max_distinct_files);
}

bool count_file(const struct record_counter *counter)
{
    struct file_counts *files = &counter->tally->file_counts;
    uint64_t key = counter->item->key.file;
    uint32_t job = 0;
    files->events++;
    if (!count_job_of_file(counter, &job))
        return false;
    struct cached_bucket *kind = count_bucket_of_file(counter, job);
    if (kind == NULL)
        return false;
    bool is_full = files->files.count >= files->limits->max_distinct_files;
    if (is_full && file_set_find(&files->files, key) == NULL)
        return count_overflow(counter);
    bool is_new = false;
    struct file_entry *file = file_set_add(&files->files, key, &is_new, counter->fault);
    if (file == NULL)
        return false;
    bool is_better = true;
    if (!count_job_file(counter, file, is_new, kind))
        return false;
    if (is_new ? !count_new(counter, file, kind) : !count_again(counter, file, kind, &is_better))
        return false;
    if (is_better && !keep_bucket_example(counter, kind->bucket))
        return false;
    return !counter->tally->options.keep_files || keep_row(counter, kind->bucket, is_better);
}
