#include "tally/text_budget.h"

#include <assert.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/hash_table.h"

void text_budget_open(struct text_budget *budget, const struct limits *limits, uint64_t seed)
{
    *budget = (struct text_budget){.limits = limits, .seed = seed};
}

void text_budget_release(struct text_budget *budget)
{
    string_pool_release(&budget->hosts);
    arena_release(&budget->arena);
}

uint64_t text_budget_host_key(const struct text_budget *budget, struct span host)
{
    uint64_t key = budget->seed;
    for (size_t i = 0; i < host.length; i++)
        key = hash_mix(key, (unsigned char)ascii_to_lower(host.bytes[i]));
    return key;
}

bool text_budget_add_host(struct text_budget *budget, struct span host, uint64_t *key,
                          uint32_t *number, enum limit_id *hit, struct fault *fault)
{
    struct string_pool *hosts = &budget->hosts;
    bool is_full = hosts->count >= budget->limits->max_host_codes;
    *key = text_budget_host_key(budget, host);
    if (hash_table_find(&hosts->numbers, *key, number))
        return true;
    if (is_full || !text_budget_has_room(budget, host)) {
        host = span_of(UNKNOWN_HOST);
        *key = text_budget_host_key(budget, host);
        *hit = is_full ? LIMIT_max_host_codes : LIMIT_max_text_bytes;
    }
    uint64_t bytes = hosts->bytes;
    bool done = string_pool_add(hosts, &budget->arena, *key, host, number, fault);
    budget->bytes += hosts->bytes - bytes;
    return done;
}

bool text_budget_has_room(const struct text_budget *budget, struct span text)
{
    return budget->bytes + text.length <= budget->limits->max_text_bytes;
}

struct span text_budget_copy(struct text_budget *budget, struct span text, struct fault *fault)
{
    assert(text_budget_has_room(budget, text));
    budget->bytes += text.length;
    return arena_copy(&budget->arena, text, fault);
}
