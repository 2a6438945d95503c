/* A line on the terminal that says how far the reading is; nothing when stderr is no terminal. */
#ifndef MARSIFT_CLI_PROGRESS_H
#define MARSIFT_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* Start as `struct progress progress = {.is_shown = ...};`. */
struct progress {
    bool is_shown;
    bool has_line; /* something stands there that must be wiped */
    uint64_t bytes;
    int64_t next_show_ms;
};

/* Counts `bytes` more and now and then shows them, with what is being read. `context` is the
 * struct progress: a callback of read_progress. */
void progress_add(void *context, uint64_t bytes, const char *source);

/* Wipes the line. */
void progress_end(struct progress *progress);

#endif
