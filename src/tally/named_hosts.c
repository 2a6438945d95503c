#include "tally/named_hosts.h"

#include "tally/host_alias.h"
#include "tally/tally_parts.h"

size_t named_hosts_log_count(const struct tally *tally)
{
    return tally->source_counts.log_count;
}

struct named_log named_hosts_of_log(const struct tally *tally, size_t index)
{
    const struct tally_log *log = tally->source_counts.logs[index];
    struct named_log named = {.source = log->shown.source, .member = log->shown.member};
    if (log->shown.kind != LOG_KIND_EVENTS || !log->shown.names_hosts)
        return named;
    named.host = tally->text_budget.hosts.texts[log->named_host];
    named.has_several = log->names_several;
    return named;
}

uint64_t named_hosts_key(const struct tally *tally, struct span host)
{
    return text_budget_host_key(&tally->text_budget, host_alias_short(host));
}
