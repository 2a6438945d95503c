/* What a source tells the one who reads it. */
#ifndef MARSIFT_INPUT_SOURCE_HANDLER_H
#define MARSIFT_INPUT_SOURCE_HANDLER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/fault.h"
#include "base/limits.h"
#include "input/encoding/decoder.h"
#include "input/encoding/encoding.h"
#include "input/log.h"

/* Why something in a folder or archive is not read as a log; said in the report, no error. */
enum skip_reason {
    SKIP_NOT_TEXT,     /* event logs, pictures, dumps ... */
    SKIP_UNKNOWN_TEXT, /* text that no grammar knows, and its name is not a log's */
    SKIP_EMPTY,        /* nothing in it */
    SKIP_LINK,         /* a link that leads out of the tree or in circles */
    SKIP_SPECIAL       /* device, pipe, socket */
};

/* What a source tells the one who reads it. All calls come from the thread that called source_read,
 * in a fixed order (members of a folder sorted by the bytes of their names). Every callback gets
 * the handler's context. */
struct source_handler {
    void *context;

    /* A log begins; `head` is its first block (also given to `piece` later). True to read it; false
     * to leave it out, after which the handler has noted why. Its encoding is known by now. */
    bool (*begin)(void *context, const struct log *log, const struct block *head,
                  const struct encoding *encoding);

    /* An empty piece to fill, with its bytes and capacity set; NULL with the fault set when there
     * cannot be one, which ends the run. */
    struct raw_chunk *(*claim)(void *context, struct fault *fault);

    /* The next lines of the log. The piece belongs to the handler again. False with the fault set
     * ends the run. */
    bool (*piece)(void *context, struct raw_chunk *piece, struct fault *fault);

    /* A claimed piece that came back unused. */
    void (*unclaim)(void *context, struct raw_chunk *piece);

    /* The log has ended. `problem` is NULL when all of it was read, else one sentence that says
     * what was damaged or unreadable. `encoding` is the final one. */
    void (*end)(void *context, const struct encoding *encoding, const char *problem);

    /* Something that is no log was passed over. `detail` is a short word on what it was ("evtx",
     * "png", "device") or "". */
    void (*skip)(void *context, const char *source, const char *member, enum skip_reason reason,
                 const char *detail);

    /* A folder, archive or file could not be read (further): the input is incomplete. */
    void (*problem)(void *context, const char *source, const char *member, const char *sentence);

    /* A limit was hit at that place: the input is incomplete. */
    void (*limit)(void *context, enum limit_id id, const char *source, const char *member);
};

struct source_options {
    const struct limits *limits;
    const struct encoding *forced_encoding; /* NULL: detect */
    const struct stat *own_output; /* the file that the run itself is writing, which is no member of
                                      a folder that it reads; NULL: none */
};

#endif
