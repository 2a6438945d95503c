/* Reads the content of an archive's current member. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_MEMBER_READER_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_MEMBER_READER_H

#include "base/byte_reader.h"
#include "input/archive/archive_reader.h"

/* Returns a reader of the current member's bytes. Its problem is that of the member. Lent until
 * archive_reader_close. */
struct byte_reader archive_member_reader_of(struct archive_reader *reader);

#endif
