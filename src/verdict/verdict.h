/* What an event means: the grammar's word for it, weighed with the catalog. Stateless: any thread
 * may judge any event. */
#ifndef MARSIFT_VERDICT_VERDICT_H
#define MARSIFT_VERDICT_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/datetime.h"
#include "base/fault.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "grammar/event.h"
#include "text/path_key.h"
#include "verdict/milestone.h"

/* Spans are lent by the event's block; a symbol that stands for an event's number is static. */
struct verdict {
    enum verdict_class class;
    bool has_code;
    uint32_t code;
    size_t category; /* of the code; "unknown" without one */
    bool has_error;  /* a finding: `error` is its index in the catalog */
    size_t error;
    bool has_context; /* a rule of the catalog, number `context`, changed the category or the error,
                         or has an advice or a mark for the file; `code` stays what was logged */
    size_t context;
    struct span path;   /* of a failed file, without quotes, blanks and messages around it */
    struct span symbol; /* of another failure without a code: an exception, "ID 104" */
    struct span operation;
    struct span job;
    struct span source;
    struct span host;           /* that the line itself names */
    struct span text;           /* the whole record */
    struct span body;           /* without its columns: what a person wants to read */
    struct milestone milestone; /* what it tells of the progress of a job */
    struct datetime time;       /* its year may be missing */
    uint32_t line;              /* of its first line within the block, from 0 */
    uint32_t line_count;
    uint32_t record_count; /* see struct event */
    bool is_fatal;         /* its level is FATAL */
    size_t gave_up;        /* see struct event */
    bool may_continue;     /* see struct event */
};

/* Lent by callers that identify files. Start with zeros; one scratch serves one thread, event after
 * event. */
struct verdict_scratch {
    uint64_t seed;             /* set by the caller: of all keys of the run */
    uint64_t host_key;         /* set by the caller for each event: that of its host */
    struct path_key path_key;  /* the result for a failed file, salted with the host's key; else
                                  zeros */
    struct buffer folded_path; /* that file's path as path_key_fold gives it; the caller releases
                                  it */
};

/* Classifies `event` into `verdict`, which is too large to be returned.
 *
 * A failed file's path is read only with a `scratch`: without one (NULL) it gets no key, and the
 * catalog's rules about paths do not change its category. False without memory, which only a
 * scratch needs. */
bool verdict_classify(const struct catalog *catalog, const struct event *event,
                      struct verdict_scratch *scratch, struct verdict *verdict,
                      struct fault *fault);

#endif
