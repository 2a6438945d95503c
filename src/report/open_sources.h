/* Failed backups of a data source that no later backup has made good: those of other data sources
 * do not. */
#ifndef MARSIFT_REPORT_OPEN_SOURCES_H
#define MARSIFT_REPORT_OPEN_SOURCES_H

#include <stdbool.h>

#include "report/backups.h"

/* Sets `is_open_source` of builder->backups. False with the fault set. */
bool open_sources_mark(const struct builder *builder);

/* Sets `*part` to the backups of the data source that has failed for longest, and those of all data
 * sources; to none if no source is open. False with the fault set. */
bool open_sources_oldest(const struct builder *builder, struct backup_row row,
                         struct backup_row *part);

#endif
