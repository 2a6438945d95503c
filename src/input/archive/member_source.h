/* What gives members one after the other and needs no library: a mail, a mailbox. */
#ifndef MARSIFT_INPUT_ARCHIVE_MEMBER_SOURCE_H
#define MARSIFT_INPUT_ARCHIVE_MEMBER_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/archive/archive_member.h"

struct member_source {
    /* Goes on to the next member and skips the rest of the current one. False when there are no
     * more, and with the fault set when memory fails. */
    bool (*next)(void *context, struct archive_member *member, struct fault *fault);
    /* Returns a reader of the current member's bytes, lent until `close`. */
    struct byte_reader (*bytes)(void *context);
    /* Returns how many bytes of what has the members were read. */
    uint64_t (*packed_bytes)(const void *context);
    /* Returns why the members could not be read to their end; NULL otherwise. */
    const char *(*problem)(const void *context);
    void (*close)(void *context);
    void *context; /* NULL: there is none */
};

#endif
