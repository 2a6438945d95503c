/* The jobs in the head of the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_JOBS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_JOBS_H

#include "output/text/page.h"

/* Writes one line: how many runs there were, and how they ended. Nothing without a run. The label
 * takes `label_columns`. */
void text_jobs_line(struct page *page, const struct report *report, size_t label_columns);

/* Returns the word for how a job ended. */
enum ui_text_id text_jobs_state(const struct report_job *job);

#endif
