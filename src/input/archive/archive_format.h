/* What libarchive calls the kinds of content that it unpacks. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_FORMAT_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "input/archive/content_type.h"

struct archive;

/* Makes `archive` read `content` and nothing else. False when memory fails. */
bool archive_format_enable(struct archive *archive, enum content_type content);

/* "7z"; static. */
const char *archive_format_word(enum content_type content);

/* What `archive` complains of, as a sentence of printable ASCII, cut to `capacity`. */
void archive_format_complaint(struct archive *archive, enum content_type content, char *sentence,
                              size_t capacity);

/* Whether the warning on the header that was read last is that bad pax records were ignored, which
 * may have held the member's true name. */
bool archive_format_lost_attributes(struct archive *archive);

#endif
