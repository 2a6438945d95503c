/* Which encoding a log is in: a byte order mark, the pattern of NULs, or the bytes themselves. */
#ifndef MARSIFT_INPUT_ENCODING_ENCODING_H
#define MARSIFT_INPUT_ENCODING_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"

enum encoding_form {
    ENCODING_UNDECIDED, /* nothing but ASCII so far: any 8-bit encoding reads it alike */
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_CODE_PAGE /* through iconv, by its name */
};

enum { ENCODING_NAME_BYTES = 32 };

/* `name` is what the report shows ("UTF-8", "UTF-16LE", "CP932", "CP1252" ...; "ASCII" while
 * undecided). `mark_bytes` is the length of the byte order mark at the very start of the log. */
struct encoding {
    enum encoding_form form;
    size_t mark_bytes;
    size_t unit_bytes;  /* 1, 2 or 4: line ends are looked for at multiples of it */
    bool is_big_endian; /* when a unit is more than one byte */
    bool keeps_ascii; /* bytes below 0x80 always mean ASCII, so that ASCII lines are mere copies */
    bool is_forced;   /* named by the user: never detected again */
    char name[ENCODING_NAME_BYTES];
};

/* The encoding called `name` (any case; "932", "cp932", "shift_jis", "utf16", "utf-16le" ... and
 * whatever iconv knows). A name that iconv does not know is a FAULT_OPTION. */
bool encoding_by_name(const char *name, struct encoding *encoding, struct fault *fault);

/* `forced` with the byte order mark of `head` taken into account: "UTF-16" then is what its mark
 * says, little-endian without one. */
struct encoding encoding_forced_on_head(const struct encoding *forced, struct span head);

/* What the first bytes of a log say: a mark, UTF-16 without one (NULs in every second byte), or
 * ENCODING_UNDECIDED. */
struct encoding encoding_of_head(struct span head);

/* Decides an undecided 8-bit encoding by the first piece of a log that is not pure ASCII: valid
 * UTF-8, else code page 932 or 1252 by what its bytes look like in each. Does nothing to a decided
 * one. */
void encoding_settle(struct encoding *encoding, struct span piece);

#endif
