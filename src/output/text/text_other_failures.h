/* Failures that name no file and are no known error of the agent, in the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_OTHER_FAILURES_H
#define MARSIFT_OUTPUT_TEXT_TEXT_OTHER_FAILURES_H

#include "output/text/page.h"

/* Writes one entry for each; nothing if there are none. */
void text_other_failures(struct page *page, const struct report *report);

/* Writes them in a line or two if there are reasons or agent errors as well and more than a few of
 * them. */
void text_other_failures_in_brief(struct page *page, const struct report *report);

#endif
