#include "tally/volume_merge.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "tally/event_precedence.h"
#include "tally/file_totals.h"
#include "tally/job_membership.h"
#include "tally/text_budget.h"

static bool note(struct tally *tally, uint64_t key, uint64_t value, struct fault *fault)
{
    bool is_new = false;
    bool is_full = tally->volumes.count >= 2 * tally->options.limits->max_volume_paths;
    uint32_t number = 0;
    if (is_full && !hash_table_find(&tally->volumes.numbers, key, &number)) {
        tally->volume_paths_dropped++;
        return true;
    }
    struct tally_volume *known = hash_array_add(&tally->volumes, key, &is_new, fault);
    if (known == NULL)
        return false;
    known->is_doubtful = known->is_doubtful || (!is_new && known->value != value);
    known->value = value;
    return true;
}

static uint64_t volume_place(uint64_t host_key, uint64_t volume)
{
    return hash_mix(hash_mix(host_key, 'v'), volume);
}

static uint64_t letter_place(uint64_t host_key, uint64_t letter)
{
    return hash_mix(hash_mix(host_key, 'l'), letter);
}

bool volume_merge_note(struct tally *tally, const struct volume_fact *fact, struct fault *fault)
{
    uint64_t letter = (unsigned char)fact->letter;
    return note(tally, volume_place(fact->host_key, fact->volume), letter, fault) &&
           note(tally, letter_place(fact->host_key, letter), fact->volume, fault);
}

static const struct tally_volume *find_known(const struct tally *tally, uint64_t key)
{
    uint32_t number = 0;
    if (!hash_table_find(&tally->volumes.numbers, key, &number))
        return NULL;
    const struct tally_volume *known = hash_array_at(&tally->volumes, number);
    return known->is_doubtful ? NULL : known;
}

/* The letter of the volume, or 0. */
static char letter_of(const struct tally *tally, uint64_t host_key, uint64_t volume)
{
    const struct tally_volume *known = find_known(tally, volume_place(host_key, volume));
    if (known == NULL || find_known(tally, letter_place(host_key, known->value)) == NULL)
        return 0;
    return (char)known->value;
}

bool volume_merge_keep(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    struct span path = counter->item->verdict.path;
    uint64_t volume = 0;
    size_t length = 0;
    if (!volume_of_path(path, tally->options.seed, &volume, &length))
        return true;
    const struct limits *limits = tally->options.limits;
    if (tally->volume_paths.count >= limits->max_volume_paths) {
        tally->volume_paths_dropped++;
        return true;
    }
    if (tally->volume_path_bytes + path.length > limits->max_volume_path_bytes) {
        tally->volume_paths_too_long++;
        return true;
    }
    struct tally_volume_path *kept = hash_array_append(&tally->volume_paths, counter->fault);
    if (kept == NULL)
        return false;
    kept->key = counter->item->key.file;
    kept->host_key = counter->host_key;
    kept->volume = volume;
    kept->prefix_length = length;
    kept->log = counter->log->index;
    kept->path = arena_copy(&tally->arena, path, counter->fault);
    tally->volume_path_bytes += path.length;
    return kept->path.bytes != NULL;
}

static bool add_earlier_code(struct tally *tally, uint64_t key, const struct file_entry *file,
                             struct fault *fault)
{
    struct tally_earlier_code *earlier = hash_array_append(&tally->earlier_codes, fault);
    if (earlier == NULL)
        return false;
    *earlier =
        (struct tally_earlier_code){.key = key, .bucket = file->bucket, .events = file->events};
    return true;
}

/* Of two entries of one file that of the higher rank counts, of equals the one with the letter. */
static bool join_entries(struct tally *tally, struct file_entry *file, struct file_entry other,
                         struct fault *fault)
{
    bool is_other_better = !event_precedence_supersedes(event_precedence_of_file(tally, file),
                                                        event_precedence_of_file(tally, &other));
    struct file_entry better = is_other_better ? other : *file;
    struct file_entry worse = is_other_better ? *file : other;
    bool is_first = false;
    if (!file_totals_remove(tally, file, fault) ||
        !job_membership_note(tally, file, other.job, &is_first, fault))
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
    uint32_t number = 0;
    return hash_table_find(&tally->kept.numbers, key, &number) ? hash_array_at(&tally->kept, number)
                                                               : NULL;
}

static void join_rows(const struct tally *tally, uint64_t old_key, uint64_t new_key)
{
    struct tally_file *old = find_row(tally, old_key);
    struct tally_file *row = find_row(tally, new_key);
    if (old == NULL || row == NULL)
        return;
    struct tally_file joined = event_precedence_supersedes(row->rank, old->rank) ? *row : *old;
    joined.path = row->path;
    joined.events = old->events + row->events;
    joined.listed = row->listed.line > 0 ? row->listed : old->listed;
    *row = joined;
    old->is_joined = true;
}

