/* The steps to take first, in the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_STEPS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_STEPS_H

#include "output/text/page.h"

/* Writes the first steps, and the files or records that each of them deals with; nothing if there
 * are none. */
void text_steps(struct page *page, const struct report *report);

#endif
