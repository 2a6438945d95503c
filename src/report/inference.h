/* Agent errors that no record reports, but that follow from several records of one host. */
#ifndef MARSIFT_REPORT_INFERENCE_H
#define MARSIFT_REPORT_INFERENCE_H

#include "report/builder.h"
#include "report/sentences.h"

enum { MAX_INFERENCE_DETAILS = 20 };

/* An item of builder->inferences: all facts of one agent error on one host. */
struct inference {
    struct tally_finding finding;
    struct span *details; /* the first MAX_INFERENCE_DETAILS */
    size_t detail_count;
};

/* A fact of an inference. */
struct inferred_fact {
    const char *symbol; /* of the agent error in the catalog */
    struct span host;
    uint64_t events;
    struct datetime first;
    struct datetime last;
    struct sentence detail;
    struct report_example example;
};

/* Identifies the agent error of a host: inferences and the findings of build_shares are added by
 * it. */
uint64_t inference_key(const struct builder *builder, uint32_t host, size_t error);

/* Adds the fact to the inference of its host and agent error. Does nothing if the catalog has no
 * such error, or the tally no such host. False with the fault set. */
bool inference_add(struct builder *builder, const struct inferred_fact *fact);

/* Appends all inferences to `findings`, of struct tally_finding; one without events of its own
 * gives its details to the recorded finding of its host instead. False with the fault set. */
bool inference_list(const struct builder *builder, struct hash_array *findings);

#endif
