/* One block through decoder, matcher and verdict: the part of a run that any thread can do. */
#ifndef MARSIFT_ENGINE_BLOCK_CLASSIFIER_H
#define MARSIFT_ENGINE_BLOCK_CLASSIFIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/limits.h"
#include "grammar/match/matcher.h"
#include "input/encoding/decoder.h"
#include "tally/tally.h"
#include "verdict/classified_block.h"

/* What the blocks of one log have in common. */
struct block_log {
    const struct rule_index *rule_index;
    size_t dialect; /* its number */
    struct tally_log *counted;
};

/* One block on its way. Start with zeros and a piece that has bytes; end with block_job_release. */
struct block_job {
    struct raw_chunk piece;
    const struct block_log *log;
    bool is_first; /* of its log */
    struct classified_block result;
    /* Scratch. */
    struct decoder decoder;
    struct classified_record *items;
    size_t item_capacity;
    size_t unparsed_items;
    struct volume_fact *volumes;
    size_t volume_capacity;
    const char **undecided;
    size_t undecided_count;
    size_t undecided_capacity;
    bool names_volumes;      /* the block does */
    bool wants_every_record; /* the tally does */
    struct verdict_scratch scratch;
    const struct tally *tally;
    const struct catalog *catalog; /* of the tally */
    uint64_t seed;                 /* of the tally */
    const struct limits *limits;
    struct fault *fault;
    struct span first_date, first_time, last_date, last_time;
};

/* Fills `judging->result` from the piece. It is lent until the next call. */
bool block_job_run(struct block_job *block_job, const struct tally *tally, struct matcher *matcher,
                   const struct limits *limits, struct fault *fault);

void block_job_release(struct block_job *block_job);

#endif
