/* The reasons of the text report one by one, in detail. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_REASONS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_REASONS_H

#include "output/text/page.h"

/* Writes nothing if there are none. */
void text_reasons(struct page *page, const struct report *report);

#endif
