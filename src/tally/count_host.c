#include "tally/count_host.h"

#include "tally/count_limit.h"
#include "tally/host_alias.h"

static bool add_host(struct record_counter *counter, struct span host)
{
    enum limit_id hit = LIMIT_COUNT;
    return text_budget_add_host(&counter->tally->text_budget, host, &counter->host_key,
                                &counter->host, &hit, counter->fault) &&
           (hit == LIMIT_COUNT || count_limit(counter, hit));
}

struct span count_host_name(const struct record_counter *counter)
{
    const struct tally *tally = counter->tally;
    struct span host = counter->item->verdict.host;
    bool is_own = host.length == 0 || tally->options.host != NULL;
    return is_own ? (struct span){0}
                  : host_alias_of(&tally->waiting.domains, tally->options.seed, host);
}

uint64_t count_host_key(const struct record_counter *counter)
{
    struct span host = count_host_name(counter);
    return host.length == 0 ? counter->log->shown_host_key
                            : text_budget_host_key(&counter->tally->text_budget, host);
}

static void note_named_host(struct tally_log *log, uint32_t host)
{
    if (!log->shown.names_hosts)
        log->named_host = host;
    log->shown.names_hosts = true;
    log->names_several |= log->named_host != host;
}

bool count_host(struct record_counter *counter)
{
    struct tally_log *log = counter->log;
    struct span host = count_host_name(counter);
    if (host.length > 0) {
        if (!add_host(counter, host))
            return false;
        note_named_host(log, counter->host);
        return true;
    }
    /* A log's own host is looked up once: few records name another. */
    if (!log->has_host) {
        if (!add_host(counter, log->shown.host))
            return false;
        log->host_key = counter->host_key;
        log->host = counter->host;
        log->has_host = true;
    }
    counter->host_key = log->host_key;
    counter->host = log->host;
    return true;
}
