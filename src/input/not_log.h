/* Reports of streams that are not read as logs. */
#ifndef MARSIFT_INPUT_NOT_LOG_H
#define MARSIFT_INPUT_NOT_LOG_H

#include <stdbool.h>

#include "input/archive/content_type.h"
#include "input/source_state.h"

struct not_log {
    enum content_type content;
    const char *word;    /* of the content type */
    const char *problem; /* why the stream ended too early, or NULL */
    bool named_directly;
};

/* Reports why the stream `member` is not read: as a problem, with what to do, if the user named the
 * file itself or it is damaged; else as skipped. */
void not_log_report(const struct source_state *state, const char *member,
                    const struct not_log *not_log);

#endif
