/* Wrapping the line of a page by display columns. */
#ifndef MARSIFT_OUTPUT_TEXT_PAGE_FLOW_H
#define MARSIFT_OUTPUT_TEXT_PAGE_FLOW_H

#include "output/text/page.h"

/* Writes the line of the page, wrapped, from the current column on, and ends it; further lines
 * start at column `indent`. Lines break between words, and between wide characters as Japanese
 * does; a piece that cannot be broken, such as an address, stays whole, and so does a command that
 * fits on a line. */
void page_flow(struct page *page, size_t indent);

#endif
