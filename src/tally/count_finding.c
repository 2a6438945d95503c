#include "tally/count_finding.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "catalog/action_text.h"
#include "tally/count_example.h"
#include "tally/count_limit.h"
#include "tally/count_text.h"
#include "tally/period.h"
#include "text/word_signature.h"
#include "verdict/failure_code.h"

/* The severity bit of an HRESULT. */
#define FAILURE_BIT UINT32_C(0x80000000)

/* Volumes matter only in commands that a person will type. */
static bool add_volumes(const struct record_counter *counter, struct tally_finding *finding)
{
    const struct tally *tally = counter->tally;
    const struct agent_error *error = catalog_error_at(tally->options.catalog, finding->error);
    return !action_text_has_placeholder(error->actions[LANGUAGE_EN],
                                        error->action_count[LANGUAGE_EN]) ||
           volume_names_add(&finding->volumes, counter->item->verdict.body,
                            &counter->tally->text_budget.arena, counter->fault);
}

/* True if the list has an item with `key`, or room for one. */
static bool has_room(const struct record_counter *counter, const struct hash_array *list,
                     uint64_t key)
{
    uint32_t number = 0;
    return list->count < counter->tally->options.limits->max_host_codes ||
           hash_table_find(&list->numbers, key, &number);
}

/* The different failure codes of one record. */
struct record_codes {
    uint32_t codes[8];
    size_t count;
};

static void note_code(struct record_codes *record, uint32_t code)
{
    for (size_t i = 0; i < record->count; i++)
        if (record->codes[i] == code)
            return;
    if (record->count < sizeof record->codes / sizeof *record->codes)
        record->codes[record->count++] = code;
}

static struct record_codes codes_of_record(const struct verdict *verdict)
{
    struct record_codes record = {0};
    uint32_t code = 0;
    if (verdict->has_code && (verdict->code & FAILURE_BIT) != 0)
        note_code(&record, verdict->code);
    for (size_t at = 0; failure_code_next(verdict->body, &at, &code);)
        note_code(&record, code);
    return record;
}

/* Counts the codes for finding number `finding`, whose key is `finding_key`. */
static bool count_codes(const struct record_counter *counter, uint32_t finding,
                        uint64_t finding_key)
{
    struct record_codes record = codes_of_record(&counter->item->verdict);
    struct hash_array *codes = &counter->tally->finding_counts.codes;
    for (size_t i = 0; i < record.count; i++) {
        uint64_t key = hash_mix(finding_key, record.codes[i]);
        bool is_new = false;
        if (!has_room(counter, codes, key))
            return count_limit(counter, LIMIT_max_host_codes);
        struct finding_code *code = hash_array_add(codes, key, &is_new, counter->fault);
        if (code == NULL ||
            (is_new && !count_example(counter, counter->item->verdict.body, &code->example)))
            return false;
        code->finding = finding;
        code->code = record.codes[i];
        code->events++;
    }
    return true;
}

bool count_finding(const struct record_counter *counter)
{
    const struct verdict *verdict = &counter->item->verdict;
    uint64_t key = hash_mix(counter->host_key, verdict->error);
    bool is_new = false;
    if (!has_room(counter, &counter->tally->finding_counts.findings, key)) {
        key = hash_mix(counter->tally->options.seed, verdict->error);
        if (!count_limit(counter, LIMIT_max_host_codes))
            return false;
    }
    struct tally_finding *finding =
        hash_array_add(&counter->tally->finding_counts.findings, key, &is_new, counter->fault);
    if (finding == NULL)
        return false;
    if (is_new) {
        finding->host = counter->host;
        finding->error = verdict->error;
        finding->has_context = verdict->has_context;
        finding->context = verdict->context;
        if (!count_example(counter, verdict->body, &finding->example))
            return false;
    }
    finding->events++;
    uint32_t number = hash_array_number(&counter->tally->finding_counts.findings, finding);
    if (!count_codes(counter, number, key) || !add_volumes(counter, finding))
        return false;
    period_widen(&finding->first, &finding->last, &counter->time);
    return true;
}

/* Failures of one code or number may be different errors, so their words count, too. The name of an
 * exception says it all, and files that could not be restored differ in their paths only. */
static uint64_t key_of_failure(const struct record_counter *counter)
{
    const struct verdict *verdict = &counter->item->verdict;
    uint64_t seed = counter->tally->options.seed;
    struct span symbol = verdict->symbol;
    bool has_name = symbol.length > 0 && ascii_is_letter(symbol.bytes[0]);
    if (has_name && !verdict->has_code)
        return hash_span(symbol, seed);
    uint64_t key = verdict->has_code ? hash_mix(seed, verdict->code) : seed;
    if (verdict->has_detail)
        key = hash_mix(key, verdict->detail);
    if (verdict->is_restore)
        return hash_mix(key, hash_span(verdict->operation, seed));
    return word_signature(verdict->body, hash_mix(key, hash_span(symbol, seed)));
}

/* `is_limited`: the limit was counted for this record. */
static bool count_failing_host(const struct record_counter *counter,
                               const struct tally_failure *failure, uint64_t failure_key,
                               bool is_limited)
{
    struct finding_counts *counts = &counter->tally->finding_counts;
    uint64_t key = hash_mix(failure_key, counter->host_key);
    bool is_new = false;
    if (!has_room(counter, &counts->failing_hosts, key))
        return is_limited || count_limit(counter, LIMIT_max_host_codes);
    struct failing_host *failing =
        hash_array_add(&counts->failing_hosts, key, &is_new, counter->fault);
    if (failing == NULL)
        return false;
    failing->failure = hash_array_number(&counts->failures, failure);
    failing->host = counter->host;
    failing->events++;
    period_widen(&failing->first, &failing->last, &counter->time);
    return true;
}

bool count_failure(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    const struct verdict *verdict = &counter->item->verdict;
    struct span symbol = verdict->symbol;
    bool has_code = verdict->has_code;
    uint64_t key = key_of_failure(counter);
    bool is_new = false;
    bool is_limited = !has_room(counter, &tally->finding_counts.failures, key);
    if (is_limited) {
        key = tally->options.seed;
        has_code = false;
        symbol = (struct span){0};
        if (!count_limit(counter, LIMIT_max_host_codes))
            return false;
    }
    struct tally_failure *failure =
        hash_array_add(&tally->finding_counts.failures, key, &is_new, counter->fault);
    if (failure == NULL)
        return false;
    if (is_new) {
        failure->has_code = has_code;
        failure->code = has_code ? verdict->code : 0;
        failure->has_detail = has_code && verdict->has_detail;
        failure->detail = verdict->detail;
        failure->is_restore = verdict->is_restore;
        failure->category = verdict->category;
        failure->host = counter->host;
        if (!count_text(counter, symbol, &failure->symbol) ||
            !count_example(counter, verdict->body, &failure->example))
            return false;
    }
    failure->events++;
    failure->has_more_hosts = failure->has_more_hosts || failure->host != counter->host;
    period_widen(&failure->first, &failure->last, &counter->time);
    return count_failing_host(counter, failure, key, is_limited);
}
