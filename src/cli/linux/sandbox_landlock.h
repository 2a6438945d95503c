/* Limits which files can be opened, by Landlock (Linux 5.13 and later). */
#ifndef MARSIFT_CLI_LINUX_SANDBOX_LANDLOCK_H
#define MARSIFT_CLI_LINUX_SANDBOX_LANDLOCK_H

#include "cli/sandbox_plan.h"

/* Returns the version of Landlock's interface that is in force, 0 for none. */
int sandbox_landlock_apply(const struct sandbox_plan *plan);

#endif
