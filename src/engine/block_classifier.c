#include "engine/block_classifier.h"

#include "base/hash.h"
#include "base/memory.h"

/* What must be equal in records that managed code wrote for one exception. */
static uint64_t prefix_of(const struct span *fields, uint64_t seed)
{
    static const enum event_field parts[] = {FIELD_PID,  FIELD_TID,    FIELD_DATE,
                                             FIELD_TIME, FIELD_SOURCE, FIELD_LEVEL};
    uint64_t prefix = seed;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        prefix = hash_mix(prefix, hash_span(fields[parts[i]], seed));
    return prefix ? prefix : 1;
}

static void note_time(struct judging *judging, const struct event *event)
{
    if (event->fields[FIELD_DATE].length == 0)
        return;
    judging->last_date = event->fields[FIELD_DATE];
    judging->last_time = event->fields[FIELD_TIME];
    if (judging->first_date.bytes == NULL) {
        judging->first_date = judging->last_date;
        judging->first_time = judging->last_time;
    }
}

/* Whether the tally needs to see the record itself, not only its class. */
static bool is_item(const struct judging *judging, const struct event *event)
{
    if (judging->wants_every_record || event->gave_up > 0 || event->may_continue)
        return true;
    if (event->class == VERDICT_NOISE)
        return event->fields[FIELD_STEP].length > 0 || event->fields[FIELD_SYMBOL].length > 0 ||
               event->fields[FIELD_EVENT].length > 0;
    return event->class != VERDICT_FRAME;
}

static void count_only(struct judging *judging, enum verdict_class class, const struct event *event)
{
    judging->result.by_class[class] += event->record_count;
    judging->result.by_class[VERDICT_FRAME] += event->line_count - event->record_count;
}

/* Of the lines that nobody understands, only so many are shown: the rest is a number. */
static bool is_one_unparsed_too_many(struct judging *judging, const struct classified_record *item)
{
    const struct verdict *verdict = &item->verdict;
    if (verdict->class != VERDICT_UNPARSED || verdict->may_continue || verdict->gave_up > 0 ||
        judging->wants_every_record)
        return false;
    return ++judging->unparsed_items > judging->limits->max_examples;
}

static uint64_t host_key_of(const struct judging *judging, struct span host)
{
    bool names_host = host.length > 0 && judging->tally->options.host == NULL;
    return names_host ? tally_host_key(judging->tally, host) : judging->log->host_key;
}

/* What a record about no file says of a volume's letter. */
static bool note_volume(struct judging *judging, const struct event *event)
{
    struct volume_fact fact;
    if (event->class == VERDICT_FAILED_FILE ||
        !volume_fact_of(event->text, judging->tally->options.seed, &fact))
        return true;
    void *volumes = judging->volumes;
    if (!memory_reserve(&volumes, &judging->volume_capacity, judging->result.volume_count + 1,
                        sizeof *judging->volumes, judging->fault))
        return false;
    judging->volumes = volumes;
    fact.host_key = host_key_of(judging, event->fields[FIELD_HOST]);
    judging->volumes[judging->result.volume_count++] = fact;
    return true;
}

static bool note_undecided(struct judging *judging, const struct event *event)
{
    void *undecided = judging->undecided;
    if (!memory_reserve(&undecided, &judging->undecided_capacity,
                        judging->undecided_count + event->gave_up, sizeof *judging->undecided,
                        judging->fault))
        return false;
    judging->undecided = undecided;
    for (size_t i = 0; i < event->gave_up; i++)
        judging->undecided[judging->undecided_count++] = event->undecided[i];
    return true;
}

static bool receive_event(void *context, const struct event *event)
{
    struct judging *judging = context;
    note_time(judging, event);
    if (judging->names_volumes && !note_volume(judging, event))
        return false;
    if (!is_item(judging, event)) {
        count_only(judging, event->class, event);
        return true;
    }
    void *items = judging->items;
    if (!memory_reserve(&items, &judging->item_capacity, judging->result.item_count + 1,
                        sizeof *judging->items, judging->fault))
        return false;
    judging->items = items;
    struct classified_record *item = &judging->items[judging->result.item_count];
    verdict_read(judging->tally->options.catalog, event, &item->verdict);
    if (is_one_unparsed_too_many(judging, item)) {
        count_only(judging, VERDICT_UNPARSED, event);
        return true;
    }
    if (event->gave_up > 0 && !note_undecided(judging, event))
        return false;
    judging->result.item_count++;
    uint64_t seed = judging->tally->options.seed;
    item->prefix = event->may_continue ? prefix_of(event->fields, seed) : 0;
    item->key = (struct path_key){0};
    if (item->verdict.class != VERDICT_FAILED_FILE)
        return true;
    uint64_t salt = host_key_of(judging, item->verdict.host);
    if (!path_key_of(item->verdict.path, salt, seed, &judging->folded, &item->key, judging->fault))
        return false;
    verdict_read_in_context(judging->tally->options.catalog, &item->verdict,
                            buffer_span(&judging->folded));
    return true;
}

bool judging_run(struct judging *judging, const struct tally *tally, struct matcher *matcher,
                 const struct limits *limits, struct fault *fault)
{
    struct block block;
    struct decoding decoding = {0};
    judging->result = (struct classified_block){0};
    judging->unparsed_items = 0;
    judging->undecided_count = 0;
    judging->tally = tally;
    judging->limits = limits;
    judging->fault = fault;
    judging->first_date = judging->last_date = (struct span){0};
    if (!decoder_decode(&judging->decoder, &judging->piece, limits, &block, &decoding, fault))
        return false;
    judging->names_volumes = volume_is_named(block.text);
    judging->wants_every_record = tally_wants_every_record(tally);
    bool may_merge = !judging->names_volumes && !judging->wants_every_record;
    if (!matcher_match(matcher, &block, judging->is_first, may_merge, receive_event, judging,
                       fault))
        return false;
    judging->result.items = judging->items;
    judging->result.volumes = judging->volumes;
    judging->result.undecided = judging->undecided;
    judging->result.lines = block.line_count;
    judging->result.repaired_lines = decoding.repaired_lines;
    judging->result.cut_lines = decoding.cut_lines;
    if (judging->first_date.length > 0) {
        judging->result.first = log_date_read(judging->first_date, judging->first_time);
        judging->result.last = log_date_read(judging->last_date, judging->last_time);
    }
    const struct span *last = matcher_last_record(matcher);
    if (last != NULL)
        judging->result.last_prefix = prefix_of(last, tally->options.seed);
    return true;
}

void judging_release(struct judging *judging)
{
    decoder_release(&judging->decoder);
    buffer_release(&judging->folded);
    memory_free(judging->items);
    memory_free(judging->volumes);
    memory_free(judging->undecided);
    memory_free(judging->piece.bytes);
    *judging = (struct judging){0};
}
