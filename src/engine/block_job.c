#include "engine/block_job.h"

#include <string.h>

#include "base/memory.h"
#include "engine/block_match.h"
#include "engine/block_records.h"
#include "tally/host_alias.h"
#include "text/log_date.h"
#include "text/restore_list.h"
#include "text/stated_year.h"
#include "verdict/example_record.h"
#include "verdict/host_field.h"

/* Extends the block's period. Only the first and the last date are parsed, when the block ends. */
static void record_time(struct block_job *block_job, const struct event *event)
{
    if (event->fields[FIELD_DATE].length == 0)
        return;
    block_job->last_date = event->fields[FIELD_DATE];
    block_job->last_time = event->fields[FIELD_TIME];
    if (block_job->first_date.bytes == NULL) {
        block_job->first_date = block_job->last_date;
        block_job->first_time = block_job->last_time;
    }
}

/* Notes what the date of a record shows that comes as a mere count; that of engine logs, which are
 * nearly all of these, has one form and no zone. */
static void note_date(struct block_job *block_job, const struct event *event)
{
    enum { ENGINE_DATE_BYTES = 5 };
    if (event->fields[FIELD_DATE].length > ENGINE_DATE_BYTES)
        date_evidence_note(&block_job->result.dates,
                           log_date_read(event->fields[FIELD_DATE], event->fields[FIELD_TIME]));
}

/* Notes what the record shows of the clock and the names of its log: nearly always nothing. */
static void note_evidence(struct classified_block *result, const struct verdict *verdict)
{
    if (verdict->time.order != DATETIME_ORDER_NONE || datetime_has_zone(verdict->time))
        date_evidence_note(&result->dates, verdict->time);
    if (verdict->statement.is_stated) {
        date_evidence_note(&result->dates, verdict->statement.end);
        date_evidence_note(&result->dates, verdict->statement.last_good);
    }
    if (verdict->host.length > 0)
        result->names_domains |= host_alias_has_domain(verdict->host);
}

/* True if the tally needs the record itself, not only a count of its class. */
static bool needs_item(const struct block_job *block_job, const struct event *event)
{
    if (block_job->wants_every_record || event->limited_rule_count > 0 || event->may_continue)
        return true;
    if (event->class == VERDICT_NOISE)
        return event->fact != HOST_FACT_NONE || event->fields[FIELD_STEP].length > 0 ||
               event->fields[FIELD_SYMBOL].length > 0 || event->fields[FIELD_EVENT].length > 0 ||
               event->fields[FIELD_STATE].length > 0 || event->fields[FIELD_GOOD].length > 0 ||
               event->fields[FIELD_TYPE].length > 0;
    return event->class != VERDICT_FRAME;
}

static void count_by_class(struct block_job *block_job, enum verdict_class class,
                           const struct event *event)
{
    block_job->result.by_class[class] += event->record_count;
    block_job->result.by_class[VERDICT_FRAME] += event->line_count - event->record_count;
}

/* Counts the item if it is an unparsed line. True if the block has enough of its rank: the report
 * quotes only max_examples of all, so the others need no item. */
static bool exceeds_unparsed_examples(struct block_job *block_job,
                                      const struct classified_record *item)
{
    const struct verdict *verdict = &item->verdict;
    if (verdict->class != VERDICT_UNPARSED || verdict->may_continue ||
        verdict->limited_rule_count > 0 || block_job->wants_every_record)
        return false;
    return ++block_job->unparsed_item_counts[verdict->telling] > block_job->limits->max_examples;
}

static uint64_t host_key(const struct block_job *block_job, struct span host)
{
    return tally_host_key(block_job->tally, block_job->log->tally_log, host);
}

/* Adds the drive letter of a volume, if the record gives one and is about no file. */
static bool add_volume(struct block_job *block_job, const struct event *event)
{
    struct volume_fact fact;
    if (event->class == VERDICT_FAILED_FILE || !volume_fact_of(event->text, block_job->seed, &fact))
        return true;
    void *volumes = block_job->volumes;
    if (!memory_reserve(&volumes, &block_job->volume_capacity, block_job->result.volume_count + 1,
                        sizeof *block_job->volumes, block_job->fault))
        return false;
    block_job->volumes = volumes;
    fact.host_key = host_key(block_job, host_field_read(event));
    block_job->volumes[block_job->result.volume_count++] = fact;
    return true;
}

static bool add_limited_rules(struct block_job *block_job, const struct event *event)
{
    void *limited_rules = block_job->limited_rules;
    if (!memory_reserve(&limited_rules, &block_job->limited_rule_capacity,
                        block_job->limited_rule_count + event->limited_rule_count,
                        sizeof *block_job->limited_rules, block_job->fault))
        return false;
    block_job->limited_rules = limited_rules;
    for (size_t i = 0; i < event->limited_rule_count; i++)
        block_job->limited_rules[block_job->limited_rule_count++] = event->limited_rules[i];
    return true;
}

/* Tells the verdict of the host that the record is counted for. */
static void set_host(struct block_job *block_job, struct span host)
{
    struct verdict_scratch *scratch = &block_job->scratch;
    scratch->host_key = host_key(block_job, host);
    if (block_job->knows_scratch_folders)
        scratch->host_scratch =
            tally_scratch_folders(block_job->tally, block_job->log->tally_log, host);
}

