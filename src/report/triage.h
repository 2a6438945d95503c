/* The triage behind "do first": everything that calls for an action, in tiers of urgency. */
#ifndef MARSIFT_REPORT_TRIAGE_H
#define MARSIFT_REPORT_TRIAGE_H

#include "report/builder.h"
#include "report/triage_item.h"

/* Lists the reasons, findings and other failures that call for an action, in the order of the
 * report. What a later backup made good calls for none. The array is lent by the builder's arena.
 * False with the fault set. */
bool triage_list(const struct builder *builder, struct triage_item **items, size_t *count);

#endif
