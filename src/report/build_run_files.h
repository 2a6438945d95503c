/* Counts the failed files of runs: the files of a list are those of its run, and a file may belong
 * to several jobs. */
#ifndef MARSIFT_REPORT_BUILD_RUN_FILES_H
#define MARSIFT_REPORT_BUILD_RUN_FILES_H

#include "report/job_run.h"

/* Counts the distinct files of each backup, its lists included; after build_lists has filled
 * builder->parent_run. False with the fault set. */
bool build_run_files(const struct builder *builder, struct job_run *runs, size_t count);

/* Sums the failed files by run and category in rollup.jobs. False with the fault set. */
bool build_run_categories(const struct builder *builder);

#endif
