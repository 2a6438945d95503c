/* Files of a volume that is gone in the triage: the finding is about them, and the reason why they
 * were not read would call for the opposite, as if they had been deleted on purpose. */
#ifndef MARSIFT_REPORT_TRIAGE_GONE_H
#define MARSIFT_REPORT_TRIAGE_GONE_H

#include "report/builder.h"
#include "report/triage_item.h"

/* Takes the files of such findings among the `count` items from those of the reason that counts
 * them, and covers that item if none are left. False with the fault set. */
bool triage_gone_take(const struct builder *builder, struct triage_item *items, size_t count);

#endif
