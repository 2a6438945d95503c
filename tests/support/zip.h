/* Zips that libarchive would not write: any bytes in names, any flags, wrong checksums and sizes.
 */
#ifndef MARSIFT_TESTS_ZIP_H
#define MARSIFT_TESTS_ZIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/span.h"

enum { ZIP_ENCRYPTED = 1, ZIP_SIZES_BEHIND = 8, ZIP_UTF8_NAMES = 0x800 };
enum { ZIP_STORED = 0, ZIP_DEFLATED = 8, ZIP_DEFLATED_64 = 9, ZIP_LZMA = 14, ZIP_XZ = 95 };

struct zip_member {
    struct span name;
    struct span content;
    uint16_t flags;
    uint16_t method;         /* data is deflated unless this is ZIP_STORED, ZIP_LZMA or ZIP_XZ */
    uint16_t extra_bytes;    /* size of an unknown extra field; 0, or 4 and more */
    bool is_zip64;           /* sizes are in the zip64 extra field */
    bool has_sums_twice;     /* with ZIP_SIZES_BEHIND: the local header has the sizes, too */
    uint32_t checksum_error; /* XORed with the correct checksum */
    uint32_t bytes_error;    /* added to the correct size */
    uint32_t packed_bytes_error; /* added to the correct compressed size */
    bool is_only_in_table; /* only in the central directory, with the offset where the previous ends
                            */
    uint32_t place_error;  /* added to its offset in the central directory */
    bool has_wide_place;   /* the central directory has a zip64 offset */
    uint16_t unix_mode;    /* in the central directory; 0: none */
};

/* Returns the zip. The caller releases it. */
struct buffer zip_make(const struct zip_member *members, size_t count);

#endif
