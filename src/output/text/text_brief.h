/* The parts of the text report that replace the details without --all, so that it fits on a screen.
 */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_BRIEF_H
#define MARSIFT_OUTPUT_TEXT_TEXT_BRIEF_H

#include "output/text/page.h"

/* Writes an example of the first reasons, or all details if there is room for them. */
void text_brief_reasons(struct page *page, const struct report *report);

/* Writes how to see everything, if something was left out. */
void text_brief_rest(struct page *page, const struct report *report);

#endif
