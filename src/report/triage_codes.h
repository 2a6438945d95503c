/* Failure codes beside an agent error: the records of one job often say both what the agent could
 * not do and the code of why. */
#ifndef MARSIFT_REPORT_TRIAGE_CODES_H
#define MARSIFT_REPORT_TRIAGE_CODES_H

#include <stdbool.h>

#include "report/builder.h"
#include "report/triage_item.h"

/* True if the agent error is the same problem in other words: it is on all hosts of the failure,
 * and gives the failure's code or is of its category. */
bool triage_codes_are_of(const struct report_finding *finding,
                         const struct report_other_failure *failure);

/* Puts the action for a code of the agent error before its own in `item`, if the code has one of
 * its own, is of the error's category and on every host that the error is on: "name resolution
 * failed" says more than "could not connect". False with the fault set. */
bool triage_codes_lead(const struct builder *builder, const struct report_finding *finding,
                       struct triage_item *item);

#endif
