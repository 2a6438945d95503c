/* The head of the text report: what a tired reader needs from one line. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_HEADLINE_H
#define MARSIFT_OUTPUT_TEXT_TEXT_HEADLINE_H

#include "output/text/page.h"

/* Writes the answer in one line, a second one if the input was incomplete, then what was read. */
void text_headline(struct page *page, const struct report *report);

#endif
