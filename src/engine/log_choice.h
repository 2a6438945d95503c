/* Chooses for each log, by its head, the stages that its lines pass and the dialects that read
 * them. */
#ifndef MARSIFT_ENGINE_LOG_CHOICE_H
#define MARSIFT_ENGINE_LOG_CHOICE_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/limits.h"
#include "engine/block_job_state.h"
#include "engine/line_border.h"
#include "engine/message_probe.h"
#include "engine/ruleset.h"
#include "engine/wrapper_choice.h"
#include "grammar/dialect_set.h"
#include "input/hosted_reader.h"
#include "input/line_stage.h"
#include "input/log.h"
#include "input/structured/structured_reader.h"

/* The choice for the current log. Start with log_choice_open. */
struct log_choice {
    struct ruleset *ruleset;
    const struct limits *limits;
    struct pattern_scratch *scratch;
    struct message_probe *message_probe;
    struct wrapper_choice wrapper_choice;
    struct wrapper_stage wrapper_stage;          /* of the current log */
    struct structured_reader *structured_reader; /* of the current log; NULL if it needs none */
    struct line_border border;                   /* of the structured reader */
    struct hosted_reader hosted_reader;
    bool has_stages;
    bool names_lines; /* the log is of the records' kind, and other lines are of a known one, too */
    bool is_chosen;   /* the lines' dialect is: log_choice_prepare has chosen for good */
    const struct dialect *dialect; /* names the log's kind; NULL: the log is not read */
    bool has_failure; /* a failure with a code is in the blocks that show nothing else */
    const struct dialect *line_dialect;      /* reads the lines that are no record lines */
    const struct dialect *left_over_dialect; /* reads lines that `line_dialect` does not understand;
                                                the same one: none does */
    const struct dialect *limited;           /* see struct dialect_choice */
    struct reading reading;                  /* why they have theirs */
    bool is_of_restore;                      /* as in struct block_log */
    enum text_purpose purpose;               /* of a text that is neither trace nor list */
};

/* `ruleset` and `limits` are lent until log_choice_close, which may follow a fault. False without
 * memory. */
bool log_choice_open(struct log_choice *choice, struct ruleset *ruleset,
                     const struct limits *limits, struct fault *fault);
void log_choice_close(struct log_choice *choice);

/* Chooses the stages of a log by its first lines; they are lent until the next call. False without
 * memory. */
bool log_choice_prepare(struct log_choice *choice, const struct log *log,
                        const struct block *first_block, struct line_stages *stages,
                        struct fault *fault);

/* Chooses the dialects of a log by its head, as its stages left it, or by a later block if nothing
 * was found in those before. An empty log was not prepared. False without memory. */
bool log_choice_make(struct log_choice *choice, const struct log *log, const struct block *head,
                     struct fault *fault);

/* What the jobs of the chosen log's blocks need, without its `tally_log`. */
struct block_log log_choice_block_log(const struct log_choice *choice);

/* What the tally needs of the chosen log. The texts are lent by `log` and `choice`. */
struct log_facts log_choice_facts(const struct log_choice *choice, const struct log *log);

#endif
