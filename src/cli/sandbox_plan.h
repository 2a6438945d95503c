/* What a sandbox must leave to the run, and what is in force. */
#ifndef MARSIFT_CLI_SANDBOX_PLAN_H
#define MARSIFT_CLI_SANDBOX_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "output/write/writer.h"

/* The rights that the rest of the run needs. Everything is lent for the call. */
struct sandbox_plan {
    bool is_off;              /* --no-sandbox */
    const char *const *paths; /* files and folders to be opened later; "-" and missing ones are
                                 skipped */
    size_t path_count;
    const struct writer *output; /* open; NULL: only the standard streams */
};

/* The sandbox that is in force. */
struct sandbox {
    bool filters_system_calls;
    int landlock_version; /* of its interface, from 1; 0: not in force */
    const char *reason;   /* why there is none: a word or two; NULL: one was tried */
};

#endif
