/* The ranked table of the text report. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_RANKING_H
#define MARSIFT_OUTPUT_TEXT_TEXT_RANKING_H

#include "output/text/page.h"

/* Writes the reasons, or the groups of --by, with shares and bars; nothing if there are none. */
void text_ranking(struct page *page, const struct report *report);

#endif
