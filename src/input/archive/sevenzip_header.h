/* Reads the start of a 7z archive's header: how its folders (runs of members packed together) are
 * packed, and how many members its index names. */
#ifndef MARSIFT_INPUT_ARCHIVE_SEVENZIP_HEADER_H
#define MARSIFT_INPUT_ARCHIVE_SEVENZIP_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"

enum { SEVENZIP_LZMA_BYTES = 5 };

#define SEVENZIP_MEMBERS_UNKNOWN UINT64_MAX

struct sevenzip_header {
    uint64_t decoder_bytes; /* of the dictionaries of the most demanding folder */
    uint64_t members;       /* unknown if the bytes end before their number; 0 if packed */
    bool is_encrypted;      /* a folder is */
    bool is_packed;         /* these are the bytes that unpack to the header: */
    uint64_t packed_offset; /* after the archive's signature header */
    uint64_t packed_bytes;
    uint64_t unpacked_bytes;
    bool is_lzma2; /* by LZMA2, else by LZMA with these properties: */
    unsigned char lzma_properties[SEVENZIP_LZMA_BYTES];
};

/* Reads `bytes`, the header or at least its folders. False if it has another form than 7z programs
 * write, or is cut before the end of the folders. */
bool sevenzip_header_read(struct span bytes, struct sevenzip_header *header);

#endif
