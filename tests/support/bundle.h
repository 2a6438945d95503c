/* Builds archives in memory for tests. */
#ifndef MARSIFT_TESTS_BUNDLE_H
#define MARSIFT_TESTS_BUNDLE_H

#include "base/buffer.h"
#include "base/span.h"

struct bundle_member {
    const char *name;
    struct span content;
    const char *link; /* the target of a symbolic link, else NULL */
};

/* An archive in `format` ("zip", "7zip", "ustar", "pax", "raw") through `filter` ("", "gzip", "xz",
 * "bzip2", "zstd", "lz4"). The caller releases it. `count` members. */
struct buffer bundle_make(const char *format, const char *filter,
                          const struct bundle_member *members, size_t count);

/* Returns `content` as a gzip file of one member. The caller releases it. */
struct buffer bundle_gzip(struct span content);

/* Returns 700 KB of lines, all different; static. */
struct span bundle_long_text(void);

/* Writes `content` to build/scratch/NAME, creating its folders, and returns that path, static. */
const char *bundle_write(const char *name, struct span content);

#endif
