/* Agents say the same again and again: "GetModuleHandle failed for Library ..." is a fifth of the
 * lines of many an engine log. A message that a rule took as harmless is known by its bytes when it
 * comes again, without prefilter and rule, which spares 2,100 instructions a line (callgrind,
 * -j1). */
#include "grammar/match/matcher_private.h"

#include <string.h>

#include "base/bytes16.h"
#include "grammar/dialect.h"

/* Where a message would be remembered. A message that attacks this choice only makes room for
 * itself. */
static struct cached_message *place_of(struct matcher *matcher, struct span message)
{
    const uint64_t golden_ratio = UINT64_C(0x9E3779B97F4A7C15); /* of 2^64: spreads neighbours */
    uint64_t first;
    uint64_t last;
    memcpy(&first, message.bytes, sizeof first);
    memcpy(&last, message.bytes + message.length - sizeof last, sizeof last);
    uint64_t sum = first + 3 * last + message.length;
    return &matcher->known[sum * golden_ratio >> (64 - NOISE_CACHE_BITS)];
}

/* Whether messages of this length are remembered. */
static bool is_memorable(struct span message)
{
    return message.length >= BYTES16_COUNT && message.length <= NOISE_CACHE_MESSAGE_BYTES;
}

const struct rule *noise_cache_find(struct matcher *matcher, struct span message, uint8_t level)
{
    if (!is_memorable(message))
        return NULL;
    const struct cached_message *known = place_of(matcher, message);
    bool is_known = known->length == message.length && known->level == level &&
                    bytes16_spans_are_equal(known->bytes, message.bytes, message.length);
    return is_known ? known->rule : NULL;
}

/* Whether nothing but its columns is told of the record. */
static bool has_only_columns(const struct matcher *matcher, const struct event *event)
{
    return memcmp(event->fields, matcher->reader.at_hand->fields,
                  sizeof matcher->reader.at_hand->fields) == 0;
}

void noise_cache_store(struct matcher *matcher, const struct event *event, const struct rule *rule)
{
    const struct line_layout *head = &matcher->reader.heads[event->line];
    bool is_plain = head->is_record && !head->may_hold_another;
    if (rule->verdict != VERDICT_NOISE || !is_plain || event->gave_up > 0 ||
        !is_memorable(event->body) || !has_only_columns(matcher, event))
        return;
    struct cached_message *known = place_of(matcher, event->body);
    known->rule = rule;
    known->level = head->place.word;
    known->length = (uint8_t)event->body.length;
    memcpy(known->bytes, event->body.bytes, event->body.length);
}
