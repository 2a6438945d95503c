/* Inflates one gzip member after another from bytes in memory: by ISA-L where it was installed when
 * marsift was built (it is more than twice as fast), else by zlib. Both check the member's
 * checksum. */
#ifndef MARSIFT_INPUT_ARCHIVE_GZIP_MEMBER_H
#define MARSIFT_INPUT_ARCHIVE_GZIP_MEMBER_H

#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

/* The input to read and the room for output. A call moves the pointers and lowers the counts. */
struct gzip_window {
    const unsigned char *in;
    uint32_t in_bytes;
    unsigned char *out;
    uint32_t out_bytes;
};

enum gzip_step {
    GZIP_PROGRESS,
    GZIP_NO_PROGRESS, /* for lack of input or of room */
    GZIP_END,         /* the member is complete, and its checksum is right */
    GZIP_FAILED
};

struct gzip_member;

/* Opens an inflater at the header of a member. NULL with the fault set. */
struct gzip_member *gzip_member_open(struct fault *fault);

/* NULL is allowed. */
void gzip_member_close(struct gzip_member *member);

/* Starts again, at the header of the next member. */
void gzip_member_restart(struct gzip_member *member);

/* Inflates as far as input and room allow. After GZIP_FAILED `*why` is the reason; static. */
enum gzip_step gzip_member_inflate(struct gzip_member *member, struct gzip_window *window,
                                   const char **why);

/* Returns the library's name: "zlib 1.2.13", "ISA-L". */
const char *gzip_member_library(void);

#endif
