#include "tally/waiting_logs.h"

#include "tally/count_block.h"
#include "tally/host_alias.h"
#include "tally/log_clock.h"
#include "tally/tally_parts.h"

/* Counts the blocks of the log that wait, in their order. Their memory is freed at the end. */
static bool release_log(struct tally *tally, struct tally_log *log, struct fault *fault)
{
    const struct held_block *held = log->held.first;
    log->held = (struct held_list){0};
    for (; held != NULL; held = held->next)
        if (!count_block(tally, log, &held->block, fault))
            return false;
    return true;
}

/* The dates of all logs of the host of `log`. NULL with the fault set. */
static struct date_evidence *dates_of_host(struct tally *tally, const struct tally_log *log,
                                           struct fault *fault)
{
    bool is_new = false;
    return hash_array_add(&tally->waiting.hosts, log->shown_host_key, &is_new, fault);
}

/* Stops waiting: uses what the host's other logs show, else what is assumed. */
static bool settle_log(struct tally *tally, struct tally_log *log, struct fault *fault)
{
    const struct date_evidence *dates = dates_of_host(tally, log, fault);
    if (dates == NULL)
        return false;
    date_evidence_add(&log->dates, dates);
    log->is_settled = true;
    return release_log(tally, log, fault);
}

/* The log that holds most would have to be copied further: it is settled with what is known. */
static bool reach_limit(struct tally *tally, struct tally_log *log, struct fault *fault)
{
    return settle_log(tally, log, fault) &&
           source_counts_note_limit(&tally->source_counts, &tally->text_budget.arena,
                                    LIMIT_max_waiting_bytes, log->shown.source, log->shown.member,
                                    fault);
}

static bool hold_block(struct tally *tally, struct tally_log *log,
                       const struct classified_block *block, struct fault *fault)
{
    struct waiting_logs *waiting = &tally->waiting;
    waiting->bytes += held_block_bytes(block);
    return held_list_append(&log->held, block, &waiting->arena, fault);
}

static bool note_dates(struct tally *tally, struct tally_log *log,
                       const struct date_evidence *dates, struct fault *fault)
{
    date_evidence_add(&log->dates, dates);
    if (dates->order == DATETIME_ORDER_NONE && !dates->has_zone && !dates->has_labels)
        return true;
    struct date_evidence *host = dates_of_host(tally, log, fault);
    if (host != NULL)
        date_evidence_add(host, dates);
    return host != NULL;
}

static bool note_hosts(struct tally *tally, struct tally_log *log,
                       const struct classified_block *block, struct fault *fault)
{
    if (!block->names_domains || tally->options.host != NULL)
        return true;
    log->names_domains = true;
    for (size_t i = 0; i < block->item_count; i++)
        if (!host_alias_note(&tally->waiting.domains, tally->options.seed,
                             block->items[i].verdict.host, fault))
            return false;
    return true;
}

bool waiting_logs_add(struct tally *tally, struct tally_log *log,
                      const struct classified_block *block, struct fault *fault)
{
    if (!note_dates(tally, log, &block->dates, fault) || !note_hosts(tally, log, block, fault))
        return false;
    bool must_wait = !log->is_settled &&
                     (log->names_domains || log_clock_must_wait(&log->dates, &tally->options));
    if (must_wait &&
        tally->waiting.bytes + held_block_bytes(block) <= tally->options.limits->max_waiting_bytes)
        return hold_block(tally, log, block, fault);
    if (must_wait && !reach_limit(tally, log, fault))
        return false;
    return release_log(tally, log, fault) && count_block(tally, log, block, fault);
}

bool waiting_logs_finish(struct tally *tally, struct fault *fault)
{
    for (size_t i = 0; i < tally->source_counts.log_count; i++) {
        struct tally_log *log = tally->source_counts.logs[i];
        if (log->held.first != NULL && !settle_log(tally, log, fault))
            return false;
    }
    arena_release(&tally->waiting.arena);
    tally->waiting.bytes = 0;
    return true;
}
