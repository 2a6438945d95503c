/* Text in the head of a mail: ASCII, and words that stand for text in other alphabets,
 * "=?iso-2022-jp?B?...?=" (RFC 2047). */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_WORDS_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_WORDS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Appends the text to `out` with its encoded words as UTF-8; those of charsets that need iconv
 * stay, for its modules may be out of reach. A line end becomes a blank. Only memory can fail. */
bool mail_words_decode(struct span text, struct buffer *out, struct fault *fault);

/* Appends text in the charset to `out` as UTF-8; as it is if the charset needs iconv. Only memory
 * can fail. */
bool mail_words_append(struct span charset, struct span text, struct buffer *out,
                       struct fault *fault);

#endif
