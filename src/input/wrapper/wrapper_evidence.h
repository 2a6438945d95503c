/* Evidence for what no log holds by itself: escape sequences, tags, entities, doubled backslashes.
 */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_EVIDENCE_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "input/wrapper/wrapper_step.h"

/* True if the lines, from which the steps of `wrapper` have been taken, prove a step of `kind`;
 * false for kinds that only a trial can prove. */
bool wrapper_evidence_of(const struct wrapper *wrapper, const struct span *lines, size_t count,
                         enum wrapper_kind kind);

/* True if the values of JSON members hold doubled backslashes: who reads the members undoes them,
 * and who finds no record in them reads better without. */
bool wrapper_evidence_may_escape(const struct span *lines, size_t count);

#endif
