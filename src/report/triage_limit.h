/* The limit of failed files in the triage: what used it up differs by host, and so does what is to
 * be done. */
#ifndef MARSIFT_REPORT_TRIAGE_LIMIT_H
#define MARSIFT_REPORT_TRIAGE_LIMIT_H

#include "report/builder.h"
#include "report/triage_item.h"

/* Sets the cause_action of the hosts whose backup failed at the limit; after build_findings. */
void triage_limit_prepare(const struct builder *builder);

/* The number of items that triage_limit_split may add. */
size_t triage_limit_items(const struct builder *builder);

/* Adds a copy of `item`, which stands for the finding, for each first action that the hosts of the
 * finding have, with these hosts. False with the fault set. */
bool triage_limit_split(const struct builder *builder, const struct report_finding *finding,
                        const struct triage_item *item, struct triage_item *items, size_t *count);

#endif
