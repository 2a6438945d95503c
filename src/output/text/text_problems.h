/* The part of the text report about input that could not be read, and about limits. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_PROBLEMS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_PROBLEMS_H

#include "output/text/page.h"

/* True if text_problems writes something. */
bool text_problems_exist(const struct report *report);

void text_problems(struct page *page, const struct report *report);

#endif
