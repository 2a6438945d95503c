/* The encoding of a log: named by the user, or detected by a byte order mark, the pattern of NULs,
 * or the bytes themselves. */
#ifndef MARSIFT_INPUT_ENCODING_ENCODING_H
#define MARSIFT_INPUT_ENCODING_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"

enum encoding_form {
    ENCODING_UNDECIDED, /* only ASCII so far, which all 8-bit encodings read alike */
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_CODE_PAGE /* by name: codepage.h */
};

enum { ENCODING_NAME_BYTES = 32 };

/* `name` is what the report shows ("UTF-8", "UTF-16LE", "CP932", "CP1252" ...; "ASCII" while
 * undecided). `mark_bytes` is the length of the byte order mark at the very start of the log. */
struct encoding {
    enum encoding_form form;
    size_t mark_bytes;
    size_t unit_bytes;  /* 1, 2 or 4: line ends are searched at multiples of it */
    bool is_big_endian; /* when a unit is more than one byte */
    bool keeps_ascii;   /* bytes below 0x80 are always ASCII, so that ASCII lines are just copied */
    bool is_forced;     /* named by the user: nothing is detected but the byte order of UTF-16 */
    char name[ENCODING_NAME_BYTES];
};

/* Finds the encoding called `name` (any case; "932", "cp932", "shift_jis", "utf16", "utf-16le" ...
 * and any name that iconv knows). An unknown name is a FAULT_OPTION. */
bool encoding_by_name(const char *name, struct encoding *encoding, struct fault *fault);

/* The same for the encodings that need no iconv. False for any other name. */
bool encoding_by_alias(const char *name, struct encoding *encoding);

/* Returns `forced` with the byte order mark of `head` taken into account: it decides the byte order
 * of "UTF-16", which is little-endian without one. */
struct encoding encoding_forced_on_head(const struct encoding *forced, struct span head);

/* Detects the encoding by the first bytes of a log: a byte order mark, UTF-16 without one (NULs in
 * every second byte), or ENCODING_UNDECIDED. */
struct encoding encoding_of_head(struct span head);

/* Decides an undecided 8-bit encoding by the first chunk of a log that is not pure ASCII: UTF-8 if
 * it is valid, else code page 932 or 1252, whichever its bytes look like. A decided encoding is
 * left as it is. */
void encoding_decide(struct encoding *encoding, struct span chunk);

#endif
