/* Recognises sentences and headings that tell what a code means, whoever gets it: of articles,
 * reference pages and answers. */
#ifndef MARSIFT_TEXT_MEANING_LINE_H
#define MARSIFT_TEXT_MEANING_LINE_H

#include <stdbool.h>

#include "base/span.h"

/* True for "0x80070005 means that ...", "E_FAIL is a generic error code", "What does 0x80070005
 * mean?", "Understanding error 0x80070005", 「0x80070005 は...を意味します」, and for "This error
 * indicates that ...". */
bool meaning_line_is(struct span line);

#endif
