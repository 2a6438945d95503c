/* The failed jobs in the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_FAILED_JOBS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_FAILED_JOBS_H

#include "output/text/page.h"
#include "report/report.h"

/* Writes when and how jobs failed: the newest one of each host and kind, and those that a later
 * backup has made good only if there are no others; with --all every one. Nothing if none failed,
 * or if a table lists them. */
void text_failed_jobs(struct page *page, const struct report *report);

#endif
