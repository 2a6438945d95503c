/* Calls that a process may try in the sandbox. */
#ifndef MARSIFT_TESTS_CALLS_H
#define MARSIFT_TESTS_CALLS_H

#include <stddef.h>

#include "output/write/writer.h"

enum outcome { WORKS, REFUSED, DIES };

/* The calls are made in a temporary folder. The sandbox plan names its folder `named` (with a.log,
 * and a link to beside.log) and the output out/report. */
struct attempt_context {
    struct writer output;
    int inherited; /* a writable descriptor that is not the output */
};

/* A call: by a function, by opening `path` with `flags`, or, if only seccomp can refuse it and its
 * arguments do not matter, by its system call number. */
struct attempt {
    const char *name;
    int (*call)(const struct attempt_context *context);
    const char *path;
    int flags;
    long number;
    enum outcome by_seccomp;
    int landlock_since; /* the first version of Landlock that refuses it; 0: none */
};

extern const struct attempt attempts[];
extern const size_t attempt_count;

/* Makes the call. Returns 0 if it works, else -1 with errno set. */
int attempt_make(const struct attempt *attempt, const struct attempt_context *context);

#endif
