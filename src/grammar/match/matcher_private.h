/* The state of a matcher, shared by its sources.
 *
 * Every line could be read by its dialect's `record` pattern, and its record be offered to every
 * rule in turn. The fast paths give the same events for less. In the order in which a block meets
 * them:
 *
 * 1. column_reader parses lines of fixed columns without a regex, and caches groups of columns.
 * 2. A line whose message is in the noise_cache needs no scan and no rules: its rule is known.
 * 3. A line that the first rule takes by one of its shapes is resolved before the scan.
 * 4. prefilter copies all other messages together and scans them for the rules' required literals
 *    in one Vectorscan pass. A rule that requires some is tried only on records with one of them.
 * 5. noise_merge makes one event of neighbouring harmless lines without hits.
 * 6. rule_match tries a rule's shapes and `quick` patterns before its pattern (PCRE2).
 * 7. message_finder searches the records that are neither harmless nor a failed file for the
 *    catalog's messages, by the rarest word of each, with a scanner that is built at its first use.
 *
 * Where a fast path does not apply, the next one or the slow way does; none may change an event.
 * The tests compare them with a rule index that has the slow way alone. */
#ifndef MARSIFT_GRAMMAR_MATCH_MATCHER_PRIVATE_H
#define MARSIFT_GRAMMAR_MATCH_MATCHER_PRIVATE_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "grammar/event.h"
#include "grammar/match/record_reader.h"
#include "grammar/match/rule_index.h"
#include "grammar/pattern.h"
#include "grammar/search/literal_scanner.h"

/* A line that the first rule takes by `shape`. */
struct resolved_line {
    const struct shape *shape;
    struct shape_match match;
};

enum { NOISE_CACHE_BITS = 6, NOISE_CACHE_MESSAGE_BYTES = 240 };

/* A message that `rule` took as harmless at a level, with no fields but those of the columns. */
struct cached_message {
    const struct rule *rule;
    uint8_t level;  /* as in struct column_layout */
    uint8_t length; /* 0: a free slot */
    char bytes[NOISE_CACHE_MESSAGE_BYTES];
};

static_assert(NOISE_CACHE_MESSAGE_BYTES <= UINT8_MAX, "the length of a message is a uint8_t");

/* The last message of an alert that may have several, each with a record line. */
struct alert_message {
    struct span cells; /* of the alert: the record line without the message */
    struct span host;  /* of the message */
    size_t end_line;
};

struct matcher {
    const struct rule_index *rule_index;
    unsigned evidence; /* of the log: see dialect_rule_is_given */
    struct pattern_scratch *patterns;
    bool owns_patterns;
    struct scanner_scratch *literal_scratch;
    struct scanner_scratch *message_scratch; /* NULL until messages are searched for */
    struct record_reader reader;
    uint32_t *candidates; /* the rules to try on the current record, ascending */
    size_t candidate_count;
    const char **limited_rules;        /* room for all rules and other patterns of the dialect */
    struct span captures[FIELD_COUNT]; /* the fields of a record and of its rule */
    struct span
        hosted_fields[FIELD_COUNT]; /* the same with the host of the line's wrapper or its moment */
    const struct shape
        *captured_shape; /* `captures` has only the fields of this shape; NULL: any */
    const struct rule *noise_rules[MAX_COLUMN_WORDS]; /* by level: the rule for what is left, if
                                                         that is harmless */
    struct cached_message noise_cache[1 << NOISE_CACHE_BITS];
    struct buffer scan_text; /* the messages of the current block that are scanned */
    /* The current block: */
    const struct block *block;
    struct resolved_line *resolved_lines; /* see prefilter_resolved_line */
    size_t resolved_count;
    size_t resolved_capacity;
    struct scanner_hit *hits; /* in the order of their ends, as offsets in the block */
    size_t hit_count;
    size_t next_hit; /* the first that ends after the records read so far */
    struct alert_message last_message;
    bool is_after_noise; /* only lines without a prefix came since a harmless record */
};

#endif
