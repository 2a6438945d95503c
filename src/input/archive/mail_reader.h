/* Reads the parts of a mail as it is stored (.eml), decoded: its text, and the files that were
 * attached, which may be archives. */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_READER_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_READER_H

#include <stdbool.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/archive/member_source.h"

/* True if `head` (the first bytes of a stream) begins a mail that has parts or an encoded body, and
 * sets `has_parts`. A mail whose text is its body, as it is, is a text like any other. */
bool mail_reader_recognises(struct span head, bool *has_parts);

/* Opens a reader of the mail in `packed`, whose members are its parts; a mail without parts has
 * one, its body. Of parts that say the same only the plain text is given. False with the fault set
 * when memory fails. */
bool mail_reader_open(struct byte_reader packed, struct member_source *source, struct fault *fault);

#endif
