/* Failed backups of a data source that no later backup has made good: those of other data sources
 * do not. */
#ifndef MARSIFT_REPORT_OPEN_SOURCES_H
#define MARSIFT_REPORT_OPEN_SOURCES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "report/backups.h"

/* Sets `is_open_source` of the backups, which are of one host and kind, in the order of their
 * begins. False without memory. */
bool open_sources_mark(struct backup *backups, size_t count, struct fault *fault);

/* Sets `*part` to the backups of the data source that has failed for longest, and those of all data
 * sources; to none if no source is open. False with the fault set. */
bool open_sources_oldest(const struct builder *builder, struct backup_row row,
                         struct backup_row *part);

#endif
