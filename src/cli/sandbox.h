/* Least privilege: a process that has opened its outputs gives up all that reading does not take.
 * Whoever gets hold of it through a crafted log then has a process that can read what the user
 * named, write to the open outputs, use memory and threads, and nothing else.
 *
 * Two mechanisms of Linux, each of which does what it can where the other is missing: Landlock
 * limits which files can be read and where a finished output gets its name; a seccomp filter limits
 * the system calls. A call that no honest run makes (a program started, a socket, a file opened for
 * writing) ends the process with SIGSYS. A file that was not named cannot be opened: EACCES. A call
 * that is merely not on the list does not exist: ENOSYS, which C libraries know how to go on from.
 *
 * Where a kernel or a container has neither, the run goes on without; where memory is too short for
 * them, there is no run. */
#ifndef MARSIFT_CLI_SANDBOX_H
#define MARSIFT_CLI_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "output/write/writer.h"

/* What the rest of the run needs. Everything is lent for the call. */
struct sandbox_plan {
    bool is_off;              /* --no-sandbox */
    const char *const *paths; /* files and folders still to be opened; "-" and what is not there
                                 are passed over */
    size_t path_count;
    const struct writer *output; /* open; NULL: nothing but the standard streams */
};

/* What is in force afterwards. */
struct sandbox {
    bool filters_system_calls;
    int landlock_version; /* of its interface, from 1; 0: Landlock is not in force */
    const char *reason;   /* why nothing is tried: a word or two; NULL: it is */
};

/* Gives up what `plan` does not name, for good; `sandbox`, unless NULL, is told what is in force.
 * To be called before a thread is made. On failure, which is memory, the fault is set. */
bool sandbox_enter(const struct sandbox_plan *plan, struct sandbox *sandbox, struct fault *fault);

#endif
