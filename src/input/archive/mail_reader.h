/* Reads the parts of a mail as it is stored (.eml), decoded: its text, and the files that were
 * attached, which may be archives. */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_READER_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/archive/archive_member.h"
#include "input/archive/mail_head.h"

struct mail_reader;

/* True if `head` (the first bytes of a stream) begins a mail that has parts or an encoded body, and
 * sets `has_parts`. A mail whose text is its body, as it is, is a text like any other. */
bool mail_reader_recognises(struct span head, bool *has_parts);

/* Opens a reader of the mail in `packed`. NULL with the fault set when memory fails. */
struct mail_reader *mail_reader_open(struct byte_reader packed, struct fault *fault);

/* Goes on to the next part and skips the rest of the current one; a mail without parts has one, its
 * body. Of parts that say the same only the plain text is given. False when there are no more. */
bool mail_reader_next(struct mail_reader *reader, struct archive_member *member);

/* Returns a reader of the current part's decoded bytes. Lent until mail_reader_close. */
struct byte_reader mail_reader_part(struct mail_reader *reader);

/* Returns how many bytes of the mail were read. */
uint64_t mail_reader_packed_bytes(const struct mail_reader *reader);

/* Returns why the mail could not be read to its end, or that it has none; NULL otherwise. */
const char *mail_reader_problem(const struct mail_reader *reader);

/* NULL is allowed. */
void mail_reader_close(struct mail_reader *reader);

#endif
