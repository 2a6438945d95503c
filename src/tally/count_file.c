#include "tally/count_file.h"

#include "base/hash.h"
#include "tally/count_bucket.h"
#include "tally/count_example.h"
#include "tally/count_job.h"
#include "tally/count_limit.h"
#include "tally/event_precedence.h"
#include "tally/file_precedence.h"
#include "tally/file_totals.h"
#include "tally/period.h"

/* Nearly every entry of a list has the time of the one before. That of a list with a date alone is
 * the time in its name: the later list of a day counts. */
static uint32_t time_of_event(const struct record_counter *counter)
{
    struct tally_log *log = counter->log;
    if (!datetime_is_same(&log->last_time, &counter->time)) {
        bool has_name_time =
            log->is_list && !counter->time.has_time && datetime_is_set(log->name_time);
        log->last_time = counter->time;
        log->last_precedence_time =
            event_precedence_time(has_name_time ? log->name_time : counter->time);
    }
    return log->last_precedence_time;
}

static struct event_precedence precedence_of(const struct record_counter *counter,
                                             const struct cached_bucket *cached)
{
    const struct tally *tally = counter->tally;
    return (struct event_precedence){.has_code = counter->item->verdict.has_code,
                                     .is_list = counter->log->is_list,
                                     .time = time_of_event(counter),
                                     .millisecond = counter->time.millisecond,
                                     .content = file_precedence_content(
                                         hash_array_at(&tally->file_counts.buckets, cached->bucket),
                                         hash_array_at(&tally->job_counts.jobs, cached->job))};
}

/* The place for the current event among the bucket's examples: a free one, the file's own, or that
 * of an earlier job's event. NULL: none. */
static struct bucket_example *place_of_example(struct tally_bucket *bucket, uint64_t key,
                                               uint32_t job, uint32_t time)
{
    struct bucket_example *place = NULL;
    bool is_full = bucket->example_count == BUCKET_EXAMPLES;
    for (size_t i = BUCKET_EXAMPLES; i-- > 0;) {
        struct bucket_example *example = &bucket->examples[i];
        bool is_earlier = example->is_used && example->job != job &&
                          event_precedence_is_later(time, example->time);
        if (example->is_used && example->key == key)
            return is_earlier ? example : NULL;
        if (is_full ? is_earlier : !example->is_used)
            place = example;
    }
    return place;
}

/* Keeps the first files of the bucket's latest job as examples, and others where there is room. */
static bool add_example(const struct record_counter *counter, uint32_t number, uint32_t job)
{
    struct tally_bucket *bucket = hash_array_at(&counter->tally->file_counts.buckets, number);
    uint64_t key = counter->item->key.file;
    /* Most events are of the job whose files the examples are. */
    bool is_full = bucket->example_count == BUCKET_EXAMPLES;
    if (is_full && bucket->full_since == job + 1)
        return true;
    uint32_t time = time_of_event(counter);
    struct bucket_example *place = place_of_example(bucket, key, job, time);
    if (place == NULL) {
        bucket->full_since = is_full ? job + 1 : 0;
        return true;
    }
    bucket->example_count += !place->is_used;
    place->key = key;
    place->time = time;
    place->job = job;
    place->is_used = true;
    return count_example(counter, counter->item->verdict.path, &place->example);
}

