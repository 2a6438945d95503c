/* Which errors later backups have made good. */
#ifndef MARSIFT_REPORT_RECOVERED_H
#define MARSIFT_REPORT_RECOVERED_H

#include <stdbool.h>
#include <stdint.h>

#include "report/builder.h"

/* Fills builder->outcomes. After backups_collect. False with the fault set. */
bool recovered_prepare(struct builder *builder);

/* True if a backup of the host was done after `time`, the last one of an error: the error puts
 * nothing at risk any more. If a backup of one kind ran at that time and was never done, one of
 * this kind must have been done since; if it was one of a data source, or of Windows Server Backup,
 * one of the same. False for a time that is not known. After
 * recovered_prepare. */
bool recovered_since(const struct builder *builder, uint32_t host, struct datetime time);

/* The same of a finding. One that follows from the failed files of a job ends only with a later
 * backup that names all that failed in it. */
bool recovered_finding(const struct builder *builder, const struct tally_finding *finding);

#endif
