/* Chooses what to take off the lines of a log: the wrapper without which the grammars read its head
 * best, and none if they read it as well as it is. */
#ifndef MARSIFT_ENGINE_WRAPPER_CHOICE_H
#define MARSIFT_ENGINE_WRAPPER_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/limits.h"
#include "engine/reading_quality.h"
#include "engine/ruleset.h"
#include "input/log.h"
#include "input/wrapper/wrapper.h"
#include "input/wrapper/wrapper_finder.h"
#include "input/wrapper/wrapper_stage.h"

enum { MAX_WRAPPER_HEAD_LINES = 200, MAX_WRAPPER_TRIALS = 32 };

/* Start with wrapper_choice_open. */
struct wrapper_choice {
    struct reading_quality *quality;
    struct wrapper wrapper; /* what was chosen */
    /* The head of the log without the wrapper on trial: */
    struct wrapper_stage stage;
    struct buffer text; /* each line ends with LF */
    struct span lines[MAX_WRAPPER_HEAD_LINES];
    size_t line_count;
    /* What wrapper_choice_strip returns. */
    struct buffer head_text;
    struct line *head_lines;
    size_t head_capacity;
    uint64_t max_line_bytes;
    /* Wrappers that are still to be tried. */
    struct wrapper trials[MAX_WRAPPER_TRIALS];
    size_t trial_count;
    size_t tried;
};

/* What is given is lent until wrapper_choice_close, which may follow a fault. False without memory.
 */
bool wrapper_choice_open(struct wrapper_choice *choice, struct ruleset *ruleset,
                         const struct limits *limits, struct pattern_scratch *scratch,
                         struct fault *fault);
void wrapper_choice_close(struct wrapper_choice *choice);

/* Sets `choice->wrapper` for the log, by its first lines. False with the fault set. */
bool wrapper_choice_make(struct wrapper_choice *choice, const struct log *log,
                         const struct block *head, struct fault *fault);

/* Takes `choice->wrapper` off the first lines of the log: `head` is lent until the next call, or is
 * `wrapped` if there is none. False without memory. */
bool wrapper_choice_strip(struct wrapper_choice *choice, const struct block *wrapped,
                          struct block *head, struct fault *fault);

#endif
