/* What heads a part of a text may name the host of the records below it: "=== SRV1 ===", "## SRV1",
 * "Server: SRV1", "SRV1" on a line of its own above a rule. */
#ifndef MARSIFT_INPUT_STRUCTURED_SECTION_HOST_H
#define MARSIFT_INPUT_STRUCTURED_SECTION_HOST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "input/structured/record_line.h"
#include "input/structured/remote_prompt.h"

enum { MAX_SECTION_HOST_BYTES = 64 };

/* Starts with zeros: no section. */
struct section_host {
    struct remote_prompt prompt; /* goes before what heads the section */
    char host[MAX_SECTION_HOST_BYTES];
    size_t length;
    char next[MAX_SECTION_HOST_BYTES]; /* that the line before names, if this line shows that it is
                                          a heading */
    size_t next_length;
    bool needs_rule; /* only a rule below it shows that */
};

/* Notes what the line, which is no part of a record above it, says of the host of those below it.
 */
void section_host_note(struct section_host *section, const struct title_index *index,
                       struct span line);

/* Adds the host of the section to a record that names none. False without memory. */
bool section_host_add(const struct section_host *section, struct record_line *record,
                      struct fault *fault);

#endif
