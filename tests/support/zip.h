/* Zips as libarchive would not write them: any bytes in names, any flags, wrong checksums and
 * sizes. */
#ifndef MARSIFT_TESTS_ZIP_H
#define MARSIFT_TESTS_ZIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/span.h"

enum { ZIP_ENCRYPTED = 1, ZIP_SIZES_BEHIND = 8, ZIP_UTF8_NAMES = 0x800 };
enum { ZIP_STORED = 0, ZIP_DEFLATED = 8, ZIP_DEFLATED_64 = 9 };

struct zip_member {
    struct span name;
    struct span content;
    uint16_t flags;
    uint16_t method;             /* any but ZIP_STORED is deflated */
    uint16_t extra_bytes;        /* of an unknown extra field, after the name; 4 or more */
    bool is_zip64;               /* its sizes are in the zip64 extra field */
    bool has_sums_twice;         /* with ZIP_SIZES_BEHIND: before the data, too */
    uint32_t checksum_error;     /* xored with the right checksum */
    uint32_t bytes_error;        /* added to the right size */
    uint32_t packed_bytes_error; /* the same, of the packed data */
    bool is_only_in_table; /* only the directory names it, at the end of the previous member */
    uint32_t place_error;  /* added to its offset in the directory */
    bool has_wide_place;   /* the directory has its offset in 64 bits */
    uint16_t unix_mode;    /* in the directory, unless 0 */
};

/* Returns members and central directory. The caller releases it. */
struct buffer zip_make(const struct zip_member *members, size_t count);

#endif
