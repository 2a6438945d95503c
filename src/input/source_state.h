/* The state of one source while it is read, and its reports to the handler. */
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
    const char *source;           /* the source's display name */
    uint64_t unpacked_bytes;      /* output of all archives and compressed streams so far */
    uint64_t walk_packed_bytes;   /* read so far of the current file or stream */
    uint64_t walk_unpacked_bytes; /* output of all archives and compressed streams in it */
    uint64_t member_count;
    uint64_t name_bytes;       /* of all members: an archive may pack names as well as logs */
    bool has_too_many_members; /* the limit was reported, and the rest of the source is not read */
    struct decoder decoder;    /* for the heads of logs */
};

/* Counts one more file or member. Returns false when there are too many, or their names are too
 * long in total, and reports that limit the first time. */
bool source_state_count_member(struct source_state *state, const char *member);

/* These pass on to the handler's report_skip, report_problem and report_limit. */
void source_state_skip(const struct source_state *state, const char *member,
                       enum skip_reason reason, const char *detail);
void source_state_problem(const struct source_state *state, const char *member,
                          const char *sentence);
void source_state_limit(const struct source_state *state, enum limit_id id, const char *member);

/* Reports the problem `what` with the system's reason (an errno): "cannot open: No such file ...".
 */
void source_state_system_problem(const struct source_state *state, const char *member,
                                 const char *what, int reason);

/* Writes the host of the log `member` to `host`, NUL-terminated, "" for none, as host_name.h says.
 * False when memory fails. */
bool source_state_host(const struct source_state *state, const char *member, struct buffer *host,
                       struct fault *fault);

#endif
