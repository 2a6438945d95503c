/* Failed and missing jobs in the first line of the text report: a job that failed, or did not run,
 * saved nothing, whatever is said about files. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_FAILED_JOBS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_FAILED_JOBS_H

#include "output/text/page.h"

/* Adds sentences about jobs that failed, did not run or have no known outcome to the line of the
 * page; none if there are none. */
void text_failed_jobs(struct page *page, const struct report *report);

#endif
