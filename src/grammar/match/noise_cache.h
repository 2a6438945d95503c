/* A cache of harmless messages: agents repeat themselves. */
#ifndef MARSIFT_GRAMMAR_MATCH_NOISE_CACHE_H
#define MARSIFT_GRAMMAR_MATCH_NOISE_CACHE_H

#include <stdint.h>

#include "base/span.h"

struct event;
struct matcher;
struct rule;

/* Returns the rule that took this message at this level before, in a record with no fields but its
 * columns; it takes every such record. NULL if the cache does not have the message. */
const struct rule *noise_cache_find(struct matcher *matcher, struct span message, uint8_t level);

/* Stores the message of `event`, which `rule` took, if noise_cache_find may return it. */
void noise_cache_store(struct matcher *matcher, const struct event *event, const struct rule *rule);

#endif
