/* Known errors of the agent in the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_FINDINGS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_FINDINGS_H

#include "output/text/page.h"

/* Writes the first of them in detail and the others in a line each; nothing if there are none. */
void text_findings(struct page *page, const struct report *report);

#endif
