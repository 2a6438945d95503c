/* What a stream of bytes is, told by its first bytes and never by its name. */
#ifndef MARSIFT_INPUT_ARCHIVE_CONTENT_TYPE_H
#define MARSIFT_INPUT_ARCHIVE_CONTENT_TYPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

enum content_type {
    CONTENT_EMPTY,
    CONTENT_TEXT, /* something that could be a log, in whatever encoding */
    CONTENT_GZIP,
    CONTENT_XZ, /* from here to CONTENT_LZIP: one compressed stream, unpacked by libarchive */
    CONTENT_BZIP2,
    CONTENT_ZSTD,
    CONTENT_LZ4,
    CONTENT_LZIP,
    CONTENT_ZIP, /* from here to CONTENT_TAR: archives with members */
    CONTENT_7ZIP,
    CONTENT_CAB,
    CONTENT_TAR,
    CONTENT_OTHER /* pictures, event logs, dumps ... */
};

/* Enough of a stream to tell. */
enum { CONTENT_HEAD_BYTES = 4096 };

/* `word` (may be NULL) gets a short name of what it is: "zip", "evtx", "png", "binary"; static. */
enum content_type content_type_of(struct span head, const char **word);

/* One compressed stream (gzip, xz ...), as opposed to an archive with members. */
bool content_type_is_compressed(enum content_type content);

bool content_type_is_archive(enum content_type content);

#endif
