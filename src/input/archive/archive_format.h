/* The formats and filters of libarchive for each content type that it unpacks. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_FORMAT_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "input/archive/content_type.h"

struct archive;

/* Makes `archive` read `content` and nothing else. False when memory fails. */
bool archive_format_enable(struct archive *archive, enum content_type content);

/* Returns the short name of `content`: "7z"; static. */
const char *archive_format_word(enum content_type content);

/* Writes libarchive's last error as a sentence of printable ASCII, cut to `capacity`. */
void archive_format_problem(struct archive *archive, enum content_type content, char *sentence,
                            size_t capacity);

/* True if the warning on the last header read is that invalid pax records were ignored: one of them
 * may have been the member's true name. */
bool archive_format_lost_attributes(struct archive *archive);

#endif
