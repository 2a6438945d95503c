/* What the job of a block works with: its chunk, its log, and scratch memory. */
#ifndef MARSIFT_ENGINE_BLOCK_JOB_STATE_H
#define MARSIFT_ENGINE_BLOCK_JOB_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/limits.h"
#include "engine/structured_block.h"
#include "grammar/dialect_set.h"
#include "grammar/match/matcher.h"
#include "input/encoding/decoder.h"
#include "tally/tally.h"
#include "text/text_purpose.h"
#include "verdict/classified_block.h"

/* The log that a block comes from. */
struct block_log {
    size_t dialect_index; /* of its ordinary lines */
    unsigned evidence;    /* for reading these by that dialect */
    enum text_purpose purpose;
    size_t left_over_dialect; /* of ordinary lines that this dialect does not understand; the
                                 same one: none */
    const struct dialect_set *dialects;
    bool leaves_over;                  /* ordinary lines, though dialects take no turns */
    bool takes_turns;                  /* dialects take turns in all of it */
    bool names_lines;                  /* see struct log_choice */
    bool is_list;                      /* of files */
    bool is_of_restore;                /* of files that could not be restored */
    const struct title_index *records; /* of records that may be among its lines, which have passed
                                          no stage that finds them; NULL: of none */
    struct tally_log *tally_log;
};

/* Lends the matcher of a dialect, for this thread. NULL with the fault set. */
struct matcher_lender {
    void *context;
    size_t thread;
    struct matcher *(*lend)(void *context, size_t thread, size_t dialect_index,
                            struct fault *fault);
};

/* Lines that one dialect does not understand, for another one. */
struct left_over {
    const struct matcher_lender *matchers; /* NULL: none are left over */
    const struct block *lines;             /* where they are */
    event_receiver receiver;               /* of their events */
    uint32_t first_line;                   /* in `lines` */
    uint32_t line_count;
};

/* One block, from raw bytes to the result. Start with zeros and a chunk that has bytes, which
 * belong to the job; end with block_job_release. */
struct block_job {
    struct raw_chunk chunk; /* the first member: the pipeline casts it back to its job */
    const struct block_log *log;
    bool is_first; /* of its log */
    struct classified_block result;
    /* Scratch, reused for the next block. */
    struct decoder decoder;
    struct structured_block structured;
    struct pattern_scratch *turn_scratch; /* NULL until dialects may take turns */
    struct classified_record *items;
    size_t item_capacity;
    size_t unparsed_item_counts[TELLING_COUNT];
    struct volume_fact *volumes;
    size_t volume_capacity;
    const char **limited_rules;
    size_t limited_rule_count;
    size_t limited_rule_capacity;
    bool takes_turns;           /* dialects take turns in the block */
    bool names_volumes;         /* the block's text does */
    bool wants_every_record;    /* the tally does */
    bool knows_scratch_folders; /* the tally does, of some hosts */
    struct left_over left_over;
    uint32_t first_line; /* of the lines that are matched now, in the block */
    struct verdict_scratch scratch;
    const struct tally *tally;
    const struct catalog *catalog; /* the tally's */
    uint64_t seed;                 /* the tally's */
    const struct limits *limits;
    struct fault *fault;
    struct span first_date, first_time, last_date, last_time;
};

#endif
