#include "tally/host_alias.h"

#include "base/ascii.h"
#include "base/hash.h"

static uint64_t key_of(struct span name, uint64_t seed)
{
    uint64_t key = seed;
    for (size_t i = 0; i < name.length; i++)
        key = hash_mix(key, (unsigned char)ascii_to_lower(name.bytes[i]));
    return key;
}

static struct span short_name(struct span host)
{
    return span_slice(host, 0, span_find_byte(host, '.'));
}

/* The domain without the full stop that may end it. */
static struct span domain_of(struct span host)
{
    size_t end = host.length;
    while (end > 0 && host.bytes[end - 1] == '.')
        end--;
    size_t start = span_find_byte(host, '.') + 1;
    return start < end ? span_slice(host, start, end) : (struct span){0};
}

bool host_alias_has_domain(struct span host)
{
    struct span name = short_name(host);
    bool has_letter = false;
    for (size_t i = 0; i < name.length; i++)
        has_letter = has_letter || !ascii_is_digit(name.bytes[i]);
    return has_letter && name.length < host.length;
}

bool host_alias_note(struct hash_array *domains, uint64_t seed, struct span host,
                     struct fault *fault)
{
    struct span domain = domain_of(host);
    if (!host_alias_has_domain(host) || domain.length == 0)
        return true;
    bool is_new = false;
    struct host_domain *known =
        hash_array_add(domains, key_of(short_name(host), seed), &is_new, fault);
    if (known == NULL)
        return false;
    uint64_t key = key_of(domain, seed);
    known->is_ambiguous |= !is_new && known->domain != key;
    known->domain = key;
    return true;
}

bool host_alias_is_ambiguous(const struct hash_array *domains, uint64_t seed, struct span host)
{
    uint32_t number = 0;
    if (!hash_table_find(&domains->numbers, key_of(short_name(host), seed), &number))
        return false;
    const struct host_domain *known = hash_array_at(domains, number);
    return known->is_ambiguous;
}

struct span host_alias_short(struct span host)
{
    return host_alias_has_domain(host) ? short_name(host) : host;
}

struct span host_alias_of(const struct hash_array *domains, uint64_t seed, struct span host)
{
    return host_alias_is_ambiguous(domains, seed, host) ? host : host_alias_short(host);
}
