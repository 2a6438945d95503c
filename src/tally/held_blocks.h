/* Blocks that wait to be counted until the dates of their log can be read. They are copied. */
#ifndef MARSIFT_TALLY_HELD_BLOCKS_H
#define MARSIFT_TALLY_HELD_BLOCKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/hash_array.h"
#include "verdict/classified_block.h"

struct held_block {
    struct held_block *next; /* of the same log */
    struct classified_block block;
};

/* The blocks of one log, in their order. Start as {0}. */
struct held_list {
    struct held_block *first;
    struct held_block *last;
};

/* Returns about how many bytes of memory a copy of the block takes. */
uint64_t held_block_bytes(const struct classified_block *block);

/* Appends a copy of the block, in `arena`. False with the fault set. */
bool held_list_append(struct held_list *list, const struct classified_block *block,
                      struct arena *arena, struct fault *fault);

/* All that wait, in all logs. Start with the `item_bytes` of the arrays. */
struct waiting_logs {
    struct arena arena;
    uint64_t bytes;
    struct hash_array hosts;   /* of struct date_evidence, by the key of the host */
    struct hash_array domains; /* of struct host_domain */
};

#endif
