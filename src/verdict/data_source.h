/* What a job protects, as a key: a failed backup of one data source is not made good by one of
 * another. */
#ifndef MARSIFT_VERDICT_DATA_SOURCE_H
#define MARSIFT_VERDICT_DATA_SOURCE_H

#include <stdint.h>

#include "base/span.h"

/* Of all that is protected, or of more than one. */
#define DATA_SOURCE_ANY UINT64_C(0)

/* Returns the key of the item of a job: a volume, a folder, a database, a machine. Case, a last
 * separator, the server in brackets behind it and numbers by which runs are told apart ("Job 17")
 * do not count. DATA_SOURCE_ANY for no item, for several, and for what stands for all of them. */
uint64_t data_source_key(struct span item);

#endif
