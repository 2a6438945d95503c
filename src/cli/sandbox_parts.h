/* The two mechanisms of the sandbox; see app/sandbox.h. */
#ifndef MARSIFT_CLI_SANDBOX_PARTS_H
#define MARSIFT_CLI_SANDBOX_PARTS_H

#include <stdbool.h>

struct sandbox_plan;

/* Limits the files by Landlock. The version of its interface that is in force, 0 for none. */
int sandbox_limit_files(const struct sandbox_plan *plan);

/* Limits the system calls by seccomp; whether that is in force. */
bool sandbox_limit_system_calls(const struct sandbox_plan *plan);

#endif
