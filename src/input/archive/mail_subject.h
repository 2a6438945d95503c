/* The subject of a mail, which may be the only place where it says what failed. */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_SUBJECT_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_SUBJECT_H

#include <stddef.h>

#include "base/span.h"

/* Writes "Subject: TEXT" and an empty line to `bytes`, at most `capacity` of them, and returns
 * their number; 0 if there is no room. Encoded words of UTF-8 (RFC 2047) are decoded, those of
 * other character sets stay. */
size_t mail_subject_write(struct span subject, char *bytes, size_t capacity);

#endif
