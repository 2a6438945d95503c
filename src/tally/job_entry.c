#include "tally/job_entry.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "tally/count_limit.h"
#include "tally/count_text.h"

/* The job of the log's last record with a job, if it is this one: most records have the same. */
static struct job *last_job(const struct record_counter *counter, struct span name)
{
    const struct tally_log *log = counter->log;
    struct job *job =
        log->has_job ? hash_array_at(&counter->tally->job_counts.jobs, log->job) : NULL;
    if (job == NULL || log->job_host != counter->host)
        return NULL;
    bool is_same_text = job->name.bytes == name.bytes && job->name.length == name.length;
    return is_same_text || span_equals(job->name, name) ? job : NULL;
}

enum { GUID_BYTES = 36, TELLING_GUID_BYTES = 23 };

/* The groups of a GUID that a narrow table leaves of it, the last digits or not: they tell a job as
 * well. Any other name as it is. */
static struct span without_cut_group(struct span name)
{
    struct span text = name;
    while (text.length > 0 && memchr(".\xE2\x80\xA6", text.bytes[text.length - 1], 4) != NULL)
        text.length--;
    if (text.length < TELLING_GUID_BYTES || text.length >= GUID_BYTES)
        return name;
    for (size_t i = 0; i < text.length; i++) {
        bool is_border = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_border ? text.bytes[i] != '-' : ascii_hex_digit(text.bytes[i]) < 0)
            return name;
    }
    return span_slice(text, 0, TELLING_GUID_BYTES);
}

/* The engine writes GUIDs in capitals, and PowerShell in small letters. */
uint64_t job_entry_key(uint64_t host_key, struct span name, uint64_t seed)
{
    char folded[GUID_BYTES];
    struct span telling = without_cut_group(name);
    if (telling.length == GUID_BYTES || telling.length == TELLING_GUID_BYTES) {
        for (size_t i = 0; i < telling.length; i++)
            folded[i] = ascii_to_upper(telling.bytes[i]);
        telling.bytes = folded;
        name = telling;
    }
    return hash_mix(host_key, hash_span(name, seed));
}

static struct job *add_job(const struct record_counter *counter, uint64_t key, struct span name)
{
    struct tally *tally = counter->tally;
    uint32_t number = 0;
    /* The name of a list was copied when its log began. */
    bool is_copied = name.bytes == counter->log->name.bytes;
    bool is_full = tally->job_counts.jobs.count >= tally->options.limits->max_jobs;
    bool has_room = is_copied || text_budget_has_room(&tally->text_budget, name);
    if ((is_full || !has_room) && !hash_table_find(&tally->job_counts.jobs.numbers, key, &number)) {
        if (!count_limit(counter, is_full ? LIMIT_max_jobs : LIMIT_max_text_bytes))
            return NULL;
        name = span_of("");
        key = tally->options.seed;
    }
    bool is_new = false;
    struct job *job = hash_array_add(&tally->job_counts.jobs, key, &is_new, counter->fault);
    if (job == NULL || !is_new)
        return job;
    job->host = counter->host;
    job->kind = counter->log->is_list ? JOB_KIND_LIST : JOB_KIND_ENGINE;
    job->is_system_state = counter->log->is_system_state;
    job->place = counter->place;
    job->name = name;
    if (!is_copied && !count_text(counter, name, &job->name))
        return NULL;
    return job;
}

struct job *job_entry_named(const struct record_counter *counter, struct span name)
{
    struct tally_log *log = counter->log;
    struct job *job = last_job(counter, name);
    if (job != NULL)
        return job;
    job = add_job(counter, job_entry_key(counter->host_key, name, counter->tally->options.seed),
                  name);
    if (job == NULL)
        return NULL;
    log->has_job = true;
    log->job = hash_array_number(&counter->tally->job_counts.jobs, job);
    log->job_host = counter->host;
    return job;
}

static uint64_t mix_time(uint64_t key, struct datetime time)
{
    return hash_mix(key, (uint64_t)datetime_order(time));
}

/* A row without a GUID is known by when it began and what it is about, so that a table that is read
 * twice has each job once; without a start, by its place. */
static uint64_t key_of_statement(const struct record_counter *counter, struct span place)
{
    uint64_t seed = counter->tally->options.seed;
    const struct verdict *verdict = &counter->item->verdict;
    uint64_t key = hash_mix(counter->host_key, seed);
    if (!verdict->time.has_time)
        return hash_mix(key, hash_span(place, seed));
    key = mix_time(mix_time(key, counter->time), counter->end);
    key = hash_mix(key, (uint64_t)verdict->statement.type);
    return hash_mix(key, hash_span(verdict->statement.item, seed));
}

struct job *job_entry_of_statement(const struct record_counter *counter)
{
    char line[24];
    snprintf(line, sizeof line, ":%llu", (unsigned long long)counter->place.line);
    struct buffer name = {0};
    struct job *job = NULL;
    if (buffer_append(&name, counter->log->name, counter->fault) &&
        buffer_append(&name, span_of(line), counter->fault))
        job = add_job(counter, key_of_statement(counter, buffer_span(&name)), buffer_span(&name));
    buffer_release(&name);
    if (job != NULL)
        job->is_row = true;
    return job;
}
