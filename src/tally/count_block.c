#include "tally/count_block.h"

#include <assert.h>

#include "tally/count_fact.h"
#include "tally/count_file.h"
#include "tally/count_finding.h"
#include "tally/count_host.h"
#include "tally/count_job.h"
#include "tally/count_limit.h"
#include "tally/count_private.h"
#include "tally/count_unparsed.h"
#include "tally/job_entry.h"
#include "tally/job_membership.h"
#include "tally/log_clock.h"
#include "tally/logged_jobs.h"
#include "tally/period.h"
#include "tally/repeated_failure.h"

/* `bound`, without its time of day if `time` has none: a date is inside if any part of its day is.
 */
static struct datetime comparable_bound(struct datetime bound, struct datetime time)
{
    if (!time.has_time)
        bound = (struct datetime){.year = bound.year, .month = bound.month, .day = bound.day};
    return bound;
}

/* A record without a time is treated as the one before it. A record of an unknown year is always
 * inside: the report asks for the year instead. */
static bool is_outside_period(const struct record_counter *counter, struct datetime time,
                              bool was_outside)
{
    if (!counter->has_period)
        return false;
    const struct tally_options *options = &counter->tally->options;
    struct datetime since = comparable_bound(options->since, time);
    struct datetime until = comparable_bound(options->until, time);
    if (!datetime_is_set(time))
        return was_outside;
    if (time.year == 0)
        return false;
    if (datetime_is_set(since) && datetime_compare(time, since) < 0)
        return true;
    return datetime_is_set(until) && datetime_compare(time, until) > 0;
}

/* Returns `time` with a settled order of month and day, on the clock of the machine if possible. */
static struct datetime read_time(const struct record_counter *counter, struct datetime time)
{
    struct tally_log *log = counter->log;
    bool is_plain = time.order == DATETIME_ORDER_NONE && !datetime_has_zone(time);
    return is_plain
               ? time
               : log_clock_read(&log->dates, &counter->tally->options, time, &log->shown.dates);
}

static struct datetime time_of(const struct record_counter *counter, struct datetime time)
{
    struct tally_log *log = counter->log;
    if (!datetime_is_set(time))
        return log->name_date;
    return year_inference_resolve(&log->calendar, read_time(counter, time));
}

static void widen_period(struct record_counter *counter)
{
    struct tally_log *log = counter->log;
    if (!datetime_is_set(counter->time))
        return;
    period_widen(&log->shown.first_seen, &log->shown.last_seen, &counter->time);
    if (counter->time.year == 0)
        counter->tally->source_counts.year_unknown = true;
}

/* Notes a date with a year of its own: other logs of the host may have none, and neither may the
 * lines of other kinds in a text that somebody put together. */
static bool note_year(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    const struct tally_log *log = counter->log;
    if (counter->item->verdict.time.year == 0)
        return true;
    uint64_t key = count_host_key(counter);
    return year_dates_note(&tally->year_dates, key, counter->time, counter->fault) &&
           (key == log->shown_host_key ||
            year_dates_note(&tally->year_dates, year_dates_log_key(log->index), counter->time,
                            counter->fault));
}

/* Notes the days that the words of the block's records state. */
static bool note_stated_dates(const struct record_counter *counter,
                              const struct classified_block *block)
{
    uint64_t key = year_dates_words_key(counter->log->index);
    for (size_t i = 0; i < MAX_STATED_DATES && datetime_is_set(block->stated_dates[i]); i++)
        if (!year_dates_note(&counter->tally->year_dates, key, block->stated_dates[i],
                             counter->fault))
            return false;
    return true;
}

/* Notes that the record's job logged something; the others come with their block. */
static bool note_job(const struct record_counter *counter)
{
    const struct verdict *verdict = &counter->item->verdict;
    if (!counter->has_period || verdict->job.length == 0)
        return true;
    uint64_t key =
        job_entry_key(count_host_key(counter), verdict->job, counter->tally->options.seed);
    return logged_jobs_note(counter, (struct job_moment){key, counter->time});
}

static bool note_last_jobs(const struct record_counter *counter,
                           const struct classified_block *block)
{
    for (size_t i = 0; !counter->has_period && i < block->last_job_count; i++) {
        struct job_moment moment = block->last_jobs[i];
        moment.time = time_of(counter, moment.time);
        if (!logged_jobs_note(counter, moment))
            return false;
    }
    return true;
}

static bool count_class(struct record_counter *counter, enum verdict_class class)
{
    switch (class) {
    case VERDICT_FAILED_FILE:
        return count_host(counter) && count_file(counter);
    case VERDICT_FINDING:
        return count_host(counter) && count_finding(counter);
    case VERDICT_OTHER_FAILURE:
        return count_host(counter) && count_failure(counter);
    case VERDICT_UNPARSED:
        return count_unparsed(counter);
    case VERDICT_NOISE:
    case VERDICT_FRAME:
    case VERDICT_CLASS_COUNT:
        break;
    }
    return true;
}

/* Reads the times that the record states beside its own. */
static void read_statement(struct record_counter *counter)
{
    const struct job_statement *statement = &counter->item->verdict.statement;
    counter->end = read_time(counter, statement->end);
    counter->last_good = read_time(counter, statement->last_good);
    if (is_outside_period(counter, counter->last_good, false))
        counter->last_good = (struct datetime){0};
}

