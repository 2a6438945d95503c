/* Upper case as Windows' file systems compare names: by single 16-bit units, one to one, the same
 * in every country. The table is that of exFAT's specification, which Windows writes to a new
 * volume and which NTFS's $UpCase amounts to: U+03C2 and U+03C3 are one letter, but U+0130 and i,
 * the signs of Kelvin and Angstrom and their letters, sharp s and its capital, and letters beyond
 * U+FFFF are different. */
#ifndef MARSIFT_TEXT_UPCASE_H
#define MARSIFT_TEXT_UPCASE_H

#include <stdint.h>

/* Returns the upper case of a character beyond ASCII, or the character. */
uint32_t upcase(uint32_t character);

#endif
