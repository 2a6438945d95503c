/* Decodes the body of a mail's part, piece by piece. */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_BODY_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_BODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "input/archive/mail_encoding.h"

/* Start with the encoding and zeros, for each part. */
struct mail_body {
    enum mail_encoding encoding;
    bool is_damaged; /* what was decoded so far is not all that was encoded */
    /* Of base64: */
    uint32_t bits; /* that do not fill a byte yet */
    size_t bit_count;
    size_t line_digits;   /* in the line so far, with those that only fill it */
    size_t usual_digits;  /* in the first line; 0: it did not end yet */
    bool has_whole_lines; /* each line stands for whole bytes, as all programs write them */
    bool has_gap;         /* blanks behind digits of the line */
    bool is_short;        /* the line before lacks digits, which only the last one may */
};

/* Writes the bytes that `piece` stands for to `bytes`, which has room for as many as it is long, or
 * is its own, and returns their number. A piece is a line with its end, or a part of a long one.
 * What base64 has no use for is ignored and, unless it is around a line, noted as damage, which
 * ends with its line; an escape that is none stays. */
size_t mail_body_decode(struct mail_body *body, struct span piece, char *bytes);

#endif
