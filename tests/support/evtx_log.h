/* Event logs as Windows lays them out, for tests of their reader. */
#ifndef MARSIFT_TESTS_EVTX_LOG_H
#define MARSIFT_TESTS_EVTX_LOG_H

#include <stddef.h>

#include "base/buffer.h"

struct evtx_event {
    const char *provider;
    unsigned number;
    const char *computer;
    const char *data; /* UTF-8; NULL: none */
};

/* Returns a log with `in_chunk` events in each chunk, of 2024-07-20 18:27:38.5 UTC and level 2. The
 * caller releases it. */
struct buffer evtx_log_make(const struct evtx_event *events, size_t count, size_t in_chunk);

#endif