static void remove_example(const struct record_counter *counter, const struct file_entry *file)
{
    struct tally_bucket *bucket = hash_array_at(&counter->tally->file_counts.buckets, file->bucket);
    for (size_t i = 0; i < BUCKET_EXAMPLES; i++) {
        struct bucket_example *example = &bucket->examples[i];
        if (example->is_used && example->key == file->key) {
            example->is_used = false;
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

/* Moves the file to another bucket. Its events in the old one become those of an earlier code;
 * those that it had in the new one before are its own again. */
static bool change_bucket(const struct record_counter *counter, struct file_entry *file,
                          uint32_t bucket)
{
    struct tally_earlier_code *old = find_earlier_code(counter, file->key, file->bucket);
    if (old == NULL || !file_totals_remove(&counter->tally->file_counts, file, counter->fault))
        return false;
    remove_example(counter, file);
    old->events = file->events;
    struct tally_earlier_code *current = find_earlier_code(counter, file->key, bucket);
    if (current == NULL)
        return false;
    file->events = current->events;
    current->events = 0;
    file->bucket = bucket & FILE_BUCKET_MASK;
    return file_totals_add(&counter->tally->file_counts, file, counter->fault);
}

/* Counts another event of a file; `*supersedes` if the file takes code, job and time from it. */
static bool count_known(const struct record_counter *counter, struct file_entry *file,
                        const struct cached_bucket *cached, bool *supersedes)
{
    uint32_t bucket = cached->bucket;
    struct event_precedence event = precedence_of(counter, cached);
    *supersedes = event_precedence_supersedes(event, file_precedence_of(counter->tally, file));
    if (!*supersedes && file->bucket != bucket) {
        struct tally_earlier_code *earlier = find_earlier_code(counter, file->key, bucket);
        if (earlier != NULL)
            earlier->events++;
        return earlier != NULL;
    }
    if (*supersedes && file->bucket != bucket && !change_bucket(counter, file, bucket))
        return false;
    if (*supersedes) {
        file->job = cached->job & FILE_JOB_MASK;
        file->time = event.time;
        file->millisecond = event.millisecond & FILE_MILLISECOND_MASK;
    }
    file->events++;
    ((struct tally_bucket *)hash_array_at(&counter->tally->file_counts.buckets, file->bucket))
        ->events++;
    return true;
}

static bool add_volume_path(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    return volume_counts_add_path(&tally->volume_counts, &tally->text_budget.arena,
                                  (struct tally_volume_path){.key = counter->item->key.file,
                                                             .host_key = counter->host_key,
                                                             .log = counter->log->index,
                                                             .path = counter->item->verdict.path},
                                  counter->fault);
}

static bool count_new(const struct record_counter *counter, struct file_entry *file,
                      const struct cached_bucket *cached)
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
                                .bucket = cached->bucket & FILE_BUCKET_MASK,
                                .folder = folder & FILE_FOLDER_MASK,
                                .job = cached->job & FILE_JOB_MASK,
                                .millisecond = counter->time.millisecond & FILE_MILLISECOND_MASK};
    if (!file_totals_add(&counter->tally->file_counts, file, counter->fault))
        return false;
    return !volume_may_begin(item->verdict.path) || add_volume_path(counter);
}

/* Fills the row from the current event. */
static bool fill_row(const struct record_counter *counter, const struct cached_bucket *cached,
                     struct event_precedence precedence, struct tally_file *row)
{
    struct arena *arena = &counter->tally->text_budget.arena;
    const struct verdict *verdict = &counter->item->verdict;
    const struct tally_log *log = counter->log;
    row->host = counter->host;
    row->bucket = cached->bucket;
    row->time = counter->time;
    row->place = counter->place;
    row->precedence = precedence;
    row->job = arena_copy(arena, log->is_list ? log->name : verdict->job, counter->fault);
    row->operation = arena_copy(arena, verdict->operation, counter->fault);
    row->source = arena_copy(arena, verdict->source, counter->fault);
    return row->job.bytes != NULL && row->operation.bytes != NULL && row->source.bytes != NULL;
}

/* Adds or updates the row for the `files` command. */
static bool add_row(const struct record_counter *counter, const struct cached_bucket *cached,
                    bool supersedes)
{
    bool is_new = false;
    struct tally_file *row = hash_array_add(&counter->tally->file_counts.rows,
                                            counter->item->key.file, &is_new, counter->fault);
    if (row == NULL)
        return false;
    struct event_precedence precedence = precedence_of(counter, cached);
    row->events++;
    period_widen(&row->first, &row->last, &counter->time);
    if (counter->log->is_list &&
        (row->listed.line == 0 || event_precedence_supersedes(precedence, row->listing))) {
        row->listed = counter->place;
        row->listing = precedence;
    }
    if (is_new) {
        row->key = counter->item->key.file;
        row->path = arena_copy(&counter->tally->text_budget.arena, counter->item->verdict.path,
                               counter->fault);
        if (row->path.bytes == NULL)
            return false;
    }
    return !supersedes || fill_row(counter, cached, precedence, row);
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
    struct cached_bucket *cached = count_bucket_of_file(counter, job);
    if (cached == NULL)
        return false;
    bool is_full = files->files.count >= files->limits->max_distinct_files;
    if (is_full && file_set_find(&files->files, key) == NULL)
        return count_overflow(counter);
    bool is_new = false;
    struct file_entry *file = file_set_add(&files->files, key, &is_new, counter->fault);
    if (file == NULL)
        return false;
    bool supersedes = true;
    if (!count_job_file(counter, file, is_new, cached))
        return false;
    if (is_new ? !count_new(counter, file, cached)
               : !count_known(counter, file, cached, &supersedes))
        return false;
    if (supersedes && !add_example(counter, cached->bucket, job))
        return false;
    return !counter->tally->options.keep_files || add_row(counter, cached, supersedes);
}
