/* Reads a mailbox in one file (mbox, RFC 4155), as Thunderbird and Unix programs keep mails and as
 * mail services export them: each mail is a member. */
#ifndef MARSIFT_INPUT_ARCHIVE_MBOX_READER_H
#define MARSIFT_INPUT_ARCHIVE_MBOX_READER_H

#include <stdbool.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/archive/member_source.h"

/* True if `head` (the first bytes of a stream) begins with the line that parts mails, "From NAME
 * Mon May  6 23:04:01 2024", and the head of a mail. */
bool mbox_reader_recognises(struct span head);

/* Opens a reader of the mailbox in `packed`. Its members are called "mail 1" and
 * so on. False with the fault set
 * when memory fails. */
bool mbox_reader_open(struct byte_reader packed, struct member_source *source, struct fault *fault);

#endif
