/* The host that the name of a file before a line stands for. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_HOST_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_HOST_H

#include <stdbool.h>

#include "base/span.h"

/* Returns the host in "N1-DPMRACurr.errlog", or if `trusts_folders`, that of "N1/Temp/a.errlog";
 * empty if there is none. Lent by `file`. */
struct span wrapper_host_of_file(struct span file, bool trusts_folders);

/* True if the line is nothing but the name of a log or list, as searches write it over its lines.
 */
bool wrapper_host_is_heading(struct span line, struct span *file);

#endif
