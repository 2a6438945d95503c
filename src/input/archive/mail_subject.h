/* The subject of a mail, which may be the only place where it says what failed. */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_SUBJECT_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_SUBJECT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* Replaces `text` by "Subject: TEXT" and an empty line, decoded; empty without a subject. False
 * without memory. */
bool mail_subject_write(struct span subject, struct buffer *text, struct fault *fault);

#endif
