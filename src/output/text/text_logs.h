/* The table of logs in the text report: numbers first, the name last, so that it may be long. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_LOGS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_LOGS_H

#include "output/text/page.h"

/* Writes nothing if there are fewer than two. */
void text_logs(struct page *page, const struct report *report);

#endif
