/* The prompt of a remote session, "[HOST]: PS C:\>", names the host of what is printed below it. */
#ifndef MARSIFT_INPUT_STRUCTURED_REMOTE_PROMPT_H
#define MARSIFT_INPUT_STRUCTURED_REMOTE_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "input/structured/record_line.h"

enum { MAX_PROMPT_HOST_BYTES = 64 };

/* Starts with zeros: no session. */
struct remote_prompt {
    char host[MAX_PROMPT_HOST_BYTES];
    size_t length;
};

/* Notes the host if the line begins with the prompt of a session; forgets it if with a local one.
 */
void remote_prompt_note(struct remote_prompt *prompt, struct span line);

/* Adds the session's host to a record that names none. False without memory. */
bool remote_prompt_add_host(const struct remote_prompt *prompt, struct record_line *record,
                            struct fault *fault);

#endif
