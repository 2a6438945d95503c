/* What an event means: the grammar's word for it, weighed with the catalog. Stateless: any thread
 * may judge any event. */
#ifndef MARSIFT_VERDICT_VERDICT_H
#define MARSIFT_VERDICT_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "grammar/event.h"
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

/* Judges `event`. The verdict is written where it is to stay: it is too large to be handed on. */
void verdict_read(const struct catalog *catalog, const struct event *event,
                  struct verdict *verdict);

/* Judges a failed file again by where it is; `folded` is its path as path_key_fold gives it. */
void verdict_read_in_context(const struct catalog *catalog, struct verdict *verdict,
                             struct span folded);

#endif
