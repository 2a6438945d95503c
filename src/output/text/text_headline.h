/* The head of the text report, which is what a tired reader needs, and its foot: what was read. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_HEADLINE_H
#define MARSIFT_OUTPUT_TEXT_TEXT_HEADLINE_H

#include "output/text/page.h"

/* Writes the answer, and a second line if the input was incomplete. */
void text_headline(struct page *page, const struct report *report);

/* Writes what was read: logs, period, the sum of all lines, jobs. */
void text_input(struct page *page, const struct report *report);

#endif
