/* The table of jobs in the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_JOBS_TABLE_H
#define MARSIFT_OUTPUT_TEXT_TEXT_JOBS_TABLE_H

#include "output/text/page.h"

/* Writes the jobs that --jobs asks for, newest first, or as many as --top says. */
void text_jobs_table(struct page *page, const struct report *report);

#endif
