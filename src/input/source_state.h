/* One source while it is read: what its parts share, and their words to the handler. */
#ifndef MARSIFT_INPUT_SOURCE_STATE_H
#define MARSIFT_INPUT_SOURCE_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/encoding/decoder.h"
#include "input/source_handler.h"

struct source_state {
    const struct source_options *options;
    const struct source_handler *handler;
    const char *source;           /* as it is shown */
    uint64_t unpacked_bytes;      /* what came out of archives and compressed streams so far */
    uint64_t nest_packed_bytes;   /* of the file or stream at hand, read so far */
    uint64_t nest_unpacked_bytes; /* what came out of all archives and streams in it */
    uint64_t member_count;
    uint64_t name_bytes;       /* of all members: archives may pack names as well as logs */
    bool has_too_many_members; /* the limit was told; the source is left */
    struct decoder decoder;    /* for the heads of logs */
};

/* Counts one more file or member. False when there are too many, or their names take too much: the
 * limit is told (once). */
bool source_state_count_member(struct source_state *reading, const char *member);

void source_state_skip(const struct source_state *reading, const char *member,
                       enum skip_reason reason, const char *detail);
void source_state_problem(const struct source_state *reading, const char *member,
                          const char *sentence);
void source_state_limit(const struct source_state *reading, enum limit_id id, const char *member);

/* The host in the place of `member`: the source's own last component counts when it holds the log
 * (`member` is not ""). In `host`, NUL-terminated; false when memory fails. */
bool source_state_host(const struct source_state *reading, const char *member, struct buffer *host,
                       struct fault *fault);

#endif
