#include "tally/volume_merge.h"

#include "base/buffer.h"
#include "tally/event_precedence.h"
#include "tally/file_precedence.h"
#include "tally/file_totals.h"
#include "tally/job_membership.h"
#include "tally/period.h"
#include "text/path_key.h"

static bool add_earlier_code(struct tally *tally, uint64_t key, const struct file_entry *file,
                             struct fault *fault)
{
    struct tally_earlier_code *earlier =
        hash_array_append(&tally->file_counts.earlier_codes, fault);
    if (earlier == NULL)
        return false;
    *earlier =
        (struct tally_earlier_code){.key = key, .bucket = file->bucket, .events = file->events};
    return true;
}

/* Joins two entries of one file. The one of higher precedence counts; of equals that by letter. */
static bool join_entries(struct tally *tally, struct file_entry *file, struct file_entry other,
                         struct fault *fault)
{
    bool other_counts = !event_precedence_supersedes(file_precedence_of(tally, file),
                                                     file_precedence_of(tally, &other));
    struct file_entry better = other_counts ? other : *file;
    struct file_entry worse = other_counts ? *file : other;
    bool is_first = false;
    if (!file_totals_remove(&tally->file_counts, file, fault) ||
        !job_membership_note(&tally->job_counts, file, other.job, &is_first, fault))
        return false;
    if (better.bucket == worse.bucket)
        better.events += worse.events;
    else if (!add_earlier_code(tally, file->key, &worse, fault))
        return false;
    better.key = file->key;
    better.folder = file->folder;
    *file = better;
    return true;
}

static struct tally_file *find_row(const struct tally *tally, uint64_t key)
{
    const struct hash_array *rows = &tally->file_counts.rows;
    uint32_t number = 0;
    return hash_table_find(&rows->numbers, key, &number) ? hash_array_at(rows, number) : NULL;
}

static void join_rows(const struct tally *tally, uint64_t old_key, uint64_t new_key)
{
    struct tally_file *old = find_row(tally, old_key);
    struct tally_file *row = find_row(tally, new_key);
    if (old != NULL && row == NULL)
        old->key = new_key;
    if (old == NULL || row == NULL)
        return;
    struct tally_file joined =
        event_precedence_supersedes(row->precedence, old->precedence) ? *row : *old;
    joined.key = new_key;
    joined.path = row->path;
    joined.first = row->first;
    joined.last = row->last;
    period_join(&joined.first, &joined.last, old->first, old->last);
    joined.events = old->events + row->events;
    bool is_newer =
        row->listed.line > 0 &&
        (old->listed.line == 0 || event_precedence_supersedes(row->listing, old->listing));
    joined.listed = is_newer ? row->listed : old->listed;
    joined.listing = is_newer ? row->listing : old->listing;
    *row = joined;
    old->is_joined = true;
}

/* The key of the file as it is called by the letter, and the number of its folder. */
static bool key_by_letter(struct tally *tally, const struct tally_volume_path *path, char letter,
                          struct buffer scratch[2], struct path_key *key, uint32_t *folder,
                          struct fault *fault)
{
    struct span tail = span_slice(path->path, path->prefix_length, path->path.length);
    struct arena *arena = &tally->text_budget.arena;
    enum limit_id hit = LIMIT_COUNT;
    scratch[0].length = 0;
    if (!buffer_append_byte(&scratch[0], letter, fault) ||
        !buffer_append_byte(&scratch[0], ':', fault) || !buffer_append(&scratch[0], tail, fault) ||
        !path_key_of(buffer_span(&scratch[0]), path->host_key, tally->options.seed, &scratch[1],
                     key, fault) ||
        !file_counts_add_folder(&tally->file_counts, arena, key->folder,
                                span_slice(buffer_span(&scratch[0]), 0, key->folder_length), folder,
                                &hit, fault))
        return false;
    const struct report_log *log = &tally->source_counts.logs[path->log]->shown;
    return hit == LIMIT_COUNT || source_counts_note_limit(&tally->source_counts, arena, hit,
                                                          log->source, log->member, fault);
}

static bool rename_file(struct tally *tally, struct tally_volume_path *path, char letter,
                        struct buffer scratch[2], struct fault *fault)
{
    struct file_set *files = &tally->file_counts.files;
    const struct file_entry *found = file_set_find(files, path->key);
    if (found == NULL)
        return true;
    struct file_entry old = *found;
    struct path_key key;
    uint32_t folder = 0;
    bool is_new = false;
    if (!key_by_letter(tally, path, letter, scratch, &key, &folder, fault) ||
        !file_totals_remove(&tally->file_counts, &old, fault))
        return false;
    old.folder = folder & FILE_FOLDER_MASK;
    file_set_remove(files, path->key);
    struct file_entry *file = file_set_add(files, key.file, &is_new, fault);
    if (file == NULL)
        return false;
    path->joined_key = old.key = file->key;
    if (is_new)
        *file = old;
    else if (!join_entries(tally, file, old, fault))
        return false;
    join_rows(tally, path->key, key.file);
    return file_totals_add(&tally->file_counts, file, fault);
}

/* Everything else that refers to files by their keys. */
static bool rename_references(struct tally *tally, struct fault *fault)
{
    struct volume_counts *volumes = &tally->volume_counts;
    struct file_counts *files = &tally->file_counts;
    if (!volume_counts_index(volumes, fault))
        return false;
    for (size_t i = 0; i < files->earlier_codes.count; i++) {
        struct tally_earlier_code *earlier = hash_array_at(&files->earlier_codes, i);
        earlier->key = volume_counts_joined_key(volumes, earlier->key);
    }
    for (size_t i = 0; i < files->buckets.count * BUCKET_EXAMPLES; i++) {
        struct tally_bucket *bucket = hash_array_at(&files->buckets, i / BUCKET_EXAMPLES);
        struct bucket_example *example = &bucket->examples[i % BUCKET_EXAMPLES];
        example->key = volume_counts_joined_key(volumes, example->key);
    }
    return job_membership_rename(&tally->job_counts, &files->files, volumes, fault);
}

static bool note_dropped(struct tally *tally, enum limit_id id, uint64_t dropped,
                         struct fault *fault)
{
    struct source_counts *sources = &tally->source_counts;
    const struct report_log *log = &sources->logs[0]->shown;
    if (dropped == 0)
        return true;
    bool done = source_counts_note_limit(sources, &tally->text_budget.arena, id, log->source,
                                         log->member, fault);
    sources->limits_hit[id].times = dropped;
    return done;
}

bool volume_merge(struct tally *tally, struct fault *fault)
{
    struct volume_counts *volumes = &tally->volume_counts;
    struct buffer scratch[2] = {{0}};
    bool done = true;
    if (volumes->volumes.count == 0)
        return true;
    for (size_t i = 0; done && i < volumes->volume_paths.count; i++) {
        struct tally_volume_path *path = hash_array_at(&volumes->volume_paths, i);
        char letter = volume_counts_letter(volumes, path->host_key, path->volume);
        if (letter != 0)
            done = rename_file(tally, path, letter, scratch, fault);
    }
    done = done && rename_references(tally, fault);
    buffer_release(&scratch[0]);
    buffer_release(&scratch[1]);
    return done && note_dropped(tally, LIMIT_max_volume_paths, volumes->dropped_paths, fault) &&
           note_dropped(tally, LIMIT_max_volume_path_bytes, volumes->too_long_paths, fault);
}
