#include "grammar/match/noise_cache.h"

#include <string.h>

#include "base/bytes16.h"
#include "grammar/match/matcher_private.h"

/* Returns the message's slot. A crafted collision can only evict its own kind. */
static struct cached_message *slot_of(struct matcher *matcher, struct span message)
{
    const uint64_t golden_ratio = UINT64_C(0x9E3779B97F4A7C15); /* times 2^64: spreads neighbours */
    uint64_t first;
    uint64_t last;
    memcpy(&first, message.bytes, sizeof first);
    memcpy(&last, message.bytes + message.length - sizeof last, sizeof last);
    uint64_t sum = first + 3 * last + message.length;
    return &matcher->noise_cache[sum * golden_ratio >> (64 - NOISE_CACHE_BITS)];
}

/* Longer messages do not fit; shorter ones cannot be compared 16 bytes at a time. */
static bool is_cacheable(struct span message)
{
    return message.length >= BYTES16_COUNT && message.length <= NOISE_CACHE_MESSAGE_BYTES;
}

const struct rule *noise_cache_find(struct matcher *matcher, struct span message, uint8_t level)
{
    if (!is_cacheable(message))
        return NULL;
    const struct cached_message *cached = slot_of(matcher, message);
    bool is_hit = cached->length == message.length && cached->level == level &&
                  bytes16_spans_are_equal(cached->bytes, message.bytes, message.length);
    return is_hit ? cached->rule : NULL;
}

/* True if the record has no fields but those of its columns. */
static bool has_only_columns(const struct matcher *matcher, const struct event *event)
{
    return memcmp(event->fields, matcher->reader.current->fields,
                  sizeof matcher->reader.current->fields) == 0;
}

void noise_cache_store(struct matcher *matcher, const struct event *event, const struct rule *rule)
{
    const struct line_layout *layout = &matcher->reader.layouts[event->line];
    bool is_plain = layout->is_record && !layout->may_hold_another;
    if (rule->verdict != VERDICT_NOISE || !is_plain || event->limited_rule_count > 0 ||
        !is_cacheable(event->body) || !has_only_columns(matcher, event))
        return;
    struct cached_message *cached = slot_of(matcher, event->body);
    cached->rule = rule;
    cached->level = layout->columns.word;
    cached->length = (uint8_t)event->body.length;
    memcpy(cached->bytes, event->body.bytes, event->body.length);
}
