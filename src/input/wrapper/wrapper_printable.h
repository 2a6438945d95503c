/* Quoted-printable, in which mails are stored: "=3D" for a byte, and "=" where a line goes on. */
#ifndef MARSIFT_INPUT_WRAPPER_WRAPPER_PRINTABLE_H
#define MARSIFT_INPUT_WRAPPER_WRAPPER_PRINTABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* True if the head of a mail says so, or nearly all equals signs are of this kind. */
bool wrapper_printable_is_evident(const struct span *lines, size_t count);

/* True if the next line goes on with this one, whose last byte is then no part of the text. */
bool wrapper_printable_goes_on(struct span line);

/* Appends the decoded text; bytes that are no UTF-8 are read as Latin-1. False without memory. */
bool wrapper_printable_decode(struct span text, struct buffer *out, struct fault *fault);

#endif
