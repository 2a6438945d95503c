/* Between the sources of unpack: one archive while it is read by libarchive. */
#ifndef MARSIFT_INPUT_ARCHIVE_ARCHIVE_PRIVATE_H
#define MARSIFT_INPUT_ARCHIVE_ARCHIVE_PRIVATE_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "input/archive/archive_input.h"
#include "input/archive/content_type.h"
#include "input/archive/seek_input.h"
#include "input/archive/spool.h"
#include "input/archive/zip_directory.h"

enum { PROBLEM_BYTES = 256 };

struct archive_reader {
    struct archive *archive;
    struct archive_entry
        *entry; /* our own: libarchive does not look whether it got memory for its */
    enum content_type content;
    struct archive_input packed;
    uint64_t max_held_bytes;
    const struct random_access *random_access; /* as in archive_reader_open */
    locale_t utf8;
    struct spool held;           /* a 7z archive that had to be taken into memory */
    struct seek_input seekable;  /* the same, or that of `random_access` */
    struct zip_directory *table; /* of a zip */
    struct byte_reader rest;     /* what is behind the members of a zip */
    bool is_open;
    bool has_lost_members; /* a header could not be read */
    bool is_over;          /* nothing more can be read from the archive */
    bool is_held_too_big;
    struct span block;    /* what libarchive gave of the member and was not read yet */
    int64_t block_offset; /* where it belongs in the member */
    int64_t position;     /* how much of the member was read */
    bool is_member_over;
    uint64_t member_count;              /* so far */
    uint64_t archive_input_before;      /* the member, in the packed stream */
    char problem[PROBLEM_BYTES];        /* of the archive, "" for none */
    char member_problem[PROBLEM_BYTES]; /* of the member, "" for none */
    char warning[PROBLEM_BYTES];        /* of the member's header */
};

/* Writes what libarchive, or what it reads from, says of its last failure. */
void archive_reader_note_problem(struct archive_reader *unpack, char problem[PROBLEM_BYTES]);

/* How far libarchive has come in the packed stream. */
uint64_t archive_reader_position(const struct archive_reader *unpack);

#endif
