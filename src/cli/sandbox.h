/* Least privilege: once its outputs are open, the process gives up every right that reading does
 * not need. An attacker who takes it over by a crafted log can then read what the user named, write
 * to the open outputs, use memory and threads, and nothing else.
 *
 * Two mechanisms of Linux, either of which works without the other: Landlock limits which files can
 * be read and where a finished output is renamed; a seccomp filter limits the system calls. A call
 * that no honest run makes (starting a program, a socket, opening a file for writing) ends the
 * process with SIGSYS. Opening a file that was not named fails with EACCES. Any other call fails
 * with ENOSYS, and C libraries fall back.
 *
 * Where a kernel or a container has neither, the run continues without a sandbox; where memory is
 * too short for them, it fails. */
#ifndef MARSIFT_CLI_SANDBOX_H
#define MARSIFT_CLI_SANDBOX_H

#include <stdbool.h>

#include "base/fault.h"
#include "cli/sandbox_plan.h"

/* Gives up for good every right that is not in `plan`, and sets `sandbox`, unless NULL, to what is
 * in force. Call before any thread is started. Fails only when memory is too short. */
bool sandbox_enter(const struct sandbox_plan *plan, struct sandbox *sandbox, struct fault *fault);

#endif
