/* One gzip member after another out of lent bytes: ISA-L where it was there when marsift was built
 * (it inflates an engine log in two fifths of the time), zlib elsewhere. Both check the member's
 * checksum. */
#ifndef MARSIFT_INPUT_ARCHIVE_GZIP_MEMBER_H
#define MARSIFT_INPUT_ARCHIVE_GZIP_MEMBER_H

#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"

/* What is to be read, and where to. A call moves the pointers and lowers the counts. */
struct gzip_window {
    const unsigned char *in;
    uint32_t in_bytes;
    unsigned char *out;
    uint32_t out_bytes;
};

/* STUCK: nothing went on, for want of input or of room. */
enum gzip_step { GZIP_WENT_ON, GZIP_STUCK, GZIP_ENDED, GZIP_FAILED };

struct gzip_member;

/* Stands before the header of a member. NULL with the fault set. */
struct gzip_member *gzip_member_open(struct fault *fault);
void gzip_member_close(struct gzip_member *member);

/* Makes it stand before the next member's header. */
void gzip_member_restart(struct gzip_member *member);

/* Inflates as far as input and room go. ENDED: the member is complete and its checksum right;
 * FAILED:
 * `*why` tells what is wrong with it. */
enum gzip_step gzip_member_inflate(struct gzip_member *member, struct gzip_window *window,
                                   const char **why);

/* "zlib 1.2.13", "ISA-L". */
const char *gzip_member_library(void);

#endif
