/* Recognises lists of files that could not be restored, which are no lists of failed backups. */
#ifndef MARSIFT_TEXT_RESTORE_LIST_H
#define MARSIFT_TEXT_RESTORE_LIST_H

#include <stdbool.h>

#include "base/span.h"

/* True for the name of such a list: "RecoveryFailedFiles.txt", "FileRestore_Error-31-03-2012.log";
 * not for one that names a backup, or the services that the agent is called after. */
bool restore_list_is_name(struct span name);

/* True for the heading of such a list: "Files that could not be restored:",
 * 「復元に失敗したファイル:」, "Restore of C:\Data failed for these files". */
bool restore_list_is_heading(struct span line);

/* True for a line that tells of files of a backup, so that a list may be of both. */
bool restore_list_is_of_backup(struct span line);

#endif
