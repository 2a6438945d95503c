/* The metrics of --fail-on that concern the protection of servers and jobs, and errors that later
 * backups have not made good. The functions are as in struct fail_on_metric. */
#ifndef MARSIFT_CLI_FAIL_ON_STATES_H
#define MARSIFT_CLI_FAIL_ON_STATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "catalog/catalog.h"
#include "report/report.h"

/* hosts:STATE */
bool fail_on_knows_host_state(const struct catalog *catalog, struct span subject);
uint64_t fail_on_count_hosts(const struct report *report, struct span subject);

const char *fail_on_host_state_name(const struct catalog *catalog, size_t index);

/* jobs:STATE; the jobs of the totals, of which a list or row of a table is a part. */
bool fail_on_knows_job_state(const struct catalog *catalog, struct span subject);
uint64_t fail_on_count_jobs(const struct report *report, struct span subject);

const char *fail_on_job_state_name(const struct catalog *catalog, size_t index);

/* files:ever */
bool fail_on_knows_ever(const struct catalog *catalog, struct span subject);
uint64_t fail_on_count_files_ever(const struct report *report, struct span subject);

const char *fail_on_ever_name(const struct catalog *catalog, size_t index);

/* Records of agent errors, and other failures, that no later backup of their host made good. */
uint64_t fail_on_count_findings(const struct report *report, struct span subject);
uint64_t fail_on_count_other_failures(const struct report *report, struct span subject);

#endif
