/* Failures of Windows Server Backup on hosts that the agent backs up, too. The one says nothing of
 * the other, unless the agent lets Windows Server Backup write its system state. */
#ifndef MARSIFT_REPORT_WINDOWS_FAILURES_H
#define MARSIFT_REPORT_WINDOWS_FAILURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "report/builder.h"

/* The time of a failure, of event_precedence_time, after which no backup of Windows Server Backup
 * of the host was done. */
struct windows_failure {
    uint32_t host;
    uint32_t time;
};

/* Fills builder->windows_failures. After backups_collect. False with the fault set. */
bool windows_failures_prepare(struct builder *builder);

/* True if Windows Server Backup of the host failed at that time, and was not done since. */
bool windows_failures_has(const struct builder *builder, uint32_t host, uint32_t time);

#endif
