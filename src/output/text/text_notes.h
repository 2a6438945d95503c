/* The notes at the end of the text report: what was left out, changed or not understood. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_NOTES_H
#define MARSIFT_OUTPUT_TEXT_TEXT_NOTES_H

#include "output/text/page.h"

/* Writes nothing if there is nothing to note. */
void text_notes(struct page *page, const struct report *report);

#endif
