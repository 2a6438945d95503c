/* Builds the hosts: what happened on each, and whether it is protected now. */
#ifndef MARSIFT_REPORT_BUILD_HOSTS_H
#define MARSIFT_REPORT_BUILD_HOSTS_H

#include "report/builder.h"

/* Fills the hosts and the number of unprotected files; after rollup_make. False with the fault set.
 */
bool build_hosts(struct builder *builder);

/* Gives each host without a cause the reason of most of its files; after build_rows.
 * False with the fault set. */
bool build_host_reasons(struct builder *builder);

/* Puts the hosts in order, worst first; after build_schedule, which decides whether one misses a
 * backup. False with the fault set. */
bool build_host_ranks(struct builder *builder);

/* The host of that name; NULL if there is none. After build_host_reasons. */
struct report_host *build_hosts_find(const struct builder *builder, struct span name);

#endif
