/* The effect that a character may have on a reader of a report. */
#ifndef MARSIFT_OUTPUT_WRITE_CHARACTER_KIND_H
#define MARSIFT_OUTPUT_WRITE_CHARACTER_KIND_H

#include <stdint.h>

enum character_kind {
    CHARACTER_PLAIN,
    CHARACTER_INVISIBLE, /* shows nothing: joiners, soft hyphen, variation selectors, U+FEFF ... */
    CHARACTER_UNSAFE,    /* C0, DEL, C1, direction controls, line and paragraph separators */
};

/* Returns the kind of a character wherever it is. */
enum character_kind character_kind(uint32_t code_point);

/* Returns the kind of a character after `before` (0: at the start of a text): a variation selector
 * is plain after a character of the script that needs it, as in the names of Japanese people. */
enum character_kind character_kind_after(uint32_t before, uint32_t code_point);

#endif
