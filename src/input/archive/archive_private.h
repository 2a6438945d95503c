/* Private to archive_reader and archive_member_reader: an archive while libarchive reads it. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_PRIVATE_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_PRIVATE_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/limits.h"
#include "base/span.h"
#include "input/archive/archive_input.h"
#include "input/archive/archive_rest.h"
#include "input/archive/content_type.h"
#include "input/archive/seek_input.h"
#include "input/archive/spool.h"
#include "input/archive/zip_directory.h"

enum { PROBLEM_BYTES = 256 };

struct archive_reader {
    struct archive *archive;
    struct archive_entry *entry; /* ours: libarchive does not check the allocation of its own */
    enum content_type content;
    struct archive_input input;
    const struct limits *limits;
    const struct random_access *random_access; /* as in archive_reader_open */
    locale_t utf8;
    struct spool spool;               /* a 7z archive that is not read by random access */
    struct seek_input seek_input;     /* of a 7z archive: its spool, or its random access */
    struct zip_directory *directory;  /* of a zip */
    struct byte_reader after_members; /* what follows the members of a zip */
    struct archive_rest rest;
    bool is_open;
    bool has_lost_members; /* a header could not be read */
    bool has_stream_ended; /* a compressed stream, whole */
    bool is_exhausted;     /* nothing more can be read from the archive */
    enum limit_id too_big; /* the limit that the archive exceeds, else LIMIT_COUNT */
    struct span block;     /* what libarchive gave of the member and was not read yet */
    int64_t block_offset;  /* of the block in the member */
    int64_t position;      /* how much of the member was read */
    bool is_member_exhausted;
    uint64_t member_count;              /* so far */
    uint64_t packed_bytes_before;       /* the member, in the packed stream */
    char problem[PROBLEM_BYTES];        /* of the archive, "" for none */
    char member_problem[PROBLEM_BYTES]; /* of the member, "" for none */
    char warning[PROBLEM_BYTES];        /* of the member's header */
};

/* Writes the last error of libarchive, or of what it reads from, to `problem`. */
void archive_reader_note_problem(struct archive_reader *reader, char problem[PROBLEM_BYTES]);

/* Returns libarchive's position in the packed stream. */
uint64_t archive_reader_position(const struct archive_reader *reader);

#endif
