#include "tally/count_job.h"

#include <string.h>

#include "base/count_of.h"
#include "tally/count_limit.h"
#include "tally/job_code.h"
#include "tally/job_entry.h"
#include "tally/job_membership.h"
#include "text/word_search.h"
#include "verdict/data_source.h"

bool count_job_of_file(const struct record_counter *counter, uint32_t *number)
{
    const struct tally_log *log = counter->log;
    const struct verdict *verdict = &counter->item->verdict;
    struct job *job = job_entry_named(counter, log->is_list ? log->name : verdict->job);
    if (job == NULL)
        return false;
    job->events++;
    job_note_time(job, counter->time);
    *number = log->job;
    return true;
}

static bool is_first_in_job(const struct record_counter *counter, const struct file_entry *file,
                            uint32_t job, bool *is_first)
{
    struct tally *tally = counter->tally;
    *is_first = false;
    if (file->job == job)
        return true;
    if (tally->job_counts.shared_groups.count >= tally->options.limits->max_distinct_files)
        return count_limit(counter, LIMIT_max_distinct_files);
    return job_membership_note(&tally->job_counts, file, job, is_first, counter->fault);
}

static struct tally_job_bucket *job_bucket_of(const struct record_counter *counter,
                                              struct cached_bucket *cached)
{
    struct tally *tally = counter->tally;
    if (cached->has_job_bucket)
        return hash_array_at(&tally->job_counts.job_buckets, cached->job_bucket);
    bool is_new = false;
    uint64_t key = job_counts_bucket_key(&tally->job_counts, cached->job, cached->bucket);
    struct tally_job_bucket *job_bucket =
        hash_array_add(&tally->job_counts.job_buckets, key, &is_new, counter->fault);
    if (job_bucket == NULL)
        return NULL;
    job_bucket->job = cached->job;
    job_bucket->bucket = cached->bucket;
    cached->job_bucket = hash_array_number(&tally->job_counts.job_buckets, job_bucket);
    cached->has_job_bucket = true;
    return job_bucket;
}

bool count_job_file(const struct record_counter *counter, const struct file_entry *file,
                    bool is_new, struct cached_bucket *cached)
{
    bool is_first = is_new;
    if (!is_new && !is_first_in_job(counter, file, cached->job, &is_first))
        return false;
    struct tally_job_bucket *job_bucket = job_bucket_of(counter, cached);
    if (job_bucket == NULL)
        return false;
    job_bucket->events++;
    if (is_first)
        ((struct job *)hash_array_at(&counter->tally->job_counts.jobs, cached->job))->files++;
    if (!is_new)
        return job_code_count(counter, file, job_bucket, is_first);
    job_bucket->files++;
    return true;
}

/* True if the record is the error of the job above it, of which is only known that it failed. */
static bool is_error_of_job(const struct record_counter *counter)
{
    enum { MOST_LINES_BELOW = 60 };
    const struct tally_log *log = counter->log;
    return counter->item->verdict.repeats == REPEATS_JOB && log->has_bare_job &&
           counter->place.line <= log->bare_line + MOST_LINES_BELOW;
}

bool count_job_is_concerned(const struct record_counter *counter, enum verdict_class class)
{
    const struct verdict *verdict = &counter->item->verdict;
    bool is_failure = class == VERDICT_FINDING || class == VERDICT_OTHER_FAILURE;
    return verdict->milestone.mark != MARK_NONE || verdict->statement.is_stated ||
           (is_failure && (verdict->job.length > 0 || is_error_of_job(counter)));
}

/* True if the module only tells of a call that failed and may be tried again, always as FATAL. */
static bool is_of_retries(struct span source)
{
    return span_starts_with_ignoring_case(source, span_of("FMBlock.cs("));
}

/* True for a failure that may stop the whole job; jobs often survive one logged as WARNING. */
static bool may_be_fatal(const struct record_counter *counter, enum verdict_class class)
{
    const struct verdict *verdict = &counter->item->verdict;
    if (class != VERDICT_FINDING)
        return class == VERDICT_OTHER_FAILURE && verdict->is_fatal &&
               !is_of_retries(verdict->source);
    return catalog_error_at(counter->tally->options.catalog, verdict->error)->severity ==
           SEVERITY_ERROR;
}