/* A file in a list of a restore is none of a failed backup, unless its line says so. */
static void take_for_restore(struct block_job *block_job, const struct event *event,
                             struct classified_record *item)
{
    if (!block_job->log->is_of_restore || item->verdict.class != VERDICT_FAILED_FILE ||
        restore_list_is_of_backup(event->text))
        return;
    verdict_take_for_restore(block_job->catalog, &item->verdict);
    block_job->scratch.path_key = (struct path_key){0};
}

/* The place for the next item; NULL without memory. */
static struct classified_record *next_item(struct block_job *block_job)
{
    void *items = block_job->items;
    if (!memory_reserve(&items, &block_job->item_capacity, block_job->result.item_count + 1,
                        sizeof *block_job->items, block_job->fault))
        return NULL;
    block_job->items = items;
    return &block_job->items[block_job->result.item_count];
}

static bool receive_event(void *context, const struct event *event)
{
    struct block_job *block_job = context;
    if (!block_match_read_left_over(block_job, event))
        return false;
    record_time(block_job, event);
    if (block_job->names_volumes && !add_volume(block_job, event))
        return false;
    if (!needs_item(block_job, event)) {
        note_date(block_job, event);
        count_by_class(block_job, event->class, event);
        return true;
    }
    struct classified_record *item = next_item(block_job);
    if (item == NULL)
        return false;
    set_host(block_job, host_field_read(event));
    if (!verdict_classify(block_job->catalog, event, &block_job->scratch, &item->verdict,
                          block_job->fault))
        return false;
    if (example_record_take_back(block_job->log->purpose, event, &item->verdict))
        block_job->scratch.path_key = (struct path_key){0};
    take_for_restore(block_job, event, item);
    if (block_match_leave_over(block_job, event, &item->verdict))
        return true;
    item->verdict.line += block_job->first_line;
    note_evidence(&block_job->result, &item->verdict);
    if (exceeds_unparsed_examples(block_job, item)) {
        count_by_class(block_job, VERDICT_UNPARSED, event);
        return true;
    }
    if (event->limited_rule_count > 0 && !add_limited_rules(block_job, event))
        return false;
    block_job->result.item_count++;
    item->prefix =
        event->may_continue ? block_match_prefix(event->fields, block_job->scratch.seed) : 0;
    item->key = block_job->scratch.path_key;
    return true;
}

/* Reads the period of the block. What the words of the first one say of its year is enough for a
 * log whose records have none. */
static void read_dates(struct block_job *block_job, struct span text)
{
    struct classified_block *result = &block_job->result;
    if (block_job->first_date.length == 0)
        return;
    result->first = log_date_read(block_job->first_date, block_job->first_time);
    result->last = log_date_read(block_job->last_date, block_job->last_time);
    bool has_years = !block_job->is_first || result->first.year != 0;
    size_t at = 0;
    for (size_t i = 0; !has_years && i < MAX_STATED_DATES; i++)
        result->stated_dates[i] = stated_year_next(text, &at);
}

static void start_job(struct block_job *block_job, const struct tally *tally,
                      const struct limits *limits, struct fault *fault)
{
    block_job->result = (struct classified_block){0};
    memset(block_job->unparsed_item_counts, 0, sizeof block_job->unparsed_item_counts);
    block_job->limited_rule_count = 0;
    block_job->first_line = 0;
    block_job->tally = tally;
    block_job->catalog = tally_catalog(tally);
    block_job->seed = block_job->scratch.seed = tally_seed(tally);
    block_job->scratch.host_scratch = NULL;
    block_job->knows_scratch_folders = tally_knows_scratch_folders(tally);
    block_job->limits = limits;
    block_job->fault = fault;
    block_job->first_date = block_job->last_date = (struct span){0};
}

bool block_job_run(struct block_job *block_job, const struct tally *tally,
                   const struct matcher_lender *matchers, const struct limits *limits,
                   struct fault *fault)
{
    struct block block;
    struct decoding decoding = {0};
    start_job(block_job, tally, limits, fault);
    if (!decoder_decode(&block_job->decoder, &block_job->chunk, limits, &block, &decoding, fault))
        return false;
    block_job->names_volumes = volume_is_named(block.text);
    block_job->wants_every_record = tally_wants_every_record(tally);
    if (!block_records_read(block_job, &block) ||
        !block_match_run(block_job, &block, matchers, receive_event))
        return false;
    block_job->result.items = block_job->items;
    block_job->result.volumes = block_job->volumes;
    block_job->result.limited_rules = block_job->limited_rules;
    block_job->result.lines = block.line_count;
    block_job->result.repaired_lines = decoding.repaired_lines;
    block_job->result.cut_lines = decoding.cut_lines;
    read_dates(block_job, block.text);
    return true;
}

void block_job_release(struct block_job *block_job)
{
    decoder_release(&block_job->decoder);
    structured_block_release(&block_job->structured);
    pattern_scratch_close(block_job->turn_scratch);
    buffer_release(&block_job->scratch.folded_path);
    memory_free(block_job->items);
    memory_free(block_job->volumes);
    memory_free(block_job->limited_rules);
    memory_free(block_job->chunk.bytes);
    *block_job = (struct block_job){0};
}
