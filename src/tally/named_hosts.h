/* The hosts that the records of logs name, for logs beside them that name none. */
#ifndef MARSIFT_TALLY_NAMED_HOSTS_H
#define MARSIFT_TALLY_NAMED_HOSTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct tally;

/* A log, and the host that its events name. All is lent by the tally. */
struct named_log {
    struct span source;
    struct span member;
    struct span host; /* empty: no event of the log names one, or it is no event log */
    bool has_several; /* its events name several */
};

/* The logs in the order of reading. */
size_t named_hosts_log_count(const struct tally *tally);
struct named_log named_hosts_of_log(const struct tally *tally, size_t index);

/* The key of a host's name; case and domain do not count. */
uint64_t named_hosts_key(const struct tally *tally, struct span host);

#endif
