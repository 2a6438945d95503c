/* Writes numbers for people. */
#ifndef MARSIFT_TEXT_NUMBER_TEXT_H
#define MARSIFT_TEXT_NUMBER_TEXT_H

#include <stdint.h>

enum { NUMBER_TEXT_BYTES = 32 };

/* Writes `number` as 1,234,567, NUL-terminated, and returns `text`. */
const char *number_text(uint64_t number, char text[NUMBER_TEXT_BYTES]);

#endif
