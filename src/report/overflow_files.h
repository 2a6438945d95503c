/* The files past max_distinct_files, which are only counted: estimates that add up. */
#ifndef MARSIFT_REPORT_OVERFLOW_FILES_H
#define MARSIFT_REPORT_OVERFLOW_FILES_H

#include <stddef.h>
#include <stdint.h>

#include "report/builder.h"

/* All of them; 0 if the set of files was not full. */
uint64_t overflow_files(const struct builder *builder);

/* Those of a category. The sum over the categories is overflow_files: each has its share of that
 * one, as its own estimate says it. */
uint64_t overflow_files_of(const struct builder *builder, size_t category);

#endif
