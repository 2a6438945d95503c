/* Infers agent errors from the share of a code among the failed files of a job. */
#ifndef MARSIFT_REPORT_BUILD_SHARES_H
#define MARSIFT_REPORT_BUILD_SHARES_H

#include "report/builder.h"

/* The agent error that stands for a volume that is gone. */
#define VOLUME_GONE_SYMBOL "MARSIFT_VOLUME_GONE"

/* Adds a struct tally_finding to `findings` for each rule of the catalog and host that it applies
 * to. False with the fault set. */
bool build_shares(struct builder *builder, struct hash_array *findings);

#endif
