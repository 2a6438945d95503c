/* Whether a host is protected now: the worse of the states of its kinds of backups. */
#ifndef MARSIFT_REPORT_HOST_STATE_H
#define MARSIFT_REPORT_HOST_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "report/backups.h"
#include "report/report_host.h"
#include "verdict/verdict.h"

/* The agent errors of the catalog that stand for a failure without a cause, and for servers of
 * which nothing is known. */
#define HOST_FAILED_SYMBOL  JOB_FAILED_SYMBOL
#define HOST_ABORTED_SYMBOL JOB_ABORTED_SYMBOL
#define HOST_UNKNOWN_SYMBOL "MARSIFT_STATE_UNKNOWN"

/* What else the state of a host depends on. */
struct host_evidence {
    uint32_t host;                /* its number in the tally */
    struct datetime newest;       /* the newest record of the whole input, or --as-of */
    struct datetime first_record; /* of the host's own logs; may be unset */
    struct datetime last_record;  /* likewise */
    bool has_unprotected_files;
};

/* Returns the symbol of the agent error that stands for a stop of the kind. */
const char *host_stop_symbol(enum host_newest newest, bool is_server_on, bool is_rhythm_known);

/* Fills the kinds of `shown`. False with the fault set. */
bool host_state_of(const struct builder *builder, const struct host_evidence *evidence,
                   struct report_host *shown);

#endif
