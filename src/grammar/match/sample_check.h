/* Checks the samples that a grammar carries. The rules: each rule has a sample and a not_sample;
 * each sample fits its own rule and no other of the file; every `expect` holds; no not_sample fits.
 * A rule without a pattern takes what all others leave and does not count as another rule. */
#ifndef MARSIFT_GRAMMAR_MATCH_SAMPLE_CHECK_H
#define MARSIFT_GRAMMAR_MATCH_SAMPLE_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/limits.h"
#include "grammar/dialect.h"

/* Start zeroed. */
struct sample_check_result {
    size_t rules;
    size_t samples; /* samples and not_samples tried */
    size_t violations;
};

/* Receives one sentence, "FILE:LINE: ...", for each violation. It is lent until the call returns.
 */
typedef void (*violation_receiver)(void *context, const char *sentence);

/* Tries every sample of `dialect`. False only without memory. */
bool sample_check_run(const struct dialect *dialect, const struct limits *limits,
                      violation_receiver receiver, void *context,
                      struct sample_check_result *result, struct fault *fault);

#endif