/* True if the record's agent error is of that category. */
static bool is_of_category(const struct record_counter *counter, const char *name)
{
    const struct catalog *catalog = counter->tally->options.catalog;
    size_t category = catalog_error_at(catalog, counter->item->verdict.error)->category;
    return strcmp(catalog_category_at(catalog, category)->name, name) == 0;
}

static bool is_about_system_state(const struct record_counter *counter, enum verdict_class class)
{
    static const char *const names[] = {"system state", "システム状態", "系统状态", "systemstatus"};
    const struct verdict *verdict = &counter->item->verdict;
    return word_search_contains_any(verdict->statement.item, names, COUNT_OF(names)) ||
           (class == VERDICT_FINDING && is_of_category(counter, "system_state"));
}

/* Returns what the record gives as the cause of a failure. */
static struct job_cause cause_of(const struct record_counter *counter, enum verdict_class class)
{
    const struct verdict *verdict = &counter->item->verdict;
    struct job_cause cause = {.time = counter->time};
    if (verdict->says_only_failed)
        return cause;
    if (class == VERDICT_FINDING) {
        const struct agent_error *error =
            catalog_error_at(counter->tally->options.catalog, verdict->error);
        if (error->severity == SEVERITY_INFORMATION)
            return cause;
        cause.kind = error->is_wrapper ? CAUSE_GENERIC_ERROR : CAUSE_ERROR;
        cause.value = (uint32_t)verdict->error;
    } else if (class == VERDICT_OTHER_FAILURE && verdict->has_code) {
        cause.kind = CAUSE_CODE;
        cause.value = verdict->code;
    } else if (class == VERDICT_OTHER_FAILURE && verdict->statement.error > 0) {
        cause.value = verdict->statement.error;
        cause.kind = CAUSE_NUMBER;
    }
    return cause;
}

static void note_cause(const struct record_counter *counter, enum verdict_class class,
                       struct job *job)
{
    struct job_cause cause = cause_of(counter, class);
    if (cause.kind != CAUSE_NONE)
        job_note_cause(job, cause);
}

static bool add_job_event(const struct record_counter *counter, struct tally_job_event event)
{
    struct tally *tally = counter->tally;
    if (tally->job_counts.job_events.count >= tally->options.limits->max_jobs)
        return count_limit(counter, LIMIT_max_jobs);
    struct tally_job_event *added =
        hash_array_append(&tally->job_counts.job_events, counter->fault);
    if (added == NULL)
        return false;
    event.host = counter->host;
    event.place = counter->place;
    *added = event;
    return true;
}

static bool count_job_event(const struct record_counter *counter, enum verdict_class class)
{
    struct tally_job_event event = {.milestone = counter->item->verdict.milestone,
                                    .time = counter->time};
    /* That a scheduled job did not start is known no better than by this event. */
    if (event.milestone.is_of_windows || event.milestone.mark == MARK_NOT_STARTED)
        event.cause = cause_of(counter, class);
    else if (counter->item->verdict.has_error)
        event.error = (uint32_t)counter->item->verdict.error + 1;
    return add_job_event(counter, event);
}

/* Counts the last good backup before the failed one that the record states. */
static bool count_last_good(const struct record_counter *counter)
{
    enum { FIRST_YEAR = 2001 }; /* an earlier one stands for "never" */
    if (counter->last_good.year < FIRST_YEAR ||
        datetime_compare(counter->last_good, counter->time) >= 0)
        return true;
    return add_job_event(
        counter, (struct tally_job_event){
                     .milestone = {.mark = MARK_SUCCEEDED, .phase = PHASE_COUNT, .is_event = true},
                     .time = counter->last_good});
}

