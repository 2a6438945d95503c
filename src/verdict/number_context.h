/* What stands before a number and says whether it is one of the agent's errors. */
#ifndef MARSIFT_VERDICT_NUMBER_CONTEXT_H
#define MARSIFT_VERDICT_NUMBER_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct number_context {
    bool has_bracket; /* an opening one, before the number or before "ID" */
    bool has_id;      /* the word "ID" */
    bool has_colon;
    bool is_error;         /* "Error", "error code", "エラー ID" */
    bool is_service_error; /* "internal service error": no doubt that the number is the agent's */
    bool is_thing;         /* "process", "offset": a number of something else */
    bool is_own_thing;     /* "job", "recovery point": the agent's own sentences end so, too */
    bool is_sentence;      /* nothing, or the end of a sentence */
    size_t start;          /* of the brackets and of "ID" */
};

/* Reads the end of `before`, which ends where the number begins. */
struct number_context number_context_of(struct span before);

/* Whether words of the text say that something went wrong. */
bool number_context_tells_failure(struct span text);

/* Whether the sentence of the number from `start`, with what leads to it, up to `end` says that all
 * is well ("the error is resolved"), and nothing in the text speaks against that. */
bool number_context_tells_success(struct span text, size_t start, size_t end);

#endif
