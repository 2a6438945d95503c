/* The proof that a grammar carries with it. The law: each rule has a sample and a not_sample; each
 * sample fits its own rule and no other of the file; every `expect` holds; no not_sample fits. (A
 * rule without a pattern takes what all others leave: it is not "another" rule.) */
#ifndef MARSIFT_GRAMMAR_MATCH_SAMPLE_CHECK_H
#define MARSIFT_GRAMMAR_MATCH_SAMPLE_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/limits.h"
#include "grammar/dialect.h"

struct sample_check_result {
    size_t rules;
    size_t samples; /* samples and not_samples tried */
    size_t breaches;
};

/* Gets one sentence, "FILE:LINE: ...", for each breach of the law. */
typedef void (*breach_receiver)(void *context, const char *sentence);

/* Tries every sample of `dialect`. False only without memory. */
bool sample_check_run(const struct dialect *dialect, const struct limits *limits,
                      breach_receiver receiver, void *context, struct sample_check_result *proof,
                      struct fault *fault);

#endif