/* The file as it is called by the letter. */
static bool rename_file(struct tally *tally, struct tally_volume_path *kept, char letter,
                        struct buffer scratch[2], struct fault *fault)
{
    struct path_key key;
    struct span tail = span_slice(kept->path, kept->prefix_length, kept->path.length);
    const struct file_entry *found = file_set_find(&tally->files, kept->key);
    scratch[0].length = 0;
    if (found == NULL)
        return true;
    struct file_entry old = *found;
    uint32_t folder = 0;
    bool is_new = false;
    if (!buffer_append_byte(&scratch[0], letter, fault) ||
        !buffer_append_byte(&scratch[0], ':', fault) || !buffer_append(&scratch[0], tail, fault) ||
        !path_key_of(buffer_span(&scratch[0]), kept->host_key, tally->options.seed, &scratch[1],
                     &key, fault) ||
        !text_budget_folder(tally, tally->logs[kept->log], key.folder,
                            span_slice(buffer_span(&scratch[0]), 0, key.folder_length), &folder,
                            fault))
        return false;
    if (!file_totals_remove(tally, &old, fault))
        return false;
    old.folder = folder & FILE_FOLDER_MASK;
    file_set_remove(&tally->files, kept->key);
    struct file_entry *file = file_set_add(&tally->files, key.file, &is_new, fault);
    if (file == NULL)
        return false;
    kept->joined_key = old.key = file->key;
    if (is_new)
        *file = old;
    else if (!join_entries(tally, file, old, fault))
        return false;
    join_rows(tally, kept->key, key.file);
    return file_totals_add(tally, file, fault);
}

/* What still stands under the keys of old. */
static bool rename_the_rest(struct tally *tally, struct fault *fault)
{
    struct hash_table renamed = {0};
    bool done = true;
    for (size_t i = 0; done && i < tally->volume_paths.count; i++) {
        const struct tally_volume_path *kept = hash_array_at(&tally->volume_paths, i);
        uint32_t *value = NULL;
        bool is_new = false;
        if (kept->joined_key != 0)
            done = hash_table_add(&renamed, kept->key, (uint32_t)i, &value, &is_new, fault);
    }
    uint32_t number = 0;
    for (size_t i = 0; done && i < tally->earlier_codes.count; i++) {
        struct tally_earlier_code *earlier = hash_array_at(&tally->earlier_codes, i);
        if (hash_table_find(&renamed, earlier->key, &number))
            earlier->key =
                ((const struct tally_volume_path *)hash_array_at(&tally->volume_paths, number))
                    ->joined_key;
    }
    for (size_t i = 0; done && i < tally->buckets.count * BUCKET_EXAMPLES; i++) {
        struct tally_bucket *bucket = hash_array_at(&tally->buckets, i / BUCKET_EXAMPLES);
        struct bucket_example *example = &bucket->examples[i % BUCKET_EXAMPLES];
        if (hash_table_find(&renamed, example->key, &number))
            example->key =
                ((const struct tally_volume_path *)hash_array_at(&tally->volume_paths, number))
                    ->joined_key;
    }
    done = done && job_membership_rename(tally, &renamed, fault);
    hash_table_release(&renamed);
    return done;
}

static bool note_dropped(struct tally *tally, enum limit_id id, uint64_t dropped,
                         struct fault *fault)
{
    const struct report_log *log = &tally->logs[0]->shown;
    if (dropped == 0)
        return true;
    bool done = tally_note_limit(tally, id, log->source, log->member, fault);
    tally->limits_hit[id].times = dropped;
    return done;
}

bool tally_finish(struct tally *tally, struct fault *fault)
{
    struct buffer scratch[2] = {{0}};
    bool done = true;
    if (tally->volumes.count == 0)
        return true;
    for (size_t i = 0; done && i < tally->volume_paths.count; i++) {
        struct tally_volume_path *kept = hash_array_at(&tally->volume_paths, i);
        char letter = letter_of(tally, kept->host_key, kept->volume);
        if (letter != 0)
            done = rename_file(tally, kept, letter, scratch, fault);
    }
    done = done && rename_the_rest(tally, fault);
    buffer_release(&scratch[0]);
    buffer_release(&scratch[1]);
    return done &&
           note_dropped(tally, LIMIT_max_volume_paths, tally->volume_paths_dropped, fault) &&
           note_dropped(tally, LIMIT_max_volume_path_bytes, tally->volume_paths_too_long, fault);
}
