/* A line on the terminal that shows how much has been read. */
#ifndef MARSIFT_CLI_PROGRESS_H
#define MARSIFT_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* Start as `struct progress progress = {.is_enabled = ...};`. */
struct progress {
    bool is_enabled;
    bool has_line; /* it is on the terminal and must be erased */
    uint64_t bytes;
    int64_t next_show_ms;
};

/* Adds `bytes` to the count and from time to time shows it with the current source. A callback of
 * struct read_progress; `context` is the struct progress. */
void progress_add(void *context, uint64_t bytes, const char *source);

/* Erases the line. */
void progress_end(struct progress *progress);

#endif
