/* The sentences about the input in the language of the page. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_PROBLEM_SENTENCE_H
#define MARSIFT_OUTPUT_TEXT_TEXT_PROBLEM_SENTENCE_H

#include "base/span.h"
#include "output/text/page.h"

/* Adds a sentence of src/input, translated if its words are known; what a system or a library says
 * in it stays as it is. */
void text_add_problem_sentence(struct page *page, struct span sentence);

#endif
