/* The texts that a tally copies out of its input, within limits: input chooses how many there are,
 * and how long. Past a limit the counts stay exact; only the text is dropped.
 *
 * Merge: hosts are a union by key, which renumbers those of the other tally; `bytes` is a sum. */
#ifndef MARSIFT_TALLY_TEXT_BUDGET_H
#define MARSIFT_TALLY_TEXT_BUDGET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/limits.h"
#include "base/span.h"
#include "base/string_pool.h"

/* The name of a host that is not known. */
#define UNKNOWN_HOST "-"

struct text_budget {
    const struct limits *limits; /* lent */
    uint64_t seed;
    struct arena arena;       /* all texts of the tally */
    struct string_pool hosts; /* at most max_host_codes, and UNKNOWN_HOST */
    uint64_t bytes;           /* of the texts that max_text_bytes bounds */
};

/* Starts with no texts. `limits` is lent until text_budget_release. */
void text_budget_open(struct text_budget *budget, const struct limits *limits, uint64_t seed);

void text_budget_release(struct text_budget *budget);

/* The key of a host's name, as `path_key_of` takes it for `salt`. The case of ASCII letters does
 * not count. */
uint64_t text_budget_host_key(const struct text_budget *budget, struct span host);

/* Finds or adds the host called `host`: its key and its number. Without room for one more, they are
 * those of UNKNOWN_HOST, and `*hit` is the limit; else `*hit` stays as it was. False with the fault
 * set. */
bool text_budget_add_host(struct text_budget *budget, struct span host, uint64_t *key,
                          uint32_t *number, enum limit_id *hit, struct fault *fault);

/* True if `text` fits beside the other texts that max_text_bytes bounds. */
bool text_budget_has_room(const struct text_budget *budget, struct span text);

/* Copies `text`, for which there is room. On failure an empty span with bytes NULL and the fault
 * set. */
struct span text_budget_copy(struct text_budget *budget, struct span text, struct fault *fault);

#endif
