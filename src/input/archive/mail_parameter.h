/* The parameters of a field of a mail's head: "text/plain; charset=utf-8; name=a.txt" (RFC 2045,
 * and RFC 2231 for names in other alphabets and long ones). */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_PARAMETER_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_PARAMETER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Returns the value of the parameter of this name as it is, lent by `field`; empty for none. */
struct span mail_parameter_find(struct span field, const char *name);

/* Appends the value of the parameter to `out` as UTF-8, decoded if it is encoded in one of the ways
 * that programs use: with percent signs and a charset, in numbered sections, as words of RFC 2047.
 * Appends nothing if there is none. Only memory can fail. */
bool mail_parameter_decode(struct span field, const char *name, struct buffer *out,
                           struct fault *fault);

#endif
