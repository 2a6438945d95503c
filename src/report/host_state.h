/* Whether a host is protected now: the worse of the states of its kinds of backups. */
#ifndef MARSIFT_REPORT_HOST_STATE_H
#define MARSIFT_REPORT_HOST_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "report/backups.h"
#include "report/report_host.h"

/* What else the state of a host depends on. */
struct host_evidence {
    uint32_t host;                /* its number in the tally */
    struct datetime newest;       /* the newest record of the whole input, or --as-of */
    struct datetime first_record; /* of the host's own logs; may be unset */
    struct datetime last_record;  /* likewise */
    bool has_unprotected_files;
    bool is_cut; /* its newest log could not be read to the end: what came after is not known */
};

/* Fills the kinds of `shown`. False with the fault set. */
bool host_state_of(const struct builder *builder, const struct host_evidence *evidence,
                   struct report_host *shown);

#endif
