/* Decodes the body of a mail's part, piece by piece. */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_BODY_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_BODY_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "input/archive/mail_head.h"

/* Start with the encoding and zeros, for each part. */
struct mail_body {
    enum mail_encoding encoding;
    uint32_t bits;    /* of base64 that do not fill a byte yet */
    size_t bit_count; /* of them */
};

/* Writes the bytes that `piece` stands for to `bytes`, which has room for as many as it is long,
 * and returns their number. A piece is a line with its end, or a part of a long one. What base64
 * has no use for is ignored; an escape that is none stays. */
size_t mail_body_decode(struct mail_body *body, struct span piece, char *bytes);

#endif
