/* Which kind of a host's backups, files and folders or the system state, lacks which of its files.
 */
#ifndef MARSIFT_REPORT_KIND_FILES_H
#define MARSIFT_REPORT_KIND_FILES_H

#include <stdbool.h>
#include <stdint.h>

#include "report/backups.h"
#include "report/builder.h"

/* Fills rollup->kinds if a host has backups of both kinds; after rollup_make. A file that both
 * kinds failed on counts in each. False with the fault set. */
bool kind_files_count(struct builder *builder);

/* Fills the files of each kind of the host, and the reason of most of them as the cause where there
 * is no other; after build_reasons. */
void kind_files_show(const struct builder *builder, struct report_host *host);

#endif
