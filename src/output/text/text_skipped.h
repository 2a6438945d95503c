/* The note about files that were skipped. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_SKIPPED_H
#define MARSIFT_OUTPUT_TEXT_TEXT_SKIPPED_H

#include "output/text/page.h"

/* Writes how many were skipped for each reason, and the first names; nothing if there are none. */
void text_skipped(struct page *page, const struct report *report);

#endif
