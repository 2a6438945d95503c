/* What a process may try inside the sandbox. */
#ifndef MARSIFT_TESTS_CALLS_H
#define MARSIFT_TESTS_CALLS_H

#include <stddef.h>

#include "output/write/writer.h"

enum outcome { WORKS, REFUSED, DIES };

/* Everything happens in a folder of its own, where the plan names the folder `named` (with a.log,
 * and a link to beside.log) and the output out/report. */
struct place {
    struct writer output;
    int inherited; /* a descriptor that can be written to and is no output */
};

/* A call: by a function, by opening `path`, or, where seccomp alone stands in the way and arguments
 * do not matter, by the mere `number`. Each answers 0 when it works, else -1 with errno set. */
struct attempt {
    const char *name;
    int (*call)(const struct place *place);
    const char *path;
    int flags;
    long number;
    enum outcome by_seccomp;
    int landlock_since; /* the version from which Landlock refuses it; 0: it does not */
};

extern const struct attempt attempts[];
extern const size_t attempt_count;

int attempt_make(const struct attempt *attempt, const struct place *place);

#endif
