/* Finds earlier failures that later backups of the same host supersede: failed files that a later
 * backup no longer failed on, and errors after which a backup succeeded. The newest recovery point
 * most likely has what they concern. No log shows what a backup skips silently, so they stay in the
 * report, but are not called at risk. */
#ifndef MARSIFT_REPORT_BUILD_SUPERSEDED_H
#define MARSIFT_REPORT_BUILD_SUPERSEDED_H

#include "report/job_run.h"

/* Fills builder->backups: when the latest backups of each host succeeded or failed. False with the
 * fault set. */
bool superseded_note_backups(struct builder *builder, const struct job_run *runs, size_t count);

/* True if a backup of the host completed after `datetime`: an error of that time no longer puts
 * content at risk. Needs builder->backups. */
bool superseded_by_backup(const struct builder *builder, uint32_t host, struct datetime datetime);

/* Fills builder->before_clean_backup; after build_jobs and before build_reasons. False with the
 * fault set. */
bool build_superseded(struct builder *builder);

#endif
