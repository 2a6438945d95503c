/* What is known of a line, said in a few words behind it. */
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

/* Ready to annotate `log` by the rules that the report would choose from its `head`. `library` is
 * lent until line_annotator_close, the rest only here. NULL with the fault set. */
struct line_annotator *line_annotator_open(struct ruleset *ruleset, enum language language,
                                           const struct log *log, const struct block *head,
                                           const struct limits *limits, struct fault *fault);
void line_annotator_close(struct line_annotator *annotator);

/* Appends to `words` what the one line of `line` means: the agent error that the report would count
 * it as, then the failure codes in it, each once: "  <- 0x80070005 ERROR_ACCESS_DENIED: Access is
 * denied". Nothing when there is none. Lines are given in their order. */
bool line_annotator_words(struct line_annotator *annotator, const struct block *line,
                          struct buffer *words, struct fault *fault);

/* Whether a pattern reached max_regex_steps, so that something may not have been said. */
bool line_annotator_hit_limit(const struct line_annotator *annotator);

#endif
