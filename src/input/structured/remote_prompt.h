/* The prompt of a remote session, "[HOST]: PS C:\>", or a command that is sent to a host, names the
 * host of what is printed below it. */
#ifndef MARSIFT_INPUT_STRUCTURED_REMOTE_PROMPT_H
#define MARSIFT_INPUT_STRUCTURED_REMOTE_PROMPT_H

#include <stddef.h>

#include "base/span.h"

enum { MAX_PROMPT_HOST_BYTES = 64 };

/* Starts with zeros: no session. */
struct remote_prompt {
    char host[MAX_PROMPT_HOST_BYTES];
    size_t length;
};

/* Notes the host if the line begins with the prompt of a session, or sends a command to a host;
 * forgets it if the line begins with a local prompt. */
void remote_prompt_note(struct remote_prompt *prompt, struct span line);

#endif
