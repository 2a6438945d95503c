/* What libarchive calls the kinds of content that it unpacks. */
#ifndef MARSIFT_INPUT_ARCHIVE_FORMAT_H
#define MARSIFT_INPUT_ARCHIVE_FORMAT_H

#include <stdbool.h>

#include "input/content.h"

struct archive;

/* Makes `archive` read `content` and nothing else. False when memory fails. */
bool archive_format_enable(struct archive *archive, enum content content);

/* "7z"; static. */
const char *archive_format_word(enum content content);

#endif
