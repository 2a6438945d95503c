#include "tally/count_record.h"

#include "base/hash.h"
#include "catalog/action_text.h"
#include "tally/text_budget.h"

/* Of an example, as much of a record as a person wants to see. */
enum { MAX_EXAMPLE_BYTES = 400 };

void count_widen_by_other(struct datetime *first, struct datetime *last, struct datetime time)
{
    if (!datetime_is_set(time) || datetime_compare(time, *last) == 0)
        return;
    if (!datetime_is_set(*first))
        *first = time;
    if (datetime_is_later(time, *last))
        *last = time;
    else if (datetime_is_later(*first, time) && !datetime_is_later(*first, *last))
        *first = time;
}

/* Cut at a character, never inside one. */
static struct span cut_text(struct span text)
{
    size_t end = text.length;
    if (end > MAX_EXAMPLE_BYTES) {
        end = MAX_EXAMPLE_BYTES;
        while (end > 0 && ((unsigned char)text.bytes[end] & 0xC0) == 0x80)
            end--;
    }
    return span_slice(text, 0, end);
}

bool count_keep_example(const struct record_counter *counter, struct span text,
                        struct report_example *example)
{
    example->place = counter->place;
    return text_budget_text(counter->tally, counter->log, cut_text(text), &example->path,
                            counter->fault);
}

/* Whose volume it is only matters where somebody shall type it. */
static bool keep_volumes(const struct record_counter *counter, struct tally_finding *finding)
{
    const struct tally *tally = counter->tally;
    const struct agent_error *error = catalog_error_at(tally->options.catalog, finding->error);
    return !action_text_has_placeholder(error->actions[LANGUAGE_EN],
                                        error->action_count[LANGUAGE_EN]) ||
           volume_names_add(&finding->volumes, counter->item->verdict.body, &counter->tally->arena,
                            counter->fault);
}

/* Whether the list has what `key` stands for, or room for it. */
static bool has_place(const struct record_counter *counter, const struct hash_array *list,
                      uint64_t key)
{
    uint32_t number = 0;
    return list->count < counter->tally->options.limits->max_host_codes ||
           hash_table_find(&list->numbers, key, &number);
}

static bool note_full(const struct record_counter *counter)
{
    return tally_note_limit(counter->tally, LIMIT_max_host_codes, counter->log->shown.source,
                            counter->log->shown.member, counter->fault);
}

bool count_finding(const struct record_counter *counter)
{
    const struct verdict *verdict = &counter->item->verdict;
    uint64_t key = hash_mix(counter->host_key, verdict->error);
    bool is_new = false;
    /* Beyond the limit an agent error is one of the host that has it first. */
    if (!has_place(counter, &counter->tally->findings, key)) {
        key = hash_mix(counter->tally->options.seed, verdict->error);
        if (!note_full(counter))
            return false;
    }
    struct tally_finding *finding =
        hash_array_add(&counter->tally->findings, key, &is_new, counter->fault);
    if (finding == NULL)
        return false;
    if (is_new) {
        finding->host = counter->host;
        finding->error = verdict->error;
        finding->has_context = verdict->has_context;
        finding->context = verdict->context;
        if (!count_keep_example(counter, verdict->body, &finding->example))
            return false;
    }
    finding->events++;
    if (!keep_volumes(counter, finding))
        return false;
    count_widen(&finding->first, &finding->last, &counter->time);
    return true;
}

bool count_other_failure(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    const struct verdict *verdict = &counter->item->verdict;
    uint64_t seed = tally->options.seed;
    struct span symbol = verdict->symbol;
    bool has_code = verdict->has_code;
    uint64_t key = has_code ? hash_mix(seed, verdict->code) : hash_span(symbol, seed);
    bool is_new = false;
    if (!has_place(counter, &tally->failures, key)) {
        key = seed;
        has_code = false;
        symbol = (struct span){0};
        if (!note_full(counter))
            return false;
    }
    struct tally_failure *failure = hash_array_add(&tally->failures, key, &is_new, counter->fault);
    if (failure == NULL)
        return false;
    if (is_new) {
        failure->has_code = has_code;
        failure->code = has_code ? verdict->code : 0;
        failure->category = verdict->category;
        failure->host = counter->host;
        if (!text_budget_text(tally, counter->log, symbol, &failure->symbol, counter->fault) ||
            !count_keep_example(counter, verdict->body, &failure->example))
            return false;
    }
    failure->events++;
    failure->has_more_hosts = failure->has_more_hosts || failure->host != counter->host;
    return true;
}

bool count_unparsed(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    if (tally->unparsed.count >= tally->options.limits->max_examples)
        return true;
    struct report_unparsed *unparsed = hash_array_append(&tally->unparsed, counter->fault);
    struct report_example example = {0};
    const struct verdict *verdict = &counter->item->verdict;
    if (unparsed == NULL || !count_keep_example(counter, verdict->text, &example))
        return false;
    size_t columns = (size_t)(verdict->body.bytes - verdict->text.bytes);
    unparsed->text = example.path;
    unparsed->message =
        span_slice(example.path, columns < example.path.length ? columns : 0, example.path.length);
    unparsed->place = example.place;
    return true;
}
