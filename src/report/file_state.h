/* Which failed files are unprotected now.
 *
 * A file is unprotected if the newest backup of its host and kind that names every file it failed
 * on names it, or if a backup after that one does. It was read since if such a backup followed all
 * that name it. Backups that failed as a whole settle nothing. */
#ifndef MARSIFT_REPORT_FILE_STATE_H
#define MARSIFT_REPORT_FILE_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "report/builder.h"
#include "tally/file_set.h"

enum file_state {
    FILE_UNPROTECTED,
    FILE_READ_SINCE,
    FILE_OF_RESTORE /* only restores failed on it */
};

/* "unprotected", "read-since" or "restore" */
const char *file_state_word(enum file_state state);

/* Fills builder->file_states; after backups_collect. False with the fault set. */
bool file_state_prepare(struct builder *builder);

/* The state of one file. Needs only tally and file_states of the builder. */
enum file_state file_state_of(const struct builder *builder, const struct file_entry *file);

#endif
