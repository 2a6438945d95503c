/* Limits the system calls, by a seccomp filter. */
#ifndef MARSIFT_CLI_LINUX_SANDBOX_SECCOMP_H
#define MARSIFT_CLI_LINUX_SANDBOX_SECCOMP_H

#include "cli/sandbox_plan.h"

/* Returns true if the filter is in force. */
bool sandbox_seccomp_apply(const struct sandbox_plan *plan);

#endif
