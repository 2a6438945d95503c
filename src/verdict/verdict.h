/* Classifies events: the grammar's class, revised by what the catalog knows. Stateless: any thread
 * may classify any event. */
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
#include "text/folder_list.h"
#include "text/path_key.h"
#include "verdict/job_statement.h"
#include "verdict/milestone.h"
#include "verdict/telling_line.h"

/* The agent errors of the catalog for jobs of which only their failure is known: backups that
 * failed or were aborted, and what else the agent does; and for the records of such a failure whose
 * reason another record tells. */
#define JOB_FAILED_SYMBOL       "MARSIFT_JOB_FAILED"
#define JOB_ABORTED_SYMBOL      "MARSIFT_JOB_ABORTED"
#define OTHER_JOB_FAILED_SYMBOL "MARSIFT_OTHER_JOB_FAILED"
#define TOLD_FAILURE_SYMBOL     "MARSIFT_FAILURE_TOLD"

/* Spans are lent by the event's block; a symbol of an event number is static. */
struct verdict {
    enum verdict_class class;
    uint32_t code;   /* if has_code */
    uint32_t detail; /* if has_detail */
    bool has_code;
    bool has_detail;  /* a second code, of a record about a job, says why there was the first */
    bool has_error;   /* it is a finding */
    bool has_context; /* a context rule changed the category or the error, or has an advice or a
                         mark for the file; `code` is what was logged all the same */
    bool says_only_failed; /* its error is that a job failed for a reason that it does not tell */
    bool is_fatal;         /* its level is FATAL */
    bool is_restore;       /* another failure: a file could not be restored */
    bool may_continue;     /* see struct event */
    size_t category;       /* of the code; "unknown" without one */
    size_t error;          /* if has_error: an index for catalog_error_at */
    size_t context;        /* if has_context: the rule */
    struct span path;      /* of a failed file, without quotes, blanks and messages around it */
    struct span symbol; /* of another failure, mostly one without a code: an exception, "ID 104" */
    struct span operation;
    struct span job;
    struct span source;
    struct span host;           /* named by the record itself */
    struct span text;           /* the whole record */
    struct span body;           /* without its columns: for people to read */
    struct milestone milestone; /* of the record's job */
    enum host_fact fact;        /* what the record says of its host */
    struct span fact_value;
    struct job_statement statement; /* about a whole job; its state decides the class */
    struct datetime time;           /* its year may be missing */
    uint32_t line;                  /* its first line within the block, from 0 */
    uint32_t line_count;
    uint32_t record_count;     /* see struct event */
    enum telling telling;      /* of a record that is not understood */
    enum event_repeat repeats; /* of a failure; one with a code repeats the same code only */
    size_t limited_rule_count; /* see struct event */
};

/* Lent by callers that identify files. Start with zeros; one scratch serves one thread, event after
 * event. */
struct verdict_scratch {
    uint64_t seed;                          /* set by the caller: of all keys of the run */
    uint64_t host_key;                      /* set by the caller for each event: that of its host */
    const struct folder_list *host_scratch; /* set by the caller likewise: the scratch folders of
                                               that host; NULL: not known */
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

/* Makes of the verdict on a failed file one on a file that could not be restored. */
void verdict_take_for_restore(const struct catalog *catalog, struct verdict *verdict);

#endif