static bool count_item(struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    struct tally_log *log = counter->log;
    const struct verdict *verdict = &counter->item->verdict;
    struct books *books = &log->shown.books;
    enum verdict_class class = verdict->class;
    bool continues =
        verdict->may_continue && log->last_prefix != 0 && counter->item->prefix == log->last_prefix;
    if (continues || counter->is_repeated)
        class = VERDICT_FRAME;
    counter->time = time_of(counter, verdict->time);
    if (verdict->statement.is_stated)
        read_statement(counter);
    if (!note_year(counter))
        return false;
    log->is_outside = is_outside_period(counter, counter->time, log->is_outside);
    if (log->is_outside) {
        books->outside_period += verdict->line_count;
        return true;
    }
    widen_period(counter);
    if (!note_job(counter))
        return false;
    books->lines += verdict->line_count;
    books->by_class[class] += verdict->record_count;
    books->by_class[VERDICT_FRAME] += verdict->line_count - verdict->record_count;
    for (size_t i = 0; i < verdict->limited_rule_count; i++)
        if (!source_counts_note_limited_rule(&tally->source_counts, &tally->text_budget.arena,
                                             log->shown.grammar, counter->limited_rules[i],
                                             log->shown.source, log->shown.member, counter->fault))
            return false;
    if (!count_class(counter, class))
        return false;
    if (verdict->fact != HOST_FACT_NONE && !(count_host(counter) && count_fact(counter)))
        return false;
    if (class == VERDICT_FRAME || !count_job_is_concerned(counter, class))
        return true;
    return count_host(counter) && count_job_record(counter, class);
}

/* Counts the lines that did not come as items. */
static void count_other_lines(struct tally_log *log, const struct classified_block *block)
{
    struct books *books = &log->shown.books;
    for (int class = 0; class < VERDICT_CLASS_COUNT; class ++) {
        books->lines += block->by_class[class];
        books->by_class[class] += block->by_class[class];
    }
}

static void note_time(struct record_counter *counter, struct datetime time)
{
    counter->time = time_of(counter, time);
    if (datetime_is_set(time) && !is_outside_period(counter, counter->time, false))
        widen_period(counter);
}

/* How many records ahead a file is prefetched, and after it the entry of its jobs. */
enum { FILE_AHEAD = 12, JOBS_AHEAD = 6 };
static_assert(FILE_AHEAD > JOBS_AHEAD, "the entry of the jobs is found through that of the file");

static bool is_failed_file(const struct classified_block *block, size_t item)
{
    return item < block->item_count && block->items[item].verdict.class == VERDICT_FAILED_FILE;
}

static void prefetch_files(const struct tally *tally, const struct tally_log *log,
                           const struct classified_block *block, size_t item)
{
    if (is_failed_file(block, item + FILE_AHEAD)) {
        const struct path_key *key = &block->items[item + FILE_AHEAD].key;
        file_set_prefetch(&tally->file_counts.files, key->file);
        hash_table_prefetch(&tally->file_counts.folders.numbers, key->folder);
    }
    if (is_failed_file(block, item + JOBS_AHEAD))
        job_membership_prefetch(&tally->job_counts, &tally->file_counts.files,
                                block->items[item + JOBS_AHEAD].key.file, log->job);
}

static void add_to_log(struct tally_log *log, const struct classified_block *block)
{
    count_other_lines(log, block);
    log->lines_before += block->lines;
    if (block->last_prefix != 0)
        log->last_prefix = block->last_prefix;
    log->shown.other_kinds |= block->kinds;
    log->shown.repaired_lines += block->repaired_lines;
    log->shown.cut_lines += block->cut_lines;
}

bool count_block(struct tally *tally, struct tally_log *log, const struct classified_block *block,
                 struct fault *fault)
{
    for (size_t i = 0; i < block->volume_count; i++)
        if (!volume_counts_note(&tally->volume_counts, &block->volumes[i], fault))
            return false;
    struct record_counter counter = {.tally = tally,
                                     .log = log,
                                     .place = {.log = log->index},
                                     .limited_rules = block->limited_rules,
                                     .has_period = tally_options_has_period(&tally->options),
                                     .fault = fault};
    note_time(&counter, block->first);
    if (!note_stated_dates(&counter, block))
        return false;
    for (size_t i = 0; i < block->item_count; i++) {
        prefetch_files(tally, log, block, i);
        counter.item = &block->items[i];
        counter.is_repeated = repeated_failure_is(block, i);
        counter.place.line = log->lines_before + counter.item->verdict.line + 1;
        if (!count_item(&counter))
            return false;
        if (counter.item->verdict.limited_rule_count > 0)
            counter.limited_rules += counter.item->verdict.limited_rule_count;
    }
    note_time(&counter, block->last);
    if (!note_last_jobs(&counter, block))
        return false;
    add_to_log(log, block);
    if (block->cut_lines == 0)
        return true;
    log->shown.complete = false;
    return count_limit(&counter, LIMIT_max_line_bytes);
}
