/* Reads the words before a number, which say whether it is one of the agent's errors. */
#ifndef MARSIFT_VERDICT_NUMBER_CONTEXT_H
#define MARSIFT_VERDICT_NUMBER_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct number_context {
    bool has_bracket;      /* an opening one, before the number or before "ID" */
    bool has_id;           /* the word "ID" */
    bool has_colon;        /* or an equals sign */
    bool is_error;         /* "Error", "error code", "エラー ID" */
    bool is_service_error; /* "internal service error": the number is certainly the agent's */
    bool is_thing;         /* "process", "offset": the number of something else */
    bool is_own_thing;     /* "job", "recovery point": sentences of the agent end like this, too */
    bool is_sentence;      /* the number begins the text or follows the end of a sentence */
    size_t start;          /* offset of the brackets and of "ID" */
};

/* Reads the end of `before`, the text up to the number. */
struct number_context number_context_of(struct span before);

/* True if words of the text say that something failed. */
bool number_context_names_failure(struct span text);

/* True if the text says that all is well, and nothing in it contradicts. */
bool number_context_may_succeed(struct span text);

/* True if the sentence of a number, of a text that may succeed, says that all is well ("the error
 * is resolved"). The number, with the words that lead to it, is at `start` to `end`; a long
 * sentence is read near it. */
bool number_context_names_success(struct span text, size_t start, size_t end);

#endif
