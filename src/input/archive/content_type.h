/* Detects what a stream of bytes is by its first bytes, never by its name. */
#ifndef MARSIFT_INPUT_ARCHIVE_CONTENT_TYPE_H
#define MARSIFT_INPUT_ARCHIVE_CONTENT_TYPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

enum content_type {
    CONTENT_EMPTY,
    CONTENT_TEXT, /* anything that could be a log, in any encoding */
    CONTENT_BODY, /* a mail's only part; from here to CONTENT_LZIP: streams with one stream in them
                   */
    CONTENT_EVTX,
    CONTENT_GZIP, /* from here on compressed */
    CONTENT_XZ,   /* from here on unpacked by libarchive */
    CONTENT_BZIP2,
    CONTENT_ZSTD,
    CONTENT_LZ4,
    CONTENT_LZIP,
    CONTENT_ZIP, /* from here to CONTENT_MAIL: archives with members */
    CONTENT_7ZIP,
    CONTENT_CAB,
    CONTENT_TAR,
    CONTENT_MBOX,
    CONTENT_MAIL,
    CONTENT_PACKED, /* archives and compressed streams of kinds that are not unpacked */
    CONTENT_OTHER,  /* pictures, dumps ... */
    CONTENT_UNKNOWN /* no text, and of no known kind */
};

/* Enough bytes of a stream to detect what it is. */
enum { CONTENT_HEAD_BYTES = 4096 };

/* Returns the content type of a stream with these first bytes. `*word` (`word` may be NULL) gets
 * its short name: "zip", "evtx", "png", "binary", "" for text; static. */
enum content_type content_type_of(struct span head, const char **word);

/* True for a stream with one stream in it (gzip, xz, an event log ...), as opposed to an archive
 * with members. */
bool content_type_is_single(enum content_type content);

bool content_type_is_archive(enum content_type content);

#endif
