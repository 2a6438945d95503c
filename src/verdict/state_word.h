/* Words for how a job ended or stands, and for what it does, as tables, consoles and portals print
 * them in any language. */
#ifndef MARSIFT_VERDICT_STATE_WORD_H
#define MARSIFT_VERDICT_STATE_WORD_H

#include <stdbool.h>

#include "base/span.h"

/* In the order in which one of several statements about a job goes before another. */
enum stated_state {
    STATED_NOTHING, /* no state, or a word that nobody knows */
    STATED_WAITING, /* it has not begun */
    STATED_RUNNING, /* or part of it is: CompletedWithWaitingForImportJob */
    STATED_SUCCESS,
    STATED_WARNINGS,
    STATED_ABORTED, /* or cancelled: somebody or something ended it */
    STATED_FAILURE
};

enum stated_type {
    STATED_OTHER_TYPE, /* or none */
    STATED_MANAGEMENT, /* of backups: to configure or delete one is none */
    STATED_BACKUP,
    STATED_RESTORE
};

/* The state that a whole cell names: "CompletedWithWarning", "Job failed.", 警告付きで完了. */
enum stated_state state_word_read(struct span text);

/* True if the cell, a state or the level of an event, is of a language that writes the day before
 * the month. */
bool state_word_is_day_first(struct span text);

/* What a job does by its type: "Backup", "Recover", 復元. */
enum stated_type state_word_read_type(struct span text);

#endif
