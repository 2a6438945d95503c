/* Callbacks through which a source delivers its logs. */
#ifndef MARSIFT_INPUT_SOURCE_HANDLER_H
#define MARSIFT_INPUT_SOURCE_HANDLER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/fault.h"
#include "base/limits.h"
#include "input/encoding/decoder.h"
#include "input/encoding/encoding.h"
#include "input/host_inputs.h"
#include "input/line_stage.h"
#include "input/log.h"

/* Why something in a folder or archive is not read as a log. The report lists it; it is no error.
 */
enum skip_reason {
    SKIP_NOT_TEXT,      /* an event log, picture, dump ... */
    SKIP_PACKED,        /* packed in a format that is not read; its detail is the format */
    SKIP_UNKNOWN_BYTES, /* no text, and of no known kind: a log of which nothing is left? */
    SKIP_UNKNOWN_TEXT,  /* a text that no grammar matches, and whose name is not that of a log */
    SKIP_FAILURE_TEXT,  /* such a text that says that something failed, with a code */
    SKIP_EMPTY,         /* no bytes */
    SKIP_LINK,          /* a symbolic link: it may lead out of the tree or in circles */
    SKIP_SPECIAL        /* a device, pipe or socket */
};

/* What the handler makes of a block at which a log may begin. */
enum log_answer {
    LOG_TAKEN,  /* the log is read from this block on */
    LOG_PASSED, /* nothing in the block says what the log is */
    LOG_REFUSED /* the log is left out, whatever follows, after a fault or a limit of the handler */
};

/* All callbacks run on the thread that called source_read, in a fixed order: the entries of a
 * folder sorted by the bytes of their names, the members of an archive as they are stored. Each
 * gets `context` as its first argument. Texts are lent until the callback returns. */
struct source_handler {
    void *context;

    /* Fills `stages`, which are none, with what the lines of a log must pass before its dialect
     * reads them, by the log's first block. They are lent until the log has ended or
     * was left out. False with the fault set. NULL: no log has any. */
    bool (*prepare_log)(void *context, const struct log *log, const struct block *head,
                        struct line_stages *stages, struct fault *fault);

    /* A log may begin; `head` is its first block, as its stages left it, which `add_chunk` gets as
     * well if the log is taken. After LOG_PASSED the next block is offered in the same way, and so
     * on: `log->passed_lines` counts the lines before `head`. `encoding` is known by now as far as
     * the head shows it. */
    enum log_answer (*begin_log)(void *context, const struct log *log, const struct block *head,
                                 const struct encoding *encoding);

    /* All blocks of the log were passed: it is left out, and the handler records why. */
    void (*leave_log)(void *context, const struct log *log);

    /* Returns an empty chunk to fill, with `bytes` and `capacity` set; NULL with the fault set when
     * none can be had, which ends the run. */
    struct raw_chunk *(*acquire_buffer)(void *context, struct fault *fault);

    /* The next lines of the log. The chunk belongs to the handler again. False with the fault set
     * ends the run. */
    bool (*add_chunk)(void *context, struct raw_chunk *chunk, struct fault *fault);

    /* Gives back an acquired chunk that was not used. */
    void (*release_buffer)(void *context, struct raw_chunk *chunk);

    /* The log has ended. `problem` is NULL when all of it was read, else one sentence on what was
     * damaged or unreadable. `encoding` is the final one. */
    void (*end_log)(void *context, const struct encoding *encoding, const char *problem);

    /* Something that is no log was skipped. `detail` is a short word for what it was ("evtx",
     * "png", "device"), or "". */
    void (*report_skip)(void *context, const char *source, const char *member,
                        enum skip_reason reason, const char *detail);

    /* A folder, archive or file could not be read, or not to its end: the input is incomplete. */
    void (*report_problem)(void *context, const char *source, const char *member,
                           const char *sentence);

    /* A limit was hit at that place: the input is incomplete. */
    void (*report_limit)(void *context, enum limit_id id, const char *source, const char *member);
};

struct source_options {
    const struct limits *limits;
    const struct encoding *forced_encoding; /* NULL: detect */
    const struct stat *own_output; /* the file that this run writes, which is left out of a folder
                                      that is read; NULL: none */
    const struct host_inputs *inputs; /* all that are read; NULL: the last component names a host */
};

#endif
