/* Zips as libarchive would not write them: any bytes in names, any flags, wrong checksums. */
#ifndef MARSIFT_TESTS_ZIP_H
#define MARSIFT_TESTS_ZIP_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/span.h"

enum { ZIP_ENCRYPTED = 1, ZIP_UTF8_NAMES = 0x800 };

struct zip_member {
    struct span name;
    struct span content; /* stored, not compressed */
    uint16_t flags;
    uint32_t checksum_error; /* xored with the right checksum */
};

/* The local headers and members only, as a stream has them before the table of contents; closed by
 * an empty table. The caller releases it. */
struct buffer zip_make(const struct zip_member *members, size_t count);

#endif
