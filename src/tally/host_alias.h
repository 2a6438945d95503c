/* One name for a server that some records call FILESV01 and others FILESV01.contoso.com: the short
 * one, unless the input has the same short name in two domains. */
#ifndef MARSIFT_TALLY_HOST_ALIAS_H
#define MARSIFT_TALLY_HOST_ALIAS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/hash_array.h"
#include "base/span.h"

/* The domain of a short name; an item of a hash_array by the key of the short name. */
struct host_domain {
    uint64_t domain;
    bool is_ambiguous;
};

/* True if the name has a domain; an IP address has none. */
bool host_alias_has_domain(struct span host);

/* Notes the domain of the name, if it has one. False with the fault set. */
bool host_alias_note(struct hash_array *domains, uint64_t seed, struct span host,
                     struct fault *fault);

/* True if the input has the host's short name in two domains. */
bool host_alias_is_ambiguous(const struct hash_array *domains, uint64_t seed, struct span host);

/* The name without its domain, a part of `host`. */
struct span host_alias_short(struct span host);

/* Returns the name under which the host counts, a part of `host`. All names must have been noted.
 */
struct span host_alias_of(const struct hash_array *domains, uint64_t seed, struct span host);

#endif
