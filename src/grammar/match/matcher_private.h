/* Between the matcher's own sources: the block at hand, and what is done to each record of it. */
#ifndef MARSIFT_GRAMMAR_MATCH_MATCHER_PRIVATE_H
#define MARSIFT_GRAMMAR_MATCH_MATCHER_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "grammar/event.h"
#include "grammar/match/record_reader.h"
#include "grammar/match/rule_index.h"
#include "grammar/pattern.h"
#include "grammar/search/literal_scanner.h"

/* A line that the first rule takes by its shape. */
struct resolved_line {
    const struct shape *shape;
    struct shape_place place;
};

enum { NOISE_CACHE_BITS = 6, NOISE_CACHE_MESSAGE_BYTES = 240 };

/* A message that `rule` took as harmless at a level, and told nothing of. */
struct cached_message {
    const struct rule *rule;
    uint8_t level;  /* as in struct columns_place */
    uint8_t length; /* 0: none */
    char bytes[NOISE_CACHE_MESSAGE_BYTES];
};

struct matcher {
    const struct rule_index *rule_index;
    struct pattern_scratch *patterns;
    struct scanner_scratch *scans;
    struct scanner_scratch *message_scans; /* NULL until they are looked for */
    struct record_reader reader;
    uint32_t *candidates; /* rules to try on a record, in their order */
    size_t candidate_count;
    const char **undecided; /* room for every rule and the other patterns of the dialect */
    struct span captures[FIELD_COUNT]; /* the fields of a record and of the rule that it fits */
    const struct shape *captured; /* whose fields these are, and no others; NULL: of no shape */
    const struct rule *crowd_rules[MAX_COLUMN_WORDS]; /* by level: who takes what is left, if that
                                                         is harmless */
    struct cached_message known[1 << NOISE_CACHE_BITS];
    struct buffer gathered; /* what is scanned of the block */
    /* Of the block at hand. */
    const struct block *block;
    struct resolved_line *resolved; /* in the order of lines */
    size_t settled_count;
    size_t settled_at; /* the next one */
    size_t settled_capacity;
    struct scanner_hit *hits;
    size_t hit_count;
    size_t hit_at;
    bool is_behind_noise; /* nothing but lines without a prefix since a harmless record */
};

/* Notes that a pattern gave up on the record `event`: of the rule, or of another part of the
 * grammar that `name` says. Once for each. */
void step_limit_note(struct matcher *matcher, struct event *event, const char *name);

/* Finds the hits of the prefilter in the block at hand. False without memory. */
bool prefilter_scan(struct matcher *matcher, struct fault *fault);

/* The rule that took a record of nothing but its columns with this message at this level, if that
 * is known: then it takes every such record. */
const struct rule *noise_cache_find(struct matcher *matcher, struct span message, uint8_t level);

/* Remembers the message of `event`, which `rule` took, if it is one to be known again. */
void noise_cache_store(struct matcher *matcher, const struct event *event, const struct rule *rule);

/* What noise_merge needs to know of the rulebook. */
void noise_merge_prepare(struct matcher *matcher);

/* Makes `event` all harmless records from its line on that need no look at their texts, if there
 * are any. */
bool noise_merge(struct matcher *matcher, struct event *event);

/* Makes `event` the failed file that its line is, if prefilter_scan has settled that and the line
 * has no more to tell, as entries of lists have not. */
bool match_list_entry(struct matcher *matcher, struct event *event);

/* Lengthens the record `event` by the lines that go on with it. */
void continuation_take(struct matcher *matcher, struct event *event);

/* Lets the first rule that fits take the record, of those whose literals stand in it. */
void rule_match_apply(struct matcher *matcher, struct event *event);

/* Finds the message that the record says. False without memory. */
bool matcher_find_message(struct matcher *matcher, struct event *event, struct fault *fault);

/* What follows a harmless record without a prefix of its own may be the rest of it. */
void rule_match_doubt(const struct matcher *matcher, struct event *event);

/* What no rule takes may go on with the record before it. */
void prefilter_resolve_unmatched(struct matcher *matcher, struct event *event, bool is_first);

#endif