static bool names_restore(struct span text)
{
    static const char *const words[] = {"restore job", "recovery job", "復元ジョブ", "回復ジョブ"};
    return word_search_contains_any(text, words, COUNT_OF(words));
}

/* Notes a FATAL record and whether the job is a restore. Harmless records of a restore do not come
 * here, so an error alone is not its end. */
static void note_restore(const struct record_counter *counter, enum verdict_class class,
                         struct job *job)
{
    const struct verdict *verdict = &counter->item->verdict;
    if (class != VERDICT_FINDING && class != VERDICT_OTHER_FAILURE)
        return;
    if (verdict->is_fatal && !is_of_retries(verdict->source))
        job_note_fatal(job, counter->time, counter->log->index);
    if (job->kind == JOB_KIND_ENGINE &&
        (verdict->is_restore || names_restore(verdict->body) ||
         (class == VERDICT_FINDING && is_of_category(counter, "restore"))))
        job->kind = JOB_KIND_RESTORE;
}

/* Notes what a row says of its whole job. */
static void note_statement(const struct record_counter *counter, struct job *job)
{
    const struct verdict *verdict = &counter->item->verdict;
    bool has_start = verdict->statement.has_start && datetime_is_set(verdict->time);
    struct datetime start = has_start ? counter->time : (struct datetime){0};
    struct datetime end = counter->end;
    if (end.year == 0 && datetime_is_set(end))
        end.year = start.year;
    job_note_statement(job, &verdict->statement, start, end);
    job_note_source(job, data_source_key(verdict->statement.item));
}

/* Finds or adds the job that the record is about. NULL with the fault set. */
static struct job *job_of_record(const struct record_counter *counter, bool is_error)
{
    const struct verdict *verdict = &counter->item->verdict;
    if (is_error)
        return hash_array_at(&counter->tally->job_counts.jobs, counter->log->bare_job);
    return verdict->job.length > 0 ? job_entry_named(counter, verdict->job)
                                   : job_entry_of_statement(counter);
}

/* Notes a job of which an error below may be the reason. */
static void note_bare_job(const struct record_counter *counter, const struct job *job)
{
    const struct verdict *verdict = &counter->item->verdict;
    struct tally_log *log = counter->log;
    bool is_other_failure = verdict->statement.state == STATED_FAILURE;
    if (verdict->says_only_failed) {
        log->bare_job = hash_array_number(&counter->tally->job_counts.jobs, job);
        log->bare_line = counter->place.line;
    }
    if (verdict->says_only_failed || is_other_failure || verdict->repeats == REPEATS_JOB)
        log->has_bare_job = verdict->says_only_failed;
}

bool count_job_record(const struct record_counter *counter, enum verdict_class class)
{
    const struct verdict *verdict = &counter->item->verdict;
    if (verdict->milestone.is_event)
        return count_job_event(counter, class);
    bool is_stated = verdict->statement.is_stated;
    bool is_error = is_error_of_job(counter);
    if (verdict->job.length == 0 && !is_stated && !is_error)
        return true;
    struct job *job = job_of_record(counter, is_error);
    if (job == NULL)
        return false;
    note_bare_job(counter, job);
    job->findings += class == VERDICT_FINDING;
    job->bare += verdict->says_only_failed;
    job->aborts += verdict->says_only_failed && verdict->statement.state == STATED_ABORTED;
    job->failures += class == VERDICT_OTHER_FAILURE;
    job->reasons +=
        class == VERDICT_OTHER_FAILURE && (verdict->has_code || verdict->statement.has_reason);
    job_note_time(job, counter->time);
    if (is_stated)
        note_statement(counter, job);
    if (verdict->milestone.mark != MARK_NONE)
        job_note_milestone(job, verdict->milestone, counter->time, counter->log->index);
    if (!verdict->says_only_failed && may_be_fatal(counter, class))
        job_note_may_be_fatal(job, counter->time, counter->log->index);
    note_restore(counter, class, job);
    note_cause(counter, class, job);
    job->is_system_state = job->is_system_state || is_about_system_state(counter, class);
    return !is_stated || count_last_good(counter);
}
