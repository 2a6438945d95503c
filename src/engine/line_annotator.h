/* Annotates a line: finds what it means, in a few words to be written after it. */
#ifndef MARSIFT_ENGINE_LINE_ANNOTATOR_H
#define MARSIFT_ENGINE_LINE_ANNOTATOR_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/limits.h"
#include "engine/ruleset.h"
#include "input/log.h"

struct line_annotator;

/* Opens an annotator for `log`, by the rules that the report would choose from its `head`.
 * `ruleset` is lent until line_annotator_close, `log` and `head` only here; `limits` as long as
 * `ruleset`. NULL with the fault set. */
struct line_annotator *line_annotator_open(struct ruleset *ruleset, enum language language,
                                           const struct log *log, const struct block *head,
                                           const struct limits *limits, struct fault *fault);
void line_annotator_close(struct line_annotator *annotator);

/* Appends to `annotation` what the line means: the agent error that the report would count it as,
 * then the failure codes in it, each once: "  <- 0x80070005 ERROR_ACCESS_DENIED: Access is denied".
 * Appends nothing if there is neither. `line` is a block of one line; pass the lines of the log in
 * their order. False with the fault set. */
bool line_annotator_append(struct line_annotator *annotator, const struct block *line,
                           struct buffer *annotation, struct fault *fault);

/* True if a pattern hit max_regex_steps, so that some annotation may be missing. */
bool line_annotator_hit_limit(const struct line_annotator *annotator);

#endif
